import { doing } from './vite.amendments.ts';
import { visit } from './vite.edits.ts';
import { type Amendment, type Replacement, replacing } from './vite.replace.ts';

/** Modules whose whole is more than a customer's page needs, and what it needs of them: 4 kB of 50 that come with the click. */
const replacements: readonly Replacement[] = [
  {
    // The sdk speaks WebSocket alone.
    package: 'engine.io-client',
    module: 'build/esm/transports/index.js',
    code: "import { WS } from './websocket.js'; export const transports = { websocket: WS };",
  },
  {
    // Written for platforms without URL.
    package: 'engine.io-client',
    module: 'build/esm/contrib/parseuri.js',
    code: `export function parse(source) {
      const { protocol, hostname, port, pathname, search, searchParams } = new URL(source);
      const queryKey = Object.fromEntries(searchParams);
      const host = hostname.replace(/[[\\]]/g, '');
      return { source, protocol: protocol.slice(0, -1), host, port, path: pathname, query: search.slice(1), queryKey };
    }`,
  },
  {
    // As above.
    package: 'engine.io-client',
    module: 'build/esm/contrib/parseqs.js',
    code: `export const encode = values => new URLSearchParams(values).toString();
    export const decode = text => Object.fromEntries(new URLSearchParams(text));`,
  },
  {
    // Written for engines without Map and rest parameters, and for every object that is to become one.
    package: '@socket.io/component-emitter',
    module: 'lib/esm/index.js',
    code: `export class Emitter {
      listeners(name) { return (this._heard ??= new Map()).get(name) ?? []; }
      hasListeners(name) { return this.listeners(name).length > 0; }
      on(name, run) {
        const heard = this.listeners(name);
        this._heard.set(name, [...heard, run]);
        return this;
      }
      once(name, run) {
        const once = (...args) => {
          this.off(name, once);
          run.apply(this, args);
        };
        once.fn = run;
        return this.on(name, once);
      }
      off(name, run) {
        if (name === undefined) this._heard = undefined;
        else this.listeners(name).length && this._heard.set(name, run ? this.listeners(name).filter(one => one !== run && one.fn !== run) : []);
        return this;
      }
      emitReserved(name, ...args) {
        for (const run of this.listeners(name)) run.apply(this, args);
        return this;
      }
      emit(...args) { return this.emitReserved(...args); }
      removeAllListeners(name) { return this.off(name); }
    }`,
  },
  {
    // Payloads are measured and requests stamped for polling alone.
    package: 'engine.io-client',
    module: 'build/esm/util.js',
    code: `export const pick = (from, ...keys) =>
      Object.fromEntries(keys.filter(key => Object.hasOwn(from, key)).map(key => [key, from[key]]));
    export const installTimerFunctions = target => {
      target.setTimeoutFn = setTimeout.bind(globalThis);
      target.clearTimeoutFn = clearTimeout.bind(globalThis);
    };
    export const byteLength = () => 0, randomString = () => '';`,
  },
  {
    // Written for platforms without promises or `globalThis`.
    package: 'engine.io-client',
    module: 'build/esm/globals.js',
    code: `export const nextTick = then => void Promise.resolve().then(then);
    export const globalThisShim = globalThis, defaultBinaryType = 'arraybuffer', createCookieJar = () => {};`,
  },
  {
    // Nothing in the protocol is binary.
    package: 'socket.io-parser',
    module: 'build/esm/is-binary.js',
    code: 'export const hasBinary = () => false, isBinary = hasBinary;',
  },
  {
    package: 'socket.io-parser',
    module: 'build/esm/binary.js',
    code: 'export const deconstructPacket = packet => ({ packet, buffers: [] }), reconstructPacket = packet => packet;',
  },
  {
    package: 'engine.io-parser',
    module: 'build/esm/encodePacket.browser.js',
    code: `import { PACKET_TYPES } from './commons.js';
    export const encodePacket = ({ type, data }, _, callback) => callback(PACKET_TYPES[type] + (data || ''));
    export const encodePacketToBinary = () => {};`,
  },
  {
    package: 'engine.io-parser',
    module: 'build/esm/decodePacket.browser.js',
    code: `import { ERROR_PACKET, PACKET_TYPES_REVERSE } from './commons.js';
    export const decodePacket = packet => {
      const type = typeof packet === 'string' && PACKET_TYPES_REVERSE[packet[0]];
      return type ? { type, data: packet.slice(1) || undefined } : ERROR_PACKET;
    };`,
  },
];

/** A connection that is a WebSocket from the beginning has nothing to be upgraded to, and no payloads of many packets. */
const webSocketAlone = doing(
  { package: 'engine.io-client', module: 'build/esm/socket.js' },
  {
    _probe: '{}',
    _filterUpgrades: '{ return []; }',
    _getWritablePackets: '{ return this.writeBuffer; }',
    send: null,
  },
);

const noBinaryPackets = doing(
  { package: 'socket.io-parser', module: 'build/esm/index.js' },
  {
    encode: '{ return [this.encodeAsString(obj)]; }',
    encodeAsBinary: null,
    add: "{ this.emitReserved('decoded', this.decodeString(obj)); }",
    destroy: '{}',
  },
);

/** The sdk repeats what was not answered itself, and hears all that comes with one listener. */
const plainSocket = doing(
  { package: 'socket.io-client', module: 'build/esm/socket.js' },
  {
    _addToQueue: null,
    _drainQueue: '{}',
    notifyOutgoingListeners: '{}',
    ...{ send: null, emitWithAck: null, close: null, compress: null, volatile: null, disconnected: null },
    ...{ prependAny: null, offAny: null, listenersAny: null },
    ...{ onAnyOutgoing: null, prependAnyOutgoing: null, offAnyOutgoing: null, listenersAnyOutgoing: null },
  },
);

/**
 * The parser as an object of two classes: as a namespace it needs the bundler's helpers for modules of every kind, which only
 * calls need otherwise.
 */
const plainParser: Amendment = {
  package: 'socket.io-client',
  module: 'build/esm/manager.js',
  edit(program) {
    const imports: { start: number; end: number; text: string }[] = [];
    visit(program, node => {
      if (node.type !== 'ImportDeclaration' || node.source.value !== 'socket.io-parser') return;
      const name = node.specifiers[0]?.local.name;
      const text = `import { Decoder, Encoder } from 'socket.io-parser'; const ${name} = { Decoder, Encoder };`;
      imports.push({ start: node.start, end: node.end, text });
    });
    return imports;
  },
};

/** socket.io without what a page of ours never runs. */
export const slimSocketIo = () =>
  replacing('vite.socket-io.ts', replacements, [...webSocketAlone, ...noBinaryPackets, ...plainSocket, plainParser]);
