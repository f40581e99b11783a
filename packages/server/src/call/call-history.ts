import type { CallCause, CallEnding, CallId, CallKind, Fact, MediaPath, ParticipantId } from '@eyeline/protocol';

/** What a log says of a call that is over. */
export interface CallHistory {
  readonly kind: CallKind;
  readonly media: MediaPath;
  readonly epochs: Fact<'call.measured'>['epochs'];
  /** All who ever took part. */
  readonly participantIds: readonly ParticipantId[];
  readonly durationMs: number;
  readonly ending: CallEnding;
  readonly cause?: CallCause;
}

/** Null where nobody ever accepted it, or it goes on. O(facts). */
export function callHistory(facts: readonly Fact[], callId: CallId): CallHistory | null {
  const own = facts.filter(fact => 'callId' in fact && fact.callId === callId);
  const find = <T extends Fact['type']>(type: T) => own.find((fact): fact is Fact<T> & Fact => fact.type === type);
  const [proposed, accepted, ended] = [find('call.proposed'), find('call.accepted'), find('call.ended')];
  if (!proposed || !accepted || !ended) return null;
  const renewals = own.flatMap(fact => (fact.type === 'call.renewed' ? [fact] : []));
  const changed = own.findLast(fact => fact.type === 'call.kind-changed');
  const first = { epoch: 1, media: proposed.media, at: accepted.at, reason: null };
  const came = renewals.flatMap(({ participantId, sources }) => (participantId && sources ? [participantId] : []));
  return {
    kind: (changed?.type === 'call.kind-changed' ? changed.kind : accepted.kind) ?? proposed.kind ?? 'two-way',
    media: renewals.at(-1)?.media ?? proposed.media,
    epochs: [first, ...renewals.map(({ epoch, media, at, reason }) => ({ epoch, media, at, reason }))].slice(-EPOCHS),
    participantIds: [...new Set([proposed.participantId, accepted.participantId, ...came])],
    durationMs: ended.at - accepted.at,
    ending: ended.reason,
    ...(ended.cause && { cause: ended.cause }),
  };
}

/** What began anew so often says the same again and again. */
const EPOCHS = 100;
