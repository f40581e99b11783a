import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AgentId, OfferId } from '@eyeline/protocol';
import { demoConfig, FinesseSection, KeptVoice, parseConfig, type VoicePort, type VoiceReport } from '@eyeline/server';
import { pino } from 'pino';
import * as v from 'valibot';
import type { BoxProcess } from './box-process.ts';
import { accountId, accountPassword, userIds } from './large-centre.ts';
import { localLookup } from './local-lookup.ts';

const passwordEntry = 'EYELINE_BENCH_PASSWORD';
const idOf = (userId: string) => v.parse(AgentId, `agent-${userId}`);
const reason = 'on-video';

/** The phones of a Finesse as the server has them: connector, blending, and what is kept over a restart. */
export class EyelineConnection {
  readonly #voice: VoicePort;
  readonly #folder: string;
  readonly #waiting = new Set<(notified: VoiceReport) => void>();
  #offers = 0;
  /** Every change of state that is told. */
  onChanged: (userId: string, state: string) => void = () => {};

  private constructor(voice: VoicePort, folder: string) {
    this.#voice = voice;
    this.#folder = folder;
  }

  /** Followed, and every agent's state known. */
  static async open({ addresses }: BoxProcess, agents: number): Promise<EyelineConnection> {
    const folder = mkdtempSync(join(tmpdir(), 'eyeline-bench-'));
    writeFileSync(join(folder, 'ca.pem'), addresses.authority);
    process.env[passwordEntry] = accountPassword;
    const { finesse: config } = parseConfig({
      ...demoConfig,
      finesse: {
        nodes: addresses.nodes,
        account: { userId: accountId, password: { env: passwordEntry } },
        authorities: [join(folder, 'ca.pem')],
      },
    });
    if (!config) throw new Error('There is no such section.');
    const log = pino({ level: 'warn' });
    const voice = new FinesseSection({ config, kept: new KeptVoice([], log), log, lookup: localLookup });
    const line = new EyelineConnection(voice, folder);
    const ids = userIds(agents);
    const known = new Set<string>();
    const all = line.#until(notified => {
      if (notified.type === 'voice.changed' && notified.state !== 'unknown') known.add(notified.agentId);
      return known.size === ids.length;
    });
    voice.start(
      notified => line.#take(notified),
      agentId => agentId.replace('agent-', ''),
      async () => {},
    );
    voice.watch(ids.map(idOf));
    await all;
    return line;
  }

  /** How long it takes, in ms, from the choice of an agent until the agent is confirmed as NOT_READY. */
  async take(userId: string): Promise<number> {
    const agentId = idOf(userId);
    const offerId = v.parse(OfferId, `offer-${++this.#offers}`);
    const start = performance.now();
    const taken = this.#until(notified => notified.type === 'voice.held' && notified.offerId === offerId);
    this.#voice.hold({ agentId, offerId, reason, expiresAt: Date.now() + 5_000 });
    await taken;
    return performance.now() - start;
  }

  async giveBack(userId: string): Promise<void> {
    const agentId = idOf(userId);
    const back = this.#until(notified => notified.type === 'voice.released' && notified.agentId === agentId);
    this.#voice.release({ agentId, reasons: [reason] });
    await back;
  }

  async close(): Promise<void> {
    await this.#voice.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #take(notified: VoiceReport): void {
    if (notified.type === 'voice.changed') this.onChanged(notified.agentId.replace('agent-', ''), notified.state);
    for (const look of this.#waiting) look(notified);
  }

  #until(isIt: (notified: VoiceReport) => boolean): Promise<void> {
    return new Promise(resolve => {
      const look = (notified: VoiceReport) => {
        if (!isIt(notified)) return;
        this.#waiting.delete(look);
        resolve();
      };
      this.#waiting.add(look);
    });
  }
}
