import { linkify, type TextToken } from './linkify.ts';

const found = new WeakMap<object, readonly TextToken[]>();

/** The tokens of a message, which is looked through once. Where that fails, the text is shown as it is. */
export function tokensOf(message: { readonly text: string }, find = linkify): readonly TextToken[] {
  const before = found.get(message);
  if (before) return before;
  let tokens: readonly TextToken[];
  try {
    tokens = find(message.text);
  } catch {
    tokens = [{ text: message.text }];
  }
  found.set(message, tokens);
  return tokens;
}
