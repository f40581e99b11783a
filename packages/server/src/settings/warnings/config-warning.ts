/** Something in a configuration that can be served and is probably not what was meant. */
export interface ConfigWarning {
  /** Keys from the top, `routing.queues.cards.maxWaitMs`. */
  readonly path: string;
  /** What happens, and what to do about it. */
  readonly sentence: string;
}

export const warningLine = ({ path, sentence }: ConfigWarning): string => `${path}: ${sentence}`;
