import type { ConversationActor } from '@eyeline/machines';

/** Is the one who writes here an agent, and is a customer to read it? */
export function writesToCustomer(conversation: ConversationActor | null): boolean {
  const { interaction, participantId } = conversation?.getSnapshot().context ?? {};
  const roleOf = (isIt: (id: string) => boolean) =>
    interaction?.participants.filter(one => isIt(one.participantId)).map(({ role }) => role) ?? [];
  return (
    roleOf(id => id === participantId).includes('agent') && roleOf(id => id !== participantId).includes('customer')
  );
}
