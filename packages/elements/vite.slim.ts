import type { ESTree, Plugin } from 'vite';
import { type Edit, edited, visit } from './vite.edits.ts';

/** Blanks in CSS that mean nothing. Those before a colon or a bracket stay: they can part two selectors. */
const slimCss = (css: string): string =>
  css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/: /g, ':')
    .replace(/;\}/g, '}');

/** Line breaks in a template are layout of the source: none of ours stands in text that keeps its blanks. */
const slimHtml = (html: string): string => html.replace(/\s*\n\s*/g, ' ').replace(/> </g, '><');

const slimmers: Readonly<Record<string, (text: string) => string>> = { css: slimCss, html: slimHtml, svg: slimHtml };

/** Takes the layout of the source out of `css` and `html` templates, which minifiers leave as they are. */
export const slimLiterals: Plugin = {
  name: 'slim-literals',
  apply: 'build',
  enforce: 'post',
  transform: {
    filter: { id: /\/elements\/src\/.*\.ts$/, code: /(css|html|svg)`/ },
    handler(code) {
      const edits: Edit[] = [];
      visit(this.parse(code), node => {
        if (node.type !== 'TaggedTemplateExpression' || node.tag.type !== 'Identifier') return;
        const slim = slimmers[node.tag.name];
        if (!slim) return;
        for (const { start, end, value } of node.quasi.quasis) edits.push({ start, end, text: slim(value.raw) });
      });
      return { code: edited(code, edits), map: null };
    },
  },
};

/** Modules whose whole is more than a customer's page needs, and what it needs of them. */
const replacements: readonly [RegExp, string][] = [
  // The sdk speaks WebSocket alone.
  [
    /\/engine\.io-client\/build\/esm\/transports\/index\.js$/,
    "import { WS } from './websocket.js'; export const transports = { websocket: WS };",
  ],
  // Written for platforms without URL.
  [
    /\/engine\.io-client\/build\/esm\/contrib\/parseuri\.js$/,
    `export function parse(source) {
      const { protocol, hostname, port, pathname, search, searchParams } = new URL(source);
      const queryKey = Object.fromEntries(searchParams);
      const host = hostname.replace(/[[\\]]/g, '');
      return { source, protocol: protocol.slice(0, -1), host, port, path: pathname, query: search.slice(1), queryKey };
    }`,
  ],
  // Payloads are measured and requests stamped for polling alone.
  [
    /\/engine\.io-client\/build\/esm\/util\.js$/,
    `export const pick = (from, ...keys) =>
      Object.fromEntries(keys.filter(key => Object.hasOwn(from, key)).map(key => [key, from[key]]));
    export const installTimerFunctions = target => {
      target.setTimeoutFn = setTimeout.bind(globalThis);
      target.clearTimeoutFn = clearTimeout.bind(globalThis);
    };
    export const byteLength = () => 0, randomString = () => '';`,
  ],
  // Nothing in the protocol is binary.
  [/\/socket\.io-parser\/build\/esm\/is-binary\.js$/, 'export const hasBinary = () => false, isBinary = hasBinary;'],
  [
    /\/socket\.io-parser\/build\/esm\/binary\.js$/,
    'export const deconstructPacket = packet => ({ packet, buffers: [] }), reconstructPacket = packet => packet;',
  ],
  [
    /\/engine\.io-parser\/build\/esm\/encodePacket\.browser\.js$/,
    `import { PACKET_TYPES } from './commons.js';
    export const encodePacket = ({ type, data }, _, callback) => callback(PACKET_TYPES[type] + (data || ''));
    export const encodePacketToBinary = () => {};`,
  ],
  [
    /\/engine\.io-parser\/build\/esm\/decodePacket\.browser\.js$/,
    `import { ERROR_PACKET, PACKET_TYPES_REVERSE } from './commons.js';
    export const decodePacket = packet => {
      const type = typeof packet === 'string' && PACKET_TYPES_REVERSE[packet[0]];
      return type ? { type, data: packet.slice(1) || undefined } : ERROR_PACKET;
    };`,
  ],
  // There are no style sheets and no preloads to wait for.
  [/^\0vite\/preload-helper\.js$/, 'export const __vitePreload = load => load();'],
];

/** Leaves out what a customer's page never runs. */
export const slimModules: Plugin = {
  name: 'slim-modules',
  apply: 'build',
  enforce: 'pre',
  load: id => replacements.find(([pattern]) => pattern.test(id))?.[1],
};

/** A connection that is a WebSocket from the beginning has nothing to be upgraded to. */
export const slimUpgrades: Plugin = {
  name: 'slim-upgrades',
  apply: 'build',
  enforce: 'pre',
  transform: {
    filter: { id: /\/engine\.io-client\/build\/esm\/socket\.js$/ },
    handler(code) {
      const edits: Edit[] = [];
      visit(this.parse(code), node => {
        if (node.type !== 'MethodDefinition' || keyOf(node) !== '_probe' || !node.value.body) return;
        edits.push({ start: node.value.body.start, end: node.value.body.end, text: '{}' });
      });
      return { code: edited(code, edits), map: null };
    },
  },
};

/** What a page says of a refusal by itself; all else it hears from the server, with its sentence. */
const ownSentence = 'invalid-payload';

/** A call `name(…)` or `v.name(…)`. */
const isCall = (node: ESTree.Node, name: string): node is ESTree.CallExpression =>
  node.type === 'CallExpression' &&
  ((node.callee.type === 'Identifier' && node.callee.name === name) ||
    (node.callee.type === 'MemberExpression' &&
      node.callee.property.type === 'Identifier' &&
      node.callee.property.name === name));

/** The key of an entry in a table. */
const keyOf = ({ key }: { readonly key: ESTree.Node }): string =>
  key.type === 'Identifier' ? key.name : key.type === 'Literal' ? String(key.value) : '';

/** The table of commands without inputs: the page reads answers alone. */
export const slimTables: Plugin = {
  name: 'slim-tables',
  apply: 'build',
  enforce: 'pre',
  transform: {
    filter: { id: /\/protocol\/src\/customer-commands\.ts$/ },
    handler(code) {
      const edits: Edit[] = [];
      visit(this.parse(code, { lang: 'ts' }), node => {
        const [input] = isCall(node, 'command') ? node.arguments : [];
        if (input) edits.push({ start: input.start, end: input.end, text: 'nothing' });
      });
      return { code: edited(code, edits), map: null };
    },
  },
};

/** The refusals without their list: a page takes a code of any name, with the sentence that came with it. */
export const slimFailures: Plugin = {
  name: 'slim-failures',
  apply: 'build',
  enforce: 'pre',
  transform: {
    filter: { id: /\/protocol\/src\/failure\.ts$/ },
    handler(code) {
      const edits: Edit[] = [];
      visit(this.parse(code, { lang: 'ts' }), node => {
        if (isCall(node, 'picklist')) edits.push({ start: node.start, end: node.end, text: 'v.string()' });
        if (node.type === 'Property' && node.value.type === 'Literal' && keyOf(node) !== ownSentence)
          edits.push({ start: node.start, end: code.indexOf(',', node.end) + 1, text: '' });
      });
      return { code: edited(code, edits), map: null };
    },
  },
};

/** What the server keeps from customers, so that their pages need not know how it looks. */
const forDesksAlone: readonly string[] = ['attributes', 'consult'];

/** The facts as customers get them. */
export const slimFacts: Plugin = {
  name: 'slim-facts',
  apply: 'build',
  enforce: 'pre',
  transform: {
    filter: { id: /\/protocol\/src\/facts\.ts$/ },
    handler(code) {
      const edits: Edit[] = [];
      visit(this.parse(code, { lang: 'ts' }), node => {
        if (node.type === 'Property' && forDesksAlone.includes(keyOf(node)))
          edits.push({ start: node.start, end: code.indexOf(',', node.end) + 1, text: '' });
      });
      return { code: edited(code, edits), map: null };
    },
  },
};

/** Ids without their brands, which only the compiler knows apart. */
export const slimBrands: Plugin = {
  name: 'slim-brands',
  apply: 'build',
  enforce: 'pre',
  transform: {
    filter: { id: /\/protocol\/src\/\w+\.ts$/, code: /v\.brand\(/ },
    handler(code) {
      const edits: Edit[] = [];
      visit(this.parse(code, { lang: 'ts' }), node => {
        if (!isCall(node, 'pipe')) return;
        const [kept, last] = node.arguments.slice(-2);
        if (!kept || !last || !isCall(last, 'brand')) return;
        if (node.arguments.length > 2) edits.push({ start: kept.end, end: last.end, text: '' });
        else edits.push({ start: node.start, end: node.end, text: code.slice(kept.start, kept.end) });
      });
      return { code: edited(code, edits), map: null };
    },
  },
};
