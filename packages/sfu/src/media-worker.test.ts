import { chmod, copyFile, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ParticipantId } from '@eyeline/protocol';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createSfu, type Sfu } from './sfu.ts';
import type { SfuState } from './sfu-options.ts';
import { FakeBrowser } from './testing/fake-browser.ts';
import { workerBin } from './testing/worker-bin.ts';

const customer = 'customer' as ParticipantId;
const agent = 'agent' as ParticipantId;

let folder: string;
let sfu: Sfu | undefined;
let lines: string[];
const log = { info: (line: string) => lines.push(line), warn: (line: string) => lines.push(line) };

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'eyeline-sfu-'));
  lines = [];
});
afterEach(async () => {
  await sfu?.close();
  sfu = undefined;
  await rm(folder, { recursive: true });
});

test('a worker killed with -9 takes its rooms along; the next room works', async () => {
  const states: SfuState[] = [];
  const lost: string[] = [];
  sfu = await createSfu({
    workerBin: workerBin(),
    port: 0,
    log,
    onState: state => states.push(state),
    onRoomsLost: roomIds => lost.push(...roomIds),
  });
  await FakeBrowser.join(sfu, 'lost', customer);
  const [pid] = sfu.stats().workers;
  if (pid === undefined) throw new Error('no worker runs');
  process.kill(pid, 'SIGKILL');
  await expect.poll(() => states).toEqual(['ready', 'starting', 'ready']);
  expect(lost).toEqual(['lost']);
  expect(lines.join()).toContain('another one is being started');
  await expect(sfu.resume('lost', customer, 'any')).rejects.toMatchObject({ code: 'no-room' });
  expect(sfu.stats().workers).not.toContain(pid);

  const one = await FakeBrowser.join(sfu, 'lost', customer);
  const other = await FakeBrowser.join(sfu, 'lost', agent);
  const { producerId } = await one.produce('video');
  expect((await other.consume(producerId)).kind).toBe('video');
});

test('what a worker was asked when it was killed is refused as what it is: not as wrong parameters', async () => {
  sfu = await createSfu({ workerBin: workerBin(), port: 0, log });
  const one = await FakeBrowser.join(sfu, 'lost', customer);
  const other = await FakeBrowser.join(sfu, 'lost', agent);
  const consumer = await other.consume((await one.produce('audio')).producerId);
  const [pid] = sfu.stats().workers;
  if (pid === undefined) throw new Error('no worker runs');
  process.kill(pid, 'SIGKILL');
  const { producerId } = consumer;
  const asked = await Promise.allSettled([
    sfu.consume('lost', agent, producerId, other.capabilities),
    sfu.resume('lost', agent, consumer.id),
  ]);
  expect(asked).toMatchObject([{ reason: { code: 'no-peer' } }, { reason: { code: 'no-peer' } }]);
});

test('two workers share the rooms, and the death of one leaves those of the other alone', async () => {
  const lost: string[] = [];
  const states: SfuState[] = [];
  const [onState, onRoomsLost] = [
    (state: SfuState) => states.push(state),
    (ids: readonly string[]) => lost.push(...ids),
  ];
  sfu = await createSfu({ workerBin: workerBin(), port: 0, workers: 2, log, onState, onRoomsLost });
  const browsers = [await FakeBrowser.join(sfu, 'first', customer), await FakeBrowser.join(sfu, 'second', customer)];
  const [pid] = sfu.stats().workers;
  if (pid === undefined) throw new Error('no worker runs');
  process.kill(pid, 'SIGKILL');
  await expect.poll(() => lost).toEqual(['first']);
  expect(await browsers[1]?.produce('video')).toMatchObject({ kind: 'video' });
  await expect.poll(() => sfu?.stats().workers.length).toBe(2);
  expect(states).toEqual(['ready']);
});

test('a binary that comes later is taken when it is there', async () => {
  const late = join(folder, 'mediasoup-worker');
  sfu = await createSfu({ workerBin: late, port: 0, pollMs: 20, log });
  expect(sfu.state()).toBe('starting');
  await expect(sfu.join('early', customer)).rejects.toMatchObject({ code: 'not-ready' });
  await writeFile(`${late}.failed`, '');
  await expect.poll(() => sfu?.state()).toBe('missing');
  await copyFile(workerBin(), `${late}.part`);
  await chmod(`${late}.part`, 0o755);
  await rename(`${late}.part`, late);
  await expect.poll(() => sfu?.state()).toBe('ready');
  await sfu.join('late', customer);
});

test('without a binary the state says so at once', async () => {
  sfu = await createSfu({ log });
  expect(sfu.state()).toBe('missing');
  await expect(sfu.join('any', customer)).rejects.toMatchObject({ code: 'not-ready' });
  expect(lines.join()).toContain('peer to peer only');
});

test('a binary that does not run is told in one line, and tried again', async () => {
  const broken = join(folder, 'mediasoup-worker');
  await writeFile(broken, '#!/bin/sh\nexit 3\n', { mode: 0o755 });
  sfu = await createSfu({ workerBin: broken, port: 0, pollMs: 20, log });
  expect(sfu.state()).toBe('failed');
  await expect.poll(() => lines.length).toBeGreaterThan(1);
  expect(lines[0]).toContain(broken);
});

test('a media port in use: the next free one is taken and told', async () => {
  // Below the ports that systems give out; still, anything of this machine may have the next one.
  const port = 24_911;
  const first = await createSfu({ workerBin: workerBin(), port, log });
  sfu = await createSfu({ workerBin: workerBin(), port, log });
  const peer = await sfu.join('beside', customer);
  await first.close();
  const taken = Number(/through UDP and TCP port (\d+) instead/.exec(lines.join())?.[1]);
  expect(taken).toBeGreaterThan(port);
  expect(peer.sendTransport.iceCandidates[0]).toMatchObject({ port: taken });
  expect(lines).toEqual([`Media port ${port} is in use; media flows through UDP and TCP port ${taken} instead.`]);
});
