import type { ReactiveController } from 'lit';

export type OfferAnswer = 'accept' | 'decline';

/** The keys as they are shown. */
export const offerKeys: Readonly<Record<OfferAnswer, string>> = { accept: 'Alt+A', decline: 'Alt+D' };

const answers: Readonly<Record<string, OfferAnswer>> = { KeyA: 'accept', KeyD: 'decline' };

/**
 * What a key says to an offer; null where it is somebody's typing. AltGr and Ctrl with Alt write letters on some
 * keyboards, and on a Mac so does Alt (Option) alone: there the keys rest while something is being written.
 */
export function answerOf(event: KeyboardEvent, isMac: boolean): OfferAnswer | null {
  if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.repeat || event.isComposing)
    return null;
  if (event.getModifierState('AltGraph')) return null;
  if (isMac && isWriting(event)) return null;
  return answers[event.code] ?? null;
}

function isWriting(event: KeyboardEvent): boolean {
  const [target] = event.composedPath();
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
}

/** Listens for the two keys on the whole page while its element is there. */
export class OfferKeys implements ReactiveController {
  readonly #onAnswer: (answer: OfferAnswer) => void;
  readonly #hear = (event: KeyboardEvent) => {
    const answer = answerOf(event, /Mac|iPhone|iPad/.test(navigator.platform));
    if (!answer) return;
    event.preventDefault();
    this.#onAnswer(answer);
  };

  constructor(onAnswer: (answer: OfferAnswer) => void) {
    this.#onAnswer = onAnswer;
  }

  hostConnected(): void {
    document.addEventListener('keydown', this.#hear);
  }

  hostDisconnected(): void {
    document.removeEventListener('keydown', this.#hear);
  }
}
