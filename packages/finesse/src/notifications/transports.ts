/// <reference path="./xmpp.d.ts" />
import type { Socket as TcpSocket } from 'node:net';
import ConnectionTls from '@xmpp/tls/lib/Connection.js';
import TlsSocket from '@xmpp/tls/lib/Socket.js';
import ConnectionWebSocket from '@xmpp/websocket/lib/Connection.js';
import type FramedParser from '@xmpp/websocket/lib/FramedParser.js';
import WsSocket from '@xmpp/websocket/lib/Socket.js';
import { WebSocket } from 'ws';
import { type NetworkOptions, tlsOptions } from '../rest/network.ts';

const maxStanzaLength = 2 * 1024 * 1024;
const maxStanzaDepth = 40;

/**
 * The ways to an XMPP server, made for one network: the library's own, with our certificate authorities, with limits on
 * what a stanza may be, and without its STARTTLS and plain TCP. Prepared for `client.transports`.
 */
export function createTransports(network: NetworkOptions): unknown[] {
  const tls = tlsOptions(network);
  const lookup = network.lookup ? { lookup: network.lookup } : {};

  class SecureWebSocket extends WsSocket {
    override connect(url: string): void {
      this.url = url;
      this.secure = url.startsWith('wss:');
      const limits = { maxPayload: maxStanzaLength, handshakeTimeout: 10_000, followRedirects: false };
      this._attachSocket(new WebSocket(url, ['xmpp'], { ...tls, ...lookup, ...limits }));
    }

    override emit(event: string, ...details: unknown[]): boolean {
      return event === 'data' ? deliver(this, () => super.emit(event, ...details)) : super.emit(event, ...details);
    }
  }

  class SecureTcpSocket extends TlsSocket {
    override _attachSocket(socket: TcpSocket): void {
      // The library reads each chunk as a text of its own; a letter may lie across two chunks.
      socket.setEncoding('utf8');
      super._attachSocket(socket);
    }

    override emit(event: string, ...details: unknown[]): boolean {
      return event === 'data' ? deliver(this, () => super.emit(event, ...details)) : super.emit(event, ...details);
    }
  }

  class WebSocketTransport extends ConnectionWebSocket {
    override socketParameters(service: string): string | undefined {
      return /^wss:/.test(service) || (network.allowPlainText && /^ws:/.test(service)) ? service : undefined;
    }
  }
  WebSocketTransport.prototype.Socket = SecureWebSocket;
  WebSocketTransport.prototype.Parser = limited(ConnectionWebSocket.prototype.Parser);

  class TcpTransport extends ConnectionTls {
    override socketParameters(service: string): { port: number; host: string } | undefined {
      const address = super.socketParameters(service);
      if (!address) return undefined;
      // The library hands all of it to tls.connect.
      const options = { ...address, servername: address.host, ...tls, ...lookup };
      return options;
    }
  }
  TcpTransport.prototype.Socket = SecureTcpSocket;
  TcpTransport.prototype.Parser = limited(ConnectionTls.prototype.Parser);

  return [WebSocketTransport, TcpTransport];
}

/** The library has no parser any more once a stanza was refused; what still comes must not end the process. */
function deliver(socket: NodeJS.EventEmitter, emit: () => boolean): boolean {
  try {
    return emit();
  } catch (error) {
    return socket.emit('error', error);
  }
}

/** A parser that refuses stanzas that are too long or too deep, before they fill the memory. */
function limited(Base: typeof FramedParser): typeof FramedParser {
  return class extends Base {
    #depth = 0;
    #length = 0;
    #isOver = false;

    override onStartElement(name: string, attributes: Record<string, string>): void {
      this.#depth++;
      if (this.#depth > maxStanzaDepth) this.#refuse('deep');
      if (!this.#isOver) super.onStartElement(name, attributes);
    }

    override onEndElement(name: string): void {
      this.#depth--;
      // On TCP the stream itself stays open: a stanza is over at depth 1.
      if (this.#depth <= 1) this.#length = 0;
      if (!this.#isOver) super.onEndElement(name);
    }

    override write(text: string): void {
      this.#length += text.length;
      if (this.#length > maxStanzaLength) this.#refuse('long');
      if (!this.#isOver) super.write(text);
    }

    #refuse(how: string): void {
      if (this.#isOver) return;
      this.#isOver = true;
      this.emit('error', new Error(`The server sent a stanza that is too ${how}.`));
    }
  };
}
