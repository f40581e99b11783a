import type { AttemptOutcome, Interaction, Milestone, ParticipantId, SurveyAnswers } from '@eyeline/protocol';
import { milestone } from '../sentences/milestone.ts';
import { isDeferred } from './is-deferred.ts';
import { isolate } from './isolate.ts';
import { spanOf } from './moment.ts';

const attempts: Readonly<Record<AttemptOutcome, (who: string | null) => string>> = {
  reached: who => milestone.reached(who),
  'no-answer': who => milestone.noAnswer(who),
  'line-busy': who => milestone.lineBusy(who),
  failed: who => milestone.failed(who),
};

/** What a customer answered, as the desk reads it. */
const answerWords = ({ stars, nps, text }: SurveyAnswers = {}): string[] => [
  ...(stars === undefined ? [] : [isolate(`★ ${stars}/5`)]),
  ...(nps === undefined ? [] : [isolate(`NPS ${nps}/10`)]),
  ...(text ? [isolate(text)] : []),
];

/** What happened, said to the participant `me`; to be drawn by `sentence`. */
export function milestoneSentence(
  { kind, participantId, reason, outcome = 'failed', to, durationMs = 0, isVoice, answers, note }: Milestone,
  { participants, domain }: Pick<Interaction, 'participants' | 'domain'>,
  me: ParticipantId,
): string {
  const isOwn = participantId === me;
  const name = participants.find(one => one.participantId === participantId)?.name || milestone.otherSide;
  const who = isOwn ? null : isolate(name);
  const isWork = isDeferred(domain);
  const next = isolate(to || milestone.somebodyElse);
  const call = isVoice ? milestone.voice : milestone.video;
  switch (kind) {
    case 'joined':
      return isWork ? milestone.tookOn(who) : milestone.joined(who);
    case 'left':
      return (isWork ? milestone.putDown(who) : milestone.left(who)) + (note ? ` · ${isolate(note)}` : '');
    case 'transferred':
      return isWork ? milestone.handedThisOver(who, next) : milestone.handedOver(who, next);
    case 'callback-scheduled':
      return milestone.wantsCallback(who);
    case 'callback-attempted':
      return attempts[outcome](who);
    case 'call-started':
      return milestone.callStarted(call);
    case 'call-declined':
      return reason === 'later' ? milestone.callLater(who, call) : milestone.callDeclined(who, call);
    case 'call-missed':
      if (reason === 'withdrawn')
        return isOwn ? milestone.callCancelled(call) : milestone.callMissed(call, isolate(name));
      return reason === 'not-answered' ? milestone.callNotAnswered(call) : milestone.callNotStarted(call);
    case 'call-changed':
      return milestone.callChanged(who, call);
    case 'call-not-agreed':
      return milestone.callNotAgreed(who);
    case 'call-kept':
      return milestone.callKept(who);
    case 'call-ended':
      if (reason === 'failed') return milestone.callLost(call, spanOf(durationMs));
      return milestone.callEnded(call, spanOf(durationMs));
    case 'snapshot-no':
      return milestone.snapshotRefused(who);
    case 'snapshot-failed':
      return milestone.snapshotFailed;
    case 'nudged':
      return milestone.stillThere(spanOf(durationMs));
    case 'surveyed':
      return [milestone.surveyed(who), ...answerWords(answers)].join(' · ');
    case 'closed':
      if (reason === 'inactive') return milestone.endedSilent;
      if (isWork) return participantId === null ? milestone.isClosed : milestone.closed(who);
      return participantId === null ? milestone.chatEnded : milestone.ended(who);
  }
}
