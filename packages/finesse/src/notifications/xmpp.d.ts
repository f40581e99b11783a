// biome-ignore-all lint/style/noDefaultExport: these are the library's own.
// The part of xmpp.js that we use; it ships no types.

declare module '@xmpp/client' {
  import type { EventEmitter } from 'node:events';

  export interface XmppElement {
    readonly name: string;
    readonly attrs: Record<string, string | undefined>;
    getChildElements(): XmppElement[];
    getChild(name: string, namespace?: string): XmppElement | undefined;
    getChildren(name: string): XmppElement[];
    getChildText(name: string): string | null;
    is(name: string, namespace?: string): boolean;
    text(): string;
    toString(): string;
  }

  export interface Jid {
    toString(): string;
    readonly resource: string;
  }

  export interface XmppConnection extends EventEmitter {
    readonly status: string;
    readonly jid: Jid | null;
    transports: unknown[];
    readonly reconnect: { stop(): void };
    readonly iqCaller: {
      request(iq: XmppElement, timeoutMs?: number): Promise<XmppElement>;
    };
    start(): Promise<Jid>;
    connect(service: string): Promise<unknown>;
    open(options: { domain: string }): Promise<unknown>;
    stop(): Promise<unknown>;
    send(element: XmppElement): Promise<void>;
    isSecure(): boolean;
  }

  export type Authenticate = (
    credentials: { username: string; password: string },
    mechanism: string,
    userAgent?: unknown,
  ) => Promise<void>;

  export function client(options: {
    service: string;
    domain: string;
    resource: string;
    timeout?: number;
    credentials: (authenticate: Authenticate, mechanisms: string[]) => Promise<void>;
  }): XmppConnection;

  export function xml(
    name: string,
    attributes?: Record<string, string | undefined>,
    ...children: (XmppElement | string)[]
  ): XmppElement;
}

declare module '@xmpp/websocket/lib/FramedParser.js' {
  import { EventEmitter } from 'node:events';

  export default class Parser extends EventEmitter {
    onStartElement(name: string, attributes: Record<string, string>): void;
    onEndElement(name: string): void;
    write(text: string): void;
  }
}

declare module '@xmpp/tls/lib/Connection.js' {
  type ParserClass = typeof import('@xmpp/websocket/lib/FramedParser.js').default;

  export default class ConnectionTls {
    Parser: ParserClass;
    Socket: unknown;
    socketParameters(service: string): { port: number; host: string } | undefined;
  }
}

declare module '@xmpp/websocket/lib/Connection.js' {
  type ParserClass = typeof import('@xmpp/websocket/lib/FramedParser.js').default;

  export default class ConnectionWebSocket {
    Parser: ParserClass;
    Socket: unknown;
    socketParameters(service: string): string | undefined;
  }
}

declare module '@xmpp/websocket/lib/Socket.js' {
  import { EventEmitter } from 'node:events';

  export default class Socket extends EventEmitter {
    url: string | null;
    secure: boolean;
    connect(url: string): void;
    _attachSocket(socket: unknown): void;
  }
}

declare module '@xmpp/tls/lib/Socket.js' {
  import { EventEmitter } from 'node:events';

  export default class Socket extends EventEmitter {
    _attachSocket(socket: unknown): void;
  }
}
