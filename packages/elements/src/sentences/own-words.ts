/**
 * What a site may say in its own words: any sentence of `Built`, and as few of them as it likes. Where values come into a
 * sentence, a function of them, or a text with `{1}` for the first one.
 */
export type OwnWords<Built> = Built extends (...values: infer Values) => string
  ? string | ((...values: Values) => string)
  : Built extends string
    ? string
    : { readonly [Key in keyof Built]?: OwnWords<Built[Key]> };

type Say = (...values: readonly unknown[]) => unknown;

/** Told of each place where something stands that cannot be said, and why. */
export type Refuse = (place: string, why: string) => void;

/** What there is, with the site's own words in the places where they are of the same kind; everything else stays. */
export function inOwnWords(built: unknown, own: unknown, place: string, refuse: Refuse): unknown {
  if (typeof built === 'string') {
    if (typeof own === 'string' && own.trim()) return own;
    refuse(place, 'has to be a text');
    return built;
  }
  if (typeof built === 'function') {
    const say = asFunction(built as Say, own, place);
    if (!say) refuse(place, `has to be a function, or a text with no more than {${built.length}}`);
    return say ?? built;
  }
  if (!isObject(built) || !isObject(own) || !isAsLong(built, own)) {
    refuse(place, Array.isArray(built) ? `has to be a list of ${built.length}` : 'has to be an object');
    return built;
  }
  const words: Record<string, unknown> | unknown[] = Array.isArray(built) ? [...built] : { ...built };
  for (const [key, value] of Object.entries(own)) {
    const at = place ? `${place}.${key}` : key;
    if (Object.hasOwn(built, key)) Reflect.set(words, key, inOwnWords(Reflect.get(built, key), value, at, refuse));
    else refuse(at, 'does not exist');
  }
  return words;
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

const isAsLong = (built: object, own: object): boolean =>
  Array.isArray(built) ? Array.isArray(own) && own.length === built.length : !Array.isArray(own);

/** Says what the site says; the built-in sentence where that is no text, or a value of a text is not known. */
function asFunction(built: Say, own: unknown, place: string): Say | null {
  if (typeof own === 'function')
    return (...values) => {
      try {
        const said: unknown = own(...values);
        if (typeof said === 'string') return said;
      } catch (cause) {
        console.error(`eyeline: ${place} failed.`, cause);
      }
      return built(...values);
    };
  if (typeof own !== 'string' || !own.trim()) return null;
  const wanted = [...own.matchAll(/\{(\d+)\}/g)].map(([, index]) => Number(index));
  if (wanted.some(index => index < 1 || index > built.length)) return null;
  return (...values) =>
    values.some(value => value === null || value === '')
      ? built(...values)
      : own.replace(/\{(\d+)\}/g, (_, index) => [values[Number(index) - 1]].flat().join(', '));
}
