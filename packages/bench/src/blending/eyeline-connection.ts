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
  readonly #waiting = new Set<(report: VoiceReport) => void>();
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
    const connection = new EyelineConnection(voice, folder);
    const ids = userIds(agents);
    const known = new Set<string>();
    const all = connection.#until(report => {
      if (report.type === 'voice.changed' && report.state !== 'unknown') known.add(report.agentId);
      return known.size === ids.length;
    });
    voice.start(
      report => connection.#take(report),
      agentId => agentId.replace('agent-', ''),
      async () => {},
    );
    voice.watch(ids.map(idOf));
    await all;
    return connection;
  }

  /** How long it takes, in ms, from the choice of an agent until the agent is confirmed as NOT_READY. */
  async take(userId: string): Promise<number> {
    const agentId = idOf(userId);
    const offerId = v.parse(OfferId, `offer-${++this.#offers}`);
    const start = performance.now();
    const taken = this.#until(report => report.type === 'voice.held' && report.offerId === offerId);
    this.#voice.hold({ agentId, offerId, reason, expiresAt: Date.now() + 5_000 });
    await taken;
    return performance.now() - start;
  }

  async giveBack(userId: string): Promise<void> {
    const agentId = idOf(userId);
    const back = this.#until(report => report.type === 'voice.released' && report.agentId === agentId);
    this.#voice.release({ agentId, reasons: [reason] });
    await back;
  }

  async close(): Promise<void> {
    await this.#voice.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #take(report: VoiceReport): void {
    if (report.type === 'voice.changed') this.onChanged(report.agentId.replace('agent-', ''), report.state);
    for (const check of this.#waiting) check(report);
  }

  #until(isIt: (report: VoiceReport) => boolean): Promise<void> {
    return new Promise(resolve => {
      const check = (report: VoiceReport) => {
        if (!isIt(report)) return;
        this.#waiting.delete(check);
        resolve();
      };
      this.#waiting.add(check);
    });
  }
}
