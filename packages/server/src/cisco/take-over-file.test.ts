import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Batch, OutsideRecord } from '../store/store.ts';
import { KeptRoutable, oldRoutableFile } from './domains/kept-routable.ts';
import { takeOverFiles } from './take-over-file.ts';
import { KeptVoice, oldVoiceFile } from './voice/kept-voice.ts';

const log = pino({ level: 'silent' });
let dataDirectory: string;
let stored: OutsideRecord[];
beforeEach(() => {
  dataDirectory = mkdtempSync(join(tmpdir(), 'eyeline-old-'));
  stored = [];
});
afterEach(() => rmSync(dataDirectory, { recursive: true, force: true }));

const store = {
  loadOutside: async () => [...stored],
  append: async ({ outside }: Batch) => {
    stored.push(...outside);
  },
};
const takeOver = () => takeOverFiles({ store, dataDirectory, log, files: [oldVoiceFile, oldRoutableFile] });
const oldVoice = join('.', 'telephones.json');
const write = (name: string, content: unknown) =>
  writeFileSync(join(dataDirectory, name), typeof content === 'string' ? content : JSON.stringify(content));
const taken = { phase: 'taken', claimId: 'offer-1', ours: 'supervisor', isInterrupted: false };
const held = { phase: 'held', voiceHoldId: 'offer-1', heldAs: 'supervisor', isInterrupted: false };

test('what a server of before kept in files is in the store, once', async () => {
  write(oldVoice, { nextToken: 7, agents: { '1001': { claim: taken } }, reasons: { '1001': 'on-chat' } });
  write('routable.json', {
    nextToken: 3,
    agents: { anna: { isOccupied: true, holds: { '5001': { phase: 'ours' } } } },
  });
  const records = await takeOver();
  const { state, reasons } = new KeptVoice(records, log).read();
  expect([state.nextToken, state.agents.get('1001')?.voiceHold, reasons]).toEqual([7, held, { '1001': 'on-chat' }]);
  expect(new KeptRoutable(records, log).read()).toEqual({
    nextToken: 3,
    agents: { anna: { isOccupied: true, holds: { '5001': { phase: 'held' } } } },
  });
  expect(existsSync(join(dataDirectory, oldVoice))).toBe(false);
  // One that comes back, from a backup of the directory, is older than what is stored.
  write(oldVoice, { nextToken: 1, agents: {}, reasons: {} });
  expect(new KeptVoice(await takeOver(), log).read().state.agents.size).toBe(1);
});

test('where there was none there is nothing, and nothing is written', async () => {
  expect(await takeOver()).toEqual([]);
  expect(stored).toEqual([]);
});

test('one that is there and cannot be read stops the start: it is not as if nothing were ours', async () => {
  // Nobody can read it as a file, not even an administrator.
  mkdirSync(join(dataDirectory, oldVoice));
  await expect(takeOver()).rejects.toThrow(/telephones\.json cannot be read \(EISDIR\)\. Make it readable .* Finesse/);
  rmSync(join(dataDirectory, oldVoice), { recursive: true });
  write(oldVoice, '{"nextToken":');
  await expect(takeOver()).rejects.toThrow(/phones\.json is damaged\. Delete it, and make ready in Finesse/);
  write(oldVoice, { nextToken: 1, agents: { a: { voiceHold: { phase: 'odd' } } }, reasons: {} });
  await expect(takeOver()).rejects.toThrow('is damaged');
  expect(stored).toEqual([]);
});
