import type { CaptureRequest, DeviceFailureCode } from '@eyeline/machines';
import type { Source } from '@eyeline/protocol';
import { bothOf, type Captured, failedWith } from './captured.ts';
import { anyDevice } from './constraints.ts';
import { isPolicyBlocked, permissionOf } from './permission-of.ts';

/** DOMException names (W3C Media Capture and Streams, 10.1; Screen Capture, 5.1), older browsers' names included. */
const codes: Readonly<Record<string, DeviceFailureCode>> = {
  NotFoundError: 'no-device',
  DevicesNotFoundError: 'no-device',
  OverconstrainedError: 'no-device',
  NotReadableError: 'in-use',
  TrackStartError: 'in-use',
  AbortError: 'in-use',
  SecurityError: 'policy-blocked',
};

const nameOf = (error: unknown): string => (error instanceof Error || error instanceof DOMException ? error.name : '');
const messageOf = (error: unknown): string =>
  error instanceof Error || error instanceof DOMException ? error.message : '';
const isNo = (error: unknown): boolean => /^(NotAllowed|PermissionDenied)Error$/.test(nameOf(error));

export type Ask = (request: CaptureRequest, sources: readonly Source[]) => Promise<Captured>;

/** What there is nevertheless, and why the rest is not. */
export async function afterRefusal(
  error: unknown,
  request: CaptureRequest,
  sources: readonly Source[],
  ask: Ask,
): Promise<Captured> {
  if (sources.includes('screen')) return failedWith(sources, screenCodeOf(error));
  const free = anyDevice(request);
  const isPicked =
    request.facing !== null || request.preferred.camera !== null || request.preferred.microphone !== null;
  // The device that was chosen once is gone, or this telephone has only one camera.
  if (isPicked && (codes[nameOf(error)] === 'no-device' || nameOf(error) === 'TypeError')) return ask(free, sources);
  const why = isNo(error)
    ? await saysNo(error, sources)
    : failedWith(sources, codes[nameOf(error)] ?? 'failed').failures;
  if (sources.length === 1) return { tracks: {}, failures: why };
  // Asked for together neither is given where one is not to be had.
  const alone = isNo(error) ? sources.filter(source => !why[source]) : sources;
  let captured: Captured = { tracks: {}, failures: why };
  for (const source of alone) captured = bothOf(captured, await ask(request, [source]));
  return withoutFailuresOfTracks(captured);
}

function withoutFailuresOfTracks({ tracks, failures }: Captured): Captured {
  const left = Object.entries(failures).filter(([source]) => !(source in tracks));
  return { tracks, failures: Object.fromEntries(left) };
}

/** For which sources the no was meant, and which one it was. */
async function saysNo(error: unknown, sources: readonly Source[]): Promise<Captured['failures']> {
  const states = await Promise.all(sources.map(permissionOf));
  const isClosed = /dismissed/i.test(messageOf(error));
  const isBarred = (source: Source, at: number) => isPolicyBlocked(source) || (states[at] === 'denied' && !isClosed);
  const someBarred = sources.some(isBarred);
  const failures: Partial<Record<Source, DeviceFailureCode>> = {};
  for (const [at, source] of sources.entries()) {
    const state = states[at];
    if (isPolicyBlocked(source)) failures[source] = 'policy-blocked';
    else if (isBarred(source, at)) failures[source] = 'denied';
    else if (sources.length > 1 && (state === 'granted' || (state === 'prompt' && someBarred))) continue;
    // "prompt" after a no means that nothing was remembered: the question was closed without an answer.
    else failures[source] = isClosed || state === 'prompt' ? 'dismissed' : 'denied';
  }
  return failures;
}

/** A no is also how the browser says that nothing was chosen. */
function screenCodeOf(error: unknown): DeviceFailureCode {
  if (nameOf(error) === 'InvalidStateError') return 'press-needed';
  if (!isNo(error)) return codes[nameOf(error)] ?? 'failed';
  if (isPolicyBlocked('screen') || /policy/i.test(messageOf(error))) return 'policy-blocked';
  return /system/i.test(messageOf(error)) ? 'denied' : 'dismissed';
}
