import { PGlite } from '@electric-sql/pglite';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { RepeatedStatements } from './repeated-statements.ts';

let pglite: PGlite;
let statements: RepeatedStatements;
beforeAll(async () => {
  pglite = await PGlite.create();
  await pglite.exec('create table note (id bigint primary key, is_read boolean, words text[], numbers bigint[])');
  statements = new RepeatedStatements(pglite);
});
afterAll(() => pglite.close());

const insert = 'insert into note (id, is_read, words, numbers) values ($1, $2, $3, $4)';
const rows = async () => (await pglite.query('select * from note order by id')).rows;

test('what is written is what was said, whatever is in it', async () => {
  const word = fc.option(
    fc.oneof(
      fc.string({ unit: 'grapheme' }).map(text => text.replaceAll('\0', '')),
      fc.constantFrom('', 'null', 'NULL', '{}', '{"a":"\\\\"}', '"', '\\', ',', ' ', '\n', '🙂'),
    ),
  );
  const note = fc.tuple(fc.option(fc.boolean()), fc.array(word), fc.option(fc.array(fc.integer())));
  await fc.assert(
    fc.asyncProperty(note, async ([isRead, words, numbers]) => {
      await pglite.exec('delete from note');
      await statements.run(insert, [1, isRead, words, numbers]);
      expect(await rows()).toEqual([{ id: 1, is_read: isRead, words, numbers }]);
    }),
    { numRuns: 200 },
  );
});

test('what PostgreSQL refuses is refused with its code, leaves nothing, and others go on', async () => {
  await pglite.exec('delete from note');
  await statements.run(insert, [1, true, [], []]);
  await expect(statements.run(insert, [1, true, [], []])).rejects.toMatchObject({ code: '23505' });
  await expect(statements.run(insert, [2, true, ['\0'], []])).rejects.toMatchObject({ code: '22021' });
  await expect(statements.run('select nothing from nowhere', [])).rejects.toMatchObject({ code: '42P01' });
  // Once more: it was not taken for prepared.
  await expect(statements.run('select nothing from nowhere', [])).rejects.toMatchObject({ code: '42P01' });
  await statements.run(insert, [3, null, [], null]);
  expect(await rows()).toMatchObject([{ id: 1 }, { id: 3, is_read: null }]);
});
