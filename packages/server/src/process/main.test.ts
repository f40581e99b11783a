import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { briefNode, freePort } from '@eyeline/testing';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { emptyDataDirectory } from '../testing/empty-store.ts';
import { Page } from '../testing/page.ts';

const programs = {
  server: fileURLToPath(new URL('../main.ts', import.meta.url)),
  addAgent: fileURLToPath(new URL('add-agent.ts', import.meta.url)),
};

let data: string;
let children: ChildProcess[];
beforeEach(async () => {
  children = [];
  data = await emptyDataDirectory();
});
afterEach(async () => {
  for (const child of children) if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
  await rm(data, { recursive: true, force: true });
});

/** A program as a person runs it. */
function run(program: keyof typeof programs, args: string[], stdin = '') {
  const child = spawn(process.execPath, [...briefNode, programs[program], '--data', data, ...args], {
    env: { ...process.env, DATABASE_URL: '', MEDIASOUP_WORKER_BIN: '' },
  });
  children.push(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => (output += chunk));
  child.stdin.end(stdin);
  const ended = once(child, 'exit').then(([code]) => ({ code, output }));
  return { child, ended };
}

async function startServer(port: number, args: string[] = ['--demo']) {
  const url = `http://127.0.0.1:${port}`;
  const { child, ended } = run('server', ['--host', '127.0.0.1', '--port', String(port), ...args]);
  for (;;) {
    if (child.exitCode !== null) throw new Error((await ended).output);
    if ((await fetch(`${url}/readyz`).catch(() => null))?.ok) return { url, child, ended };
    await new Promise(done => setTimeout(done, 50));
  }
}

describe('killed in mid-chat and started again', () => {
  test('every acknowledged message is there, in order, once; both sides go on', async () => {
    const port = await freePort();
    const first = await startServer(port);
    const anna = await Page.open(first.url);
    const desk = await anna.do('agent.sign-in', { username: 'anna', password: 'eyeline-demo' });
    await anna.do('agent.set-state', { state: 'ready', domains: ['chat'] });
    const zoe = await Page.open(first.url);
    const { interactionId, token } = await zoe.do('interaction.open', {
      entryPointId: 'support' as never,
      form: { name: 'Zoe' },
    });
    const { offerId } = await anna.waitFor('offer.made');
    const { taskId } = await anna.do('offer.accept', { offerId });

    const acknowledged: string[] = [];
    let isKilled = false;
    const send = async (page: Page, who: string) => {
      for (let n = 0; !isKilled; n += 1) {
        const text = `${who} ${n}`;
        const reply = await page.ask('message.send', { interactionId, text }).catch(() => null);
        if (reply?.ok) acknowledged.push(text);
      }
    };
    const sending = [send(zoe, 'Zoe'), send(zoe, 'Zoe also'), send(anna, 'Anna'), send(anna, 'Anna also')];
    await expect.poll(() => acknowledged.length, { timeout: 60_000 }).toBeGreaterThan(150);
    first.child.kill('SIGKILL');
    await first.ended;
    isKilled = true;
    zoe.close();
    anna.close();

    const second = await startServer(port);
    const zoeAgain = await Page.open(second.url);
    await zoeAgain.do('customer.resume', { token });
    const { facts } = await zoeAgain.do('interaction.catch-up', { interactionId, afterSeq: 0 });
    const texts = facts.flatMap(fact => (fact.type === 'message.sent' ? [fact.text] : []));
    expect(texts.filter(text => acknowledged.includes(text)).toSorted()).toEqual(acknowledged.toSorted());
    expect(new Set(texts).size).toBe(texts.length);
    // At most what was under way when it was killed is there without having been acknowledged.
    expect(texts.length - acknowledged.length).toBeLessThanOrEqual(4);
    expect(facts.map(fact => fact.seq)).toEqual(facts.map((_, index) => index + 1));

    const annaAgain = await Page.open(second.url);
    const { tasks, agent } = await annaAgain.do('agent.resume', { token: desk.token });
    expect(agent).toMatchObject({ state: 'ready', domains: { chat: 'active' } });
    expect(tasks).toMatchObject([{ taskId, interactionId, state: 'active' }]);
    await annaAgain.do('interaction.catch-up', { interactionId, afterSeq: facts.length });
    await zoeAgain.do('message.send', { interactionId, text: 'are you still there?' });
    expect((await annaAgain.waitFor('message.sent')).text).toBe('are you still there?');
    await annaAgain.do('interaction.end', { interactionId });
    await annaAgain.do('task.wrap-up', { taskId, code: 'solved' });
    zoeAgain.close();
    annaAgain.close();
    second.child.kill('SIGTERM');
    expect((await second.ended).code).toBe(0);
    await Promise.all(sending);
  });
});

