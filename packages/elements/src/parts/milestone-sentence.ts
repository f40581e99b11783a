import type { AttemptOutcome, Milestone, Participant, ParticipantId } from '@eyeline/protocol';
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
  { kind, participantId, reason, outcome = 'failed', to = 'somebody else', durationMs = 0 }: Milestone,
  participants: readonly Participant[],
  me: ParticipantId,
): string {
  const isOwn = participantId === me;
  const name = participants.find(one => one.participantId === participantId)?.name || 'The other side';
  const who = isOwn ? 'You' : isolate(name);
  switch (kind) {
    case 'joined':
      return `${who} joined the chat`;
    case 'left':
      return `${who} left the chat`;
    case 'transferred':
      return `${who} handed the chat over to ${isolate(to)}`;
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
      return participantId === null ? 'The chat has ended' : `${who} ended the chat`;
  }
}
