import type { CommandName, EventName } from '@eyeline/protocol';
import type * as v from 'valibot';

/** By what a session reads what the server says: a page holds no more of the protocol than it needs. */
export interface WireTables {
  readonly answers: { readonly [N in CommandName]?: v.GenericSchema };
  readonly events: { readonly [N in EventName]?: v.GenericSchema };
}
