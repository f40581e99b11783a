import type { InteractionId, Ladder } from '@eyeline/protocol';

interface Entry {
  readonly ladder: Ladder;
  readonly timer: NodeJS.Timeout;
}

/** Open interactions that routing is done with: their customers may still take what is there instead, for a while. */
export class Unserved {
  readonly #entries = new Map<InteractionId, Entry>();

  get(interactionId: InteractionId): Ladder | null {
    return this.#entries.get(interactionId)?.ladder ?? null;
  }

  /** `giveUp` runs when nothing was taken for so many ms. */
  set(interactionId: InteractionId, ladder: Ladder, ms: number, giveUp: () => void): void {
    this.delete(interactionId);
    const timer = setTimeout(() => {
      this.#entries.delete(interactionId);
      giveUp();
    }, ms);
    this.#entries.set(interactionId, { ladder, timer });
  }

  delete(interactionId: InteractionId): void {
    clearTimeout(this.#entries.get(interactionId)?.timer);
    this.#entries.delete(interactionId);
  }

  stop(): void {
    for (const interactionId of this.#entries.keys()) this.delete(interactionId);
  }
}
