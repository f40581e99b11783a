import { once } from 'node:events';
import { Agent, request } from 'node:https';
import { WebSocket } from 'ws';
import type { BoxProcess } from './box-process.ts';
import { accountId, accountPassword } from './large-centre.ts';
import { localLookup } from './local-lookup.ts';

const framing = 'urn:ietf:params:xml:ns:xmpp-framing';

/**
 * The same work with nothing around it: one PUT over a connection that is kept, one WebSocket, and notifications that are
 * searched for a text instead of being read. What it takes is Finesse's own time and the floor for everybody.
 */
export class BareConnection {
  readonly #origin: string;
  readonly #agent: Agent;
  readonly #socket: WebSocket;
  #onText: (text: string) => void = () => {};

  private constructor(origin: string, agent: Agent, socket: WebSocket) {
    this.#origin = origin;
    this.#agent = agent;
    this.#socket = socket;
    socket.on('message', data => this.#onText(String(data)));
  }

  static async open({ addresses }: BoxProcess, teams: number): Promise<BareConnection> {
    const { nodes, notifications, authority } = addresses;
    const [origin = ''] = nodes;
    const network = { ca: authority, lookup: localLookup };
    const agent = new Agent({ keepAlive: true, maxSockets: 1, ...network });
    const socket = new WebSocket(notifications, ['xmpp'], network);
    await once(socket, 'open');
    const connection = new BareConnection(origin, agent, socket);
    const domain = new URL(origin).hostname;
    const open = `<open xmlns="${framing}" to="${domain}" version="1.0"/>`;
    const secret = Buffer.from(`\0${accountId}\0${accountPassword}`).toString('base64');
    await connection.#send(open, 'mechanisms');
    await connection.#send(
      `<auth xmlns="urn:ietf:params:xml:ns:xmpp-sasl" mechanism="PLAIN">${secret}</auth>`,
      '<success',
    );
    await connection.#send(open, 'features');
    const bind = '<bind xmlns="urn:ietf:params:xml:ns:xmpp-bind"><resource>bare</resource></bind>';
    await connection.#send(`<iq xmlns="jabber:client" type="set" id="b">${bind}</iq>`, 'id="b"');
    await connection.#send('<presence xmlns="jabber:client"/>', '<presence');
    for (let team = 1; team <= teams; team++) {
      const subscribe = `<subscribe node="/finesse/api/Team/${team}/Users" jid="${accountId}@${domain}/bare"/>`;
      const pubsub = `<pubsub xmlns="http://jabber.org/protocol/pubsub">${subscribe}</pubsub>`;
      await connection.#send(
        `<iq xmlns="jabber:client" type="set" id="s${team}" to="pubsub.${domain}">${pubsub}</iq>`,
        `id="s${team}"`,
      );
    }
    return connection;
  }

  /** How long it takes, in ms, until a notification says that the agent is in this state. */
  async change(userId: string, state: 'NOT_READY' | 'READY'): Promise<number> {
    const start = performance.now();
    const seen = new Promise<number>(resolve => {
      this.#onText = text => {
        if (text.includes(`&lt;loginId&gt;${userId}&lt;`) && text.includes(`&lt;state&gt;${state}&lt;`))
          resolve(performance.now() - start);
      };
    });
    const asking = request(`${this.#origin}/finesse/api/User/${userId}`, {
      method: 'PUT',
      agent: this.#agent,
      auth: `${accountId}:${accountPassword}`,
      headers: { 'content-type': 'application/xml' },
    });
    const answered = once(asking, 'response');
    asking.end(`<User><state>${state}</state></User>`);
    const [response] = await answered;
    response.resume();
    if (response.statusCode !== 202) throw new Error(`Finesse answered ${response.statusCode}.`);
    return seen;
  }

  close(): void {
    this.#socket.terminate();
    this.#agent.destroy();
  }

  async #send(text: string, until: string): Promise<void> {
    const received = new Promise<void>(resolve => {
      this.#onText = answer => {
        if (answer.includes(until)) resolve();
      };
    });
    this.#socket.send(text);
    await received;
  }
}
