/// <reference path="./xmpp.d.ts" />
import { client, type XmppConnection, type XmppElement, xml } from '@xmpp/client';
import { FinesseError } from '../finesse-error.ts';
import type { Account } from '../rest/account.ts';
import type { NetworkOptions } from '../rest/network.ts';
import { advice } from '../sentences/advice.ts';
import { notifications } from '../sentences/notifications.ts';
import type { Deployment } from '../words/finesse-words.ts';
import { escapeNodeName } from './node-name.ts';
import { notificationTexts } from './notification-texts.ts';
import { sessionFault, subscriptionFault } from './session-fault.ts';
import { createTransports } from './transports.ts';

export interface SessionOptions {
  /** `wss://fin-a.example.com:8445/ws/` or `xmpps://fin-a.example.com:5223`. */
  readonly service: string;
  /** From SystemInfo. */
  readonly domain: string;
  readonly pubsubDomain: string;
  readonly account: Account;
  readonly deployment?: Deployment;
  /** The same for one server of ours, different for two; never `desktop`. */
  readonly resource: string;
  readonly network?: NetworkOptions;
  readonly timeoutMs?: number;
  /** Finesse expects something every 20 s; its own desktop pings every 10 s. */
  readonly pingEveryMs?: number;
  /** The text of each notification, in the order of arrival. */
  readonly onNotification: (text: string) => void;
  /** Finesse itself (the user `finesse`) came or went, while the notification service goes on. */
  readonly onFinesse?: (isThere: boolean) => void;
  /** The session is over, and nobody asked it to be. */
  readonly onLost: (fault: FinesseError) => void;
}

/** One connection to the notification service. */
export interface NotificationSession {
  /** The full JID. */
  readonly jid: string;
  subscribe(node: string): Promise<void>;
  unsubscribe(node: string): Promise<void>;
  /** Ends the subscriptions and the connection. */
  close(): Promise<void>;
}

const missesAllowed = 2;

/**
 * Signs in at the notification service and announces presence (without it Finesse sends nothing).
 * @throws {FinesseError} reserved-resource, credential-refused (the account is stopped then), certificate, unreachable …
 */
export async function openSession(options: SessionOptions): Promise<NotificationSession> {
  const { resource, account } = options;
  if (resource.toLowerCase() === 'desktop') throw new FinesseError('reserved-resource', advice.reservedResource());
  return account.use(({ secret }) => connect(options, secret));
}

async function connect(options: SessionOptions, secret: string): Promise<NotificationSession> {
  const { service, domain, resource, account, network = {}, timeoutMs = 10_000, pingEveryMs = 10_000 } = options;
  const host = new URL(service).host;
  const username = escapeNodeName(account.userId);
  const connection = client({
    service,
    domain,
    resource,
    timeout: timeoutMs,
    credentials: async (authenticate, mechanisms) => {
      // PLAIN: an access token can be shown in no other way, and Finesse keeps no other proof. Never without TLS.
      if (!connection.isSecure()) throw new FinesseError('insecure', advice.plainText(host));
      if (!mechanisms.includes('PLAIN')) throw new FinesseError('not-supported', notifications.noPlain(host));
      await authenticate({ username, password: secret }, 'PLAIN');
    },
  });
  // Coming back is the feed's work: it asks SystemInfo first.
  connection.reconnect.stop();
  connection.transports = createTransports(network);
  let fault: FinesseError | undefined;
  connection.on('error', (error: unknown) => {
    fault ??= sessionFault(error, host, account.userId);
  });

  const jid = await start(connection, service, domain, timeoutMs).catch(async (error: unknown) => {
    const reason = fault ?? sessionFault(error, host, account.userId);
    await quietly(connection.stop());
    throw reason;
  });
  if (connection.jid?.resource !== resource) {
    await quietly(connection.stop());
    throw new FinesseError('conflict', notifications.otherResource(host, connection.jid?.resource ?? '', resource));
  }
  return new Session(connection, jid, options, pingEveryMs, () => fault);
}

class Session implements NotificationSession {
  readonly jid: string;
  readonly #connection: XmppConnection;
  readonly #options: SessionOptions;
  readonly #nodes = new Map<string, string | undefined>();
  readonly #ping: NodeJS.Timeout;
  #misses = 0;
  #isOver = false;

