import * as v from 'valibot';

/**
 * The schema, with its values branded: the compiler takes them for no other text. `v.brand` does the same and adds a step that
 * does nothing to each schema, which customers' pages would carry.
 */
export const branded = <Name extends string>(schema: v.GenericSchema<string>) =>
  schema as v.GenericSchema<string, string & v.Brand<Name>>;

const anyId = v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/, 'an id of 1 to 64 letters, digits, "-" and "_"'));

/** An id of the kind `Name`. */
export const id = <Name extends string>() => branded<Name>(anyId);
