import type { commands, events } from '@eyeline/protocol';

/** The part of the protocol that a session speaks: a page holds no more of it than it needs. */
export interface WireTables {
  readonly commands: Partial<typeof commands>;
  readonly events: Partial<typeof events>;
}
