import { type Finding, failed, success } from './finding.ts';
import type { IceTrial } from './ice-plan.ts';
import { within } from './within.ts';

const chunk = new Uint8Array(16_384);
/** So much is on its way at most, and so much is sent in all: nobody's relay is filled by a check. */
const waitingBytes = 512 * 1024;
const mostBytes = 4 * 1024 * 1024;
const measuredMs = 1_200;
/** Less is not enough for a picture that one can work with. */
const lowKbps = 500;

/** How fast something comes back that goes out through the relay: the slower of both ways, in kbit/s. */
export async function checkBitRate({ server }: IceTrial, signal: AbortSignal): Promise<Finding> {
  const configuration: RTCConfiguration = { iceServers: [server], iceTransportPolicy: 'relay' };
  const [near, far] = [new RTCPeerConnection(configuration), new RTCPeerConnection(configuration)];
  const close = () => {
    near.close();
    far.close();
  };
  signal.addEventListener('abort', close, { once: true });
  try {
    const startedAt = performance.now();
    const channel = near.createDataChannel('bit-rate', { ordered: false, maxRetransmits: 0 });
    const received = countReceived(far);
    const opened = eventOf(channel, 'open', signal);
    // Together: where one of them fails, nobody waits for the other.
    await Promise.all([connect(near, far), opened]);
    const connectMs = Math.round(performance.now() - startedAt);
    await fill(channel, signal);
    const { bytes, ms } = received();
    if (bytes === 0 || ms <= 0) return failed('bit-rate-unknown', { connectMs });
    const kbps = Math.round((bytes * 8) / ms);
    const data = { kbps, connectMs, ...(await roundTripOf(near)) };
    return success(data, kbps < lowKbps ? 'bit-rate-low' : null);
  } catch {
    return failed('bit-rate-unknown');
  } finally {
    close();
  }
}

async function connect(near: RTCPeerConnection, far: RTCPeerConnection): Promise<void> {
  for (const [from, to] of [
    [near, far],
    [far, near],
  ] as const)
    from.addEventListener('icecandidate', ({ candidate }) => {
      if (candidate) to.addIceCandidate(candidate).catch(() => undefined);
    });
  await near.setLocalDescription(await near.createOffer());
  if (near.localDescription) await far.setRemoteDescription(near.localDescription);
  await far.setLocalDescription(await far.createAnswer());
  if (far.localDescription) await near.setRemoteDescription(far.localDescription);
}

/** Counts from the first that comes, so that the way to the relay and back does not count as slowness. */
function countReceived(connection: RTCPeerConnection) {
  let bytes = 0;
  let firstAt = 0;
  let lastAt = 0;
  connection.addEventListener('datachannel', ({ channel }) => {
    channel.binaryType = 'arraybuffer';
    channel.addEventListener('message', ({ data }) => {
      lastAt = performance.now();
      if (firstAt === 0) firstAt = lastAt;
      else if (data instanceof ArrayBuffer) bytes += data.byteLength;
    });
  });
  return () => ({ bytes, ms: lastAt - firstAt });
}

async function fill(channel: RTCDataChannel, signal: AbortSignal): Promise<void> {
  const until = performance.now() + measuredMs;
  channel.bufferedAmountLowThreshold = waitingBytes / 2;
  for (let sent = 0; sent < mostBytes && performance.now() < until && channel.readyState === 'open'; ) {
    for (; sent < mostBytes && channel.bufferedAmount < waitingBytes; sent += chunk.byteLength) channel.send(chunk);
    const rest = within(Math.max(1, until - performance.now()), signal);
    await eventOf(channel, 'bufferedamountlow', rest).catch(() => undefined);
  }
  // What is under way may still come.
  while (performance.now() < until && channel.bufferedAmount > 0) await new Promise(done => setTimeout(done, 20));
}

const eventOf = (target: EventTarget, name: string, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    target.addEventListener(name, () => resolve(), { once: true });
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });

async function roundTripOf(connection: RTCPeerConnection): Promise<{ roundTripMs?: number }> {
  for (const one of (await connection.getStats()).values()) {
    if (one.type === 'candidate-pair' && one.nominated && typeof one.currentRoundTripTime === 'number')
      return { roundTripMs: Math.round(one.currentRoundTripTime * 1000) };
  }
  return {};
}
