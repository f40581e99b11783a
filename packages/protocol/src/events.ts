import type * as v from 'valibot';
import { agentEvents } from './agent-events.ts';
import { customerEvents } from './customer-events.ts';
import { factEvents } from './facts.ts';

/** What the server tells: name -> payload. Everything else about events is derived from this table. */
export const events = { ...customerEvents, ...factEvents, ...agentEvents };

export type EventName = keyof typeof events;
export type EventPayload<N extends EventName> = v.InferOutput<(typeof events)[N]>;

/** An event as a value, told apart by `type`: the same name and shape in a machine. */
export type WireEvent<N extends EventName = EventName> = { [K in N]: { type: K } & EventPayload<K> }[N];

export const isEventName = (name: string): name is EventName => Object.hasOwn(events, name);
