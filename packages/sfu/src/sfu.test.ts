import { DtlsParameters, type ParticipantId } from '@eyeline/protocol';
import { observer, type types } from 'mediasoup';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RoomRules } from './room-rules.ts';
import { createSfu, type Sfu } from './sfu.ts';
import { FakeBrowser, received } from './testing/fake-browser.ts';
import { workerBin } from './testing/worker-bin.ts';

const customer = 'customer' as ParticipantId;
const agent = 'agent' as ParticipantId;

let sfu: Sfu;
const newRoom = () => `room-${crypto.randomUUID()}`;

/** What mediasoup itself holds, by id. */
const producers: types.Producer[] = [];
const consumers = new Map<string, types.Consumer>();
observer.on('newworker', worker => {
  worker.observer.on('newrouter', router => {
    router.observer.on('newtransport', transport => {
      transport.observer.on('newproducer', producer => producers.push(producer));
      transport.observer.on('newconsumer', consumer => consumers.set(consumer.id, consumer));
    });
  });
});

beforeAll(async () => {
  sfu = await createSfu({ workerBin: workerBin(), port: 0 });
  expect(sfu.state()).toBe('ready');
});
afterAll(() => sfu.close());

const opus = {
  mid: '0',
  codecs: [{ mimeType: 'audio/opus', payloadType: 111, clockRate: 48_000, channels: 2 }],
  encodings: [{ ssrc: 1111 }],
};

const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => 'nothing was refused',
    (error: { code?: string }) => error.code ?? error,
  );

describe('a call', () => {
  test('both sides send and receive with the parameters of one join', async () => {
    const roomId = newRoom();
    const first = await FakeBrowser.join(sfu, roomId, customer);
    expect(first.peer.producers).toEqual([]);
    const camera = await first.produce('video');
    const microphone = await first.produce('audio');
    expect(camera).toMatchObject({ participantId: customer, kind: 'video', source: 'camera' });
    expect(microphone).toMatchObject({ participantId: customer, kind: 'audio', source: 'microphone' });

    const second = await FakeBrowser.join(sfu, roomId, agent);
    expect(second.peer.producers).toEqual([camera, microphone]);
    const video = await second.consume(camera.producerId);
    expect(video.kind).toBe('video');
    expect(video.rtpParameters.codecs.map(({ mimeType }) => mimeType)).toEqual(['video/VP8', 'video/rtx']);
    const audio = await second.consume(microphone.producerId);
    expect(audio.rtpParameters.codecs.map(({ mimeType }) => mimeType)).toEqual(['audio/opus']);

    const back = await second.produce('video');
    expect((await first.consume(back.producerId)).producerId).toBe(back.producerId);
    expect(sfu.stats()).toMatchObject({ rooms: 1, peers: 2, producers: 3, consumers: 3 });
    sfu.closeRoom(roomId);
  });

  test('a consumer starts paused and flows once resumed', async () => {
    const roomId = newRoom();
    const one = await FakeBrowser.join(sfu, roomId, customer);
    const other = await FakeBrowser.join(sfu, roomId, agent);
    const { producerId } = await one.produce('video');
    const { id } = await sfu.consume(roomId, agent, producerId, other.capabilities);
    expect(consumers.get(id)?.paused).toBe(true);
    await sfu.resume(roomId, agent, id);
    expect(consumers.get(id)?.paused).toBe(false);
    sfu.closeRoom(roomId);
  });

  test('browsers are told a start bit rate at which the first key frame does not wait', async () => {
    const roomId = newRoom();
    const { routerRtpCapabilities } = await sfu.join(roomId, customer);
    const { codecs } = routerRtpCapabilities;
    const expected = { mimeType: 'video/VP8', parameters: { 'x-google-start-bitrate': 1000 } };
    expect(codecs).toContainEqual(expect.objectContaining(expected));
    sfu.closeRoom(roomId);
  });

  test('the loopback address and every address of this machine are announced, over UDP and TCP, UDP first', async () => {
    const roomId = newRoom();
    const { sendTransport } = await sfu.join(roomId, customer);
    const loopback = sendTransport.iceCandidates.filter(({ ip }) => ip === '127.0.0.1');
    expect(loopback.map(({ protocol }) => protocol)).toEqual(['udp', 'tcp']);
    expect(sendTransport.iceCandidates.some(({ ip }) => ip === '0.0.0.0')).toBe(false);
    sfu.closeRoom(roomId);
  });
});

