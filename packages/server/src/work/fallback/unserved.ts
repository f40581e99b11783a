import type { Fallback, InteractionId } from '@eyeline/protocol';

interface Entry {
  readonly fallback: Fallback;
  readonly ms: number;
  readonly giveUp: () => void;
  readonly timer: NodeJS.Timeout;
}

/** Open interactions that routing is done with: their customers may still take what is there instead, for a while. */
export class Unserved {
  readonly #entries = new Map<InteractionId, Entry>();

  get(interactionId: InteractionId): Fallback | null {
    return this.#entries.get(interactionId)?.fallback ?? null;
  }

  /** `giveUp` runs when nothing was taken for so many ms. */
  set(interactionId: InteractionId, fallback: Fallback, ms: number, giveUp: () => void): void {
    this.delete(interactionId);
    const timer = setTimeout(() => {
      this.#entries.delete(interactionId);
      giveUp();
    }, ms);
    this.#entries.set(interactionId, { fallback, ms, giveUp, timer });
  }

  /** Answers with what undoes it. */
  delete(interactionId: InteractionId): () => void {
    const entry = this.#entries.get(interactionId);
    if (!entry) return () => {};
    clearTimeout(entry.timer);
    this.#entries.delete(interactionId);
    return () => this.set(interactionId, entry.fallback, entry.ms, entry.giveUp);
  }

  stop(): void {
    for (const interactionId of this.#entries.keys()) this.delete(interactionId);
  }
}
