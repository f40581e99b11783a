import type { Milestone, Participant, ParticipantId } from '@eyeline/protocol';
import { spanOf } from './moment.ts';

/** What happened, said to the participant `me`. */
export function milestoneSentence(
  { kind, participantId, reason, durationMs = 0 }: Milestone,
  participants: readonly Participant[],
  me: ParticipantId,
): string {
  const isOwn = participantId === me;
  const name = participants.find(one => one.participantId === participantId)?.name || 'The other side';
  switch (kind) {
    case 'joined':
      return isOwn ? 'You joined the chat' : `${name} joined the chat`;
    case 'call-started':
      return 'Video call started';
    case 'call-declined':
      return isOwn ? 'You declined the video call' : `${name} declined the video call`;
    case 'call-missed':
      if (reason === 'withdrawn') return isOwn ? 'You cancelled the video call' : `Missed video call from ${name}`;
      return 'The video call did not start';
    case 'call-ended':
      if (reason === 'failed') return `The video connection was lost after ${spanOf(durationMs)}`;
      return `Video call ended after ${spanOf(durationMs)}`;
    case 'closed':
      if (participantId === null) return 'The chat has ended';
      return isOwn ? 'You ended the chat' : `${name} ended the chat`;
  }
}
