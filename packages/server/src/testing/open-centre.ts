import { randomUUID } from 'node:crypto';
import { InteractionId, type Reply } from '@eyeline/protocol';
import { createSfu } from '@eyeline/sfu';
import { pino } from 'pino';
import * as v from 'valibot';
import { Gateway } from '../gateway/gateway.ts';
import { Caller } from '../people/caller.ts';
import { PeopleLog } from '../people/people-log.ts';
import { Tokens } from '../people/tokens.ts';
import type { ContactCentre } from '../process/contact-centre.ts';
import { openContactCentre } from '../process/open-contact-centre.ts';
import type { ConfigInput } from '../settings/config.ts';
import { parseConfig } from '../settings/parse-config.ts';
import type { Batch, Store } from '../store/store.ts';
import { LentStore } from './lent-store.ts';
import { testConfig } from './test-server.ts';

/** A contact centre without a network, on a real store that may refuse batches. */
export class OpenCentre {
  readonly store: Store;
  readonly lines: Record<string, unknown>[] = [];
  /** Batches for which this is true are refused, as PostgreSQL refuses what it cannot take. */
  refuses: (batch: Batch) => boolean = () => false;
  /** Commits wait for this. */
  waits: Promise<unknown> = Promise.resolve();
  centre!: ContactCentre;
  readonly #lent: LentStore;
  readonly #limits: ConfigInput['limits'];
  #gateway!: Gateway;
  #close: () => Promise<void> = async () => {};

  private constructor(lent: LentStore, limits: ConfigInput['limits']) {
    this.#lent = lent;
    this.store = lent.store;
    this.#limits = { interactionBurst: 10_000, interactionsPerMinute: 10_000, ...limits };
  }

  /** `limits`: beside those that leave room for all that tests do. */
  static async make(limits: ConfigInput['limits'] = {}): Promise<OpenCentre> {
    return new OpenCentre(await LentStore.lend(), limits);
  }

  /** Starts, or starts again. */
  async start(): Promise<void> {
    await this.#close();
    const append = async (batch: Batch) => {
      await this.waits;
      if (this.refuses(batch)) throw Object.assign(new Error('refused: a secret'), { code: '22P05' });
      await this.store.append(batch);
    };
    const store = new Proxy(this.store, {
      get: (target, key) =>
        key === 'append' ? append : (Reflect.get(target, key).bind?.(target) ?? Reflect.get(target, key)),
    });
    const { centre, close } = await openContactCentre({
      config: parseConfig({ ...testConfig, limits: this.#limits }),
      store,
      sfu: await createSfu({ port: 0 }),
      tokens: new Tokens({ secret: 'a secret of this test alone, long enough', customerMs: 60_000, agentMs: 60_000 }),
      peopleLog: new PeopleLog({ log: pino({ level: 'silent' }), secret: 'secret' }),
      isDemo: true,
      log: pino({ level: 'info' }, { write: line => this.lines.push(JSON.parse(line)) }),
    });
    this.centre = centre;
    this.#close = close;
    this.#gateway = new Gateway({ rooms: centre });
  }

  /** The server dies: what it has not stored by now is lost. The next `start` goes on from there. */
  async die(): Promise<void> {
    const dead = Promise.reject(new Error('dead'));
    dead.catch(() => {});
    this.waits = dead;
    await this.#close();
    this.#close = async () => {};
    this.waits = Promise.resolve();
  }

  async stop(): Promise<void> {
    await this.#close();
    this.#lent.giveBack();
  }

  /** A page that asks, and remembers what it was told. */
  page() {
    const received: string[] = [];
    const caller = new Caller({ address: 'here', emit: name => received.push(name), burst: 10_000, perSecond: 10_000 });
    this.centre.people.callers.add(caller);
    const ask = (name: string, input: object) =>
      new Promise<Reply<Record<string, unknown>>>(resolve => {
        const send = (reply: Reply<unknown>) => resolve(reply as Reply<Record<string, unknown>>);
        void this.#gateway.answer(caller, name, { commandId: randomUUID(), ...input }, send);
      });
    return { received, caller, ask };
  }

  /** A customer who has the conversation open. */
  async customer(name = 'Zoe') {
    const page = this.page();
    const reply = await page.ask('interaction.open', { entryPointId: 'support', form: { name } });
    if (!reply.ok) throw new Error(reply.error.code);
    const interactionId = v.parse(InteractionId, reply.value['interactionId']);
    await page.ask('interaction.catch-up', { interactionId, afterSeq: 0 });
    const send = (text: string, commandId = randomUUID()) =>
      page.ask('message.send', { interactionId, text, commandId });
    return { ...page, interactionId, token: reply.value['token'], send };
  }
}