  constructor(
    connection: XmppConnection,
    jid: string,
    options: SessionOptions,
    pingEveryMs: number,
    faultOf: () => FinesseError | undefined,
  ) {
    this.jid = jid;
    this.#connection = connection;
    this.#options = options;
    connection.on('stanza', (stanza: XmppElement) => this.#take(stanza));
    connection.on('disconnect', () => this.#lose(faultOf()));
    this.#ping = setInterval(() => void this.#pingOnce(pingEveryMs), pingEveryMs);
    void quietly(connection.send(xml('presence')));
    // It may have been lost between signing in and here.
    if (connection.status !== 'online') queueMicrotask(() => this.#lose(faultOf()));
  }

  async subscribe(node: string): Promise<void> {
    const answer = await this.#pubsub('subscribe', node).catch((error: unknown) => {
      throw subscriptionFault(error, node, this.#options);
    });
    const subscription = answer.getChild('pubsub')?.getChild('subscription');
    this.#nodes.set(node, subscription?.attrs['subid']);
  }

  async unsubscribe(node: string): Promise<void> {
    const subid = this.#nodes.get(node);
    this.#nodes.delete(node);
    await this.#pubsub('unsubscribe', node, subid);
  }

  async close(): Promise<void> {
    if (this.#isOver) return;
    this.#isOver = true;
    clearInterval(this.#ping);
    await Promise.all([...this.#nodes].map(([node, subid]) => quietly(this.#pubsub('unsubscribe', node, subid))));
    await quietly(this.#connection.stop());
  }

  async #pubsub(action: 'subscribe' | 'unsubscribe', node: string, subid?: string): Promise<XmppElement> {
    const { pubsubDomain, timeoutMs = 10_000 } = this.#options;
    // By the full JID, so that no subscription outlives the session.
    const command = xml(action, { node, jid: this.jid, ...(subid === undefined ? {} : { subid }) });
    const pubsub = xml('pubsub', { xmlns: 'http://jabber.org/protocol/pubsub' }, command);
    const iq = xml('iq', { type: 'set', from: this.jid, to: pubsubDomain }, pubsub);
    return this.#connection.iqCaller.request(iq, timeoutMs);
  }

  #take(stanza: XmppElement): void {
    if (stanza.is('presence')) {
      const [user] = (stanza.attrs['from'] ?? '').split('@');
      const { type } = stanza.attrs;
      if (user === 'finesse' && (type === undefined || type === 'unavailable'))
        this.#options.onFinesse?.(type === undefined);
    }
    if (!stanza.is('message')) return;
    for (const text of notificationTexts(stanza)) this.#options.onNotification(text);
  }

  async #pingOnce(timeoutMs: number): Promise<void> {
    const ping = xml('ping', { xmlns: 'urn:xmpp:ping' });
    const iq = xml('iq', { type: 'get', to: this.#options.domain }, ping);
    try {
      await this.#connection.iqCaller.request(iq, timeoutMs);
      this.#misses = 0;
    } catch (error) {
      // Any answer is a sign of life, also that pings are not known here.
      if (error instanceof Error && error.name === 'StanzaError') this.#misses = 0;
      else if (!this.#isOver && ++this.#misses >= missesAllowed) {
        this.#lose(new FinesseError('connection-lost', notifications.silent(missesAllowed)));
      }
    }
  }

  #lose(fault?: FinesseError): void {
    if (this.#isOver) return;
    this.#isOver = true;
    clearInterval(this.#ping);
    void quietly(this.#connection.stop());
    this.#options.onLost(fault ?? new FinesseError('connection-lost', notifications.closed));
  }
}

/** As the library's own `start`, which leaves a rejection behind that nobody handles, and so may end the process. */
async function start(connection: XmppConnection, service: string, domain: string, timeoutMs: number): Promise<string> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(Object.assign(new Error('no answer'), { name: 'TimeoutError' })), timeoutMs);
  });
  const online = new Promise<void>((resolve, reject) => {
    connection.once('online', () => resolve());
    connection.once('error', reject);
  });
  online.catch(() => undefined);
  const started = (async () => {
    await connection.connect(service);
    await connection.open({ domain });
    await online;
    return String(connection.jid);
  })();
  // After the time is over nobody waits for it any more.
  started.catch(() => undefined);
  try {
    return await Promise.race([started, late]);
  } finally {
    clearTimeout(timer);
  }
}

async function quietly(work: Promise<unknown>): Promise<void> {
  await work.catch(() => undefined);
}
