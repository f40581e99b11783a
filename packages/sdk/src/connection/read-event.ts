import type { EventName, WireEvent } from '@eyeline/protocol';
import * as v from 'valibot';
import { placesOf } from './places-of.ts';
import type { WireTables } from './wire-tables.ts';

/** A payload that fits its name's schema; TypeScript does not follow a name through a table, the schema just did. */
const named = <N extends EventName>(type: N, payload: unknown) => ({ ...(payload as object), type }) as WireEvent<N>;

const knows = (events: WireTables['events'], name: string): name is EventName => Object.hasOwn(events, name);

/** What the server told, stripped of what this page does not know; null, with a warning, where it has another form. */
export function readEvent({ events }: WireTables, name: string, payload: unknown): WireEvent | null {
  // A newer server may tell more than this page understands.
  const schema = knows(events, name) && events[name];
  if (!schema) return null;
  const read = v.safeParse(schema, payload);
  if (read.success) return named(name, read.output);
  console.warn(`eyeline: "${name}" did not have the expected form and was dropped (${placesOf(read.issues)})`);
  return null;
}
