import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { AgentId, OfferId } from '@eyeline/protocol';
import { briefNode, freePort } from '@eyeline/testing';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { VoiceReport } from '../cisco/voice/voice-port.ts';
import { emptyDataDirectory } from '../testing/empty-store.ts';
import { Page } from '../testing/page.ts';
import { demoPassword } from './demo.ts';

const program = fileURLToPath(new URL('../testing/voice-channel-server.ts', import.meta.url));

interface Asked {
  readonly agentId: AgentId;
  readonly offerId: OfferId;
  readonly reason: string;
  readonly reasons: readonly string[];
}

/** A phone system that knows nothing of the server that dies. */
class VoiceChannels {
  readonly states = new Map<AgentId, { state: 'ready' | 'not-ready'; reason: string | null }>();
  /** Runs when a phone was taken off voice, before that is answered. */
  onHeld = async () => {};
  readonly server: Server;

  constructor() {
    this.server = createServer((request, response) => {
      let text = '';
      request.on('data', chunk => (text += chunk));
      request.on('end', async () => {
        const answer = await this.#answer((request.url ?? '').slice(1), JSON.parse(text));
        response.end(JSON.stringify(answer));
      });
    });
  }

  of(agentId: AgentId) {
    return this.states.get(agentId) ?? { state: 'ready', reason: null };
  }

  async #answer(what: string, { agentId, offerId, reason, reasons }: Asked): Promise<VoiceReport> {
    const { state, reason: shown } = this.of(agentId);
    const changed: VoiceReport = { type: 'voice.changed', agentId, state: state as 'ready', reason: shown };
    if (what === 'hold') {
      if (state !== 'ready') return { type: 'voice.refused', agentId, offerId };
      this.states.set(agentId, { state: 'not-ready', reason });
      await this.onHeld();
      return { type: 'voice.held', agentId, offerId };
    }
    if (what !== 'release' || state === 'ready' || !reasons.includes(shown ?? '')) return changed;
    this.states.set(agentId, { state: 'ready', reason: null });
    return { type: 'voice.released', agentId };
  }
}

let data: string;
let port: number;
let voiceChannels: VoiceChannels;
let child: ChildProcess | undefined;
beforeEach(async () => {
  data = await emptyDataDirectory();
  port = await freePort();
  voiceChannels = new VoiceChannels();
  voiceChannels.server.listen(0, '127.0.0.1');
  await once(voiceChannels.server, 'listening');
});
afterEach(async () => {
  await kill();
  voiceChannels.server.close();
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
  const { port: voiceChannelPort } = voiceChannels.server.address() as AddressInfo;
  const args = [...briefNode, program, `http://127.0.0.1:${voiceChannelPort}`, String(port), data];
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

describe('after kill -9 the phone is given back', () => {
  test('that was off voice for an offer', async () => {
    const url = await start();
    const { page, agentId } = await ready(url);
    const zoe = await customer(url);
    await page.waitFor('offer.made');
    expect(voiceChannels.of(agentId)).toEqual({ state: 'not-ready', reason: 'on-chat' });
    await kill();
    page.close();
    zoe.page.close();
    await start();
    await expect.poll(() => voiceChannels.of(agentId)).toEqual({ state: 'ready', reason: null });
  });

  test('that was being taken off voice when it happened', async () => {
    const url = await start();
    const { page, agentId } = await ready(url);
    const reserved = new Promise<void>(done => {
      voiceChannels.onHeld = async () => {
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
    expect(voiceChannels.of(agentId)).toEqual({ state: 'not-ready', reason: 'on-chat' });
    voiceChannels.onHeld = async () => {};
    await start();
    await expect.poll(() => voiceChannels.of(agentId)).toEqual({ state: 'ready', reason: null });
  });

  test('but not while its agent still serves; then when that is done', async () => {
    const url = await start();
    const { page, token, agentId } = await ready(url);
    const zoe = await customer(url);
    const { offerId } = await page.waitFor('offer.made');
    const { taskId, interactionId } = await page.do('offer.accept', { offerId });
    await kill();
    page.close();
    zoe.page.close();
    await start();
    const back = await Page.open(url);
    const desk = await back.do('agent.resume', { token });
    expect(desk).toMatchObject({ agent: { state: 'ready' }, tasks: [{ taskId, state: 'active' }] });
    expect(voiceChannels.of(agentId)).toEqual({ state: 'not-ready', reason: 'on-chat' });
    await back.do('interaction.end', { interactionId });
    await back.do('task.wrap-up', { taskId, code: 'solved' });
    await expect.poll(() => voiceChannels.of(agentId)).toEqual({ state: 'ready', reason: null });
    back.close();
  });

  test('and what an agent did by hand meanwhile stays', async () => {
    const url = await start();
    const { page, agentId } = await ready(url);
    const zoe = await customer(url);
    await page.waitFor('offer.made');
    await kill();
    page.close();
    zoe.page.close();
    voiceChannels.states.set(agentId, { state: 'not-ready', reason: 'lunch' });
    await start();
    await new Promise(done => setTimeout(done, 500));
    expect(voiceChannels.of(agentId)).toEqual({ state: 'not-ready', reason: 'lunch' });
  });
});
