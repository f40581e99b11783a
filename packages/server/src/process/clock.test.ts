import { afterEach, expect, test } from 'vitest';
import { TestServer } from '../testing/test-server.ts';
import { SteadyClock } from './steady-clock.ts';

const hour = 3_600_000;
const minute = 60_000;
const config = { routing: { queues: { default: { maxWaitMs: 5 * minute, wrapUpMs: minute } } } };

let server: TestServer;
afterEach(() => server.stop());

/** A machine whose wall clock somebody sets, and whose time passes as we say. */
class Machine {
  offMs = 0;
  #skippedMs = 0;
  readonly clock = new SteadyClock({
    wall: () => Date.now() + this.#skippedMs + this.offMs,
    elapsed: () => performance.now() + this.#skippedMs,
  });

  /** So much time has passed, and routing looks at the clock. */
  skip(ms: number): void {
    this.#skippedMs += ms;
    server.running.centre.interaction.carryOut(change => change.route({ type: 'clock.ticked' }));
  }
}

const tasks = () => [...server.running.centre.work.state.tasks.values()].map(({ state }) => state);

test('a wall clock that goes an hour forward and back neither ends nor stretches anything', async () => {
  const machine = new Machine();
  server = await TestServer.start(config, { clock: machine.clock });
  const { agent, customer, interactionId } = await server.conversation();
  const zoe = await server.customer('Zoe');
  const message = { interactionId: zoe.interactionId, text: 'Hello?' };
  await customer.page.do('interaction.end', { interactionId });
  machine.offMs = hour;
  // Whatever happens looks at the clock.
  await zoe.page.do('message.send', message);
  machine.skip(0);
  expect(tasks()).toEqual(['wrapping-up', 'queued']);
  machine.offMs = 0;
  await zoe.page.do('message.send', message);
  machine.skip(minute);
  const { offerId } = await agent.page.waitFor('offer.made', one => one.interactionId === zoe.interactionId);
  machine.skip(4000);
  expect(tasks()).toEqual(['offered']);
  machine.skip(20_000);
  expect(await agent.page.waitFor('offer.closed', one => one.offerId === offerId)).toMatchObject({
    outcome: 'expired',
  });
  machine.skip(2 * minute);
  expect(tasks()).toEqual(['queued']);
  machine.skip(3 * minute);
  expect(tasks()).toEqual([]);
});

test('a wall clock that was an hour ahead until the restart holds up nothing', async () => {
  const machine = new Machine();
  const wallAhead = new SteadyClock({ wall: () => Date.now() + hour, elapsed: () => performance.now() });
  server = await TestServer.start(config, { clock: wallAhead });
  const { customer, interactionId } = await server.conversation();
  await server.customer('Zoe');
  await customer.page.do('interaction.end', { interactionId });
  await server.pause();

  server = await TestServer.start(config, { dataDirectory: server.dataDirectory, clock: machine.clock });
  expect(tasks()).toEqual(['wrapping-up', 'queued']);
  machine.skip(2 * minute);
  expect(tasks()).toEqual(['queued']);
  const ben = await server.agent('ben');
  const { offerId } = await ben.page.waitFor('offer.made');
  machine.skip(20_000);
  expect(await ben.page.waitFor('offer.closed', one => one.offerId === offerId)).toMatchObject({ outcome: 'expired' });
  machine.skip(3 * minute);
  expect(tasks()).toEqual([]);
});

test.each([hour, -hour])(
  'a wall clock that was set by %i ms for good is followed; spans keep what is left',
  async byMs => {
    const machine = new Machine();
    server = await TestServer.start({ routing: { policy: { offerTimeoutMs: 10 * minute } } }, { clock: machine.clock });
    const anna = await server.agent('anna');
    await server.customer();
    const { offerId } = await anna.page.waitFor('offer.made');
    const { centre } = server.running;
    const before = centre.interaction.now();
    machine.offMs = byMs;
    let skippedMs = 0;
    await expect
      .poll(
        () => {
          machine.skip(2000);
          skippedMs += 2000;
          return Math.abs(centre.interaction.now() - before - skippedMs - byMs) < hour / 2;
        },
        { timeout: 60_000 },
      )
      .toBe(true);
    expect(tasks()).toEqual(['offered']);
    machine.skip(10 * minute);
    expect(await anna.page.waitFor('offer.closed', one => one.offerId === offerId)).toMatchObject({
      outcome: 'expired',
    });
  },
  60_000,
);
