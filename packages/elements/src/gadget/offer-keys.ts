import type { ReactiveController } from 'lit';

export type OfferAnswer = 'accept' | 'decline';

/** The keys as they are shown. */
export const offerKeys: Readonly<Record<OfferAnswer, string>> = { accept: 'Alt+A', decline: 'Alt+D' };

const answers: ReadonlyMap<string, OfferAnswer> = new Map([
  ['KeyA', 'accept'],
  ['KeyD', 'decline'],
]);

/** What of a key counts. */
export type PressedKey = Pick<
  KeyboardEvent,
  'code' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'repeat' | 'isComposing' | 'getModifierState'
>;

/**
 * What a key says to an offer; null where it is somebody's typing. AltGr, and Ctrl with Alt, write letters on some
 * keyboards. On a Mac so does Alt (Option) alone: `altWrites` says that it does so here and now.
 */
export function answerOf(key: PressedKey, altWrites: boolean): OfferAnswer | null {
  const isAltAlone = key.altKey && !key.ctrlKey && !key.metaKey && !key.shiftKey && !key.getModifierState('AltGraph');
  if (!isAltAlone || altWrites || key.repeat || key.isComposing) return null;
  return answers.get(key.code) ?? null;
}

const isMac = () => /Mac|iPhone|iPad/.test(navigator.platform);

function isWriting(event: KeyboardEvent): boolean {
  const [target] = event.composedPath();
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
}

/** Listens for the two keys on the whole page while its element is there. */
export class OfferKeys implements ReactiveController {
  readonly #onAnswer: (answer: OfferAnswer) => void;
  readonly #follow = (event: KeyboardEvent) => {
    const answer = answerOf(event, isMac() && isWriting(event));
    if (!answer) return;
    event.preventDefault();
    this.#onAnswer(answer);
  };

  constructor(onAnswer: (answer: OfferAnswer) => void) {
    this.#onAnswer = onAnswer;
  }

  hostConnected(): void {
    document.addEventListener('keydown', this.#follow);
  }

  hostDisconnected(): void {
    document.removeEventListener('keydown', this.#follow);
  }
}
