import type { ConversationActor } from '@eyeline/machines';
import { maskText, readMasking } from '@eyeline/protocol';

/** Sends what somebody wrote, without the numbers that the entry point hides: they do not leave the page. */
export function say(conversation: ConversationActor, written: string): void {
  const { entryPoint } = conversation.getSnapshot().context;
  const { text, masked } = maskText(written, readMasking(entryPoint?.masking));
  conversation.send({ type: 'send', text, ...(masked.length > 0 && { masked: [...readMasking(masked)] }) });
}
