import { faultsIn, type Interaction } from '@eyeline/protocol';
import { isolate } from '../parts/isolate.ts';
import { deskConversation } from '../sentences/desk-conversation.ts';
import { doctorFaults } from '../sentences/doctor.ts';

/** What the customer's own check before a call found to be wrong last, in one line; to be drawn by `sentence`; null where nothing is. */
export function customerCheckWords({ checked, participants }: Interaction): string | null {
  const customer = participants.find(({ role }) => role === 'customer');
  const last = checked.findLast(({ participantId }) => participantId === customer?.participantId);
  const [fault] = last ? faultsIn(last.checks) : [];
  return customer && fault ? deskConversation.checkFound(isolate(customer.name), doctorFaults[fault.code]) : null;
}
