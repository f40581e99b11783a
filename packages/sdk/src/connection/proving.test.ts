import type { Command } from '@eyeline/protocol';
import { expect, test } from 'vitest';
import type { Connection } from './connection.ts';
import { type GetProof, proving } from './proving.ts';

const opening = { type: 'interaction.open', commandId: 'c', entryPointId: 'support', form: {}, domain: 'chat' };
const getting = { type: 'entry-point.get', entryPointId: 'support' };

/** What goes over the connection when this is asked. */
function asked(command: object, getProof: GetProof | undefined): Promise<unknown> {
  return new Promise(resolve => {
    const connection: Connection = {
      open: () => {},
      close: () => {},
      listen: () => () => {},
      ask: sent => resolve(sent),
    };
    proving(connection, getProof).ask(command as Command, () => {});
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
