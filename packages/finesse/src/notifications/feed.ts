import { readUpdate, type Update } from '../codec/update.ts';
import { FinesseError } from '../finesse-error.ts';
import { notifications } from '../sentences/notifications.ts';
import { type Backoff, defaultBackoff, pauseBefore } from './backoff.ts';
import type { NotificationSession, SessionOptions } from './session.ts';

/** How the feed is. `live`: subscribed, and the state was read after that. */
export type FeedState =
  | { readonly name: 'connecting'; readonly attempt: number }
  | { readonly name: 'live'; readonly service: string }
  | { readonly name: 'lost'; readonly fault: FinesseError; readonly nextInMs: number }
  | { readonly name: 'stopped'; readonly fault?: FinesseError };

/** Where the notifications of the node in service are. */
export interface NotificationAddress {
  /** To be tried in this order. */
  readonly services: readonly string[];
  readonly domain: string;
  readonly pubsubDomain: string;
}

type Handlers = Pick<SessionOptions, 'service' | 'domain' | 'pubsubDomain' | 'onNotification' | 'onFinesse' | 'onLost'>;

export interface FeedOptions {
  /** Asks SystemInfo which node is in service. Called before every attempt. */
  readonly locate: () => Promise<NotificationAddress>;
  /** The nodes to subscribe to, such as one for each team. */
  readonly nodes: () => Promise<readonly string[]>;
  readonly open: (handlers: Handlers) => Promise<NotificationSession>;
  /** Reads the whole state by REST; what it finds goes where `onUpdate` goes. Called after every subscription. */
  readonly resync: () => Promise<void>;
  readonly onUpdate: (update: Update) => void;
  readonly onState?: (state: FeedState) => void;
  /** A node that may not be subscribed to; the feed goes on without it. */
  readonly onRefused?: (node: string, fault: FinesseError) => void;
  /** A notification that is not understood; the feed goes on. */
  readonly onUnreadable?: (error: unknown, text: string) => void;
  readonly backoff?: Backoff;
  /** In [0, 1). */
  readonly chance?: () => number;
  /** ms, from a clock that does not go backwards. */
  readonly now?: () => number;
}

// Trying again would lock the account, or fight over the session.
const lasting = [
  'credential-refused',
  'credential-stopped',
  'single-sign-on',
  'agent-account',
  'reserved-resource',
  'conflict',
  'insecure',
];

/** The notifications of a Finesse: connects, subscribes, reads the state, and begins anew after every loss. */
export class NotificationFeed {
  readonly #options: FeedOptions;
  #session: NotificationSession | undefined;
  #lose: ((fault: FinesseError) => void) | undefined;
  #wake: (() => void) | undefined;
  #isStopped = false;
  #running: Promise<void> | undefined;
  #preferred: string | undefined;

  constructor(options: FeedOptions) {
    this.#options = options;
  }

  /** Begins. What goes wrong is told by `onState`. */
  start(): void {
    this.#running ??= this.#run();
  }

  /** Gives the connection up and begins anew, such as when SystemInfo says that the node is out of service. */
  renew(reason = 'Finesse is out of service'): void {
    this.#lose?.(new FinesseError('connection-lost', notifications.madeAnew(reason)));
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#wake?.();
    this.#lose?.(new FinesseError('stopped', notifications.stopped));
    await this.#running;
  }

  async #run(): Promise<void> {
    const { backoff = defaultBackoff, chance = Math.random, now = () => performance.now() } = this.#options;
    for (let attempt = 0; !this.#isStopped; attempt++) {
      this.#notify({ name: 'connecting', attempt });
      let liveAt = Number.POSITIVE_INFINITY;
      const outcome = await this.#liveOnce(() => {
        liveAt = now();
      });
      // A connection that comes and goes is no reason to read everything again and again without a pause.
      if (now() - liveAt >= backoff.maxMs) attempt = 0;
      await this.#closeSession();
      if (this.#isStopped) break;
      if (lasting.includes(outcome.code)) {
        this.#isStopped = true;
        this.#notify({ name: 'stopped', fault: outcome });
        return;
      }
      const nextInMs = pauseBefore(attempt, chance(), backoff);
      this.#notify({ name: 'lost', fault: outcome, nextInMs });
      await this.#pause(nextInMs);
    }
    this.#notify({ name: 'stopped' });
  }

  /** Connects and stays; the answer is why it did not. */
  async #liveOnce(onLive: () => void): Promise<FinesseError> {
    try {
      let waiting: Update[] | undefined = [];
      const take = (update: Update) => (waiting ? waiting.push(update) : this.#options.onUpdate(update));
      const lost = new Promise<FinesseError>(resolve => {
        this.#lose = resolve;
      });
      const service = await this.#connect(text => this.#read(text, take));
      const ready = (async () => {
        for (const node of await this.#options.nodes()) await this.#subscribe(node);
        // What comes meanwhile waits: it is newer than what is read now, or the same.
        await this.#options.resync();
      })();
      const early = await Promise.race([ready.then(() => undefined), lost]);
      ready.catch(() => undefined);
      if (early) return early;
      const held = waiting;
      waiting = undefined;
      for (const update of held) this.#options.onUpdate(update);
      onLive();
      this.#notify({ name: 'live', service });
      return await lost;
    } catch (error) {
      if (error instanceof FinesseError) return error;
      return new FinesseError('connection-lost', notifications.failed(String(error)), { cause: error });
    } finally {
      this.#lose = undefined;
    }
  }

  async #connect(onNotification: (text: string) => void): Promise<string> {
    const { services, domain, pubsubDomain } = await this.#options.locate();
    const order = [...services].sort(
      (one, other) => Number(other === this.#preferred) - Number(one === this.#preferred),
    );
    let first: unknown;
    for (const service of order) {
      if (this.#isStopped) break;
      try {
        this.#session = await this.#options.open({
          service,
          domain,
          pubsubDomain,
          onNotification,
          onFinesse: isThere => isThere || this.renew('Finesse left the notification service'),
          onLost: fault => this.#lose?.(fault),
        });
        this.#preferred = service;
        return service;
      } catch (error) {
        if (error instanceof FinesseError && lasting.includes(error.code)) throw error;
        first ??= error;
      }
    }
    throw first ?? new FinesseError('unreachable', notifications.noAddress);
  }

  /** A node that is refused does not take the others down. */
  async #subscribe(node: string): Promise<void> {
    try {
      await this.#session?.subscribe(node);
    } catch (error) {
      const isRefusal = error instanceof FinesseError && (error.code === 'not-supervisor' || error.code === 'refused');
      if (!isRefusal) throw error;
      this.#options.onRefused?.(node, error);
    }
  }

  #read(text: string, take: (update: Update) => void): void {
    let update: Update;
    try {
      update = readUpdate(text);
    } catch (error) {
      this.#options.onUnreadable?.(error, text);
      return;
    }
    take(update);
  }

  #notify(state: FeedState): void {
    this.#options.onState?.(state);
  }

  async #closeSession(): Promise<void> {
    const session = this.#session;
    this.#session = undefined;
    await session?.close().catch(() => undefined);
  }

  async #pause(ms: number): Promise<void> {
    if (this.#isStopped) return;
    await new Promise<void>(resolve => {
      const timer = setTimeout(resolve, ms);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#wake = undefined;
  }
}
