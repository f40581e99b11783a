import type { CommandName, CommandOutput, Failure, Wish } from '@eyeline/protocol';

/** The server carried the wish out. */
export type Done<N extends CommandName = CommandName> = {
  [K in N]: { type: `done.${K}`; wish: Wish<K>; value: CommandOutput<K> };
}[N];

/** The server refused, and says why. */
export type Failed<N extends CommandName = CommandName> = {
  [K in N]: { type: `failed.${K}`; wish: Wish<K>; error: Failure };
}[N];

/** No answer came, so nobody knows whether it was carried out. Commands with an id may simply be sent again. */
export interface Lost {
  readonly type: 'lost';
  readonly wish: Wish;
}

export type Outcome = Done | Failed | Lost;
