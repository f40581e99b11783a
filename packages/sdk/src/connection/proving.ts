import type { Connection } from './connection.ts';

/** A token of a captcha, or of whatever else the site asks for. */
export type GetProof = () => string | Promise<string>;

/** A connection on which an interaction is opened with a proof. Without one the server says that it wants one. */
export const proving = (connection: Connection, getProof: GetProof | undefined): Connection =>
  getProof
    ? {
        ...connection,
        ask: (command, answer) => {
          if (command.type !== 'interaction.open') return connection.ask(command, answer);
          const ask = (proof?: string) => connection.ask({ ...command, proof }, answer);
          Promise.resolve()
            .then(getProof)
            .then(ask, () => ask());
        },
      }
    : connection;
