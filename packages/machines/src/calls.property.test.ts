import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CallWorld, step } from './testing/call-world.ts';
import { checkCalm, checkMoment } from './testing/check-calls.ts';
import { settled } from './testing/fake-ports.ts';

/** `EYELINE_CALLS=20000` runs as many. */
const runs = Number(process.env['EYELINE_CALLS'] ?? 300);
const seed = Number(process.env['EYELINE_SEED'] ?? 20_261_127);

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

const start = [
  { at: 0, act: { do: 'flow' } },
  { at: 0, act: { do: 'press', intent: { type: 'start', picture: 'test' } } },
  { at: 0, act: { do: 'give' } },
  { at: 0, act: { do: 'flow' } },
  { at: 1, act: { do: 'press', intent: { type: 'accept', picture: 'test' } } },
  { at: 1, act: { do: 'give' } },
  { at: 1, act: { do: 'flow' } },
] as const;

test(
  'whatever pages, lines and people do: all end in what the log says, with exactly its devices, and nobody is stuck',
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('p2p', 'sfu'),
        fc.nat(3),
        fc.array(step, { minLength: 5, maxLength: 90 }),
        async (media, luck, steps) => {
          const world = new CallWorld(media, ms => vi.advanceTimersByTime(ms));
          await settled();
          for (const one of [...(luck > 0 ? start : []), ...steps]) {
            await world.take(one);
            checkMoment(world);
          }
          await world.calmDown();
          checkCalm(world);
          const { messages } = world.centre.interaction;
          const refused = world.pages.flatMap(({ context: { outbox } }) =>
            outbox.flatMap(({ command }) => (command.type === 'message.send' ? [command.text] : [])),
          );
          expect([...messages.map(({ text }) => text), ...new Set(refused)].toSorted()).toEqual(world.sent.toSorted());
          for (const { participantId } of world.centre.interaction.participants) {
            const inLog = messages.filter(one => one.participantId === participantId).map(({ text }) => text);
            const own = world.sent.filter(text => text.startsWith(participantId) && inLog.includes(text));
            if (world.pagesOf(participantId).length === 1) expect(inLog).toEqual(own);
          }
          world.stop();
          for (const page of world.pages) expect(page.ports.devices.runningSources).toEqual([]);
          world.release();
        },
      ),
      { numRuns: runs, seed },
    );
  },
  Math.max(60_000, runs * 400),
);
