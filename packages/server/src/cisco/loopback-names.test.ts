import { expect, test } from 'vitest';
import { lookupWithLoopback } from './loopback-names.ts';

const find = (name: string, all: boolean): Promise<unknown> =>
  new Promise(resolve => lookupWithLoopback(name, { all }, (error, found) => resolve(error ? error.code : found)));

test('names under .localhost are this machine, all others are asked for', async () => {
  expect(await find('fin-a.localhost', false)).toBe('127.0.0.1');
  expect(await find('FIN-B.LOCALHOST', true)).toEqual([{ address: '127.0.0.1', family: 4 }]);
  // No name by its form: the machine's resolver says so at once.
  expect(await find('not a name', false)).toMatch(/^E/);
});
