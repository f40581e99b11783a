import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Box, defaultScenario, type ScenarioInput, startBox } from '@eyeline/simulators';
import type { ConfigInput } from '../settings/config.ts';
import { OutsideMemory } from './outside-memory.ts';

type FinesseInput = NonNullable<ConfigInput['finesse']>;

/** Cisco's side without callers, as fast as it goes, and a configuration that leads to it. */
export class FinesseBox {
  readonly box: Box;
  readonly directory: string;
  /** What we did there, as the store has it. */
  readonly outside = new OutsideMemory();

  private constructor(box: Box, directory: string) {
    this.box = box;
    this.directory = directory;
  }

  static async start(changes: Partial<ScenarioInput> = {}): Promise<FinesseBox> {
    const box = await startBox({
      scenario: {
        ...defaultScenario,
        users: defaultScenario.users.filter(({ script }) => !script),
        calls: { perMinute: 0, to: 'everybody' },
        timings: { changeMs: 5, ringMs: 20_000, wrapUpMs: 60 },
        ...changes,
      },
    });
    const directory = mkdtempSync(join(tmpdir(), 'eyeline-finesse-'));
    writeFileSync(join(directory, 'ca.pem'), box.authority);
    writeFileSync(join(directory, 'password'), 'box\n');
    return new FinesseBox(box, directory);
  }

  /** Anna is Finesse's 1001, Ben its 1002. */
  config(changes: Partial<FinesseInput> = {}): FinesseInput {
    const password = { file: join(this.directory, 'password') };
    return {
      nodes: [...this.box.addresses.finesse],
      account: { userId: 'eyeline', password },
      authorities: [join(this.directory, 'ca.pem')],
      agents: { anna: { finesseUserId: '1001', password }, ben: { finesseUserId: '1002', password } },
      pollMs: 300,
      confirmMs: 600,
      ...changes,
    };
  }

  /** Signs in at the desktop, and ready. */
  async ready(...userIds: string[]): Promise<void> {
    for (const userId of userIds) {
      this.box.setState(userId, { state: 'LOGIN' });
      await this.until(userId, 'NOT_READY');
      this.box.setState(userId, { state: 'READY' });
      await this.until(userId, 'READY');
    }
  }

  /** An agent's state as Finesse has it, with the reason: `NOT_READY Lunch (12)`. */
  state(userId: string): string {
    const user = this.box.state().users.find(({ id }) => id === userId);
    return user ? `${user.state} ${user.reason}`.trim() : '';
  }

  /** Replaces an object of UCCX, as its administrator. */
  async administer(path: string, body: string): Promise<void> {
    const status = await this.status(`/adminapi${path}`, 'eyeline:box', body);
    if (status !== 200) throw new Error(`UCCX answers ${status}.`);
  }

  /** What Cisco's side answers to somebody: `user:password`. */
  status(path: string, as: string, body?: string): Promise<number> {
    const { authority, lookup, addresses } = this.box;
    const origin = path.startsWith('/adminapi') ? (addresses.uccx ?? '') : addresses.finesse[0];
    const headers = { 'content-type': 'application/xml' };
    const method = body === undefined ? 'GET' : 'PUT';
    return new Promise((resolve, reject) => {
      const asking = request(
        `${origin}${path}`,
        { method, headers, auth: as, ca: authority, lookup, agent: false },
        answer => {
          answer.resume();
          answer.on('end', () => resolve(answer.statusCode ?? 0));
        },
      );
      asking.on('error', reject);
      asking.end(body);
    });
  }

  async until(userId: string, state: string): Promise<void> {
    for (const end = Date.now() + 60_000; Date.now() < end; ) {
      if (this.state(userId).startsWith(state)) return;
      await new Promise(resolve => setTimeout(resolve, 5));
    }
    throw new Error(`${userId} is ${this.state(userId)} and not ${state}.`);
  }

  async stop(): Promise<void> {
    await this.box.stop();
    rmSync(this.directory, { recursive: true, force: true });
  }
}
