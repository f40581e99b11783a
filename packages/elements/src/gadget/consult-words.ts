import type { Consult, Interaction, Participant } from '@eyeline/protocol';
import { isolate } from '../parts/isolate.ts';
import { deskConsult } from '../sentences/desk-consult.ts';

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
      if (!colleague) return deskConsult.waitingFor(name);
      return colleague.presence === 'absent' ? deskConsult.lostConnection(name) : null;
    case 'declined':
      return deskConsult.declined(name);
    case 'not-answered':
      return deskConsult.notAnswered(name);
    case 'nobody-there':
      return deskConsult.nobodyThere(name);
    case 'given-up':
      return deskConsult.takenBack;
    case 'asker-left':
      return deskConsult.askerLeft;
    case 'handed-over':
      return deskConsult.takenOver(name);
    case 'ended':
      return deskConsult.over;
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
  if (subject.closed) return deskConsult.customerEnded(isolate(customerName));
  if (closed.participantId === me) return deskConsult.youEnded;
  const by = participants.find(one => one.participantId === closed.participantId)?.name;
  return by ? deskConsult.theyEnded(isolate(by)) : deskConsult.noLongerServed;
}
