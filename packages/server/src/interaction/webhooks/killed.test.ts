import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { briefNode, freePort } from '@eyeline/testing';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { emptyDataDirectory } from '../../testing/empty-store.ts';
import { Page } from '../../testing/page.ts';
import { testConfig } from '../../testing/test-server.ts';
import { testSecret, WebhookReceiver } from '../../testing/webhook-receiver.ts';

const program = fileURLToPath(new URL('../../main.ts', import.meta.url));
const commands = fileURLToPath(new URL('../../process/program/webhooks.ts', import.meta.url));

let data: string;
let port: number;
let receiver: WebhookReceiver;
let child: ChildProcess | undefined;
beforeEach(async () => {
  data = await emptyDataDirectory();
  port = await freePort();
  receiver = new WebhookReceiver();
  await receiver.listen();
  const webhooks = [
    { id: 'crm', url: receiver.url, secrets: [{ env: 'CRM_SECRET' }], allowPrivate: true, timeoutMs: 500 },
  ];
  await writeFile(join(data, 'config.json'), JSON.stringify({ ...testConfig, webhooks }));
});
afterEach(async () => {
  await kill();
  await receiver.close();
  await rm(data, { recursive: true, force: true });
});

async function kill(): Promise<void> {
  if (!child) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  child = undefined;
  await ended;
}

async function start(): Promise<string> {
  const args = ['--demo', '--host', '127.0.0.1', '--port', String(port), '--data', data];
  const env = { ...process.env, DATABASE_URL: '', MEDIASOUP_WORKER_BIN: '', CRM_SECRET: testSecret };
  const started = spawn(process.execPath, [...briefNode, program, ...args, '--config', join(data, 'config.json')], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env,
  });
  child = started;
  const url = `http://127.0.0.1:${port}`;
  for (;;) {
    if (started.exitCode !== null) throw new Error('The server did not start.');
    if ((await fetch(`${url}/readyz`).catch(() => null))?.ok) return url;
    await new Promise(done => setTimeout(done, 50));
  }
}

/** `npm run webhooks`, as an administrator runs it. */
async function command(...args: readonly string[]): Promise<string> {
  const one = spawn(process.execPath, [...briefNode, commands, ...args, '--data', data], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [one.stdout, one.stderr]) stream.on('data', chunk => (output += chunk));
  await once(one, 'close');
  return output;
}

test('killed while its receiver has bad days: nothing is lost, all comes in order, under the same ids', async () => {
  let url = await start();
  const zoe = await Page.open(url);
  const { interactionId, token } = await zoe.do('interaction.open', {
    entryPointId: 'support' as never,
    form: { name: 'Zoe' },
  });
  zoe.close();
  const said: string[] = [];
  let requests = 0;
  for (let life = 0; life < 3; life += 1) {
    // Some are refused, some hang, some are cut off.
    receiver.answer = (_, response) => {
      requests += 1;
      if (requests % 5 === 1) response.writeHead(500).end();
      else if (requests % 5 === 2) return;
      else if (requests % 5 === 3) response.socket?.destroy();
      else response.writeHead(204).end();
    };
    const page = await Page.open(url);
    await page.do('customer.resume', { token });
    for (let n = 0; n < 5; n += 1) {
      const text = `life ${life}, ${n}`;
      await page.do('message.send', { interactionId, text });
      said.push(text);
    }
    await kill();
    page.close();
    url = await start();
    expect(await command('resume', 'crm')).toContain('crm goes on.');
  }
  receiver.answer = (_, response) => response.writeHead(204).end();
  await command('resume', 'crm');
  const texts = () => {
    const first = new Map(receiver.taken.map(one => [one.id, one]));
    return [...first.values()].flatMap(one => (one.type === 'message.sent' ? [JSON.parse(one.body).data.text] : []));
  };
  await expect.poll(texts).toEqual(said);
  const seqs = receiver.seqsOf(interactionId);
  expect(seqs).toEqual(seqs.map((_, index) => index + 1));
  for (const one of receiver.received) expect(one.id).toBe(`msg_${one.interactionId}_${one.seq}`);
  expect(new Set(receiver.received.map(one => `${one.id} ${one.body}`)).size).toBe(
    new Set(receiver.received.map(one => one.id)).size,
  );
  expect(receiver.wrong).toEqual([]);
  expect(await command('list')).toMatch(/^crm\twell\t0 behind/m);
  const log = await command('log', 'crm');
  expect(log).toContain(`msg_${interactionId}_1\tinteraction.opened\t#`);
  // While no server runs too.
  await kill();
  expect(await command('pause', 'crm')).toContain('crm is paused');
  expect(await command('list')).toMatch(/^crm\tpaused: an administrator wanted it/m);
  expect(await command('replay', 'crm')).toContain('--from with a date');
  expect(await command('replay', 'crm', '--from', '2020-01-01T00:00:00Z')).toContain('begins again');
  expect(await command('resume', 'none')).toContain('There is no webhook "none"');
  receiver.taken.length = 0;
  url = await start();
  await command('resume', 'crm');
  await expect.poll(texts).toEqual(said);
  expect(await (await fetch(`${url}/metrics`)).text()).toContain('eyeline_webhook_paused{webhook="crm"} 0');
});
