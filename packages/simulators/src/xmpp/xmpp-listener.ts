import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { NodeId } from '../nodes/node-pair.ts';
import { systemInfoXml } from '../nodes/system-info-xml.ts';
import type { Simulator } from '../simulator.ts';
import type { PresenceWatch } from './presence-watch.ts';
import { type SessionEvents, XmppSession } from './xmpp-session.ts';

/** One node's notification service: takes WebSockets and keeps their sessions. */
export class XmppListener {
  readonly #sessions = new Map<XmppSession, () => void>();
  readonly #server: WebSocketServer;
  readonly #simulator: Simulator;
  readonly #node: NodeId;
  readonly #watch: PresenceWatch;

  constructor(simulator: Simulator, node: NodeId, watch: PresenceWatch) {
    this.#simulator = simulator;
    this.#node = node;
    this.#watch = watch;
    this.#server = new WebSocketServer({
      noServer: true,
      maxPayload: 1024 * 1024,
      handleProtocols: protocols => (protocols.has('xmpp') ? 'xmpp' : false),
    });
  }

  get sessions(): readonly XmppSession[] {
    return [...this.#sessions.keys()];
  }

  /** Takes an HTTP connection that wants to be a WebSocket. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const path = (request.url ?? '').split('?')[0];
    const isHere = this.#simulator.scenario.uncertain.websocketPaths.some(each => each === path);
    const protocols = (request.headers['sec-websocket-protocol'] ?? '').split(',').map(each => each.trim());
    if (!isHere || !protocols.includes('xmpp')) {
      socket.end(
        `HTTP/1.1 ${isHere ? '400 Bad Request' : '404 Not Found'}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`,
      );
      return;
    }
    this.#server.handleUpgrade(request, socket, head, webSocket => {
      this.#sessions.set(new XmppSession(this.#simulator, this.#node, webSocket, this.#events), () => {});
    });
  }

  /** The node is in service or not: Finesse's own presence and SystemInfo say so. */
  notifyService(isInService: boolean): void {
    for (const session of this.sessions) session.notifyFinesse(isInService);
    const source = '/finesse/api/SystemInfo';
    const data = systemInfoXml(this.#node, this.#simulator.nodes, this.#simulator.scenario, 'systemInfo');
    this.#simulator.hub.publish({ node: source, source, event: 'PUT', data, only: this.#node });
  }

  /** Cuts every session, as when the node dies. */
  cut(): void {
    for (const session of this.sessions) session.cut();
  }

  readonly #events: SessionEvents = {
    onBound: session => {
      // The newer session of a resource pushes the older out.
      for (const other of this.sessions) {
        if (other !== session && other.userId === session.userId && other.resource === session.resource)
          other.end('conflict');
      }
      this.#sessions.set(session, this.#simulator.hub.join(session));
      this.#simulator.journal.write(
        'session',
        `${session.userId} is connected to ${this.#node} as ${session.resource}`,
      );
    },
    onPresence: session => this.#watch.mark(session.userId, session, session.isAvailable),
    onEnd: session => {
      this.#sessions.get(session)?.();
      this.#sessions.delete(session);
      this.#watch.mark(session.userId, session, false);
      if (session.userId !== '') this.#simulator.journal.write('session', `${session.userId} left ${this.#node}`);
    },
  };
}
