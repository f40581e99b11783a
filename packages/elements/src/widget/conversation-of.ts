import type { ConversationActor, CustomerActor } from '@eyeline/machines';
import type { SnapshotFrom } from 'xstate';

/** The name under which a visit holds its conversation. */
const conversationId = 'conversation';

/** The conversation of a visit; undefined before it was opened and after it was left. */
export const conversationOf = (visit: SnapshotFrom<CustomerActor>): ConversationActor | undefined =>
  visit.children[conversationId];
