import * as v from 'valibot';

/** A list as ECE writes it: in XML, and in the JSON that some clients make of it, a list of one is that one. */
export const oneOrMany = <S extends v.GenericSchema>(schema: S, most: number) =>
  v.pipe(
    v.union([
      v.array(schema),
      v.pipe(
        schema,
        v.transform(one => [one]),
      ),
    ]),
    v.check(list => list.length <= most, `${most} at most`),
  );

/** Text, or a number that stands for it. */
export const textual = (most: number) =>
  v.pipe(
    v.union([v.string(), v.pipe(v.number(), v.finite(), v.transform(String))]),
    v.string(),
    v.trim(),
    v.maxLength(most),
  );
