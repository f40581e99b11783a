/**
 * A body as JSON; where it is none, as published examples have it: with typographic quotes and words without any.
 * @throws SyntaxError
 */
export function parseLeniently(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const mended = text.replace(/[“”„]/g, '"').replace(/:\s*([A-Za-z][\w-]*)\s*(?=[,}\]])/g, quoteWord);
    if (mended === text) throw error;
    return JSON.parse(mended);
  }
}

const quoteWord = (all: string, word: string): string =>
  ['true', 'false', 'null'].includes(word) ? all : `:"${word}"`;
