import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { type CallId, RtpCapabilities } from '@eyeline/protocol';
import { readManifest } from '@eyeline/testing';
import * as v from 'valibot';
import { afterEach, expect, test } from 'vitest';
import { TestServer } from '../testing/test-server.ts';

const callId = 'call-1' as CallId;
const opus = {
  mid: '0',
  codecs: [{ mimeType: 'audio/opus', payloadType: 111, clockRate: 48_000, channels: 2 }],
  encodings: [{ ssrc: 1111 }],
  rtcp: { cname: 'zoe' },
};

let server: TestServer;
afterEach(() => server.stop());

/** The real worker, as `npm test` provides it. */
function workerBin(): string {
  const { MEDIASOUP_WORKER_BIN, EYELINE_CACHE, XDG_CACHE_HOME } = process.env;
  const cache = EYELINE_CACHE || join(XDG_CACHE_HOME || join(homedir(), '.cache'), 'eyeline');
  const version = readManifest('packages/sfu').dependencies?.['mediasoup'];
  const key = `${version}-${process.platform}-${process.arch}`;
  const path = MEDIASOUP_WORKER_BIN || join(cache, 'mediasoup-worker', key, 'mediasoup-worker');
  if (!existsSync(path)) throw new Error(`${path} is not there. Run "npm test", which provides it.`);
  return path;
}

async function call(username: 'anna' | 'ben' = 'anna') {
  const one = await server.conversation('support-sfu', username);
  const { agent, customer, interactionId } = one;
  await customer.page.do('call.propose', { interactionId, callId });
  await agent.page.do('call.accept', { interactionId, callId });
  expect(await customer.page.waitFor('call.proposed')).toMatchObject({ media: 'sfu' });
  return { ...one, within: { interactionId, callId, epoch: 1 } };
}

test('two sides meet in a room that ends with the call', async () => {
  server = await TestServer.start({}, { workerBin: workerBin() });
  const { agent, customer, within } = await call();
  const early = { ...within, consumerId: 'none' } as never;
  expect(await customer.page.refusal('media.resume', early)).toBe('not-in-call');
  const membership = await customer.page.do('media.join', within);
  expect(membership.producers).toEqual([]);
  await agent.page.do('media.join', within);
  const { id: transportId } = membership.sendTransport;
  const microphone = { ...within, transportId, kind: 'audio', source: 'microphone', rtpParameters: opus } as const;
  const { producerId } = await customer.page.do('media.produce', microphone);
  expect(await agent.page.waitFor('media.produced')).toMatchObject({
    ...within,
    producer: { producerId, participantId: customer.participantId, kind: 'audio', source: 'microphone' },
  });
  expect(customer.page.payloads('media.produced')).toEqual([]);
  expect(await agent.page.refusal('media.produce', microphone)).toBe('transport-gone');

  const rtpCapabilities = v.parse(RtpCapabilities, membership.routerRtpCapabilities);
  const consumer = await agent.page.do('media.consume', { ...within, producerId, rtpCapabilities });
  expect(consumer).toMatchObject({ producerId, kind: 'audio' });
  await agent.page.do('media.resume', { ...within, consumerId: consumer.id });
  expect(await customer.page.refusal('media.resume', { ...within, consumerId: consumer.id })).toBe('consumer-gone');
  expect(await customer.page.refusal('media.consume', { ...within, producerId, rtpCapabilities })).toBe('own-producer');
  const broken = { ...microphone, rtpParameters: { ...opus, encodings: [{ ssrc: 2 ** 53 }] } };
  expect(await customer.page.refusal('media.produce', broken)).toBe('invalid-payload');
  const hologram = { ...opus, mid: '1', codecs: [{ mimeType: 'audio/hologram', payloadType: 112, clockRate: 48_000 }] };
  expect(await customer.page.refusal('media.produce', { ...microphone, rtpParameters: hologram })).toBe(
    'invalid-payload',
  );
  const fingerprints = [{ algorithm: 'sha-256' as const, value: '00' }];
  const dtls = { ...within, transportId, dtlsParameters: { fingerprints } };
  expect(await customer.page.refusal('media.connect', dtls)).toBe('invalid-payload');

  expect(server.running.centre.call.sfu.stats()).toMatchObject({ rooms: 1, producers: 1, consumers: 1 });
  await agent.page.do('call.end', { interactionId: within.interactionId, callId, reason: 'hung-up' });
  expect(server.running.centre.call.sfu.stats()).toMatchObject({ rooms: 0, producers: 0, consumers: 0 });
  expect(await customer.page.refusal('media.join', within)).toBe('call-gone');
  expect(await customer.page.refusal('media.resume', early)).toBe('call-gone');
});

