import type { CaptureRequest, DeviceFailureCode } from '@eyeline/machines';
import type { Source } from '@eyeline/protocol';
import { askBrowser } from './ask-browser.ts';
import { bothOf, type Captured } from './captured.ts';
import { permissionOf } from './permission-of.ts';

/**
 * Gives what the browser gives without asking the person. Safari and Firefox call a permission open that they have given this
 * page for the time being, and give it again without a question.
 */
export async function askQuietly(request: CaptureRequest, given: ReadonlySet<Source>): Promise<Captured> {
  const failures: Partial<Record<Source, DeviceFailureCode>> = {};
  for (const source of request.sources) {
    const state = source === 'screen' ? 'prompt' : await permissionOf(source);
    if (state === 'denied') failures[source] = 'denied';
    else if (state !== 'granted' && !given.has(source)) failures[source] = 'press-needed';
  }
  const open = request.sources.filter(source => !failures[source]);
  if (open.length === 0) return { tracks: {}, failures };
  return bothOf({ tracks: {}, failures }, await askBrowser(request, open));
}