describe('ownership', () => {
  test("nobody acts on another's transport, producer or consumer", async () => {
    const roomId = newRoom();
    const one = await FakeBrowser.join(sfu, roomId, customer);
    const other = await FakeBrowser.join(sfu, roomId, agent);
    const { producerId } = await one.produce('video');
    const consumer = await other.consume(producerId);
    const capabilities = one.capabilities;
    const dtlsParameters = received(DtlsParameters, one.peer.sendTransport.dtlsParameters);
    const rtpParameters = { codecs: [], encodings: [] };

    expect(await refusal(sfu.connect(roomId, agent, one.send.id, dtlsParameters))).toBe('no-transport');
    const produce = { kind: 'video', source: 'camera', rtpParameters } as const;
    expect(await refusal(sfu.produce(roomId, agent, { ...produce, transportId: one.send.id }))).toBe('no-transport');
    expect(await refusal(sfu.produce(roomId, agent, { ...produce, transportId: other.receive.id }))).toBe(
      'no-transport',
    );
    expect(await refusal(sfu.resume(roomId, customer, consumer.id))).toBe('no-consumer');
    expect(await refusal(sfu.consume(roomId, customer, producerId, capabilities))).toBe('own-producer');
    expect(await refusal(sfu.consume(roomId, agent, 'another', capabilities))).toBe('no-producer');
    expect(await refusal(sfu.consume(roomId, 'stranger' as ParticipantId, producerId, capabilities))).toBe('no-peer');
    sfu.closeRoom(roomId);
  });

  test('a producer of another room cannot be consumed', async () => {
    const [here, there] = [newRoom(), newRoom()];
    const one = await FakeBrowser.join(sfu, here, customer);
    const other = await FakeBrowser.join(sfu, there, agent);
    const { producerId } = await one.produce('video');
    expect(await refusal(sfu.consume(there, agent, producerId, other.capabilities))).toBe('no-producer');
    sfu.closeRoom(here);
    sfu.closeRoom(there);
  });
});

describe('rules', () => {
  test('what they do not allow is refused or shut, and goes on when they allow it', async () => {
    const roomId = newRoom();
    const allowed = { isIn: true, maySend: true, sends: true, receives: true };
    const rules: RoomRules = {
      isIn: participantId => participantId === agent || allowed.isIn,
      maySend: () => allowed.maySend,
      sends: () => allowed.sends,
      receives: () => allowed.receives,
    };
    const change = async (to: Partial<typeof allowed>) => {
      Object.assign(allowed, to);
      sfu.restrict(roomId, rules);
    };
    const one = await FakeBrowser.join(sfu, roomId, customer);
    const other = await FakeBrowser.join(sfu, roomId, agent);
    const { producerId } = await one.produce('video');
    const consumer = await other.consume(producerId);
    const isShut = () => [producers.find(({ id }) => id === producerId)?.paused, consumers.get(consumer.id)?.paused];
    await change({});
    expect(isShut()).toEqual([false, false]);

    // On hold, and off again before the worker has answered: the last word stands.
    await change({ sends: false, receives: false });
    await expect.poll(isShut).toEqual([true, true]);
    await change({ sends: true, receives: true });
    await change({ sends: false });
    await expect.poll(isShut).toEqual([true, false]);
    await change({ sends: true });
    await expect.poll(isShut).toEqual([false, false]);

    await change({ maySend: false });
    expect(await refusal(one.produce('audio'))).toBe('source-not-allowed');
    await change({ maySend: true, sends: false });
    const microphone = await one.produce('audio');
    expect(producers.find(({ id }) => id === microphone.producerId)?.paused).toBe(true);
    await change({ receives: false });
    expect(await refusal(other.consume(microphone.producerId))).toBe('source-not-allowed');

    await change({ isIn: false });
    await expect.poll(() => sfu.stats()).toMatchObject({ peers: 1, producers: 0, consumers: 0 });
    sfu.closeRoom(roomId);
  });

  test('a consumer that its browser is not ready for stays shut, whatever they allow', async () => {
    const roomId = newRoom();
    const one = await FakeBrowser.join(sfu, roomId, customer);
    const other = await FakeBrowser.join(sfu, roomId, agent);
    const { producerId } = await one.produce('video');
    const { id } = await sfu.consume(roomId, agent, producerId, other.capabilities);
    let receives = false;
    const rules: RoomRules = { isIn: () => true, maySend: () => true, sends: () => true, receives: () => receives };
    sfu.restrict(roomId, rules);
    await sfu.resume(roomId, agent, id);
    expect(consumers.get(id)?.paused).toBe(true);
    receives = true;
    sfu.restrict(roomId, rules);
    await expect.poll(() => consumers.get(id)?.paused).toBe(false);
    sfu.closeRoom(roomId);
  });
});