test('two calls that were given the same id do not meet', async () => {
  server = await TestServer.start({}, { workerBin: workerBin() });
  const one = await call('anna');
  const other = await call('ben');
  const membership = await one.customer.page.do('media.join', one.within);
  const { id: transportId } = membership.sendTransport;
  const microphone = { transportId, kind: 'audio', source: 'microphone', rtpParameters: opus } as const;
  const { producerId } = await one.customer.page.do('media.produce', { ...one.within, ...microphone });
  const { producers, routerRtpCapabilities } = await other.customer.page.do('media.join', other.within);
  expect(producers).toEqual([]);
  // A producer and a transport of another room are said to be just that.
  const rtpCapabilities = v.parse(RtpCapabilities, routerRtpCapabilities);
  const foreign = { ...other.within, producerId, rtpCapabilities };
  expect(await other.customer.page.refusal('media.consume', foreign)).toBe('producer-gone');
  expect(await other.customer.page.refusal('media.produce', { ...other.within, ...microphone })).toBe('transport-gone');
  expect(await other.agent.page.refusal('media.consume', foreign)).toBe('not-in-call');
  expect(server.running.centre.call.sfu.stats().rooms).toBe(2);
});

test('without a worker the media server is not available; the chat goes on', async () => {
  server = await TestServer.start();
  const { agent, customer, interactionId, within } = await call();
  expect(await customer.page.refusal('media.join', within)).toBe('media-unavailable');
  await customer.page.do('message.send', { interactionId, text: 'I cannot see you' });
  expect((await agent.page.waitFor('message.sent')).text).toBe('I cannot see you');
});

test('when a media worker dies its calls begin anew, in rooms of the next one', async () => {
  server = await TestServer.start({}, { workerBin: workerBin() });
  const { agent, customer, within } = await call();
  await customer.page.do('media.join', within);
  const { sfu } = server.running.centre.call;
  const [pid] = sfu.stats().workers;
  if (!pid) throw new Error('There is no worker.');
  process.kill(pid, 'SIGKILL');
  for (const { page } of [agent, customer])
    expect(await page.waitFor('call.renewed')).toMatchObject({
      callId,
      participantId: null,
      epoch: 2,
      reason: 'room-lost',
    });
  await expect.poll(() => sfu.state(), { timeout: 60_000 }).toBe('ready');
  expect(await customer.page.refusal('media.join', within)).toBe('join-outdated');
  await customer.page.do('media.join', { ...within, epoch: 2 });
});

test('nothing goes through that the log does not allow, whoever asks', async () => {
  server = await TestServer.start({}, { workerBin: workerBin() });
  const { agent, customer, within } = await call();
  const { interactionId } = within;
  const mine = await customer.page.do('media.join', within);
  const theirs = await agent.page.do('media.join', within);
  const rtpCapabilities = v.parse(RtpCapabilities, mine.routerRtpCapabilities);
  const microphone = {
    ...within,
    transportId: mine.sendTransport.id,
    kind: 'audio',
    source: 'microphone',
    rtpParameters: opus,
  } as const;
  const { producerId } = await customer.page.do('media.produce', microphone);

  // Of an epoch that is not there.
  expect(await agent.page.refusal('media.produce', { ...microphone, epoch: 2 })).toBe('join-outdated');

  await agent.page.do('call.hold', { interactionId, callId, held: true });
  expect(await customer.page.refusal('media.produce', microphone)).toBe('source-not-allowed');
  const ofAgent = { ...microphone, transportId: theirs.sendTransport.id };
  expect(await agent.page.refusal('media.produce', ofAgent)).toBe('source-not-allowed');
  expect(await agent.page.refusal('media.consume', { ...within, producerId, rtpCapabilities })).toBe(
    'source-not-allowed',
  );
  await agent.page.do('call.hold', { interactionId, callId, held: false });
  await agent.page.do('media.consume', { ...within, producerId, rtpCapabilities });

  const off = { camera: 'off', microphone: 'off', screen: 'off' } as const;
  await customer.page.do('call.switch', { interactionId, callId, sources: off });
  expect(await agent.page.refusal('media.consume', { ...within, producerId, rtpCapabilities })).toBe(
    'source-not-allowed',
  );
});
