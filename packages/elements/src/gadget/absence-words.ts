import { isolate } from '../parts/isolate.ts';

/** What an agent reads of a customer whose page is gone: closed, or without a network. To be drawn by `sentence`. */
export function absenceWords(name: string, since: number | undefined): string {
  const time = since && new Date(since).toLocaleTimeString(undefined, { hour: 'numeric', minute: '2-digit' });
  const words = `${isolate(name)} has left the page${time ? ` · since ${time}` : ''}.`;
  return `${words} What you write is shown when they are back; if they stay away, the chat ends by itself.`;
}
