import * as v from 'valibot';
import { AgentStatus, AgentTask, ListedTask } from './agent.ts';
import { Ladder, WaitEstimate } from './availability.ts';
import { factEvents } from './facts.ts';
import { CallId, InteractionId, OfferId, ParticipantId } from './ids.ts';
import { RemoteProducer } from './media.ts';
import { Offer } from './offer.ts';
import { Signal } from './signal.ts';
import { OfferOutcome } from './vocabulary.ts';

const within = { interactionId: InteractionId };

/** What the server tells: name -> payload. Facts of the log first, then what is true only for the moment. */
export const events = {
  ...factEvents,

  'typing.changed': v.object({ ...within, participantId: ParticipantId, typing: v.boolean() }),
  /** 1 is next. `wait`: null while nobody is ready to serve. */
  'queue.moved': v.object({ ...within, position: v.number(), wait: v.nullable(WaitEstimate) }),
  /** Null when the request can be served again. */
  'ladder.changed': v.object({ ...within, ladder: v.nullable(Ladder) }),
  'call.signalled': v.object({ ...within, callId: CallId, participantId: ParticipantId, signal: Signal }),
  'media.produced': v.object({ ...within, callId: CallId, producer: RemoteProducer }),

  'offer.made': Offer,
  'offer.closed': v.object({ offerId: OfferId, outcome: OfferOutcome }),
  'agent.state-changed': AgentStatus,
  'task.state-changed': AgentTask,
  /** What the agent may pick, in the order of serving. */
  'list.changed': v.object({ listed: v.array(ListedTask) }),
  /** The agent signed in at another place, which has taken over. */
  'agent.superseded': v.object({}),
};

export type EventName = keyof typeof events;
export type EventPayload<N extends EventName> = v.InferOutput<(typeof events)[N]>;

/** An event as a value, told apart by `type`: the same name and shape in a machine. */
export type WireEvent<N extends EventName = EventName> = { [K in N]: { type: K } & EventPayload<K> }[N];

export const isEventName = (name: string): name is EventName => Object.hasOwn(events, name);
