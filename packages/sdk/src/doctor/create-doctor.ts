import type { Doctor, DoctorFindings } from '@eyeline/machines';
import type { CheckName } from '@eyeline/protocol';
import { permissionOf } from '../devices/permission-of.ts';
import { checkBitRate } from './check-bit-rate.ts';
import { checkDevices } from './check-devices.ts';
import { checkIce } from './check-ice.ts';
import { CheckList } from './check-list.ts';
import { checkSignalling } from './check-signalling.ts';
import { type Finding, failed } from './finding.ts';
import { type IceTrial, iceTrials } from './ice-plan.ts';
import { readBriefing } from './read-briefing.ts';
import { within } from './within.ts';

export interface DoctorOptions {
  /** Where the server is, for example `https://help.example.com`; without it, where the page came from. */
  readonly url?: string | undefined;
  /** How long it may take without the person's own answers, in ms. Default: 8000; a very slow network or machine takes more. */
  readonly limitMs?: number | undefined;
  /** Only the network is looked at: camera and microphone are tried elsewhere. */
  readonly network?: boolean | undefined;
}

const order: readonly CheckName[] = [
  ...(['camera', 'microphone', 'signalling', 'stun'] as const),
  ...(['turn-udp', 'turn-tcp', 'turn-tls', 'bit-rate'] as const),
];

/**
 * One after the other they take no more than the limit: what helps to connect, each way, and how fast the way is. A little is
 * left for what comes between.
 */
const limitsWithin = (ms: number) => ({
  briefingMs: 0.24 * ms,
  wayMs: 0.37 * ms,
  bitRateMs: 0.37 * ms,
  devicesMs: 0.98 * ms,
  /** The browser asks for the devices, and the person has to answer. */
  answerMs: 4 * ms,
});

/** Looks whether a call would work from this page, before there is one. Nothing stays open. */
export function createDoctor({ url, limitMs = 8_000, network = false }: DoctorOptions = {}): Doctor {
  return {
    examine(onProgress) {
      const ending = new AbortController();
      const list = new CheckList(network ? order.slice(order.indexOf('signalling')) : order, onProgress);
      const server = url ?? location.origin;
      const look = { list, server, network, stop: ending.signal, limits: limitsWithin(limitMs) };
      return { findings: examine(look), stop: () => ending.abort() };
    },
  };
}

interface Look {
  readonly list: CheckList;
  readonly server: string;
  readonly network: boolean;
  readonly stop: AbortSignal;
  readonly limits: ReturnType<typeof limitsWithin>;
}

async function examine(look: Look): Promise<DoctorFindings> {
  const { list, server } = look;
  const at = Date.now();
  const startedAt = performance.now();
  // What the person took to answer the browser is not the doctor's time.
  const devices = look.network ? null : lookAtDevices(look);
  await lookAtNetwork(look);
  const durationMs = Math.round(performance.now() - startedAt);
  await devices;
  const userAgent = navigator.userAgent.slice(0, 400);
  return { from: 'browser', server, at, durationMs, userAgent, checks: [...list.checks] };
}

async function lookAtDevices({ list, stop, limits: { devicesMs, answerMs } }: Look): Promise<void> {
  const permissions = await Promise.all([permissionOf('camera'), permissionOf('microphone')]);
  const ms = permissions.every(one => one === 'granted') ? devicesMs : answerMs;
  const both = checkDevices(within(ms, stop));
  await Promise.all([
    list.run({ name: 'camera' }, ms, async () => (await both).camera, stop),
    list.run({ name: 'microphone' }, ms, async () => (await both).microphone, stop),
  ]);
}

async function lookAtNetwork(look: Look): Promise<void> {
  const { list, server, stop, limits } = look;
  const signalling = list.run({ name: 'signalling' }, limits.wayMs, signal => checkSignalling(server, signal), stop);
  const briefing = await readBriefing(server, within(limits.briefingMs, stop));
  if (typeof briefing === 'string') {
    // Without it nothing is known of the servers that help.
    await signalling;
    await list.run({ name: 'signalling' }, limits.wayMs, async () => failed(briefing), stop);
    for (const name of order.slice(order.indexOf('stun'))) list.skip(name);
    return;
  }
  const trials = iceTrials(briefing);
  for (const name of order.slice(order.indexOf('stun'), -1))
    if (!trials.some(trial => trial.name === name)) list.skip(name);
  const found = await Promise.all(trials.map(trial => lookAtWay(look, trial)));
  await signalling;
  // Through the first that works: they stand in the order of what is best.
  const relay = found.find(({ trial, finding }) => trial.name !== 'stun' && finding.status === 'success')?.trial;
  if (relay) await list.run({ name: 'bit-rate' }, limits.bitRateMs, signal => checkBitRate(relay, signal), stop);
  else list.skip('bit-rate');
}

async function lookAtWay({ list, stop, limits }: Look, trial: IceTrial) {
  const { name, target } = trial;
  const finding: Finding = await list.run({ name, target }, limits.wayMs, signal => checkIce(trial, signal), stop);
  return { trial, finding };
}
