import type { Command, CommandName, CommandOutput, Failure } from '@eyeline/protocol';

/** The server carried the command out. */
export type Done<N extends CommandName = CommandName> = {
  [K in N]: { type: `done.${K}`; command: Command<K>; value: CommandOutput<K> };
}[N];

/** The server refused, and says why. */
export type Failed<N extends CommandName = CommandName> = {
  [K in N]: { type: `failed.${K}`; command: Command<K>; error: Failure };
}[N];

/** No answer came, so nobody knows whether it was carried out. Commands with an id may simply be sent again. */
export interface Lost {
  readonly type: 'lost';
  readonly command: Command;
}

export type Outcome = Done | Failed | Lost;
