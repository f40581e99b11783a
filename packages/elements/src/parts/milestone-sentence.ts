import type { AttemptOutcome, Milestone, Participant, ParticipantId } from '@eyeline/protocol';
import { milestone } from '../sentences/milestone.ts';
import { isolate } from './isolate.ts';
import { spanOf } from './moment.ts';

const attempts: Readonly<Record<AttemptOutcome, (who: string | null) => string>> = {
  reached: who => milestone.reached(who),
  'no-answer': who => milestone.noAnswer(who),
  'line-busy': who => milestone.lineBusy(who),
  failed: who => milestone.failed(who),
};

/** What happened, said to the participant `me`; to be drawn by `sentence`. */
export function milestoneSentence(
  { kind, participantId, reason, outcome = 'failed', to = milestone.somebodyElse, durationMs = 0 }: Milestone,
  participants: readonly Participant[],
  me: ParticipantId,
): string {
  const isOwn = participantId === me;
  const name = participants.find(one => one.participantId === participantId)?.name || milestone.otherSide;
  const who = isOwn ? null : isolate(name);
  switch (kind) {
    case 'joined':
      return milestone.joined(who);
    case 'left':
      return milestone.left(who);
    case 'transferred':
      return milestone.handedOver(who, isolate(to));
    case 'callback-scheduled':
      return milestone.wantsCallback(who);
    case 'callback-attempted':
      return attempts[outcome](who);
    case 'call-started':
      return milestone.callStarted;
    case 'call-declined':
      return milestone.callDeclined(who);
    case 'call-missed':
      if (reason === 'withdrawn') return isOwn ? milestone.callCancelled : milestone.callMissed(isolate(name));
      return milestone.callNotStarted;
    case 'call-ended':
      if (reason === 'failed') return milestone.callLost(spanOf(durationMs));
      return milestone.callEnded(spanOf(durationMs));
    case 'closed':
      return participantId === null ? milestone.chatEnded : milestone.ended(who);
  }
}
