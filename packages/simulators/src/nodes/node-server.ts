import { once } from 'node:events';
import { createServer, type Server } from 'node:https';
import type { BoxCertificate } from '../certificate.ts';
import { createFinesseApi } from '../rest/finesse-api.ts';
import { portOf } from '../server-port.ts';
import type { Simulator } from '../simulator.ts';
import type { PresenceWatch } from '../xmpp/presence-watch.ts';
import { XmppListener } from '../xmpp/xmpp-listener.ts';
import type { NodeId } from './node-pair.ts';

/** One Finesse node: REST and XMPP at one port of HTTPS. */
export class NodeServer {
  readonly listener: XmppListener;
  readonly #simulator: Simulator;
  readonly #node: NodeId;
  readonly #server: Server;
  readonly #api: ReturnType<typeof createFinesseApi>;
  #port = 0;

  constructor(simulator: Simulator, node: NodeId, { certificate, key }: BoxCertificate, watch: PresenceWatch) {
    this.#simulator = simulator;
    this.#node = node;
    this.listener = new XmppListener(simulator, node, watch);
    this.#api = createFinesseApi(simulator, node);
    this.#server = createServer({ cert: certificate, key, minVersion: 'TLSv1.2' }, (request, response) =>
      this.#api.routing(request, response),
    );
    this.#server.on('upgrade', (request, socket, head) => this.listener.upgrade(request, socket, head));
    simulator.nodes.onChange((changed, state) => {
      if (changed !== node) return;
      if (state === 'down') this.#die();
      else
        this.#revive().then(
          () => this.listener.notifyService(state === 'in-service'),
          (error: unknown) => simulator.journal.write('node', `Node ${node} does not come back: ${String(error)}`),
        );
    });
  }

  async start(port: number, host: string): Promise<void> {
    await this.#api.ready();
    await this.#listen(port);
    this.#port = portOf(this.#server);
    this.#simulator.nodes.listens(this.#node, { host, port: this.#port });
  }

  async stop(): Promise<void> {
    this.#die();
    await this.#api.close();
  }

  #die(): void {
    this.listener.cut();
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
