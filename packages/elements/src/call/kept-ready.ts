import type { CallContext, DevicesContext, Ready } from '@eyeline/machines';

const key = 'eyeline-ready';

interface Kept {
  readonly interactionId: string;
  readonly picture: Ready['picture'];
  readonly wishes: { readonly camera: boolean; readonly microphone: boolean };
  readonly consent: string;
}

/** The person is ready for the call that they wait for: a page that takes the place of this one need not ask again. */
export function keepReady(kept: Kept): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(kept));
  } catch {
    // A browser that keeps nothing asks again.
  }
}

/**
 * As the page before this one was ready, where the browser opens the devices without a question: a call that begins by itself may
 * not wait for a press. `consent`: what is to be agreed to now.
 */
export function keptReady(
  { interactionId }: Pick<CallContext, 'interactionId'>,
  { permissions }: Pick<DevicesContext, 'permissions'>,
  consent: string,
): Ready | null {
  const kept = read();
  if (kept?.interactionId !== interactionId || kept.consent !== consent) return null;
  const { picture, wishes } = kept;
  const needsCamera = wishes.camera && picture === 'camera';
  if (needsCamera && permissions.camera !== 'granted') return null;
  if (wishes.microphone && permissions.microphone !== 'granted') return null;
  return { type: 'get-ready', picture, wishes, consent };
}

function read(): Kept | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null');
    return isKept(kept) ? kept : null;
  } catch {
    return null;
  }
}

/** The host's page may write there too. */
function isKept(kept: unknown): kept is Kept {
  if (typeof kept !== 'object' || kept === null || !('wishes' in kept)) return false;
  const { wishes } = kept;
  if (typeof wishes !== 'object' || wishes === null || !('picture' in kept) || !('consent' in kept)) return false;
  const areWishes = ['camera', 'microphone'].every(source => typeof Reflect.get(wishes, source) === 'boolean');
  return areWishes && (kept.picture === 'camera' || kept.picture === 'test') && typeof kept.consent === 'string';
}
