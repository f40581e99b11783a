import { expect, test } from 'vitest';
import { durationTable } from './durations.js';

test('each step in its order, their sum, and the ten slowest files', () => {
  const files = Array.from({ length: 12 }, (_, index) => ({ name: `${index}.test.ts`, ms: index * 1_000 }));
  const table = durationTable(
    [
      { name: 'types', ms: 17_640 },
      { name: 'unit tests', ms: 402_000 },
    ],
    files,
  );
  expect(table.split('\n')).toEqual([
    'How long each step took:',
    '     17.6 s  types',
    '    402.0 s  unit tests',
    '    419.6 s  all',
    '',
    'The slowest test files:',
    ...[11, 10, 9, 8, 7, 6, 5, 4, 3, 2].map(index => `${`${index}.0`.padStart(9)} s  ${index}.test.ts`),
  ]);
});

test('where no test ran there are only the steps', () => {
  expect(durationTable([{ name: 'types', ms: 1_000 }], [])).not.toContain('files');
});
