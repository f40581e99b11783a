import { DtlsParameters, type ParticipantId, RtpCapabilities, RtpParameters } from '@eyeline/protocol';
import * as fc from 'fast-check';
import type { types } from 'mediasoup-client';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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
    .map(([path, odd]) => spoil(valid, path, odd));

/** What the gateway and then the SFU say: nothing, or why not. Never a fault of ours, and never the worker's end. */
const outcomeOf = async <S extends v.GenericSchema>(
  schema: S,
  value: unknown,
  ask: (parsed: v.InferOutput<S>) => Promise<unknown>,
): Promise<string | undefined> => {
  const parsed = v.safeParse(schema, JSON.parse(JSON.stringify(value)));
  const error = parsed.success ? await ask(parsed.output).catch((thrown: unknown) => thrown) : 'invalid-payload';
  expect(sfu.state()).toBe('ready');
  if (typeof error === 'string') return error;
  if (error instanceof Error) {
    expect(error).toBeInstanceOf(SfuError);
    return (error as SfuError).code;
  }
  return undefined;
};

/** A browser that has not produced anything, and what it would say of each of its tracks. */
async function attacker() {
  const browser = await FakeBrowser.join(sfu, roomId, customer);
  const parameters: Record<string, types.RtpParameters> = {};
  browser.send.removeAllListeners('produce');
  browser.send.on('produce', ({ kind, rtpParameters }, done) => {
    parameters[kind] = rtpParameters;
    done({ id: `never-made-${kind}` });
  });
  await browser.produce('video').catch(() => undefined);
  await browser.produce('audio').catch(() => undefined);
  const { video, audio } = parameters;
  if (!video || !audio) throw new Error('no parameters');
  const produce = (rtpParameters: unknown, source: 'camera' | 'microphone' = 'camera') =>
    outcomeOf(RtpParameters, rtpParameters, parsed => {
      const kind = source === 'camera' ? 'video' : 'audio';
      return sfu.produce(roomId, customer, { transportId: browser.send.id, kind, source, rtpParameters: parsed });
    });
  return { browser, video, audio, produce };
}

/** Nothing of the attack has touched anybody: pictures still go both ways, here and in the next room. */
async function carriesMedia(room: string) {
  const one = await FakeBrowser.join(sfu, room, agent);
  const other = await FakeBrowser.join(sfu, room, 'third' as ParticipantId);
  const { producerId } = await one.produce('video');
  expect((await other.consume(producerId)).producerId).toBe(producerId);
  expect((await one.consume((await other.produce('audio')).producerId)).kind).toBe('audio');
}

/** Real parameters, loosely: a stranger writes into them what they like. */
// biome-ignore lint/suspicious/noExplicitAny: what is written here is wrong on purpose.
type Wire = Record<string, any>;

const long = 'x'.repeat(20_000);
const opus = { mimeType: 'audio/opus', payloadType: 111, clockRate: 48_000, channels: 2 };

/** The valid parameters with one place in them changed; undefined takes it away. */
function withPlace(valid: types.RtpParameters, [path, value]: readonly [path: string, value: unknown]): Wire {
  const parameters: Wire = JSON.parse(JSON.stringify(valid));
  const steps = path.split('.');
  const last = steps.pop() ?? '';
  const place = steps.reduce((one: Wire, step) => one[step], parameters);
  place[last] = typeof value === 'function' ? value(parameters) : value;
  return parameters;
}

