import type { AttemptOutcome, Interaction, Milestone, ParticipantId } from '@eyeline/protocol';
import { isDeferred } from './is-deferred.ts';
import { isolate } from './isolate.ts';
import { spanOf } from './moment.ts';

const attempts: Readonly<Record<AttemptOutcome, string>> = {
  reached: 'and somebody answered',
  'no-answer': 'and nobody answered',
  'line-busy': 'and the line was busy',
  failed: 'but the call did not get through',
};

/** What happened, said to the participant `me`; to be drawn by `sentence`. */
export function milestoneSentence(
  { kind, participantId, reason, outcome = 'failed', to, durationMs = 0 }: Milestone,
  { participants, domain }: Pick<Interaction, 'participants' | 'domain'>,
  me: ParticipantId,
): string {
  const isOwn = participantId === me;
  const name = participants.find(one => one.participantId === participantId)?.name || 'The other side';
  const who = isOwn ? 'You' : isolate(name);
  const isWork = isDeferred(domain);
  switch (kind) {
    case 'joined':
      return isWork ? `${who} took this on` : `${who} joined the chat`;
    case 'left':
      return isWork ? `${who} put this down` : `${who} left the chat`;
    case 'transferred':
      return `${who} handed ${isWork ? 'this' : 'the chat'} over to ${isolate(to || 'somebody else')}`;
    case 'callback-scheduled':
      return `${who} asked to be called back`;
    case 'callback-attempted':
      return `${who} called, ${attempts[outcome]}`;
    case 'call-started':
      return 'Video call started';
    case 'call-declined':
      return `${who} declined the video call`;
    case 'call-missed':
      if (reason === 'withdrawn')
        return isOwn ? 'You cancelled the video call' : `Missed video call from ${isolate(name)}`;
      return 'The video call did not start';
    case 'call-ended':
      if (reason === 'failed') return `The video connection was lost after ${spanOf(durationMs)}`;
      return `Video call ended after ${spanOf(durationMs)}`;
    case 'closed':
      if (isWork) return participantId === null ? 'This is closed' : `${who} closed this`;
      return participantId === null ? 'The chat has ended' : `${who} ended the chat`;
  }
}
