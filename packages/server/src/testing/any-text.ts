import fc from 'fast-check';
import type * as v from 'valibot';

/** What breaks stores and screens: halves of characters, U+0000, marks without a letter, and what turns writing round. */
const odd = fc.constantFrom(
  ...[
    '\ud83d',
    '\ude00',
    '\0',
    '😀',
    '👩‍👩‍👧',
    '🇨🇭',
    '\u0301',
    '\u202e',
    '\u2067',
    '\ufeff',
    '\u2028',
    '\ufffe',
    '\\',
    '\\u0000',
    '"',
    "'",
    '$1',
    '%00',
  ],
);
/** Any code units in any order, also just as long as the limits are. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc
    .array(
      fc.oneof(
        odd,
        fc.nat({ max: 0xffff }).map(unit => String.fromCharCode(unit)),
      ),
    )
    .map(parts => parts.join('')),
  fc
    .tuple(fc.constantFrom(31, 39, 40, 63, 64, 79, 80, 99, 119, 199, 399, 1970), odd)
    .map(([length, end]) => `${'x'.repeat(length)}${end}${end}`),
);

type Schema = v.GenericSchema & {
  readonly pipe?: readonly { readonly type: string }[];
  readonly entries?: Readonly<Record<string, Schema>>;
  readonly options?: readonly unknown[];
  readonly wrapped?: Schema;
  readonly item?: Schema;
  readonly key?: Schema;
  readonly value?: Schema;
  readonly literal?: unknown;
  readonly getter?: (input: unknown) => Schema;
};

/**
 * Values of a schema, with any text wherever it has a text; one of `ids` now and then where the form of a text is fixed.
 * What else is limited in it is not looked at: most values are right, some are not.
 */
export function anyOf(given: v.GenericSchema, ids: readonly string[]): fc.Arbitrary<unknown> {
  const schema = given as Schema;
  const of = (one: Schema | undefined) => (one ? anyOf(one, ids) : fc.jsonValue());
  switch (schema.type) {
    case 'string': {
      const isFixed = schema.pipe?.some(({ type }) => type === 'regex' || type === 'brand') === true;
      return isFixed ? fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...ids) }, anyText) : anyText;
    }
    case 'number':
      return fc.oneof(fc.integer({ min: 0, max: 10 }), fc.integer(), fc.maxSafeInteger());
    case 'boolean':
      return fc.boolean();
    case 'literal':
      return fc.constant(schema.literal);
    case 'picklist':
      return fc.constantFrom(...(schema.options ?? []));
    case 'object':
    case 'strict_object':
      return ofEntries(schema.entries ?? {}, ids);
    case 'array':
      return fc.array(of(schema.item), { maxLength: 3 });
    case 'record':
      return fc.dictionary(anyText, of(schema.value), { maxKeys: 3 });
    case 'variant':
    case 'union':
      return fc.oneof(...(schema.options ?? []).map(option => of(option as Schema)));
    case 'optional':
    case 'exact_optional':
    case 'nullish':
    case 'nullable':
      return of(schema.wrapped);
    default:
      return fc.jsonValue();
  }
}

function ofEntries(entries: Readonly<Record<string, Schema>>, ids: readonly string[]): fc.Arbitrary<unknown> {
  const optional = ['optional', 'exact_optional', 'nullish'];
  const requiredKeys = Object.keys(entries).filter(key => !optional.includes(entries[key]?.type ?? ''));
  const values: Record<string, fc.Arbitrary<unknown>> = {};
  for (const [key, entry] of Object.entries(entries)) values[key] = anyOf(entry, ids);
  return fc.record(values, { requiredKeys });
}
