import type { CommandName, CommandOutput, Wish } from '@eyeline/protocol';
import type { Answer, Line } from './line.ts';

/** A token of a captcha, or of whatever else the site asks for. */
export type GetProof = () => string | Promise<string>;

/** A line on which an interaction is opened with a proof. Without one the server says that it wants one. */
export const proving = (line: Line, getProof: GetProof | undefined): Line =>
  getProof
    ? {
        ...line,
        ask: <N extends CommandName>(wish: Wish<N>, answer: (answer: Answer<CommandOutput<N>>) => void) => {
          if (wish.type !== 'interaction.open') return line.ask(wish, answer);
          new Promise<string>(resolve => resolve(getProof())).then(
            proof => line.ask({ ...wish, proof }, answer),
            () => line.ask(wish, answer),
          );
        },
      }
    : line;
