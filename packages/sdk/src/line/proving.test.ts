import type { Wish } from '@eyeline/protocol';
import { expect, test } from 'vitest';
import type { Line } from './line.ts';
import { type GetProof, proving } from './proving.ts';

const opening = { type: 'interaction.open', commandId: 'c', entryPointId: 'support', form: {}, domain: 'chat' };
const getting = { type: 'entry-point.get', entryPointId: 'support' };

/** What goes over the line when this is asked. */
function asked(wish: object, getProof: GetProof | undefined): Promise<unknown> {
  return new Promise(resolve => {
    const line: Line = { open: () => {}, close: () => {}, listen: () => () => {}, ask: sent => resolve(sent) };
    proving(line, getProof).ask(wish as Wish, () => {});
  });
}

test('a proof goes with what opens an interaction, and with nothing else', async () => {
  let times = 0;
  const getProof = async () => `token ${++times}`;
  expect(await asked(getting, getProof)).toEqual(getting);
  expect(await asked(opening, getProof)).toEqual({ ...opening, proof: 'token 1' });
  expect(await asked(opening, getProof)).toEqual({ ...opening, proof: 'token 2' });
  expect(await asked(opening, () => 'at once')).toEqual({ ...opening, proof: 'at once' });
  expect(await asked(opening, undefined)).toEqual(opening);
});

test('where the page cannot get one, the server says what is missing', async () => {
  expect(await asked(opening, () => Promise.reject(new Error('closed')))).toEqual(opening);
  expect(
    await asked(opening, () => {
      throw new Error('not there');
    }),
  ).toEqual(opening);
});
