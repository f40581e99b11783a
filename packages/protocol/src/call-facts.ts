import type { Call, Leg } from './call.ts';
import type { Fact } from './facts.ts';
import type { ParticipantId } from './ids.ts';
import { bothOn, type Sources } from './sources.ts';
import type { Role } from './vocabulary.ts';

interface Participants {
  readonly participants: readonly { readonly participantId: ParticipantId; readonly role: Role }[];
}

const legFor = ({ participants }: Participants, participantId: ParticipantId, sources: Sources = bothOn): Leg => ({
  participantId,
  role: participants.find(one => one.participantId === participantId)?.role ?? 'customer',
  sources,
  held: false,
});

const withLeg = ({ legs }: Call, leg: Leg): readonly Leg[] =>
  legs.some(one => one.participantId === leg.participantId)
    ? legs.map(one => (one.participantId === leg.participantId ? { ...leg, held: one.held } : one))
    : [...legs, leg];

export function proposedCall(among: Participants, fact: Fact<'call.proposed'>): Call {
  const { callId, participantId, media, kind = 'two-way', sources, at: since } = fact;
  const legs = [legFor(among, participantId, sources)];
  return { callId, kind, state: 'proposed', proposerId: participantId, media, epoch: 1, legs, asked: null, since };
}

export function acceptedCall(among: Participants, call: Call, fact: Fact<'call.accepted'>): Call {
  const { kind = call.kind, participantId, sources, at: since } = fact;
  return { ...call, state: 'active', kind, since, legs: withLeg(call, legFor(among, participantId, sources)) };
}

/** Who left the conversation is not in its call; the call goes on for the others. */
export const withoutLeg = (call: Call, participantId: ParticipantId): Call => ({
  ...call,
  asked: call.asked?.participantId === participantId ? null : call.asked,
  legs: call.legs.filter(leg => leg.participantId !== participantId),
});

export type ChangingFact =
  | 'call.switched'
  | 'call.held'
  | 'call.renewed'
  | 'call.kind-asked'
  | 'call.kind-changed'
  | 'call.kind-refused';

/** What happened in a call that goes on. */
export function changedCall(among: Participants, call: Call, fact: Fact<ChangingFact>): Call {
  switch (fact.type) {
    case 'call.switched': {
      const { participantId, sources } = fact;
      return { ...call, legs: call.legs.map(leg => (leg.participantId === participantId ? { ...leg, sources } : leg)) };
    }
    case 'call.held': {
      const { participantId, held } = fact;
      return { ...call, legs: call.legs.map(leg => (leg.participantId === participantId ? leg : { ...leg, held })) };
    }
    case 'call.renewed': {
      const { epoch, media, participantId, sources } = fact;
      const legs = participantId && sources ? withLeg(call, legFor(among, participantId, sources)) : call.legs;
      return { ...call, epoch, media, legs };
    }
    case 'call.kind-asked':
      return { ...call, asked: { participantId: fact.participantId, kind: fact.kind } };
    case 'call.kind-changed':
      return { ...call, kind: fact.kind, asked: null };
    case 'call.kind-refused':
      return { ...call, asked: null };
  }
}
