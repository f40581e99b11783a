import type { TextToken } from '../rich/text-token.ts';

type Finder = (text: string) => readonly TextToken[];

/** What could be more than plain text. Most messages are not, and load nothing. */
const more = /[*_~`@]|\w\.\w|:\/\/|\+\d/;

let finder: Finder | null = null;
let loading: Promise<void> | null = null;
let found = new WeakMap<object, readonly TextToken[]>();

/** What finds links and marks in a message; none until one needs it. Another one means: draw again. */
export const tokenFinder = (): Finder | null => finder;

/** It was asked for and is on its way. */
export const isFinderComing = (): boolean => loading !== null && finder === null;

/**
 * The tokens of a message, which is looked through once. Plain until what finds more is loaded, for which it asks; where
 * that cannot be loaded or fails, the text is shown as it is.
 *
 * @param onFinder called when there is more to see than was returned
 */
export function tokensOf(message: { readonly text: string }, onFinder: () => void): readonly TextToken[] {
  const plain = [{ text: message.text }];
  if (!more.test(message.text)) return plain;
  if (!finder) {
    loading ??= import('../rich/rich-text.ts').then(({ richText }) => useFinder(richText));
    loading.then(onFinder, () => {
      loading = null;
    });
    return plain;
  }
  const before = found.get(message);
  if (before) return before;
  let tokens: readonly TextToken[] = plain;
  try {
    tokens = finder(message.text);
  } catch {
    // A page may have replaced what is built in.
  }
  found.set(message, tokens);
  return tokens;
}

/** Has messages looked through by this one from now on. */
export function useFinder(next: Finder | null): void {
  finder = next;
  found = new WeakMap();
}
