import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { AgentId, OfferId } from '@eyeline/protocol';
import { freePort } from '@eyeline/testing';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { VoiceTold } from '../cisco/voice/voice-port.ts';
import { emptyDataDirectory } from '../testing/empty-store.ts';
import { Page } from '../testing/page.ts';
import { demoPassword } from './demo.ts';

const program = fileURLToPath(new URL('../testing/telephone-server.ts', import.meta.url));

interface Asked {
  readonly agentId: AgentId;
  readonly offerId: OfferId;
  readonly reason: string;
  readonly reasons: readonly string[];
}

/** A telephone system that knows nothing of the server that dies. */
class Telephones {
  readonly states = new Map<AgentId, { state: 'ready' | 'not-ready'; reason: string | null }>();
  /** Runs when a telephone was taken off voice, before that is answered. */
  onReserved = async () => {};
  readonly server: Server;

  constructor() {
    this.server = createServer((request, response) => {
      let text = '';
      request.on('data', chunk => (text += chunk));
      request.on('end', async () => {
        const told = await this.#answer((request.url ?? '').slice(1), JSON.parse(text));
        response.end(JSON.stringify(told));
      });
    });
  }

  of(agentId: AgentId) {
    return this.states.get(agentId) ?? { state: 'ready', reason: null };
  }

  async #answer(what: string, { agentId, offerId, reason, reasons }: Asked): Promise<VoiceTold> {
    const { state, reason: shown } = this.of(agentId);
    const changed: VoiceTold = { type: 'voice.changed', agentId, state: state as 'ready', reason: shown };
    if (what === 'reserve') {
      if (state !== 'ready') return { type: 'voice.refused', agentId, offerId };
      this.states.set(agentId, { state: 'not-ready', reason });
      await this.onReserved();
      return { type: 'voice.reserved', agentId, offerId };
    }
    if (what !== 'release' || state === 'ready' || !reasons.includes(shown ?? '')) return changed;
    this.states.set(agentId, { state: 'ready', reason: null });
    return { type: 'voice.released', agentId };
  }
}

let data: string;
let port: number;
let telephones: Telephones;
let child: ChildProcess | undefined;
beforeEach(async () => {
  data = await emptyDataDirectory();
  port = await freePort();
  telephones = new Telephones();
  telephones.server.listen(0, '127.0.0.1');
  await once(telephones.server, 'listening');
});
afterEach(async () => {
  await kill();
  telephones.server.close();
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
  const { port: telephonePort } = telephones.server.address() as AddressInfo;
  const args = ['--conditions=@eyeline/source', program, `http://127.0.0.1:${telephonePort}`, String(port), data];
  child = spawn(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'] });
  const url = `http://127.0.0.1:${port}`;
  for (;;) {
    if (child.exitCode !== null) throw new Error('The server did not start.');
    if ((await fetch(`${url}/readyz`).catch(() => null))?.ok) return url;
    await new Promise(done => setTimeout(done, 50));
  }
}

async function ready(url: string) {
  const page = await Page.open(url);
  const { agent, token } = await page.do('agent.sign-in', { username: 'anna', password: demoPassword });
  await page.do('agent.set-state', { state: 'ready', domains: ['chat'] });
  return { page, token, agentId: agent.agentId };
}

async function customer(url: string) {
  const page = await Page.open(url);
  return { page, ...(await page.do('interaction.open', { entryPointId: 'support', form: {} })) };
}

describe('after kill -9 the telephone is given back', () => {
  test('that was off voice for an offer', async () => {
    const url = await start();
    const { page, agentId } = await ready(url);
    const zoe = await customer(url);
    await page.hear('offer.made');
    expect(telephones.of(agentId)).toEqual({ state: 'not-ready', reason: 'on-chat' });
    await kill();
    page.close();
    zoe.page.close();
    await start();
    await expect.poll(() => telephones.of(agentId)).toEqual({ state: 'ready', reason: null });
  });

  test('that was being taken off voice when it happened', async () => {
    const url = await start();
    const { page, agentId } = await ready(url);
    const reserved = new Promise<void>(done => {
      telephones.onReserved = async () => {
        await kill();
        done();
      };
    });
    const zoe = await Page.open(url);
    // The answer dies with the server.
    zoe.ask('interaction.open', { entryPointId: 'support', form: {} }).catch(() => {});
    await reserved;
    page.close();
    zoe.close();
    expect(telephones.of(agentId)).toEqual({ state: 'not-ready', reason: 'on-chat' });
    telephones.onReserved = async () => {};
    await start();
    await expect.poll(() => telephones.of(agentId)).toEqual({ state: 'ready', reason: null });
  });

  test('but not while its agent still serves; then when that is done', async () => {
    const url = await start();
    const { page, token, agentId } = await ready(url);
    const zoe = await customer(url);
    const { offerId } = await page.hear('offer.made');
    const { taskId, interactionId } = await page.do('offer.accept', { offerId });
    await kill();
    page.close();
    zoe.page.close();
    await start();
    const back = await Page.open(url);
    const desk = await back.do('agent.resume', { token });
    expect(desk).toMatchObject({ agent: { state: 'ready' }, tasks: [{ taskId, state: 'active' }] });
    expect(telephones.of(agentId)).toEqual({ state: 'not-ready', reason: 'on-chat' });
    await back.do('interaction.end', { interactionId });
    await back.do('task.wrap-up', { taskId, code: 'solved' });
    await expect.poll(() => telephones.of(agentId)).toEqual({ state: 'ready', reason: null });
    back.close();
  });

  test('and what an agent did by hand meanwhile stays', async () => {
    const url = await start();
    const { page, agentId } = await ready(url);
    const zoe = await customer(url);
    await page.hear('offer.made');
    await kill();
    page.close();
    zoe.page.close();
    telephones.states.set(agentId, { state: 'not-ready', reason: 'lunch' });
    await start();
    await new Promise(done => setTimeout(done, 500));
    expect(telephones.of(agentId)).toEqual({ state: 'not-ready', reason: 'lunch' });
  });
});
