import type { ConversationActor } from '@eyeline/machines';
import { type MaskingKind, maskText, readMasking } from '@eyeline/protocol';

/** What was filled into a form, without those numbers. */
export function withoutNumbers(
  conversation: ConversationActor,
  values: Readonly<Record<string, string>>,
): { readonly values: Readonly<Record<string, string>>; readonly masked?: MaskingKind[] } {
  const kinds = readMasking(conversation.getSnapshot().context.entryPoint?.masking);
  const all = Object.entries(values).map(([name, value]) => ({ name, ...maskText(value, kinds) }));
  const masked = [...new Set(all.flatMap(one => readMasking(one.masked)))];
  return {
    values: Object.fromEntries(all.map(({ name, text }) => [name, text])),
    ...(masked.length > 0 && { masked }),
  };
}

/** Sends what somebody wrote, without the numbers that the entry point hides: they do not leave the page. */
export function say(conversation: ConversationActor, written: string): void {
  const { entryPoint } = conversation.getSnapshot().context;
  const { text, masked } = maskText(written, readMasking(entryPoint?.masking));
  conversation.send({ type: 'send', text, ...(masked.length > 0 && { masked: [...readMasking(masked)] }) });
}
