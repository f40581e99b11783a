import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AgentId, OfferId } from '@eyeline/protocol';
import { pino } from 'pino';
import * as v from 'valibot';
import { afterEach, expect, test } from 'vitest';
import { demoConfig } from '../../process/demo.ts';
import type { ConfigInput } from '../../settings/config.ts';
import { parseConfig } from '../../settings/parse-config.ts';
import { FinesseBox } from '../../testing/finesse-box.ts';
import { FinesseSection } from './finesse-section.ts';
import type { VoiceReport } from './voice-port.ts';

type FinesseInput = NonNullable<ConfigInput['finesse']>;

const anna = v.parse(AgentId, 'agent-anna');
const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function startBox(): Promise<FinesseBox> {
  const finesse = await FinesseBox.start();
  ends.push(() => finesse.stop());
  await finesse.ready('1001', '1002');
  return finesse;
}

const sectionOf = (input: FinesseInput) => {
  const { finesse } = parseConfig({ ...demoConfig, finesse: input });
  if (!finesse) throw new Error('There is no such section.');
  return finesse;
};

function open(finesse: FinesseBox, changes: Partial<FinesseInput> = {}) {
  const lines: string[] = [];
  const log = pino({ level: 'info' }, { write: line => void lines.push(JSON.parse(line).msg) });
  const section = new FinesseSection({
    config: sectionOf(finesse.config(changes)),
    kept: finesse.outside.voice(),
    log,
    lookup: finesse.box.lookup,
  });
  ends.push(() => section.close());
  const reports: VoiceReport[] = [];
  section.start(
    each => reports.push(each),
    () => 'anna',
    finesse.outside.keep,
  );
  section.watch([anna]);
  const waitFor = (expected: object, from = 0) =>
    expect.poll(() => reports.slice(from), { timeout: 60_000 }).toContainEqual(expect.objectContaining(expected));
  let offers = 0;
  const take = async () => {
    const from = reports.length;
    const offerId = v.parse(OfferId, `o-${++offers}`);
    section.hold({ agentId: anna, offerId, reason: 'on-chat', expiresAt: Date.now() + 5_000 });
    await waitFor({ type: 'voice.held', offerId }, from);
  };
  const change = async (input: Partial<FinesseInput>, where = finesse) => {
    await section.change(sectionOf(where.config(input)));
    return reports.length;
  };
  return {
    section,
    lines,
    reports,
    waitFor,
    take,
    change,
    release: () => section.release({ agentId: anna, reasons: ['on-chat'] }),
  };
}

const ready = { type: 'voice.changed', state: 'ready' };

test('another way in mid-conversation: the agent stays not ready, is ready at its end, and is taken the new way', async () => {
  const finesse = await startBox();
  const { waitFor, take, change, release } = open(finesse);
  await waitFor(ready);
  await take();
  expect(finesse.state('1001')).toBe('NOT_READY Supervisor Initiated (33)');
  const from = await change({ ways: ['own-credential'], reason: { code: 800 } });
  await waitFor({ type: 'voice.changed', state: 'not-ready', reason: 'on-chat' }, from);
  expect(finesse.state('1001')).toBe('NOT_READY Supervisor Initiated (33)');
  release();
  await waitFor({ type: 'voice.released' }, from);
  expect(finesse.state('1001')).toBe('READY');
  await take();
  expect(finesse.state('1001')).toBe('NOT_READY Video call (800)');
});

test('another phone in mid-conversation: the one before is given back', async () => {
  const finesse = await startBox();
  const { waitFor, take, change } = open(finesse);
  await waitFor(ready);
  await take();
  const from = await change({ agents: { anna: { finesseUserId: '1002' } } });
  await finesse.until('1001', 'READY');
  await waitFor(ready, from);
  await take();
  expect(finesse.state('1002')).toMatch(/^NOT_READY/);
  expect(finesse.state('1001')).toBe('READY');
});

test('another Finesse: who is not ready in the one before is ready there first; agents are taken in the new one', async () => {
  const [one, other] = [await startBox(), await startBox()];
  const { waitFor, take, change, lines } = open(one);
  await waitFor(ready);
  await take();
  const from = await change({}, other);
  expect(one.state('1001')).toBe('READY');
  expect(one.box.state().nodes.flatMap(({ sessions }) => sessions)).toEqual([]);
  await waitFor(ready, from);
  await take();
  expect(other.state('1001')).toMatch(/^NOT_READY/);
  expect(one.state('1001')).toBe('READY');
  expect(lines.filter(line => line.includes('by hand'))).toEqual([]);
});

test('a section that needs a correction is refused with its path, and the one before stays in force', async () => {
  const finesse = await startBox();
  const { waitFor, take, change, release } = open(finesse);
  await waitFor(ready);
  await expect(change({ authorities: ['/no/such.pem'] })).rejects.toThrow(
    'finesse.authorities.0: the file /no/such.pem',
  );
  await expect(change({ nodes: ['https://fin-a:8445'] })).rejects.toThrow(
    'finesse.nodes: fin-a is not a full host name',
  );
  await expect(change({ account: { userId: 'eyeline', password: { env: 'NO_SUCH_ENTRY' } } })).rejects.toThrow(
    'finesse.account.password',
  );
  await take();
  release();
  await finesse.until('1001', 'READY');
});

test('a corrected password counts when the configuration is read again; what did not change is left alone', async () => {
  const finesse = await startBox();
  writeFileSync(join(finesse.directory, 'password'), 'wrong');
  const { waitFor, lines, change } = open(finesse);
  await expect.poll(() => lines.join(), { timeout: 60_000 }).toContain('refuses the account eyeline');
  writeFileSync(join(finesse.directory, 'password'), 'box');
  await change({});
  await waitFor(ready);
  const followed = lines.filter(line => line.startsWith('Finesse is followed')).length;
  await change({});
  expect(lines.filter(line => line.startsWith('Finesse is followed'))).toHaveLength(followed);
});
