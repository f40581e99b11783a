import { once } from 'node:events';
import { WebSocket } from 'ws';
import type { Box } from '../box.ts';
import { parseXml } from '../xml/parse-xml.ts';
import { childOf, textOf, type XmlElement } from '../xml/xml-element.ts';

const framing = 'urn:ietf:params:xml:ns:xmpp-framing';

/** A plain XMPP client for tests, written from RFC 7395 and 6120, one frame at a time. */
export class XmppClient {
  readonly received: XmlElement[] = [];
  readonly #socket: WebSocket;
  readonly #waiting = new Set<() => void>();
  isClosed = false;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    const wake = () => {
      for (const waiting of this.#waiting) waiting();
    };
    socket.on('message', data => {
      const element = parseXml(String(data));
      if (element) this.received.push(element);
      wake();
    });
    socket.on('close', () => {
      this.isClosed = true;
      wake();
    });
    socket.on('error', () => {});
  }

  static async connect(box: Box, node: 0 | 1 = 0): Promise<XmppClient> {
    const socket = new WebSocket(box.addresses.notifications[node], ['xmpp'], {
      ca: box.authority,
      lookup: box.lookup,
    });
    const client = new XmppClient(socket);
    await once(socket, 'open');
    return client;
  }

  /** Connects, proves who it is, takes a resource and is available. */
  static async signIn(
    box: Box,
    user: string,
    password: string,
    resource = 'test',
    node: 0 | 1 = 0,
  ): Promise<XmppClient> {
    const client = await XmppClient.connect(box, node);
    await client.open();
    const answer = await client.authenticate(user, password);
    if (answer.name !== 'success') throw new Error(`${user} was refused: ${answer.children[0]?.name}`);
    await client.open();
    await client.ask(
      `<iq xmlns="jabber:client" type="set" id="bind"><bind xmlns="urn:ietf:params:xml:ns:xmpp-bind"><resource>${resource}</resource></bind></iq>`,
    );
    client.send('<presence xmlns="jabber:client"/>');
    await client.next(({ name }) => name === 'presence');
    return client;
  }

  send(text: string): void {
    this.#socket.send(text);
  }

  async open(): Promise<XmlElement> {
    const before = this.received.length;
    this.send(`<open xmlns="${framing}" to="x" version="1.0"/>`);
    return this.next(({ name }) => name === 'features', before);
  }

  authenticate(user: string, password: string, mechanism = 'PLAIN'): Promise<XmlElement> {
    const text = Buffer.from(`\0${user}\0${password}`).toString('base64');
    const before = this.received.length;
    this.send(`<auth xmlns="urn:ietf:params:xml:ns:xmpp-sasl" mechanism="${mechanism}">${text}</auth>`);
    return this.next(() => true, before);
  }

  async ask(iq: string): Promise<XmlElement> {
    const id = /id="([^"]+)"/.exec(iq)?.[1];
    const before = this.received.length;
    this.send(iq);
    return this.next(element => element.name === 'iq' && element.attributes['id'] === id, before);
  }

  subscribe(node: string, action = 'subscribe'): Promise<XmlElement> {
    const id = `s${Math.random()}`;
    return this.ask(
      `<iq xmlns="jabber:client" type="set" id="${id}"><pubsub xmlns="http://jabber.org/protocol/pubsub"><${action} node="${node}"/></pubsub></iq>`,
    );
  }

  /** The updates inside the notifications that came so far. */
  get updates(): readonly { readonly node: string; readonly update: XmlElement }[] {
    return this.received
      .filter(({ name }) => name === 'message')
      .flatMap(message => {
        const items = childOf(childOf(message, 'event'), 'items');
        const text = textOf(items?.children[0], 'notification');
        const update = text === undefined ? undefined : parseXml(text);
        return update ? [{ node: items?.attributes['node'] ?? '', update }] : [];
      });
  }

  /** The voice states that were notified for a user, in their order. */
  states(userId: string): readonly string[] {
    return this.updates.flatMap(({ update }) => {
      const user = childOf(childOf(update, 'data'), 'user');
      return textOf(user, 'loginId') === userId ? [textOf(user, 'state') ?? ''] : [];
    });
  }

  /** The first element from a place on that is wanted. */
  async next(isWanted: (element: XmlElement) => boolean, from = 0): Promise<XmlElement> {
    let found: XmlElement | undefined;
    await this.until(() => {
      found = this.received.slice(from).find(isWanted);
      return found !== undefined;
    });
    if (!found) throw new Error('Nothing was found.');
    return found;
  }

  /** Waits until something is true of what was received; fails after 3 s. */
  async until(isTrue: () => boolean): Promise<void> {
    if (isTrue()) return;
    await new Promise<void>((resolve, reject) => {
      const settle = (error?: Error) => {
        clearTimeout(timer);
        this.#waiting.delete(look);
        if (error) reject(error);
        else resolve();
      };
      const look = () => {
        if (isTrue()) settle();
      };
      const timer = setTimeout(
        () => settle(new Error(`It did not come; last: ${JSON.stringify(this.received.at(-1))}`)),
        3_000,
      );
      this.#waiting.add(look);
    });
  }

  close(): void {
    this.#socket.terminate();
  }
}
