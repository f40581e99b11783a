import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { type Fact, factEvents } from '@eyeline/protocol';
import { freePort } from '@eyeline/testing';
import * as v from 'valibot';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parseConfig } from '../../settings/parse-config.ts';
import type { PlacedFact } from '../../store/webhooks/webhook-store.ts';
import { testSecret } from '../../testing/webhook-receiver.ts';
import { bodyOf, webhookEvents } from './event.ts';
import { Subscription } from './subscription.ts';

const guide = readFileSync(new URL('../../../WEBHOOKS.md', import.meta.url), 'utf8');
const blocks = (language: string) =>
  [...guide.matchAll(/```(\w+)\n(.*?)```/gs)].flatMap(([, of, text = '']) => (of === language ? [text] : []));
const bodies = blocks('json').filter(text => text.includes('"timestamp"'));
const never = new AbortController().signal;

let folder: string;
let child: ChildProcess | undefined;
beforeEach(async () => {
  process.env['EYELINE_TEST_GUIDE_SECRET'] = testSecret;
  // Beside what it imports.
  folder = await mkdtemp(join(fileURLToPath(new URL('../../../node_modules/', import.meta.url)), 'guide-'));
});
afterEach(async () => {
  if (child && child.exitCode === null) {
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }
  child = undefined;
  delete process.env['EYELINE_TEST_GUIDE_SECRET'];
  await rm(folder, { recursive: true, force: true });
});

/** A receiver as a process of its own; answers with how to deliver to it, and with what it printed. */
async function start(program: string, env: Record<string, string>) {
  const port = await freePort();
  const one = spawn(process.execPath, [program], { env: { ...process.env, ...env, PORT: String(port) } });
  child = one;
  const printed: string[] = [];
  for (const stream of [one.stdout, one.stderr]) stream.on('data', data => printed.push(String(data)));
  const url = `http://127.0.0.1:${port}/`;
  const section = { id: 'crm', url, secrets: [{ env: 'EYELINE_TEST_GUIDE_SECRET' }], allowPrivate: true };
  const subscription = new Subscription(
    { events: ['*'], consults: false, timeoutMs: 10_000, ...section },
    'webhooks.0',
  );
  await expect.poll(async () => (await fetch(url).catch(() => null))?.status).toBeGreaterThanOrEqual(400);
  const deliver = (body: string) => {
    const { type, timestamp, data } = JSON.parse(body);
    const { interactionId, seq, entryPointId, ...rest } = data;
    const fact = { ...rest, type, at: Date.parse(timestamp), interactionId, seq } as Fact;
    const placed = { interactionId, seq, entryPointId, isConsult: false, fact } as PlacedFact;
    return subscription.deliver(placed, Date.now(), never);
  };
  return { deliver, printed, url };
}

test('the configuration is one, and every type is in the table', () => {
  const [section = ''] = blocks('json');
  const entryPoints = [{ entryPointId: 'support', title: 'Support' }];
  expect(parseConfig({ entryPoints, ...JSON.parse(section) }).webhooks).toMatchObject([{ id: 'crm', consults: false }]);
  for (const change of [{ id: 'CRM' }, { url: 'http://crm.example.com/' }, { url: 'https://a:b@crm.example.com/' }]) {
    const [one] = JSON.parse(section).webhooks;
    expect(() => parseConfig({ entryPoints, webhooks: [{ ...one, ...change }] })).toThrow();
    expect(() => parseConfig({ entryPoints, webhooks: [one, one] })).toThrow(/webhooks.1.id/);
    expect(() => parseConfig({ entryPoints, webhooks: [{ ...one, entryPoints: ['none'] }] })).toThrow(/support/);
  }
  // Whoever makes another kind of fact writes it into the table of WEBHOOKS.md: receivers get it.
  expect(Object.keys(factEvents).filter(name => !guide.includes(`\`${name}\``))).toEqual([]);
});

test.each(bodies.map(text => [JSON.parse(text).type, text]))('%s is sent as it stands there', (_, text) => {
  const event = JSON.parse(text);
  const schema = webhookEvents[event.type as keyof typeof webhookEvents];
  const { type, timestamp, data } = event;
  const { entryPointId, ...rest } = data;
  const fact = { ...rest, type, at: Date.parse(timestamp) } as Fact;
  expect(JSON.parse(bodyOf({ entryPointId, isConsult: false }, fact))).toEqual(event);
  expect(v.parse(schema as v.GenericSchema, event)).toEqual(event);
});

test('the receiver of the guide takes what is signed, once, and nothing else', async () => {
  const program = join(folder, 'receiver.mjs');
  await writeFile(program, blocks('js')[0] ?? '');
  const { deliver, printed, url } = await start(program, { CRM_WEBHOOK_SECRET: testSecret });
  for (const body of [...bodies, ...bodies])
    expect(await deliver(body)).toMatchObject({ delivered: true, status: 204 });
  expect((await fetch(url, { method: 'POST', body: bodies[0] ?? '' })).status).toBe(400);
  expect(printed.join('').trim().split('\n')).toEqual(
    bodies.map(text => {
      const { type, data } = JSON.parse(text);
      return `${type} ${data.interactionId} ${data.seq}`;
    }),
  );
});

test('the example keeps a row for each conversation; what comes twice changes nothing', async () => {
  const data = await mkdtemp(join(tmpdir(), 'eyeline-reports-'));
  const file = join(data, 'reports.db');
  const program = fileURLToPath(new URL('../../../../../examples/reporting/reporting.ts', import.meta.url));
  const { deliver, url } = await start(program, { WEBHOOK_SECRET: testSecret, DATABASE: file });
  for (const body of [...bodies, ...bodies, bodies[2] ?? ''])
    expect(await deliver(body)).toMatchObject({ status: 204 });
  expect((await fetch(url, { method: 'POST', body: bodies[0] ?? '' })).status).toBe(401);
  const database = new DatabaseSync(file, { readOnly: true });
  const rows = database.prepare('select * from report').all();
  database.close();
  expect(rows).toHaveLength(1);
  expect({ ...rows[0], waited_seconds: Math.round(Number(rows[0]?.['waited_seconds'])) }).toMatchObject({
    ...{ entry_point: 'support', domain: 'chat', agent: 'Anna', messages: 1, video_calls: 0 },
    ...{ disposition: 'handled', wrap_up: 'solved', waited_seconds: 7 },
  });
  await rm(data, { recursive: true, force: true });
});