const malformed: Record<string, readonly [path: string, value: unknown]> = {
  'no codecs': ['codecs', undefined],
  'an empty list of codecs': ['codecs', []],
  'codecs that are no list': ['codecs', { length: 1 }],
  'seventeen codecs': [
    'codecs',
    (p: Wire) => Array.from({ length: 17 }, (_, n) => ({ ...p['codecs'][0], payloadType: n })),
  ],
  'two codecs of one payload type': ['codecs.1.payloadType', (p: Wire) => p['codecs'][0].payloadType],
  'payload type 300': ['codecs.0.payloadType', 300],
  'payload type -1': ['codecs.0.payloadType', -1],
  'payload type 96.5': ['codecs.0.payloadType', 96.5],
  'payload type "96"': ['codecs.0.payloadType', '96'],
  'no payload type': ['codecs.0.payloadType', undefined],
  'clock rate 0': ['codecs.0.clockRate', 0],
  'clock rate 2^53': ['codecs.0.clockRate', 2 ** 53],
  'a clock rate that the codec does not have': ['codecs.0.clockRate', 8000],
  'nine channels': ['codecs.0.channels', 9],
  'Opus as a camera': ['codecs', [opus]],
  'Opus beside the picture': ['codecs.2', opus],
  'a codec that the router does not have': ['codecs.0.mimeType', 'video/AV1'],
  'a codec that nobody has': ['codecs.0.mimeType', 'video/nothing'],
  'a mime type of 20 000 characters': ['codecs.0.mimeType', `video/${long}`],
  'a mime type without a kind': ['codecs.0.mimeType', 'VP8'],
  'codec settings of 20 000 characters': ['codecs.0.parameters', { x: long }],
  'codec settings within codec settings': ['codecs.0.parameters', { x: { y: 1 } }],
  'a hundred codec settings': [
    'codecs.0.parameters',
    Object.fromEntries(Array.from({ length: 100 }, (_, n) => [`x${n}`, n])),
  ],
  'retransmission of a codec that is not there': ['codecs.1.parameters', { apt: 77 }],
  'a hundred kinds of feedback': ['codecs.0.rtcpFeedback', Array.from({ length: 100 }, () => ({ type: 'nack' }))],
  'feedback without a type': ['codecs.0.rtcpFeedback', [{ parameter: 'pli' }]],
  'no encodings': ['encodings', undefined],
  'an empty list of encodings': ['encodings', []],
  'encodings of null': ['encodings', [null]],
  'an encoding without ssrc and rid': ['encodings', [{}]],
  'five encodings': ['encodings', Array.from({ length: 5 }, (_, n) => ({ ssrc: n + 1 }))],
  'ssrc 2^53': ['encodings.0.ssrc', 2 ** 53],
  'ssrc 2^32': ['encodings.0.ssrc', 2 ** 32],
  'ssrc 0': ['encodings.0.ssrc', 0],
  'ssrc -1': ['encodings.0.ssrc', -1],
  'ssrc 1.5': ['encodings.0.ssrc', 1.5],
  'two encodings of one ssrc': ['encodings', [{ ssrc: 7 }, { ssrc: 7 }]],
  'retransmission on the ssrc of the picture': ['encodings', [{ ssrc: 7, rtx: { ssrc: 7 } }]],
  'retransmission on ssrc 2^53': ['encodings', [{ ssrc: 7, rtx: { ssrc: 2 ** 53 } }]],
  'a rid of 20 000 characters': ['encodings', [{ rid: long }]],
  'two encodings of one rid': ['encodings', [{ rid: 'a' }, { rid: 'a' }]],
  'a scalability mode that is none': ['encodings.0.scalabilityMode', long],
  L99T99: ['encodings.0.scalabilityMode', 'L99T99'],
  'a bit rate of 1e300': ['encodings.0.maxBitrate', 1e300],
  'a mid of 20 000 characters': ['mid', long],
  'an empty mid': ['mid', ''],
  'a mid that is a number': ['mid', 0],
  'header extension 0': ['headerExtensions.0.id', 0],
  'header extension 256': ['headerExtensions.0.id', 256],
  'two header extensions of one id': ['headerExtensions.1.id', (p: Wire) => p['headerExtensions'][0].id],
  'a header extension that nobody knows': ['headerExtensions.0.uri', `urn:${long}`],
  'a hundred header extensions': [
    'headerExtensions',
    (p: Wire) => Array.from({ length: 100 }, (_, n) => ({ ...p['headerExtensions'][0], id: n + 1 })),
  ],
  'a cname of 20 000 characters': ['rtcp', { cname: long }],
  'rtcp that is a list': ['rtcp', [1]],
  'a msid of 20 000 characters': ['msid', long],
};

describe('malformed RTP parameters are refused, each of them', () => {
  test('and there are as many as were tried from outside', () => {
    expect(Object.keys(malformed).length).toBeGreaterThanOrEqual(41);
  });

  test('none is taken, and the real ones are', { timeout: 60_000 }, async () => {
    const { video, audio, produce } = await attacker();
    expect(await produce(video)).toBeUndefined();
    expect(await produce(audio, 'microphone')).toBeUndefined();
    const taken: string[] = [];
    for (const [name, change] of Object.entries(malformed)) {
      if ((await produce(withPlace(video, change))) === undefined) taken.push(name);
    }
    expect(taken).toEqual([]);
    expect(await produce(audio)).toBe('invalid-parameters');
    expect(await produce(video, 'microphone')).toBe('invalid-parameters');
    await carriesMedia(roomId);
  });
});

test('the schemas know every header extension of the router', async () => {
  const { routerRtpCapabilities } = await sfu.join('another', customer);
  expect(v.is(RtpCapabilities, JSON.parse(JSON.stringify(routerRtpCapabilities)))).toBe(true);
});

test('no parameters that a browser may send end the worker or disturb a neighbour', { timeout: 60_000 }, async () => {
  const neighbour = await FakeBrowser.join(sfu, 'neighbour', agent);
  const victim = await FakeBrowser.join(sfu, roomId, agent);
  const { producerId } = await victim.produce('video');
  const { browser, video, produce } = await attacker();
  const { recvRtpCapabilities } = browser.device;

  await fc.assert(
    fc.asyncProperty(spoiled(video), async rtpParameters => void (await produce(rtpParameters))),
    { numRuns: 400 },
  );
  await fc.assert(
    fc.asyncProperty(spoiled(recvRtpCapabilities), async capabilities => {
      await outcomeOf(RtpCapabilities, capabilities, parsed => sfu.consume(roomId, customer, producerId, parsed));
    }),
    { numRuns: 400 },
  );
  await fc.assert(
    fc.asyncProperty(spoiled(browser.peer.receiveTransport.dtlsParameters), async dtlsParameters => {
      const { receiveTransport } = await sfu.join(roomId, customer);
      await outcomeOf(DtlsParameters, dtlsParameters, parsed =>
        sfu.connect(roomId, customer, receiveTransport.id, parsed),
      );
    }),
    { numRuns: 200 },
  );
  expect(lost).toEqual([]);
  expect(await neighbour.produce('video')).toMatchObject({ kind: 'video' });
  await carriesMedia(roomId);
});
