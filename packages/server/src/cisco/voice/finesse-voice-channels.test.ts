import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AgentId, OfferId } from '@eyeline/protocol';
import { pino } from 'pino';
import * as v from 'valibot';
import { afterEach, describe, expect, test } from 'vitest';
import { demoConfig } from '../../process/demo.ts';
import type { ConfigInput } from '../../settings/config.ts';
import { parseConfig } from '../../settings/parse-config.ts';
import { FinesseBox } from '../../testing/finesse-box.ts';
import { openFinesse } from './open-finesse.ts';
import type { VoiceReport } from './voice-port.ts';

const anna = v.parse(AgentId, 'agent-anna');
const ben = v.parse(AgentId, 'agent-ben');
const names = new Map([
  [anna, 'anna'],
  [ben, 'ben'],
]);
const offer = (id: string) => v.parse(OfferId, id);
const reasons = ['on-chat', 'on-video'];
const ends: (() => unknown)[] = [];

afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

type FinesseInput = NonNullable<ConfigInput['finesse']>;

async function startBox(changes?: Parameters<typeof FinesseBox.start>[0]): Promise<FinesseBox> {
  const finesse = await FinesseBox.start(changes);
  ends.push(() => finesse.stop());
  return finesse;
}

function open(finesse: FinesseBox, changes: Partial<FinesseInput> = {}) {
  const config = parseConfig({ ...demoConfig, finesse: finesse.config(changes) }).finesse;
  if (!config) throw new Error('There is no such section.');
  const lines: string[] = [];
  const log = pino({ level: 'debug' }, { write: line => void lines.push(line) });
  const voiceChannels = openFinesse({ config, kept: finesse.outside.voice(), log, lookup: finesse.box.lookup });
  const reports: VoiceReport[] = [];
  voiceChannels.start(
    each => reports.push(each),
    agentId => names.get(agentId),
    finesse.outside.keep,
  );
  voiceChannels.watch([anna, ben]);
  let isOpen = true;
  const close = async () => {
    if (isOpen) await voiceChannels.close();
    isOpen = false;
  };
  ends.push(close);
  const last = (agentId = anna) => reports.findLast(each => each.agentId === agentId);
  const waitFor = (expected: object, agentId = anna) =>
    expect.poll(() => last(agentId), { timeout: 60_000 }).toMatchObject(expected);
  const received = (type: VoiceReport['type']) =>
    expect.poll(() => reports.filter(each => each.type === type).length, { timeout: 60_000 });
  const hold = (id: string, agentId = anna) =>
    voiceChannels.hold({ agentId, offerId: offer(id), reason: 'on-chat', expiresAt: Date.now() + 3_000 });
  const release = (agentId = anna) => voiceChannels.release({ agentId, reasons });
  return { voiceChannels, reports, lines, waitFor, received, hold, release, close };
}

const ready = { type: 'voice.changed', state: 'ready' };

describe('an agent whose phone is Finesse’s', () => {
  test('is held only when a notification says NOT_READY, and comes back READY', async () => {
    const finesse = await startBox();
    await finesse.ready('1001');
    const { reports, waitFor, received, hold, release } = open(finesse);
    await waitFor(ready);
    finesse.box.order({ type: 'notification-late', ms: 250, path: 'Team', times: 1 });
    hold('o-1');
    await finesse.until('1001', 'NOT_READY Supervisor Initiated (33)');
    expect(reports.filter(({ type }) => type === 'voice.held')).toEqual([]);
    await received('voice.held').toBe(1);
    await waitFor({ type: 'voice.changed', state: 'not-ready', reason: 'on-chat' });
    release();
    await received('voice.released').toBe(1);
    expect(finesse.state('1001')).toBe('READY');
    await waitFor(ready);
  });

  test('is never asked for while that cannot be kept: a restart would know nothing of it', async () => {
    const finesse = await startBox();
    await finesse.ready('1001');
    const { lines, waitFor, received, hold } = open(finesse);
    await waitFor(ready);
    const asked = () => finesse.box.state().users.find(({ id }) => id === '1001')?.state;
    finesse.outside.fails = true;
    hold('o-1');
    await expect.poll(() => lines.join()).toContain('cannot be kept');
    await received('voice.refused').toBe(1);
    expect(asked()).toBe('READY');
  });

  test('by the own credential shows the reason that was configured', async () => {
    const finesse = await startBox();
    await finesse.ready('1001');
    const { waitFor, received, hold, release } = open(finesse, {
      ways: ['own-credential', 'supervisor'],
      reason: { label: 'video call' },
    });
    await waitFor(ready);
    hold('o-1');
    await received('voice.held').toBe(1);
    expect(finesse.state('1001')).toBe('NOT_READY Video call (800)');
    release();
    await finesse.until('1001', 'READY');
  });

  test('loses against a call that comes in between; the next one is taken', async () => {
    const finesse = await startBox();
    await finesse.ready('1001', '1002');
    const { reports, waitFor, received, hold } = open(finesse);
    await waitFor(ready);
    await waitFor(ready, ben);
    finesse.box.order({ type: 'conflicting-call', times: 1 });
    hold('o-1');
    await received('voice.refused').toBe(1);
    await waitFor({ type: 'voice.changed', state: 'busy' });
    expect(reports.filter(({ type }) => type === 'voice.held')).toEqual([]);
    hold('o-2', ben);
    await expect.poll(() => reports.some(each => each.type === 'voice.held' && each.agentId === ben)).toBe(true);
  });

  test('is busy on a call, and not ready with the reason that was chosen by hand', async () => {
    const finesse = await startBox();
    await finesse.ready('1001');
    const { reports, waitFor, received, hold, release } = open(finesse);
    await waitFor(ready);
    finesse.box.call({ user: '1001' });
    await waitFor({ type: 'voice.changed', state: 'busy' });
    await finesse.ready('1002');
    finesse.box.setState('1002', { state: 'NOT_READY', reasonCodeId: '1' });
    await waitFor({ type: 'voice.changed', state: 'not-ready', reason: 'Lunch (12)' }, ben);
    hold('o-1', ben);
    await received('voice.refused').toBe(1);
    release(ben);
    await waitFor({ type: 'voice.changed', state: 'not-ready', reason: 'Lunch (12)' }, ben);
    await new Promise(resolve => setTimeout(resolve, 300));
    expect(finesse.state('1002')).toBe('NOT_READY Lunch (12)');
    expect(reports.filter(({ type }) => type === 'voice.released')).toEqual([]);
  });

  test('who chose another reason while being ours is left alone', async () => {
    const finesse = await startBox();
    await finesse.ready('1001');
    const { waitFor, received, hold, release } = open(finesse);
    await waitFor(ready);
    hold('o-1');
    await received('voice.held').toBe(1);
    finesse.box.setState('1001', { state: 'NOT_READY', reasonCodeId: '1' });
    await waitFor({ type: 'voice.changed', state: 'not-ready', reason: 'Lunch (12)' });
    release();
    await new Promise(resolve => setTimeout(resolve, 300));
    expect(finesse.state('1001')).toBe('NOT_READY Lunch (12)');
  });
});

