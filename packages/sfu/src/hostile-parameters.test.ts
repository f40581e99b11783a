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

/** Nothing of the attack has touched anybody: pictures still go both ways, here and next door. */
async function carriesMedia(room: string) {
  const one = await FakeBrowser.join(sfu, room, agent);
  const other = await FakeBrowser.join(sfu, room, 'third' as ParticipantId);
  const { producerId } = await one.produce('video');
  expect((await other.consume(producerId)).producerId).toBe(producerId);
  expect((await one.consume((await other.produce('audio')).producerId)).kind).toBe('audio');
}

type Change = (valid: Wire) => void;
/** Real parameters, loosely: a stranger writes into them what they like. */
// biome-ignore lint/suspicious/noExplicitAny: what is written here is wrong on purpose.
type Wire = Record<string, any>;

const long = 'x'.repeat(20_000);
const malformed: Record<string, Change> = {
  'no codecs': p => void delete p['codecs'],
  'an empty list of codecs': p => void (p['codecs'] = []),
  'codecs that are no list': p => void (p['codecs'] = { length: 1 }),
  'seventeen codecs': p =>
    void (p['codecs'] = Array.from({ length: 17 }, (_, n) => ({ ...p['codecs'][0], payloadType: n }))),
  'two codecs of one payload type': p => void (p['codecs'][1].payloadType = p['codecs'][0].payloadType),
  'payload type 300': p => void (p['codecs'][0].payloadType = 300),
  'payload type -1': p => void (p['codecs'][0].payloadType = -1),
  'payload type 96.5': p => void (p['codecs'][0].payloadType = 96.5),
  'payload type "96"': p => void (p['codecs'][0].payloadType = '96'),
  'no payload type': p => void delete p['codecs'][0].payloadType,
  'clock rate 0': p => void (p['codecs'][0].clockRate = 0),
  'clock rate 2^53': p => void (p['codecs'][0].clockRate = 2 ** 53),
  'a clock rate that the codec does not have': p => void (p['codecs'][0].clockRate = 8000),
  'nine channels': p => void (p['codecs'][0].channels = 9),
  'Opus as a camera': p =>
    void (p['codecs'] = [{ mimeType: 'audio/opus', payloadType: 111, clockRate: 48_000, channels: 2 }]),
  'Opus beside the picture': p =>
    void p['codecs'].push({ mimeType: 'audio/opus', payloadType: 111, clockRate: 48_000, channels: 2 }),
  'a codec that the router does not have': p => void (p['codecs'][0].mimeType = 'video/AV1'),
  'a codec that nobody has': p => void (p['codecs'][0].mimeType = 'video/nothing'),
  'a mime type of 20 000 characters': p => void (p['codecs'][0].mimeType = `video/${long}`),
  'a mime type without a kind': p => void (p['codecs'][0].mimeType = 'VP8'),
  'codec settings of 20 000 characters': p => void (p['codecs'][0].parameters = { x: long }),
  'codec settings within codec settings': p => void (p['codecs'][0].parameters = { x: { y: 1 } }),
  'a hundred codec settings': p =>
    void (p['codecs'][0].parameters = Object.fromEntries(Array.from({ length: 100 }, (_, n) => [`x${n}`, n]))),
  'retransmission of a codec that is not there': p => void (p['codecs'][1].parameters = { apt: 77 }),
  'a hundred kinds of feedback': p =>
    void (p['codecs'][0].rtcpFeedback = Array.from({ length: 100 }, () => ({ type: 'nack' }))),
  'feedback without a type': p => void (p['codecs'][0].rtcpFeedback = [{ parameter: 'pli' }]),
  'no encodings': p => void delete p['encodings'],
  'an empty list of encodings': p => void (p['encodings'] = []),
  'encodings of null': p => void (p['encodings'] = [null]),
  'an encoding without ssrc and rid': p => void (p['encodings'] = [{}]),
  'five encodings': p => void (p['encodings'] = Array.from({ length: 5 }, (_, n) => ({ ssrc: n + 1 }))),
  'ssrc 2^53': p => void (p['encodings'][0].ssrc = 2 ** 53),
  'ssrc 2^32': p => void (p['encodings'][0].ssrc = 2 ** 32),
  'ssrc 0': p => void (p['encodings'][0].ssrc = 0),
  'ssrc -1': p => void (p['encodings'][0].ssrc = -1),
  'ssrc 1.5': p => void (p['encodings'][0].ssrc = 1.5),
  'two encodings of one ssrc': p => void (p['encodings'] = [{ ssrc: 7 }, { ssrc: 7 }]),
  'retransmission on the ssrc of the picture': p => void (p['encodings'] = [{ ssrc: 7, rtx: { ssrc: 7 } }]),
  'retransmission on ssrc 2^53': p => void (p['encodings'] = [{ ssrc: 7, rtx: { ssrc: 2 ** 53 } }]),
  'a rid of 20 000 characters': p => void (p['encodings'] = [{ rid: long }]),
  'two encodings of one rid': p => void (p['encodings'] = [{ rid: 'a' }, { rid: 'a' }]),
  'a scalability mode that is none': p => void (p['encodings'][0].scalabilityMode = long),
  L99T99: p => void (p['encodings'][0].scalabilityMode = 'L99T99'),
  'a bit rate of 1e300': p => void (p['encodings'][0].maxBitrate = 1e300),
  'a mid of 20 000 characters': p => void (p['mid'] = long),
  'an empty mid': p => void (p['mid'] = ''),
  'a mid that is a number': p => void (p['mid'] = 0),
  'header extension 0': p => void (p['headerExtensions'][0].id = 0),
  'header extension 256': p => void (p['headerExtensions'][0].id = 256),
  'two header extensions of one id': p => void (p['headerExtensions'][1].id = p['headerExtensions'][0].id),
  'a header extension that nobody knows': p => void (p['headerExtensions'][0].uri = `urn:${long}`),
  'a hundred header extensions': p =>
    void (p['headerExtensions'] = Array.from({ length: 100 }, (_, n) => ({ ...p['headerExtensions'][0], id: n + 1 }))),
  'a cname of 20 000 characters': p => void (p['rtcp'] = { cname: long }),
  'rtcp that is a list': p => void (p['rtcp'] = [1]),
  'a msid of 20 000 characters': p => void (p['msid'] = long),
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
      const parameters: Wire = JSON.parse(JSON.stringify(video));
      change(parameters);
      if ((await produce(parameters)) === undefined) taken.push(name);
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
    fc.asyncProperty(spoiled(browser.seat.receiveTransport.dtlsParameters), async dtlsParameters => {
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
