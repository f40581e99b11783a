import type { CaptureRequest } from '@eyeline/machines';
import type { Source } from '@eyeline/protocol';
import { type Captured, capturedOf, failedWith } from './captured.ts';
import { constraintsOf, screenOptions } from './constraints.ts';

/**
 * Asks at once, in the task of the caller, so that the browser's question belongs to the press. What cannot be given is a
 * failure of its source, never an error.
 */
export function askBrowser(request: CaptureRequest, sources: readonly Source[] = request.sources): Promise<Captured> {
  if (!isSecureContext) return Promise.resolve(failedWith(sources, 'insecure'));
  // Typed as always there; it is missing in old browsers and in web views.
  const devices: Partial<MediaDevices> | undefined = navigator.mediaDevices;
  const isScreen = sources.includes('screen');
  const stream = isScreen
    ? devices?.getDisplayMedia?.(screenOptions(request))
    : devices?.getUserMedia?.(constraintsOf(sources, request));
  if (!stream) return Promise.resolve(failedWith(sources, 'unsupported'));
  return stream.then(
    given => capturedOf(given, sources),
    // Only a page that was refused loads the reasons.
    async error => (await import('./after-refusal.ts')).afterRefusal(error, request, sources, askBrowser),
  );
}
