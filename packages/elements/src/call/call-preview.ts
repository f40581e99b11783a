import { type CallActor, consentFor, type Picture, type Wishes, wishesFor } from '@eyeline/machines';
import { allSources, type CallKind } from '@eyeline/protocol';
import { keepReady } from './kept-ready.ts';

const key = 'eyeline-pre-join';

/** Whether this person does not want to check camera and sound before each call. */
export function skipsPreview(): boolean {
  try {
    return localStorage.getItem(key) === 'skip';
  } catch {
    return false;
  }
}

export function keepSkipping(skips: boolean): void {
  try {
    if (skips) localStorage.setItem(key, 'skip');
    else localStorage.removeItem(key);
  } catch {
    // A browser that keeps nothing asks again.
  }
}

/** What a call is to be that is looked at before it begins. */
const kinds = new WeakMap<CallActor, CallKind>();

const devicesOf = (call: CallActor) => call.getSnapshot().children.devices;

const isUndecided = (call: CallActor): boolean => {
  const snapshot = call.getSnapshot();
  return snapshot.matches('idle') || snapshot.matches({ invited: 'deciding' });
};

/** The kind of call before which camera and sound are tried now: the devices are open, and nothing leaves the page. */
export const previewedKind = (call: CallActor | null): CallKind | null =>
  call && isUndecided(call) && devicesOf(call)?.getSnapshot().context.wanted.length ? (kinds.get(call) ?? null) : null;

/** A customer looks before the first call, and reads what they agree to before every one; agents call all day long. */
export function wantsPreview(call: CallActor, kind: CallKind): boolean {
  const { context } = call.getSnapshot();
  return consentFor(context, kind) !== '' || (context.role === 'customer' && !skipsPreview());
}

/** Opens the devices to look at. To be called from a press. */
export function preview(call: CallActor, kind: CallKind, picture: Picture, wishes?: Partial<Wishes>): boolean {
  const { context } = call.getSnapshot();
  const wanted = wishesFor(context, kind, wishes);
  const sources = allSources.filter(source => wanted[source]);
  kinds.set(call, kind);
  devicesOf(call)?.send({ type: 'want', sources, picture, quality: context.escalation.quality, pressed: true });
  return sources.length > 0;
}

export function endPreview(call: CallActor): void {
  if (isUndecided(call)) devicesOf(call)?.send({ type: 'want', sources: [], picture: 'camera' });
  kinds.delete(call);
}

/** Somebody waits for a call, and nobody is there yet: what is looked at is for later. */
export function isAhead(call: CallActor): boolean {
  const snapshot = call.getSnapshot();
  const { awaited, kinds } = snapshot.context.escalation;
  return snapshot.matches('idle') && awaited !== null && !kinds.includes(awaited);
}

/** Begins a call, or answers the one that is asked for, with what was looked at. */
export function goOn(call: CallActor, kind: CallKind, picture: Picture): void {
  const wanted = devicesOf(call)?.getSnapshot().context.wanted ?? [];
  const wishes = { camera: wanted.includes('camera'), microphone: wanted.includes('microphone') };
  const consent = consentFor(call.getSnapshot().context, kind);
  if (isAhead(call)) {
    call.send({ type: 'get-ready', picture, wishes, consent });
    keepReady({ interactionId: call.getSnapshot().context.interactionId, picture, wishes, consent });
    endPreview(call);
    return;
  }
  const type = call.getSnapshot().matches('idle') ? 'start' : 'accept';
  call.send({ type, kind, picture, wishes, ...(consent && { consent }) });
  kinds.delete(call);
}

/** Starts a call of a kind, where the person looks first after that. To be called from a press. */
export function startCall(call: CallActor, kind: CallKind, picture: Picture): void {
  if (wantsPreview(call, kind) && preview(call, kind, picture)) return;
  call.send({ type: 'start', kind, picture });
}
