import type { CaptureRequest } from '@eyeline/machines';
import type { Source } from '@eyeline/protocol';
import { type EventObject, fromCallback } from 'xstate';
import { askBrowser } from './ask-browser.ts';
import { type Captured, failedWith, reportOf, stopAll } from './captured.ts';

/** Fills the machines' `capture` port. `name` is written in the test picture; the folder has the files of the effects. */
export function captureAs(name: string, effectsFolder: () => string) {
  /** What this page was given before. */
  const given = new Set<Source>();
  return fromCallback<EventObject, CaptureRequest>(({ input: request, sendBack }) => {
    let isOver = false;
    // Nothing may be awaited before this line: the browser's question must belong to the press.
    const asked =
      request.picture === 'test' && !request.sources.includes('screen')
        ? showTestPicture(name, request)
        : request.quietly
          ? askQuietly(request, given)
          : askBrowser(request);
    const withEffects = async (captured: Captured) => {
      if (isOver || !(request.effects.blur || request.effects.noise)) return captured;
      const { applyEffects } = await import('./effects/apply-effects.ts');
      return applyEffects(captured, request, effectsFolder(), effect => sendBack({ type: 'effect.ended', effect }));
    };
    void asked
      .then(withEffects)
      .catch(() => failedWith(request.sources, 'failed'))
      .then(captured => {
        // Nobody waits for it any more: the camera's light must go out.
        if (isOver) return stopAll(captured);
        for (const source of request.sources) if (captured.tracks[source]) given.add(source);
        sendBack(reportOf(request.id, captured));
      });
    return () => {
      isOver = true;
    };
  });
}

/** Only a page that has no camera loads it. */
const showTestPicture = async (name: string, { sources }: CaptureRequest): Promise<Captured> =>
  (await import('./capture-test-picture.ts')).captureTestPicture(name, sources);

const askQuietly = async (request: CaptureRequest, given: ReadonlySet<Source>): Promise<Captured> =>
  (await import('./ask-quietly.ts')).askQuietly(request, given);
