import type { DeskTask } from '@eyeline/machines';
import { isDeferred } from '../parts/is-deferred.ts';
import { deskConversation } from '../sentences/desk-conversation.ts';

/** What stands below the customer's name: how it came, or how it ended for this agent. */
export function noteWords({ domain, state }: Pick<DeskTask, 'domain' | 'state'>, isClosed: boolean, title: string) {
  if (isClosed) return isDeferred(domain) ? deskConversation.isDone : deskConversation.hasEnded;
  if (state !== 'wrapping-up') return title;
  return domain === 'callback' ? deskConversation.notReached : deskConversation.handedOver;
}
