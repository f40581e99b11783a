const isFirstHalf = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;

/** The first `most` UTF-16 code units of a text, or one less where that would halve a character. O(1). */
export const cutUnits = (text: string, most: number): string =>
  text.slice(0, text.length > most && isFirstHalf(text.charCodeAt(most - 1)) ? most - 1 : most);

/**
 * As many characters of a text as fit into `most` UTF-16 code units. A character is what a reader takes for one: a flag, a
 * family and a letter with its accents stay whole, unless one alone is longer than `most`. O(`most`).
 */
export function cutText(text: string, most: number): string {
  if (text.length <= most) return text;
  let end = 0;
  for (const { index, segment } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)) {
    if (index + segment.length > most) break;
    end = index + segment.length;
  }
  return end > 0 ? text.slice(0, end) : cutUnits(text, most);
}
