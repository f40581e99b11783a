import { DeviceError, type DeviceFailureCode } from '@eyeline/machines';

/** DOMException names of getUserMedia (W3C Media Capture and Streams, section 10.1), older browsers' names included. */
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

/** What the browser remembers of the person's answer; null where it does not tell. */
async function remembered(name: string): Promise<PermissionState | null> {
  try {
    const query: { name: string } = { name };
    return (await navigator.permissions.query(query as PermissionDescriptor)).state;
  } catch {
    return null;
  }
}

/** Does the page around this frame withhold the camera? Only some browsers can tell. */
function isPolicyBlocked(): boolean {
  const policy: unknown = 'featurePolicy' in document ? document.featurePolicy : null;
  if (typeof policy !== 'object' || policy === null) return false;
  if (!('allowsFeature' in policy) || typeof policy.allowsFeature !== 'function') return false;
  return !policy.allowsFeature('camera') || !policy.allowsFeature('microphone');
}

/** Why getUserMedia refused, as one of the codes that have a sentence for the person. */
export async function deviceErrorOf(error: unknown): Promise<DeviceError> {
  const withCode = (code: DeviceFailureCode) => new DeviceError(code, { cause: error });
  const name = nameOf(error);
  if (name !== 'NotAllowedError' && name !== 'PermissionDeniedError') return withCode(codes[name] ?? 'failed');
  if (isPolicyBlocked()) return withCode('policy-blocked');
  if (/dismissed/i.test(messageOf(error))) return withCode('dismissed');
  const answers = await Promise.all(['camera', 'microphone'].map(remembered));
  // "prompt" after a no means that nothing was remembered: the question was closed without an answer.
  return withCode(answers.includes('denied') || !answers.includes('prompt') ? 'denied' : 'dismissed');
}
