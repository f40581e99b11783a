import type { Line } from './line.ts';

/** A token of a captcha, or of whatever else the site asks for. */
export type GetProof = () => string | Promise<string>;

/** A line on which an interaction is opened with a proof. Without one the server says that it wants one. */
export const proving = (line: Line, getProof: GetProof | undefined): Line =>
  getProof
    ? {
        ...line,
        ask: (wish, answer) => {
          if (wish.type !== 'interaction.open') return line.ask(wish, answer);
          const ask = (proof?: string) => line.ask({ ...wish, proof }, answer);
          Promise.resolve()
            .then(getProof)
            .then(ask, () => ask());
        },
      }
    : line;