describe('when Cisco’s side fails', () => {
  test('a node that goes down in mid-conversation: READY again through the other', async () => {
    const finesse = await startBox();
    await finesse.ready('1001');
    const { reports, waitFor, received, hold, release } = open(finesse);
    await waitFor(ready);
    hold('o-1');
    await received('voice.held').toBe(1);
    finesse.box.order({ type: 'node-down', node: 'A' });
    await expect.poll(() => reports.some(each => 'state' in each && each.state === 'unknown')).toBe(true);
    release();
    await received('voice.released').toBe(1);
    expect(finesse.state('1001')).toBe('READY');
  });

  test('lost notifications leave nobody NOT_READY', async () => {
    const finesse = await startBox();
    await finesse.ready('1001');
    const { waitFor, received, hold, release } = open(finesse);
    await waitFor(ready);
    finesse.box.order({ type: 'notification-lost', times: 1 });
    hold('o-1');
    await received('voice.held').toBe(1);
    finesse.box.order({ type: 'notification-lost', times: 1 });
    release();
    await received('voice.released').toBe(1);
    expect(finesse.state('1001')).toBe('READY');
  });

  test('after a restart what was taken is known, and given back', async () => {
    const finesse = await startBox();
    await finesse.ready('1001');
    const before = open(finesse);
    await before.waitFor(ready);
    before.hold('o-1');
    await before.received('voice.held').toBe(1);
    await before.close();
    const after = open(finesse);
    await after.waitFor({ type: 'voice.changed', state: 'not-ready', reason: 'on-chat' });
    after.release();
    await after.received('voice.released').toBe(1);
    expect(finesse.state('1001')).toBe('READY');
  });
});

test('the guide’s example is a configuration', () => {
  const guide = readFileSync(new URL('../../../FINESSE.md', import.meta.url), 'utf8');
  const [, example = ''] = /```json\n([\s\S]*?)```/.exec(guide) ?? [];
  expect(parseConfig(JSON.parse(example)).finesse?.agents['anna']).toEqual({ finesseUserId: '1001' });
});

describe('a configuration that needs a correction', () => {
  const expectLogged = async (changes: Partial<FinesseInput>, sentence: string) => {
    const finesse = await startBox();
    const { lines } = open(finesse, changes);
    await expect.poll(() => lines.join(''), { timeout: 60_000 }).toContain(sentence);
    return lines.join('');
  };

  test('a wrong password, a team that the supervisor has not, an agent whom no team has', async () => {
    const finesse = await startBox();
    const file = join(finesse.directory, 'ca.pem');
    const text = await expectLogged(
      { account: { userId: 'eyeline', password: { file } } },
      'refuses the account eyeline: correct its password',
    );
    expect(text).not.toContain('BEGIN CERTIFICATE');
    await expectLogged({ teams: ['99'] }, 'does not supervise the team 99: make it');
    await expectLogged({ agents: { anna: { finesseUserId: '7777' } } }, 'the user 7777');
    await expectLogged(
      { account: { userId: '1001', password: { file: join(finesse.directory, 'password') } } },
      'The account 1001 is an agent',
    );
  });

  test('a password that is not there, an authority that cannot be read, a reason that is missing', async () => {
    const finesse = await startBox();
    expect(() => open(finesse, { account: { userId: 'eyeline', password: { env: 'NO_SUCH_ENTRY' } } })).toThrow(
      'finesse.account.password: the environment has no NO_SUCH_ENTRY. Set it to the password.',
    );
    expect(() => open(finesse, { authorities: ['/no/such.pem'] })).toThrow('finesse.authorities.0');
    expect(() => open(finesse, { ways: ['own-credential'] })).toThrow('finesse.reason');
    expect(() => open(finesse, { nodes: ['https://fin-a:8445'] })).toThrow('finesse.nodes');
  });
});
