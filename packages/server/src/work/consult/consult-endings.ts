import type { ConsultEnding } from '@eyeline/protocol';
import type { InteractionLog } from '../../interaction/interaction-log.ts';

/** How consults ended, more exactly than their logs say; not after a restart. */
export class ConsultEndings {
  readonly #endings = new WeakMap<InteractionLog, ConsultEnding>();

  of(log: InteractionLog): ConsultEnding | undefined {
    return this.#endings.get(log);
  }

  /** Answers with what undoes it. */
  note(log: InteractionLog, ending: ConsultEnding): () => void {
    this.#endings.set(log, ending);
    return () => void this.#endings.delete(log);
  }
}
