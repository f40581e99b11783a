import { AgentId, OfferId } from '@eyeline/protocol';
import type { ScenarioInput } from '@eyeline/simulators';
import { pino } from 'pino';
import * as v from 'valibot';
import { afterEach, expect, test } from 'vitest';
import { demoConfig } from '../../process/demo.ts';
import type { ConfigInput } from '../../settings/config.ts';
import { parseConfig } from '../../settings/parse-config.ts';
import { FinesseBox } from '../../testing/finesse-box.ts';
import { openFinesse } from './open-finesse.ts';
import type { VoiceReport } from './voice-port.ts';

type Uncertain = NonNullable<ScenarioInput['uncertain']>;
type FinesseInput = NonNullable<ConfigInput['finesse']>;

const anna = v.parse(AgentId, 'agent-anna');
const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** Each switch of the box on its less likely side; the likelier one is what every other test has. */
const switches: readonly Uncertain[] = [
  { publicSystemInfo: false },
  { notificationsAcrossNodes: false },
  { administratorsOverXmpp: false },
  { supervisorMustSignIn: true },
  { websocketPaths: ['/ws'] },
  { websocketPaths: ['/ws/'] },
  { reasonsAreRequired: false },
  { supervisorInvalidState: 401 },
  { teamEvent: 'put' },
  { teamRequestIds: false },
  { supervisorErrors: 'agent' },
  { afterNonAcdCall: 'NOT_READY' },
  { reasonsAfterFailover: 'lost' },
];
const ways: readonly FinesseInput['ways'][] = [['supervisor'], ['own-credential', 'supervisor']];

const cases = switches.flatMap(uncertain =>
  ways.map(way => ({ uncertain, ways: way, name: `${JSON.stringify(uncertain)} by ${way?.[0]}` })),
);

async function open(uncertain: Uncertain, way: FinesseInput['ways']) {
  const finesse = await FinesseBox.start({ uncertain });
  ends.push(() => finesse.stop());
  await finesse.ready('1001');
  const config = parseConfig({
    ...demoConfig,
    finesse: finesse.config({ ways: way, reason: { code: 800 } }),
  }).finesse;
  if (!config) throw new Error('There is no such section.');
  const lines: string[] = [];
  const log = pino({ level: 'debug' }, { write: line => void lines.push(line) });
  const { lookup } = finesse.box;
  const voiceChannels = openFinesse({ config, kept: finesse.outside.voice(), log, lookup });
  ends.push(() => voiceChannels.close());
  const reports: VoiceReport[] = [];
  voiceChannels.start(
    each => reports.push(each),
    () => 'anna',
    finesse.outside.keep,
  );
  voiceChannels.watch([anna]);
  const waitFor = (expected: object, from = 0) =>
    expect
      .poll(() => reports.slice(from), { timeout: 60_000, message: lines.join('') })
      .toContainEqual(expect.objectContaining(expected));
  await waitFor({ type: 'voice.changed', state: 'ready' });
  let offers = 0;
  const hold = () => {
    const from = reports.length;
    const offerId = v.parse(OfferId, `o-${++offers}`);
    voiceChannels.hold({ agentId: anna, offerId, reason: 'on-chat', expiresAt: Date.now() + 5_000 });
    return from;
  };
  const release = () => {
    const from = reports.length;
    voiceChannels.release({ agentId: anna, reasons: ['on-chat'] });
    return from;
  };
  return { finesse, reports, waitFor, hold, release };
}

test.each(cases)(
  'NOT_READY and back, calls in between, and a node that goes down: $name',
  async given => {
    const { finesse, waitFor, reports, hold, release } = await open(given.uncertain, given.ways);
    const { box } = finesse;

    await waitFor({ type: 'voice.held' }, hold());
    expect(finesse.state('1001')).toMatch(/^NOT_READY/);
    await waitFor({ type: 'voice.released' }, release());
    expect(finesse.state('1001')).toBe('READY');

    box.order({ type: 'conflicting-call', times: 1 });
    await waitFor({ type: 'voice.refused' }, hold());
    await waitFor({ type: 'voice.changed', state: 'busy' });
    const from = reports.length;
    box.act(box.state().calls[0]?.id ?? '', 'HANG_UP');
    await waitFor({ type: 'voice.changed', state: 'ready' }, from);

    await waitFor({ type: 'voice.held' }, hold());
    const beforeCall = reports.length;
    const call = box.call({ user: '1001', kind: 'non-acd' });
    await waitFor({ type: 'voice.changed', state: 'busy' }, beforeCall);
    const afterCall = reports.length;
    box.act(call ?? '', 'HANG_UP');
    await waitFor({ type: 'voice.changed', state: 'not-ready' }, afterCall);
    box.order({ type: 'node-down', node: 'A' });
    await waitFor({ type: 'voice.changed', state: 'unknown' }, reports.length);
    await waitFor({ type: 'voice.released' }, release());
    expect(finesse.state('1001')).toBe('READY');
  },
  40_000,
);
