import type { ESTree, Plugin } from 'vite';

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
      const edits: { start: number; end: number; text: string }[] = [];
      visit(this.parse(code), node => {
        if (node.type !== 'TaggedTemplateExpression' || node.tag.type !== 'Identifier') return;
        const slim = slimmers[node.tag.name];
        if (!slim) return;
        for (const { start, end, value } of node.quasi.quasis) edits.push({ start, end, text: slim(value.raw) });
      });
      let slimmed = '';
      let done = 0;
      for (const { start, end, text } of edits.sort((one, other) => one.start - other.start)) {
        slimmed += code.slice(done, start) + text;
        done = end;
      }
      return { code: slimmed + code.slice(done), map: null };
    },
  },
};

function visit(node: ESTree.Node, on: (node: ESTree.Node) => void): void {
  on(node);
  for (const value of Object.values(node)) {
    for (const child of [value].flat()) if (isNode(child)) visit(child, on);
  }
}

const isNode = (value: unknown): value is ESTree.Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

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
  // Nothing in the protocol is binary.
  [/\/socket\.io-parser\/build\/esm\/is-binary\.js$/, 'export const hasBinary = () => false, isBinary = hasBinary;'],
  [
    /\/socket\.io-parser\/build\/esm\/binary\.js$/,
    'export const deconstructPacket = packet => ({ packet, buffers: [] }), reconstructPacket = packet => packet;',
  ],
  // What is told to desks does not reach customers.
  [
    /\/protocol\/src\/agent\.ts$/,
    "import { unknown } from 'valibot'; export const Desk = unknown(), AgentStatus = Desk, AgentTask = Desk, Choice = Desk;",
  ],
  [/\/protocol\/src\/offer\.ts$/, "import { unknown } from 'valibot'; export const Offer = unknown();"],
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
