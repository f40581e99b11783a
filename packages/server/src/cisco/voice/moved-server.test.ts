import { type Postgres, startPostgres } from '@eyeline/testing';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ConfigInput } from '../../settings/config.ts';
import { FinesseBox } from '../../testing/finesse-box.ts';
import { TestServer } from '../../testing/test-server.ts';

let postgres: Postgres;
let finesse: FinesseBox;
let server: TestServer;
beforeEach(async () => {
  postgres = await startPostgres();
  finesse = await FinesseBox.start();
  await finesse.ready('1001');
});
afterEach(async () => {
  await server?.stop();
  await finesse?.stop();
  await postgres?.stop();
});

/** Each with an empty data directory, as on a machine of its own. */
async function start(): Promise<void> {
  const config: Partial<ConfigInput> = {
    entryPoints: [{ entryPointId: 'support', title: 'Support' }],
    routing: {
      agentDefaults: { domains: { chat: 1, video: 1 }, voiceChannel: true },
      policy: { voiceRetryMs: 200, voiceHoldMs: 60_000, offerTimeoutMs: 600_000 },
    },
    finesse: finesse.config(),
  };
  server = await TestServer.start(config, { lookup: finesse.box.lookup, databaseUrl: postgres.url });
}

test('a server that is started on another machine gives back the phone that the one before took off voice', async () => {
  await start();
  const anna = await server.agent('anna');
  const { interactionId } = await server.customer();
  const { offerId } = await anna.page.waitFor('offer.made');
  const { taskId } = await anna.page.do('offer.accept', { offerId });
  expect(finesse.state('1001')).toBe('NOT_READY Supervisor Initiated (33)');
  await server.stop();

  await start();
  const page = await server.page();
  await page.do('agent.resume', { token: anna.desk.token });
  await page.do('interaction.catch-up', { interactionId, afterSeq: 0 });
  expect(finesse.state('1001')).toBe('NOT_READY Supervisor Initiated (33)');
  await page.do('interaction.end', { interactionId });
  await page.do('task.wrap-up', { taskId, code: 'solved' });
  await finesse.until('1001', 'READY');
  await expect
    .poll(async () => (await server.running.centre.store.loadOutside()).map(({ subject }) => subject), {
      timeout: 60_000,
    })
    .toEqual(['']);
});
