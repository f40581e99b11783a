import type { Doctor, DoctorFindings } from '@eyeline/machines';
import type { CheckName } from '@eyeline/protocol';
import { checkBitRate } from './check-bit-rate.ts';
import { checkDevices } from './check-devices.ts';
import { checkIce } from './check-ice.ts';
import { CheckList } from './check-list.ts';
import { checkSignalling } from './check-signalling.ts';
import { type Finding, failed } from './finding.ts';
import { type IceTrial, iceTrials } from './ice-plan.ts';
import { readBriefing } from './read-briefing.ts';

export interface DoctorOptions {
  /** Where the server is, for example `https://help.example.com`; without it, where the page came from. */
  readonly url?: string | undefined;
}

const order: readonly CheckName[] = [
  ...(['camera', 'microphone', 'signalling', 'stun'] as const),
  ...(['turn-udp', 'turn-tcp', 'turn-tls', 'bit-rate'] as const),
];

/** One after the other they take eight seconds at most: what helps to connect, each way, and how fast the way is. */
const limits = { briefingMs: 2_000, wayMs: 3_000, bitRateMs: 3_000 };
/** The browser may have to ask for the devices, and the person has to answer. */
const devicesMs = 30_000;

/** Looks whether a call would work from this page, before there is one. Nothing stays open. */
export function createDoctor({ url }: DoctorOptions = {}): Doctor {
  return {
    examine(onProgress) {
      const ending = new AbortController();
      const list = new CheckList(order, onProgress);
      const server = url ?? location.origin;
      return { findings: examine(list, server, ending.signal), stop: () => ending.abort() };
    },
  };
}

async function examine(list: CheckList, server: string, stop: AbortSignal): Promise<DoctorFindings> {
  const at = Date.now();
  const startedAt = performance.now();
  // What the person took to answer the browser is not the doctor's time.
  const devices = lookAtDevices(list, stop);
  await lookAtNetwork(list, server, stop);
  const durationMs = Math.round(performance.now() - startedAt);
  await devices;
  const userAgent = navigator.userAgent.slice(0, 400);
  return { from: 'browser', server, at, durationMs, userAgent, checks: [...list.checks] };
}

async function lookAtDevices(list: CheckList, stop: AbortSignal): Promise<void> {
  const ending = AbortSignal.any([stop, AbortSignal.timeout(devicesMs)]);
  const both = checkDevices(ending);
  await Promise.all([
    list.run({ name: 'camera' }, devicesMs, async () => (await both).camera, stop),
    list.run({ name: 'microphone' }, devicesMs, async () => (await both).microphone, stop),
  ]);
}

async function lookAtNetwork(list: CheckList, server: string, stop: AbortSignal): Promise<void> {
  const signalling = list.run({ name: 'signalling' }, limits.wayMs, signal => checkSignalling(server, signal), stop);
  const briefing = await readBriefing(server, AbortSignal.any([stop, AbortSignal.timeout(limits.briefingMs)]));
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
  const found = await Promise.all(trials.map(trial => lookAtWay(list, trial, stop)));
  await signalling;
  // Through the first that works: they stand in the order of what is best.
  const relay = found.find(({ trial, finding }) => trial.name !== 'stun' && finding.status === 'success')?.trial;
  if (relay) await list.run({ name: 'bit-rate' }, limits.bitRateMs, signal => checkBitRate(relay, signal), stop);
  else list.skip('bit-rate');
}

async function lookAtWay(list: CheckList, trial: IceTrial, stop: AbortSignal) {
  const { name, target } = trial;
  const finding: Finding = await list.run({ name, target }, limits.wayMs, signal => checkIce(trial, signal), stop);
  return { trial, finding };
}
