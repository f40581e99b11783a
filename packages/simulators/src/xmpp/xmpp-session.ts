import { randomBytes, randomUUID } from 'node:crypto';
import type { WebSocket } from 'ws';
import type { Listener } from '../hub/hub.ts';
import type { NodeId } from '../nodes/node-pair.ts';
import { xmppDomain } from '../nodes/system-info-xml.ts';
import type { ScenarioUser } from '../scenario/scenario.ts';
import type { Simulator } from '../simulator.ts';
import { parseXml } from '../xml/parse-xml.ts';
import { writeXml } from '../xml/write-xml.ts';
import { childOf, type XmlElement, xml } from '../xml/xml-element.ts';
import { unescapeName } from './node-name.ts';
import { answerPubsub } from './pubsub.ts';
import { eventMessage, namespaces, result, stanzaError, streamError } from './stanza.ts';
import { ownNodes } from './subscription-rule.ts';

type Step = 'new' | 'authenticating' | 'authenticated' | 'binding' | 'bound' | 'over';

/** What a session tells the listener that it came through. */
export interface SessionEvents {
  readonly onBound: (session: XmppSession) => void;
  readonly onPresence: (session: XmppSession) => void;
  readonly onEnd: (session: XmppSession) => void;
}

/** One XMPP session over a WebSocket (RFC 7395): SASL PLAIN, a resource, presence, and pubsub. */
export class XmppSession implements Listener {
  readonly at: NodeId;
  /** Nodes that were subscribed to, by the id of the subscription. */
  readonly subscriptions = new Map<string, string>();
  readonly #simulator: Simulator;
  readonly #socket: WebSocket;
  readonly #events: SessionEvents;
  #step: Step = 'new';
  #user: ScenarioUser | undefined;
  #resource = '';
  #isAvailable = false;
  #stopSilence = () => {};

