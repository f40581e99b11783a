import type { Consult, Interaction, Participant } from '@eyeline/protocol';
import { isolate } from '../parts/isolate.ts';

/** The one who was asked, once they have answered. */
export const colleagueOf = (
  { participants }: Interaction,
  askerId: Consult['participantId'],
): Participant | undefined => participants.find(one => one.role === 'agent' && one.participantId !== askerId);

/** How things stand, to who asked, to be drawn by `sentence`; null while the two simply talk. */
export function consultSentence({ to, ending, participantId }: Consult, interaction: Interaction): string | null {
  const colleague = colleagueOf(interaction, participantId);
  const name = isolate(colleague?.name ?? to);
  switch (ending) {
    case null:
      if (!colleague) return `Asking ${name}…`;
      return colleague.presence === 'absent'
        ? `${name} lost the connection. What you write is shown when they are back.`
        : null;
    case 'declined':
      return `${name} cannot help just now. Ask somebody else.`;
    case 'not-answered':
      return `${name} did not answer. Ask somebody else.`;
    case 'nobody-there':
      return `${name}: nobody can help at the moment. Ask somebody else.`;
    case 'given-up':
      return 'You took the question back.';
    case 'asker-left':
      return 'The conversation that this was about is over, and so is this.';
    case 'handed-over':
      return `${name} has taken over.`;
    case 'ended':
      return 'This is over.';
  }
}

/** Why it is over, to who was asked, to be drawn by `sentence`; null while it lasts. `subject`: the conversation it was about. */
export function overSentence(
  { closed, participants }: Interaction,
  subject: Interaction,
  me: Participant['participantId'],
  customerName: string,
): string | null {
  if (!closed) return null;
  if (subject.closed) return `The conversation with ${isolate(customerName)} has ended.`;
  if (closed.participantId === me) return 'You have ended this.';
  const by = participants.find(one => one.participantId === closed.participantId)?.name;
  return by
    ? `${isolate(by)} has ended this. Thank you for helping.`
    : 'This is over: your colleague does not serve them any more.';
}
