import { mkdtemp, rm } from 'node:fs/promises';
import type { LookupFunction } from 'node:net';
import { join } from 'node:path';
import { PROTOCOL_VERSION } from '@eyeline/protocol';
import type { OnRoute } from '@eyeline/routing';
import { type Logger, pino } from 'pino';
import type { VoicePort } from '../cisco/voice/voice-port.ts';
import { demoConfig, demoPassword } from '../process/demo.ts';
import { type RunningServer, startServer } from '../process/server.ts';
import type { SteadyClock } from '../process/steady-clock.ts';
import type { ConfigInput } from '../settings/config.ts';
import { parseConfig } from '../settings/parse-config.ts';
import { LentStore } from './lent-store.ts';
import { Page } from './page.ts';
import { temporaryRoot } from './temporary-root.ts';

const domains = { chat: 1, video: 1, email: 5, callback: 1 };

/** The demo's, in one queue and with one chat at a time, so that the next customer waits. */
export const testConfig = {
  ...demoConfig,
  entryPoints: demoConfig.entryPoints.filter(({ entryPointId }) => entryPointId !== 'sales'),
  routing: { ...demoConfig.routing, agents: { ben: { domains, voiceChannel: true } }, agentDefaults: { domains } },
  sfu: { port: 0 },
} satisfies ConfigInput;

interface TestServerOptions {
  /** To go on where another one stopped. */
  readonly dataDirectory?: string;
  readonly databaseUrl?: string;
  /** Whether the demo's agents are there. Default: yes. */
  readonly demo?: boolean;
  readonly workerBin?: string;
  readonly voice?: VoicePort;
  readonly onRoute?: OnRoute;
  readonly lookup?: LookupFunction;
  readonly clock?: SteadyClock;
  /** Default: nobody reads it. */
  readonly log?: Logger;
}

interface TestServerParts {
  readonly running: RunningServer;
  readonly directory: string;
  readonly given: ConfigInput;
  readonly lent: LentStore | null;
}

/** A real server of this process, on a free port, with pages that go away with it. */
export class TestServer {
  /** Stores that wait for their next server, by its data directory. */
  static readonly #paused = new Map<string, LentStore>();
  readonly running: RunningServer;
  readonly url: string;
  readonly dataDirectory: string;
  /** As it was written. */
  readonly fileConfig: ConfigInput;
  readonly #pages: Page[] = [];
  /** Its store, unless that is a database or another server's files. */
  #lent: LentStore | null;

  private constructor({ running, directory, given, lent }: TestServerParts) {
    this.running = running;
    this.url = running.url;
    this.dataDirectory = directory;
    this.fileConfig = given;
    this.#lent = lent;
  }

  static async start(config: Partial<ConfigInput> = {}, options: TestServerOptions = {}): Promise<TestServer> {
    const directory = options.dataDirectory ?? (await mkdtemp(join(temporaryRoot(), 'eyeline-data-')));
    const isNew = !options.databaseUrl && !options.dataDirectory;
    const lent = isNew ? await LentStore.lend() : TestServer.#takePaused(directory);
    // The demo's rules name the demo's queues.
    const given = { ...testConfig, ...(config.routing ? { rules: [] } : {}), ...config };
    const running = await startServer({
      config: parseConfig(given),
      dataDirectory: directory,
      databaseUrl: options.databaseUrl,
      store: lent?.store,
      workerBin: options.workerBin,
      voice: options.voice,
      onRoute: options.onRoute,
      lookup: options.lookup,
      clock: options.clock,
      demo: options.demo ?? true,
      host: '127.0.0.1',
      port: 0,
      areAnswersChecked: true,
      log: options.log ?? pino({ level: 'silent' }),
    }).catch(async (error: unknown) => {
      lent?.giveBack();
      if (!options.dataDirectory) await rm(directory, { recursive: true, force: true });
      throw error;
    });
    return new TestServer({ running, directory, given, lent });
  }

  get pages(): readonly Page[] {
    return this.#pages;
  }

  get httpServer(): RunningServer['httpServer'] {
    return this.running.httpServer;
  }

  /** `url`: another way to this server. */
  async page(url = this.url): Promise<Page> {
    const page = await Page.open(url);
    this.#pages.push(page);
    return page;
  }

  /** A line of a page that says which page it is. */
  async pageNamed(page: string): Promise<Page> {
    const line = await Page.open(this.url, { auth: { version: PROTOCOL_VERSION, page } });
    this.#pages.push(line);
    return line;
  }

  /** An agent at a desk; ready for everything unless told otherwise. */
  async agent(username: 'anna' | 'ben', isReady = true) {
    const page = await this.page();
    const desk = await page.do('agent.sign-in', { username, password: demoPassword });
    if (isReady) await page.do('agent.set-state', { state: 'ready', domains: ['chat', 'video'] });
    return { page, desk, agentId: desk.agent.agentId };
  }

  /** A customer who has filled in the form and sees the conversation. */
  async customer(name = 'Zoe', entryPointId = 'support') {
    const page = await this.page();
    const opened = await page.do('interaction.open', { entryPointId: entryPointId as never, form: { name } });
    await page.do('interaction.catch-up', { interactionId: opened.interactionId, afterSeq: 0 });
    return { page, ...opened };
  }

  /** A customer and the agent who has accepted, both with the conversation before them. */
  async conversation(entryPointId = 'support', username: 'anna' | 'ben' = 'anna') {
    const agent = await this.agent(username);
    const customer = await this.customer('Zoe', entryPointId);
    const { interactionId } = customer;
    const offer = await agent.page.waitFor('offer.made', one => one.interactionId === interactionId);
    const { taskId } = await agent.page.do('offer.accept', { offerId: offer.offerId });
    await agent.page.do('interaction.catch-up', { interactionId, afterSeq: 0 });
    return { agent, customer, interactionId, taskId };
  }

  /** Ends as it should; the next server of this process goes on with its store. */
  async pause(): Promise<void> {
    await this.#end();
    if (this.#lent) TestServer.#paused.set(this.dataDirectory, this.#lent);
    this.#lent = null;
  }

  /** Ends as it should, and leaves its store's files for another process. */
  async leave(): Promise<void> {
    await this.pause();
    await TestServer.#takePaused(this.dataDirectory)?.moveTo(this.dataDirectory);
  }

  async stop(): Promise<void> {
    await this.pause();
    TestServer.#takePaused(this.dataDirectory)?.giveBack();
    await rm(this.dataDirectory, { recursive: true, force: true });
  }

  async #end(): Promise<void> {
    for (const page of this.#pages) page.close();
    await this.running.close();
  }

  static #takePaused(dataDirectory: string): LentStore | null {
    const lent = TestServer.#paused.get(dataDirectory) ?? null;
    TestServer.#paused.delete(dataDirectory);
    return lent;
  }
}
