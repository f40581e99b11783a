import { Account, createHttp, FinesseCluster, type Http, OwnDesk, type TaskDialog } from '@eyeline/finesse';
import type { Box } from '@eyeline/simulators';

/** An agent of UCCE at the Finesse desktop: works by REST, with the own password. */
export class UcceAgent {
  readonly userId: string;
  isStopped = false;
  readonly #box: Box;
  readonly #http: Http;
  readonly #desk: OwnDesk;

  constructor(box: Box, userId: string) {
    this.#box = box;
    this.userId = userId;
    const network = { authorities: [box.authority], lookup: box.lookup };
    this.#http = createHttp(network);
    const account = new Account({ kind: 'password', userId, password: 'box' });
    this.#desk = new OwnDesk(
      new FinesseCluster({ origins: box.addresses.finesse, account, http: this.#http, network }),
      userId,
    );
  }

  /** Signed in to the domain, and ready there. */
  async ready(mediaId = '5001'): Promise<void> {
    await this.put(
      `/User/${this.userId}/Media/${mediaId}`,
      '<Media><state>LOGIN</state><maxDialogLimit>2</maxDialogLimit><interruptAction>ACCEPT</interruptAction><dialogLogoutAction>CLOSE</dialogLogoutAction></Media>',
    );
    const isIn = async (...states: string[]) =>
      states.includes((await this.#desk.media()).find(({ id }) => id === mediaId)?.state ?? '');
    await until(`${this.userId} is signed in to ${mediaId}`, () => isIn('not-ready'));
    await this.set(mediaId, 'READY');
    // A task that waits comes at once.
    await until(`${this.userId} is ready in ${mediaId}`, () => isIn('ready', 'reserved'));
  }

  async set(mediaId: string, state: 'READY' | 'NOT_READY'): Promise<void> {
    await this.put(`/User/${this.userId}/Media/${mediaId}`, `<Media><state>${state}</state></Media>`);
  }

  setRoutable(mediaId: string, isRoutable: boolean): Promise<void> {
    return this.#desk.setRoutable(mediaId, isRoutable);
  }

  async isRoutable(mediaId = '5001'): Promise<boolean | undefined> {
    return (await this.#desk.media()).find(({ id }) => id === mediaId)?.isRoutable;
  }

  get media(): string | undefined {
    return this.#box.state().users.find(({ id }) => id === this.userId)?.media[0]?.state;
  }

  untilMedia(state: string): Promise<void> {
    return until(`${this.userId} is ${state}`, () => this.media === state);
  }

  tasks(): Promise<readonly TaskDialog[]> {
    return this.#desk.tasks();
  }

  /** The task that is at this desk, once it is in this state. */
  async task(state: TaskDialog['state']): Promise<TaskDialog> {
    let found: TaskDialog | undefined;
    await until(`a task that is ${state}`, async () => {
      found = (await this.tasks()).find(task => task.state === state);
      return found !== undefined;
    });
    if (!found) throw new Error('It is gone.');
    return found;
  }

  async accept(): Promise<void> {
    await this.#desk.act(await this.task('offered'), 'accept');
    await this.#desk.act(await this.task('accepted'), 'start');
  }

  async close(): Promise<void> {
    for (const task of await this.tasks()) await this.#desk.act(task, 'close');
  }

  /** What Finesse writes for this agent; `path` starts after `/finesse/api`. */
  async read(path: string): Promise<string> {
    return (await this.#send('GET', path)).body;
  }

  async put(path: string, body: string): Promise<void> {
    const { status } = await this.#send('PUT', path, body);
    if (status !== 202) throw new Error(`${path} was answered with ${status}.`);
  }

  #send(method: 'GET' | 'PUT', path: string, body?: string) {
    return this.#http.send({
      method,
      url: `${this.#box.addresses.finesse[0]}/finesse/api${path}`,
      headers: {
        'content-type': 'application/xml',
        authorization: `Basic ${Buffer.from(`${this.userId}:box`).toString('base64')}`,
      },
      ...(body === undefined ? {} : { body }),
    });
  }

  stop(): void {
    this.isStopped = true;
    this.#http.close();
  }
}

/** Waits until something is so, for a minute at most. */
export async function until(what: string, isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 60_000; Date.now() < end; ) {
    if (await isSo()) return;
    await new Promise(resolve => setTimeout(resolve, 10));
  }
  throw new Error(`It did not come to that: ${what}.`);
}
