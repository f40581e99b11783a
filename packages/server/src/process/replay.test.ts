import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { briefNode } from '@eyeline/testing';
import { expect, test } from 'vitest';
import { openEmbeddedStore } from '../store/embedded/embedded-store.ts';
import { TestServer } from '../testing/test-server.ts';
import { replay } from '../work/replay-decisions.ts';

const run = promisify(execFile);
const program = fileURLToPath(new URL('replay.ts', import.meta.url));

test('a recorded day comes out the same; a record that was changed does not', async () => {
  const first = await TestServer.start();
  const { dataDirectory } = first;
  const { agent, customer, interactionId, taskId } = await first.conversation();
  await first.customer('Max');
  await customer.page.do('interaction.end', { interactionId });
  await agent.page.do('task.wrap-up', { taskId, code: 'solved' });
  // So much happens that snapshots are taken.
  const { centre } = first.running;
  for (let n = 0; n < 2500; n += 1) void centre.interaction.change(change => change.route({ type: 'clock.ticked' }));
  await centre.interaction.change(() => {});
  await first.customer('Eve');
  for (let n = 0; n < 1200; n += 1) await centre.interaction.change(change => change.route({ type: 'clock.ticked' }));
  await first.pause();
  const second = await TestServer.start({}, { dataDirectory });
  await second.customer('Ada');
  await second.leave();

  const { stdout } = await run(process.execPath, [...briefNode, program, '--data', dataDirectory], {
    env: { ...process.env, DATABASE_URL: '' },
  });
  expect(stdout).toMatch(/^\d{4} decisions from .* to .*\.$/m);
  expect(stdout).toMatch(/1 {2}offers accepted$/m);
  expect(stdout).toMatch(/1 {2}tasks closed: wrapped-up$/m);
  expect(stdout).toMatch(/^[1-9] snapshots on the way: each the same\.$/m);

  const store = await openEmbeddedStore(dataDirectory);
  const recorded = await store.loadDecisions(Date.now() - 86_400_000);
  const changed = recorded.inputs.filter(({ input }) => input.type !== 'offer.accepted');
  expect(replay(recorded, () => {}).differences).toEqual([]);
  const { differences } = replay({ ...recorded, inputs: changed }, () => {});
  expect(differences[0]?.paths.length).toBeGreaterThan(0);

  // What is older than is kept goes, and what is left can still be gone through.
  await store.forgetDecisions(Date.now() + 1);
  const kept = await store.loadDecisions(0);
  expect(kept.inputs.length).toBeLessThan(recorded.inputs.length);
  expect(replay(kept, () => {}).differences).toEqual([]);
  await store.close();
  await rm(dataDirectory, { recursive: true });
});
