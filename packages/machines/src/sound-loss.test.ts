import { expect, test } from 'vitest';
import { noSoundLoss, type SoundLoss, soundAfter } from './sound-loss.ts';
import { zeroSample } from './testing/zero-sample.ts';

type Second = { readonly sentLost?: number; readonly lost?: number; readonly packets?: number };

function startCall() {
  let [loss, sample] = [noSoundLoss, zeroSample];
  const pass = (seconds: number, { sentLost = 0, lost = 0, packets = 50 }: Second = {}): SoundLoss => {
    for (let n = 0; n < seconds; n += 1) {
      sample = {
        ...sample,
        atMs: sample.atMs + 1000,
        packetsSent: sample.packetsSent + packets,
        sentLost: sample.sentLost + sentLost,
        packetsReceived: sample.packetsReceived + packets - lost,
        packetsLost: sample.packetsLost + lost,
      };
      loss = soundAfter(loss, sample);
    }
    return loss;
  };
  return { pass };
}

test.each([
  ['what is sent', { sentLost: 35 }],
  ['what comes', { lost: 35 }],
])('more than half of %s is lost for half a minute: nobody understands a word', (_, second) => {
  const call = startCall();
  call.pass(60);
  expect(call.pass(29, second).isGone).toBe(false);
  expect(call.pass(8, second).isGone).toBe(true);
});

test('what is bad, and understood, ends no call; neither does what is worse for a moment', () => {
  const call = startCall();
  expect(call.pass(300, { lost: 20, sentLost: 20 }).isGone).toBe(false);
  for (let n = 0; n < 10; n += 1) {
    expect(call.pass(20, { lost: 40 }).isGone).toBe(false);
    call.pass(10);
  }
});

test('of so few packets, as on hold, nothing is concluded', () => {
  expect(startCall().pass(300, { packets: 2, lost: 2, sentLost: 2 }).isGone).toBe(false);
});