describe('closing', () => {
  test("whoever leaves takes the others' consumers along; the last one closes the room", async () => {
    const roomId = newRoom();
    const one = await FakeBrowser.join(sfu, roomId, customer);
    const other = await FakeBrowser.join(sfu, roomId, agent);
    const { producerId } = await one.produce('video');
    const consumer = await other.consume(producerId);
    sfu.leave(roomId, customer);
    await expect.poll(() => sfu.stats().consumers).toBe(0);
    expect(await refusal(sfu.resume(roomId, agent, consumer.id))).toBe('no-consumer');
    sfu.leave(roomId, agent);
    await expect.poll(() => sfu.stats().rooms).toBe(0);
    expect(await refusal(sfu.resume(roomId, agent, consumer.id))).toBe('no-room');
  });

  test('joining again gives a new peer and closes the old one', async () => {
    const roomId = newRoom();
    const before = await FakeBrowser.join(sfu, roomId, customer);
    await before.produce('video');
    const after = await FakeBrowser.join(sfu, roomId, customer);
    expect(after.send.id).not.toBe(before.send.id);
    expect(sfu.stats()).toMatchObject({ peers: 1, producers: 0 });
    const dtlsParameters = received(DtlsParameters, before.peer.sendTransport.dtlsParameters);
    expect(await refusal(sfu.connect(roomId, customer, before.send.id, dtlsParameters))).toBe('no-transport');
    sfu.closeRoom(roomId);
  });

  test.each(['leaves', 'is shut out'])(
    'a participant who %s while tracks are on their way has none of them',
    async how => {
      const roomId = newRoom();
      const one = await FakeBrowser.join(sfu, roomId, customer);
      const other = await FakeBrowser.join(sfu, roomId, agent);
      const { producerId } = await other.produce('video');
      const microphone = {
        transportId: one.send.id,
        kind: 'audio',
        source: 'microphone',
        rtpParameters: opus,
      } as const;
      const produced = refusal(sfu.produce(roomId, customer, microphone));
      const consumed = refusal(sfu.consume(roomId, customer, producerId, one.capabilities));
      // The worker has been asked, and has not answered.
      for (let turn = 0; turn < 20; turn += 1) await null;
      if (how === 'leaves') sfu.leave(roomId, customer);
      else sfu.closeRoom(roomId);
      expect([await produced, await consumed]).toEqual(['no-peer', 'no-peer']);
      expect(producers.filter(({ id, closed }) => !closed && id !== producerId)).toEqual([]);
      expect([...consumers.values()].filter(({ closed }) => !closed)).toEqual([]);
      sfu.closeRoom(roomId);
    },
  );

  test('leaving or closing while somebody joins leaves nothing behind', async () => {
    const roomId = newRoom();
    const left = refusal(sfu.join(roomId, customer));
    sfu.leave(roomId, customer);
    expect(await left).toBe('no-room');
    const shut = refusal(sfu.join(roomId, customer));
    sfu.closeRoom(roomId);
    expect(await shut).toBe('no-room');
    expect(sfu.stats()).toMatchObject({ rooms: 0, peers: 0 });
  });

  test('a second camera takes the place of the first', async () => {
    const roomId = newRoom();
    const one = await FakeBrowser.join(sfu, roomId, customer);
    const first = await one.produce('video');
    const second = await one.produce('video');
    const other = await FakeBrowser.join(sfu, roomId, agent);
    expect(other.peer.producers).toEqual([second]);
    expect(await refusal(other.consume(first.producerId))).toBe('no-producer');
    sfu.closeRoom(roomId);
  });
});