  constructor(simulator: Simulator, at: NodeId, socket: WebSocket, events: SessionEvents) {
    this.#simulator = simulator;
    this.at = at;
    this.#socket = socket;
    this.#events = events;
    socket.on('message', (data, isBinary) =>
      isBinary ? this.end('unsupported-stanza-type') : this.#take(String(data)),
    );
    socket.on('close', () => this.#over());
    socket.on('error', () => this.#over());
    this.#awaitMore();
  }

  get domain(): string {
    return xmppDomain(this.at, this.#simulator.nodes);
  }

  get user(): ScenarioUser | undefined {
    return this.#user;
  }

  get userId(): string {
    return this.#user?.id ?? '';
  }

  get resource(): string {
    return this.#resource;
  }

  get bareJid(): string {
    return `${this.userId}@${this.domain}`;
  }

  get jid(): string {
    return `${this.bareJid}/${this.#resource}`;
  }

  get isAvailable(): boolean {
    return this.#isAvailable && this.#step === 'bound';
  }

  hears(node: string): boolean {
    if (!this.isAvailable || !this.#user) return false;
    return ownNodes(this.#user).includes(node) || this.#explicit.has(node);
  }

  take(node: string, text: string): void {
    const to = this.#explicit.has(node) ? this.jid : this.bareJid;
    this.send(eventMessage(node, text, { from: `pubsub.${this.domain}`, to, id: randomUUID() }));
  }

  /** Says whether Finesse itself is there, by the presence of its own user. */
  notifyFinesse(isThere: boolean): void {
    if (!this.isAvailable) return;
    const type: Record<string, string> = isThere ? {} : { type: 'unavailable' };
    this.send(
      xml('presence', [], { xmlns: namespaces.client, from: `finesse@${this.domain}/finesse`, to: this.jid, ...type }),
    );
  }

  send(element: XmlElement): void {
    if (this.#socket.readyState === this.#socket.OPEN) this.#socket.send(writeXml(element));
  }

  /** Ends the stream by an error, such as `conflict`. */
  end(condition: string): void {
    this.send(streamError(condition));
    this.#close();
  }

  /** Cuts the connection without a word. */
  cut(): void {
    this.#socket.terminate();
    this.#over();
  }

  get #explicit(): Set<string> {
    return new Set(this.subscriptions.values());
  }

  #take(text: string): void {
    this.#awaitMore();
    const element = parseXml(text);
    if (!element) {
      this.end('not-well-formed');
      return;
    }
    switch (element.name) {
      case 'open':
        this.#open();
        return;
      case 'close':
        this.#close();
        return;
      case 'auth':
        this.#authenticate(element);
        return;
      case 'iq':
        if (this.#step === 'binding' || this.#step === 'bound') this.#answer(element);
        else this.end('not-authorized');
        return;
      case 'presence':
        this.#present(element);
        return;
      case 'message':
        return;
      default:
        this.end('unsupported-stanza-type');
    }
  }

  #open(): void {
    const opening = {
      xmlns: namespaces.framing,
      from: this.domain,
      id: randomBytes(8).toString('hex'),
      version: '1.0',
    };
    this.send(xml('open', [], { ...opening, 'xml:lang': 'en' }));
    const isKnown = this.#step === 'authenticated';
    this.#step = isKnown ? 'binding' : 'authenticating';
    const features = isKnown
      ? [xml('bind', [], { xmlns: namespaces.bind }), xml('session', [], { xmlns: namespaces.session })]
      : [xml('mechanisms', [xml('mechanism', 'PLAIN')], { xmlns: namespaces.sasl })];
    this.send(xml('stream:features', features, { 'xmlns:stream': 'http://etherx.jabber.org/streams' }));
  }

  #authenticate(auth: XmlElement): void {
    if (this.#step !== 'authenticating') {
      this.end('policy-violation');
      return;
    }
    const isPlain = auth.attributes['mechanism'] === 'PLAIN';
    const user = isPlain ? this.#whose(auth.text) : undefined;
    if (!user) {
      const condition = xml(isPlain ? 'not-authorized' : 'invalid-mechanism');
      this.send(xml('failure', [condition], { xmlns: namespaces.sasl }));
      return;
    }
    this.#user = user;
    this.#step = 'authenticated';
    this.send(xml('success', [], { xmlns: namespaces.sasl }));
  }

  #whose(initial: string): ScenarioUser | undefined {
    const [, name = '', secret = ''] = Buffer.from(initial, 'base64').toString('utf8').split('\0');
    const user = this.#simulator.accounts.bySecret(unescapeName(name), secret, true);
    const isAdministratorOnly = user?.administrator === true && !user.roles.includes('Supervisor');
    return isAdministratorOnly && !this.#simulator.scenario.uncertain.administratorsOverXmpp ? undefined : user;
  }

  #answer(iq: XmlElement): void {
    const bind = childOf(iq, 'bind');
    if (bind && this.#step === 'binding') {
      this.#resource = childOf(bind, 'resource')?.text || randomBytes(6).toString('hex');
      this.#step = 'bound';
      this.send(result(iq, this.domain, this.jid, [xml('bind', [xml('jid', this.jid)], { xmlns: namespaces.bind })]));
      this.#events.onBound(this);
    } else if (this.#step !== 'bound') {
      this.end('not-authorized');
    } else if (childOf(iq, 'pubsub') && this.#user) {
      this.send(answerPubsub(iq, this, this.#user, this.#simulator));
    } else if (childOf(iq, 'ping') || childOf(iq, 'session')) {
      this.send(result(iq, this.domain, this.jid));
    } else if (iq.attributes['type'] === 'get' || iq.attributes['type'] === 'set') {
      this.send(stanzaError(iq, this.domain, this.jid, 'cancel', 'service-unavailable'));
    }
  }

  #present({ attributes, children }: XmlElement): void {
    if (this.#step !== 'bound' || attributes['to'] !== undefined) return;
    const priority = Number(children.find(({ name }) => name === 'priority')?.text ?? 0);
    this.#isAvailable = attributes['type'] === undefined && priority >= 0;
    this.#events.onPresence(this);
    this.notifyFinesse(this.#simulator.nodes.state(this.at) === 'in-service');
  }

  #awaitMore(): void {
    this.#stopSilence();
    this.#stopSilence = this.#simulator.timers.after(this.#simulator.scenario.timings.silenceMs, () =>
      this.end('connection-timeout'),
    );
  }

  #close(): void {
    this.send(xml('close', [], { xmlns: namespaces.framing }));
    this.#socket.close();
    this.#over();
  }

  #over(): void {
    if (this.#step === 'over') return;
    this.#step = 'over';
    this.#stopSilence();
    this.#events.onEnd(this);
  }
}
