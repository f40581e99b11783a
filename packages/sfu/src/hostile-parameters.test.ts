import type { MediaParameters, ParticipantId } from '@eyeline/protocol';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSfu, type Sfu } from './sfu.ts';
import { SfuError } from './sfu-error.ts';
import { FakeBrowser } from './testing/fake-browser.ts';
import { workerBin } from './testing/worker-bin.ts';

const customer = 'customer' as ParticipantId;
const agent = 'agent' as ParticipantId;
const roomId = 'attacked';

let sfu: Sfu;
let lost: string[];
beforeAll(async () => {
  lost = [];
  sfu = await createSfu({ workerBin: workerBin(), port: 0, onRoomsLost: roomIds => lost.push(...roomIds) });
});
afterAll(() => sfu.close());

const oddValue = fc.oneof(
  fc.constantFrom(null, '', 0, -1, 255, 256, 2 ** 31, 2 ** 53, 1e300, 0.5, true, [], {}, [null], { length: 9 }),
  fc.string({ maxLength: 2000 }),
  fc.integer(),
  fc.jsonValue({ maxDepth: 2 }),
);

/** `value` with one place in it, chosen by `path`, replaced by `odd` or taken away. */
const spoil = (value: unknown, path: readonly number[], odd: unknown): unknown => {
  const [step = 0, ...rest] = path;
  if (path.length === 0 || typeof value !== 'object' || value === null || Object.keys(value).length === 0) return odd;
  const copy = structuredClone(value);
  const keys = Object.keys(copy);
  const key = keys[step % keys.length];
  if (key !== undefined) Reflect.set(copy, key, spoil(Reflect.get(copy, key), rest, odd));
  return copy;
};

const spoiled = (valid: object) =>
  fc
    .tuple(fc.array(fc.nat(20), { minLength: 1, maxLength: 5 }), oddValue)
    .map(([path, odd]) => spoil(valid, path, odd) as MediaParameters);

/** Refused or accepted, but never a fault of ours and never the worker's end. */
const survives = async (attempt: Promise<unknown>) => {
  const error = await attempt.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error !== undefined) expect(error).toBeInstanceOf(SfuError);
  expect(sfu.state()).toBe('ready');
};

test('no parameters that a browser may send end the worker or disturb a neighbour', { timeout: 60_000 }, async () => {
  const neighbour = await FakeBrowser.join(sfu, 'neighbour', agent);
  const victim = await FakeBrowser.join(sfu, roomId, agent);
  const { producerId } = await victim.produce('video');
  const browser = await FakeBrowser.join(sfu, roomId, customer);
  const { recvRtpCapabilities } = browser.device;
  let valid: MediaParameters = {};
  browser.send.removeAllListeners('produce');
  browser.send.on('produce', ({ rtpParameters }, done) => {
    valid = rtpParameters;
    done({ id: 'never-made' });
  });
  await browser.produce('video').catch(() => undefined);
  expect(valid).toHaveProperty('codecs');
  const produce = { transportId: browser.send.id, kind: 'video', source: 'camera' } as const;

  await fc.assert(
    fc.asyncProperty(spoiled(valid), async rtpParameters => {
      await survives(sfu.produce(roomId, customer, { ...produce, rtpParameters }));
    }),
    { numRuns: 400 },
  );
  await fc.assert(
    fc.asyncProperty(spoiled(recvRtpCapabilities), async capabilities => {
      await survives(sfu.consume(roomId, customer, producerId, capabilities));
    }),
    { numRuns: 400 },
  );
  await fc.assert(
    fc.asyncProperty(spoiled(browser.seat.receiveTransport.dtlsParameters), async dtlsParameters => {
      const { receiveTransport } = await sfu.join(roomId, customer);
      await survives(sfu.connect(roomId, customer, receiveTransport.id, dtlsParameters));
    }),
    { numRuns: 200 },
  );
  expect(lost).toEqual([]);
  expect(await neighbour.produce('video')).toMatchObject({ kind: 'video' });
});