describe('what a person can mend is said in one line', () => {
  const line = async (program: keyof typeof programs, args: string[], stdin?: string) => {
    const { code, output } = await run(program, args, stdin).ended;
    expect(code).toBe(1);
    expect(output.trimEnd().split('\n')).toHaveLength(1);
    return output.trimEnd();
  };

  test('a port in use', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    expect(await line('server', ['--config', await config({}), '--host', '127.0.0.1', '--port', String(port)])).toBe(
      `Port ${port} is in use. Choose another with --port.`,
    );
    other.close();
  });

  test('a store that another server has open', async () => {
    const first = await startServer(await freePort());
    expect(await line('server', ['--config', await config({}), '--port', '0'])).toMatch(
      /^Another process has the store in .* open\. Stop it first, or choose another directory with --data\.$/,
    );
    expect(await line('addAgent', ['--username', 'eve', '--name', 'Eve'], 'long enough\n')).toMatch(/^Another process/);
    first.child.kill('SIGTERM');
    await first.ended;
  });

  test('no configuration, one that is not there, no JSON, not valid', async () => {
    expect(await line('server', [])).toMatch(/Give --config FILE, or --demo/);
    expect(await line('server', ['--nonsense'])).toMatch(/--nonsense/);
    expect(await line('server', ['--demo', '--port', 'eighty'])).toMatch(/"eighty" is no port/);
    expect(await line('server', ['--config', '/no/such/file'])).toMatch(/cannot be read\. Check its path/);
    expect(await line('server', ['--config', await config('{')])).toMatch(/is not valid JSON/);
    const wrong = await config({ routing: { policy: { offerTimeoutMs: 'long' } }, entryPoint: [] });
    const output = await line('server', ['--config', wrong]);
    expect(output).toContain('routing.policy.offerTimeoutMs: expected a number, found "long"');
    expect(output).toContain('entryPoint: ');
  });

  test('--check says what is wrong and what is probably not meant, and starts nothing', async () => {
    const check = async (content: object) => run('server', ['--check', await config(content)]).ended;
    expect(await check({})).toMatchObject({ code: 0, output: expect.stringMatching(/^\S+ is valid\.\n$/) });
    const odd = await check({ routing: { queues: { default: { maxWaitMs: 60 } } } });
    expect(odd).toMatchObject({
      code: 0,
      output: expect.stringMatching(/^warning: routing\.queues\.default\.maxWaitMs: /),
    });
    const wrong = await check({ entryPoint: [], presence: { absentAfterMs: 0 } });
    expect(wrong.code).toBe(1);
    expect(wrong.output.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/^error: .*absentAfterMs: expected at least 1/),
      expect.stringMatching(/^error: entryPoint: /),
      expect.stringMatching(/cannot be used/),
    ]);
  });

  async function config(content: object | string): Promise<string> {
    const path = join(data, 'config.json');
    const valid = { entryPoints: [{ entryPointId: 'support', title: 'Support' }], sfu: { port: 0 } };
    await writeFile(path, typeof content === 'string' ? content : JSON.stringify({ ...valid, ...content }));
    return path;
  }
});

test('an agent is added, once, and can sign in; a short password is refused', async () => {
  const args = ['--username', 'Eve', '--name', 'Eve Adams'];
  const short = await run('addAgent', args, 'short\n').ended;
  expect(short).toEqual({ code: 1, output: 'Give a password of at least 8 characters.\n' });
  const added = await run('addAgent', args, 'long enough\n').ended;
  expect(added).toEqual({ code: 0, output: 'Eve Adams can sign in as eve.\n' });
  expect((await run('addAgent', args, 'long enough\n').ended).code).toBe(1);
  expect((await run('addAgent', [], '').ended).code).toBe(1);

  const { url, child, ended } = await startServer(await freePort());
  const page = await Page.open(url);
  const desk = await page.do('agent.sign-in', { username: 'eve', password: 'long enough' });
  expect(desk.agent.name).toBe('Eve Adams');
  page.close();
  child.kill('SIGTERM');
  const { code, output } = await ended;
  expect(code).toBe(0);
  expect(output).toContain(`Open ${url}/`);
  expect(output).toContain('anna and ben, password eyeline-demo');
});
