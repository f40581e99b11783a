import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Account, FinesseError, openSession } from '@eyeline/finesse';
import { AgentId, OfferId } from '@eyeline/protocol';
import type { ScenarioInput } from '@eyeline/simulators';
import { pino } from 'pino';
import * as v from 'valibot';
import { afterEach, expect, test, vi } from 'vitest';
import { demoConfig } from '../../process/demo.ts';
import type { ConfigInput } from '../../settings/config.ts';
import { parseConfig } from '../../settings/parse-config.ts';
import { FinesseBox } from '../../testing/finesse-box.ts';
import { openFinesse } from './open-finesse.ts';

type FinesseInput = NonNullable<ConfigInput['finesse']>;

const anna = v.parse(AgentId, 'agent-anna');
const Journal = v.object({ journal: v.array(v.object({ kind: v.string(), text: v.string() })) });
const ends: (() => unknown)[] = [];
afterEach(async () => {
  vi.unstubAllEnvs();
  for (const end of ends.splice(0).reverse()) await end();
});

async function startBox(changes?: Partial<ScenarioInput>): Promise<FinesseBox> {
  const finesse = await FinesseBox.start(changes);
  ends.push(() => finesse.stop());
  return finesse;
}

function open(finesse: FinesseBox, changes: Partial<FinesseInput> = {}): string[] {
  const { finesse: config } = parseConfig({ ...demoConfig, finesse: finesse.config(changes) });
  if (!config) throw new Error('There is no such section.');
  const lines: string[] = [];
  const log = pino({ level: 'info' }, { write: line => void lines.push(JSON.parse(line).msg) });
  const { lookup } = finesse.box;
  const voiceChannels = openFinesse({ config, kept: finesse.outside.voice(), log, lookup });
  ends.push(() => voiceChannels.close());
  voiceChannels.start(
    () => {},
    () => 'anna',
    finesse.outside.keep,
  );
  voiceChannels.watch([anna]);
  return lines;
}

/** What the box wrote down: requests with their answers, and sessions. */
async function journal({ box }: FinesseBox, kind: 'request' | 'session'): Promise<string[]> {
  const state: unknown = await (await fetch(`${box.addresses.page}/box/state`)).json();
  return v.parse(Journal, state).journal.flatMap(entry => (entry.kind === kind ? entry.text : []));
}

const longer = () => new Promise(resolve => setTimeout(resolve, 2_500));

test.each([
  ['where anybody may read SystemInfo', true],
  ['where nobody may', false],
])('a wrong password is shown once, %s: five would lock the account', async (_, publicSystemInfo) => {
  const finesse = await startBox({ uncertain: { publicSystemInfo } });
  writeFileSync(join(finesse.directory, 'wrong'), 'wrong');
  const account = { userId: 'eyeline', password: { file: join(finesse.directory, 'wrong') } };
  const lines = open(finesse, { account });
  await expect.poll(() => lines.join('\n'), { timeout: 60_000 }).toContain('refuses the account eyeline');
  await longer();
  const refused = (await journal(finesse, 'request')).filter(line => line.endsWith('→ 401'));
  // Without an account SystemInfo is asked once more: that shows no password.
  expect(refused.length).toBeLessThanOrEqual(publicSystemInfo ? 1 : 2);
  expect(await journal(finesse, 'session')).toEqual([]);
  // Nobody is locked out by it.
  expect(open(finesse)).toEqual([]);
  await expect.poll(async () => (await journal(finesse, 'session')).length, { timeout: 60_000 }).toBeGreaterThan(0);
});

test('an agent’s wrong password by own-credential is shown once, however often the agent is wanted', async () => {
  const finesse = await startBox();
  await finesse.ready('1001');
  writeFileSync(join(finesse.directory, 'wrong'), 'wrong');
  const password = { file: join(finesse.directory, 'wrong') };
  const { finesse: config } = parseConfig({
    ...demoConfig,
    finesse: finesse.config({
      agents: { anna: { finesseUserId: '1001', password } },
      ways: ['own-credential'],
      reason: { code: 800 },
    }),
  });
  if (!config) throw new Error('There is no such section.');
  const reports: string[] = [];
  const voiceChannels = openFinesse({
    ...{ config, kept: finesse.outside.voice(), lookup: finesse.box.lookup },
    log: pino({ level: 'silent' }),
  });
  ends.push(() => voiceChannels.close());
  voiceChannels.start(
    each => reports.push('state' in each ? each.state : each.type),
    () => 'anna',
    finesse.outside.keep,
  );
  voiceChannels.watch([anna]);
  await expect.poll(() => reports.at(-1), { timeout: 60_000 }).toBe('ready');
  for (let time = 1; time <= 6; time++) {
    const expiresAt = Date.now() + 3_000;
    voiceChannels.hold({
      agentId: anna,
      offerId: v.parse(OfferId, `o-${time}`),
      reason: 'x',
      expiresAt,
    });
    await expect.poll(() => reports.filter(type => type === 'voice.refused').length, { timeout: 60_000 }).toBe(time);
  }
  const refused = (await journal(finesse, 'request')).filter(line => line.endsWith('→ 401'));
  expect(refused).toHaveLength(1);
  expect(finesse.state('1001')).toBe('READY');
});

test.each([
  ['an agent', '1001', { finesseUserId: '1002' }],
  ['an agent to whom work is offered', '1010', { finesseUserId: '1010' }],
])('no session is ever held under the id of %s', async (_, userId, agent) => {
  const finesse = await startBox();
  const account = { userId, password: { file: join(finesse.directory, 'password') } };
  const lines = open(finesse, { account, agents: { anna: agent } });
  await expect.poll(() => lines.join('\n'), { timeout: 60_000 }).toContain(`The account ${userId} is an agent's`);
  await longer();
  expect(await journal(finesse, 'session')).toEqual([]);
  expect(lines).toHaveLength(1);
});

test('verification stays on where the environment would switch it off, for requests and for notifications', async () => {
  vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0');
  const finesse = await startBox();
  const lines = open(finesse, { authorities: [] });
  await expect.poll(() => lines.join('\n'), { timeout: 60_000 }).toContain('is signed by nobody we know');
  const [service = ''] = finesse.box.addresses.notifications;
  const domain = new URL(service).hostname;
  const session = openSession({
    ...{ service, domain, pubsubDomain: `pubsub.${domain}`, resource: 'eyeline' },
    account: new Account({ kind: 'password', userId: 'eyeline', password: 'box' }),
    network: { lookup: finesse.box.lookup },
    onNotification: () => {},
    onLost: () => {},
  });
  const fault: unknown = await session.catch((error: unknown) => error);
  expect(fault instanceof FinesseError && fault.code).toBe('certificate');
  expect([...(await journal(finesse, 'request')), ...(await journal(finesse, 'session'))]).toEqual([]);
});
