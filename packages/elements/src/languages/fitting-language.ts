/** English is what everything is written in; it is not loaded. */
export const english = 'en';

/**
 * The first of the wanted languages that there is: `de-AT` gets `de`. English where there is none of them.
 *
 * @param wanted tags of BCP 47, the dearest first, as in `navigator.languages`
 * @param known tags of the languages that there are
 */
export function fittingLanguage(wanted: readonly string[], known: readonly string[]): string {
  for (const tag of wanted) {
    const [primary = ''] = tag.toLowerCase().split(/[-_]/);
    if (primary === english || known.includes(primary)) return primary;
  }
  return english;
}
