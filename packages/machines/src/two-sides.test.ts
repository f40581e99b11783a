import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FakeCentre } from './testing/fake-centre.ts';
import { FakeConnection } from './testing/fake-connection.ts';
import { settled } from './testing/fake-ports.ts';
import { agentParticipantId, customerId } from './testing/ids.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

const step = fc.record({
  side: fc.nat(1),
  act: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom('arrive', 'receive') },
    { weight: 3, arbitrary: fc.constantFrom('send', 'start-video', 'accept', 'decline', 'hang-up', 'compose') },
    { weight: 2, arbitrary: fc.constantFrom('arrive-twice', 'receive-twice', 'lose', 'break', 'open', 'wait') },
    { weight: 1, arbitrary: fc.constantFrom('connect', 'retry', 'reload') },
  ),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

function startSides() {
  const centre = new FakeCentre();
  const sides: FakeConnection[] = [];
  const notify = () => {
    for (const notice of centre.takeNotices()) for (const side of sides) side.deliver(notice);
  };
  sides.push(new FakeConnection(centre, customerId, notify), new FakeConnection(centre, agentParticipantId, notify));
  return { centre, sides };
}

let texts = 0;
async function take(side: FakeConnection, act: Step['act'], sent: string[]): Promise<void> {
  switch (act) {
    case 'arrive':
      return side.arrive();
    case 'arrive-twice':
      return side.arrive(2);
    case 'receive':
      return side.receive();
    case 'receive-twice':
      return side.receive(2);
    case 'lose':
      return side.lose();
    case 'break':
      return side.break();
    case 'open':
      return side.open();
    case 'reload':
      return side.reload();
    case 'wait':
      vi.advanceTimersByTime(3000);
      return;
    case 'send': {
      texts += 1;
      sent.push(`${side.participantId} ${texts}`);
      return side.conversation.send({ type: 'send', text: `${side.participantId} ${texts}` });
    }
    case 'compose':
      return side.conversation.send({ type: 'compose' });
    case 'retry':
      for (const { command } of side.context.outbox)
        if (command.type === 'message.send') side.conversation.send({ type: 'retry', messageId: command.commandId });
      return;
    case 'start-video':
    case 'accept': {
      const asked = side.ports.captures.length;
      side.call.send({ type: act, picture: 'test' });
      // Only sometimes the person has answered before the next thing happens.
      if (side.ports.captures.length > asked && texts % 3 > 0) await side.ports.captures.at(-1)?.give();
      return;
    }
    case 'connect':
      return side.ports.media.findLast(({ isClosed }) => !isClosed)?.report({ type: 'remote.connected' });
    default:
      return side.call.send({ type: act });
  }
}

/** Everything that is on its way arrives, and everybody who waits is answered. */
async function calmDown(sides: readonly FakeConnection[]): Promise<void> {
  for (const side of sides) {
    side.break();
    side.open();
  }
  for (let round = 0; round < 60; round += 1) {
    for (const side of sides) {
      while (!side.isQuiet) {
        side.arrive();
        side.receive();
      }
      const capture = side.ports.captures.at(-1);
      if (capture && !capture.signal.aborted) await capture.give();
      side.ports.media.findLast(({ isClosed }) => !isClosed)?.report({ type: 'remote.connected' });
    }
    await settled();
    if (round % 10 === 9) vi.advanceTimersByTime(3000);
  }
}

test('whatever the lines do: both sides see the same log, nothing is lost or doubled, nobody is stuck', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 150 }), async steps => {
      const { centre, sides } = startSides();
      const sent: string[] = [];
      for (const side of sides) side.open();
      for (const { side, act } of steps) {
        const actor = sides[side];
        if (actor) await take(actor, act, sent);
      }
      await calmDown(sides);

      const { interaction } = centre;
      for (const side of sides) {
        expect(side.context.interaction).toEqual(interaction);
        expect(side.context.outbox).toEqual([]);
        expect(side.conversation.getSnapshot().matches({ connection: 'live' })).toBe(true);
      }
      expect(interaction.messages.map(({ text }) => text).toSorted()).toEqual(sent.toSorted());
      for (const side of sides) {
        const own = sent.filter(text => text.startsWith(side.participantId));
        const inLog = interaction.messages.filter(one => one.participantId === side.participantId);
        expect(inLog.map(({ text }) => text)).toEqual(own);
        const expected = !interaction.call
          ? 'idle'
          : interaction.call.state === 'active'
            ? 'active'
            : interaction.call.proposerId === side.participantId
              ? 'proposing'
              : 'invited';
        const { value } = side.call.getSnapshot();
        expect(typeof value === 'string' ? value : Object.keys(value)[0]).toBe(expected);
        expect(side.ports.running.size).toBe(expected === 'active' || expected === 'proposing' ? 1 : 0);
      }
      for (const side of sides) side.stop();
    }),
    { numRuns: 300 },
  );
});
