import { isolate } from '../parts/isolate.ts';
import { deskConversation } from '../sentences/desk-conversation.ts';
import { locale } from '../sentences/locale.ts';

/** What an agent reads of a customer whose page is gone: closed, or without a network. To be drawn by `sentence`. */
export function absenceWords(name: string, since: number | undefined): string {
  const time = since ? new Date(since).toLocaleTimeString(locale(), { hour: 'numeric', minute: '2-digit' }) : '';
  return deskConversation.left(isolate(name), time);
}
