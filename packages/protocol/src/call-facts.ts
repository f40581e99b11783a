import { type Call, type Leg, legOf } from './call.ts';
import type { Fact } from './facts.ts';
import type { HelpedPicture } from './helped-picture.ts';
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
export const withoutLeg = (call: Call, participantId: ParticipantId): Call =>
  thawed({
    ...call,
    asked: call.asked?.participantId === participantId ? null : call.asked,
    legs: call.legs.filter(leg => leg.participantId !== participantId),
  });

/** A picture that is not shown any more neither stands still nor is a snapshot of it to be had. */
const thawed = (call: Call): Call => ({
  ...call,
  frozen: ifShown(call, call.frozen),
  snapshot: ifShown(call, call.snapshot),
});

const ifShown = <Of extends { readonly picture: HelpedPicture }>(call: Call, of: Of | undefined): Of | undefined =>
  of && legOf(call, of.picture.participantId)?.sources[of.picture.source] === 'on' ? of : undefined;

export const withoutSnapshot = (call: Call): Call => ({ ...call, snapshot: undefined });

export type ChangingFact =
  | 'call.switched'
  | 'call.held'
  | 'call.renewed'
  | 'call.frozen'
  | 'snapshot.asked'
  | 'snapshot.answered'
  | 'call.kind-asked'
  | 'call.kind-changed'
  | 'call.kind-refused';

/** What happened in a call that goes on. */
export function changedCall(among: Participants, call: Call, fact: Fact<ChangingFact>): Call {
  switch (fact.type) {
    case 'call.switched': {
      const { participantId, sources } = fact;
      const legs = call.legs.map(leg => (leg.participantId === participantId ? { ...leg, sources } : leg));
      return thawed({ ...call, legs });
    }
    case 'call.held': {
      const { participantId, held } = fact;
      return { ...call, legs: call.legs.map(leg => (leg.participantId === participantId ? leg : { ...leg, held })) };
    }
    case 'call.renewed': {
      const { epoch, media, participantId, sources } = fact;
      const legs = participantId && sources ? withLeg(call, legFor(among, participantId, sources)) : call.legs;
      // The page that held it still is gone.
      const isGone = call.frozen?.picture.participantId === participantId;
      return thawed({ ...call, epoch, media, legs, frozen: isGone ? undefined : call.frozen });
    }
    case 'call.frozen': {
      const { picture, participantId: by } = fact;
      return thawed({ ...call, frozen: fact.frozen ? { picture, by } : undefined });
    }
    case 'snapshot.asked': {
      const { snapshotId, picture, participantId: by } = fact;
      const isAllowed = call.snapshotsAllowedBy?.includes(picture.participantId);
      return thawed({ ...call, snapshot: { snapshotId, picture, by, state: isAllowed ? 'allowed' : 'asked' } });
    }
    case 'snapshot.answered': {
      const { snapshotId, participantId, answer } = fact;
      if (call.snapshot?.snapshotId !== snapshotId) return call;
      if (answer === 'no' || answer === 'failed') return withoutSnapshot(call);
      const snapshotsAllowedBy = [...(call.snapshotsAllowedBy ?? []), ...(answer === 'always' ? [participantId] : [])];
      return { ...call, snapshotsAllowedBy, snapshot: { ...call.snapshot, state: 'allowed' } };
    }
    case 'call.kind-asked':
      return { ...call, asked: { participantId: fact.participantId, kind: fact.kind } };
    case 'call.kind-changed':
      return thawed({ ...call, kind: fact.kind, asked: null });
    case 'call.kind-refused':
      return { ...call, asked: null };
  }
}
