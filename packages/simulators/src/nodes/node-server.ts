import { once } from 'node:events';
import { createServer, type Server } from 'node:https';
import type { BoxCertificate } from '../certificate.ts';
import type { Floor } from '../floor.ts';
import { createFinesseApi } from '../rest/finesse-api.ts';
import { portOf } from '../server-port.ts';
import type { PresenceWatch } from '../xmpp/presence-watch.ts';
import { XmppDoor } from '../xmpp/xmpp-door.ts';
import type { NodeId } from './node-pair.ts';

/** One Finesse node: REST and XMPP at one port of HTTPS. */
export class NodeServer {
  readonly door: XmppDoor;
  readonly #floor: Floor;
  readonly #node: NodeId;
  readonly #server: Server;
  readonly #api: ReturnType<typeof createFinesseApi>;
  #port = 0;

  constructor(floor: Floor, node: NodeId, { certificate, key }: BoxCertificate, watch: PresenceWatch) {
    this.#floor = floor;
    this.#node = node;
    this.door = new XmppDoor(floor, node, watch);
    this.#api = createFinesseApi(floor, node);
    this.#server = createServer({ cert: certificate, key, minVersion: 'TLSv1.2' }, (request, response) =>
      this.#api.routing(request, response),
    );
    this.#server.on('upgrade', (request, socket, head) => this.door.upgrade(request, socket, head));
    floor.nodes.onChange((changed, state) => {
      if (changed !== node) return;
      if (state === 'down') this.#die();
      else
        this.#revive().then(
          () => this.door.tellService(state === 'in-service'),
          (error: unknown) => floor.journal.write('node', `Node ${node} does not come back: ${String(error)}`),
        );
    });
  }

  async start(port: number, host: string): Promise<void> {
    await this.#api.ready();
    await this.#listen(port);
    this.#port = portOf(this.#server);
    this.#floor.nodes.listens(this.#node, { host, port: this.#port });
  }

  async stop(): Promise<void> {
    this.#die();
    await this.#api.close();
  }

  #die(): void {
    this.door.cut();
    this.#server.close();
    this.#server.closeAllConnections();
  }

  async #revive(): Promise<void> {
    if (this.#server.listening || this.#port === 0) return;
    await this.#listen(this.#port);
  }

  async #listen(port: number): Promise<void> {
    this.#server.listen(port, '127.0.0.1');
    await once(this.#server, 'listening');
  }
}
