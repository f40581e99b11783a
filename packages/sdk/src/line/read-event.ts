import { type EventName, events, isEventName, type WireEvent } from '@eyeline/protocol';
import * as v from 'valibot';
import { placesOf } from './places-of.ts';

/** A payload that fits its name's schema; TypeScript does not follow a name through a table, the schema just did. */
const named = <N extends EventName>(type: N, payload: unknown) => ({ ...(payload as object), type }) as WireEvent<N>;

/** What the server told, stripped of what this version does not know; null, with a warning, where it has another form. */
export function readEvent(name: string, payload: unknown): WireEvent | null {
  // A newer server may tell more than this page understands.
  if (!isEventName(name)) return null;
  const read = v.safeParse(events[name], payload);
  if (read.success) return named(name, read.output);
  console.warn(`eyeline: "${name}" did not have the expected form and was dropped (${placesOf(read.issues)})`);
  return null;
}
