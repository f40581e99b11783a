import type { ESTree, Plugin } from 'vite';
import { type Edit, edited, visit } from './vite.edits.ts';
import { replacing } from './vite.replace.ts';

/** What every object has, and what may not be assigned to anything once a page has frozen where it comes from. */
const inherited: ReadonlySet<string> = new Set([
  ...['constructor', 'name', 'message', 'toString', 'toLocaleString', 'valueOf', 'hasOwnProperty'],
]);

/** `Array.from(x)` of prototype.js knows neither sets nor maps: `[...x]` is the language itself. */
function spread(node: ESTree.Node): Edit[] {
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return [];
  const { object, property } = node.callee;
  if (object.type !== 'Identifier' || object.name !== 'Array') return [];
  if (property.type !== 'Identifier' || property.name !== 'from') return [];
  const [of, ...more] = node.arguments;
  // `{ length }` is no iterable.
  if (!of || more.length > 0 || of.type === 'ObjectExpression') return [];
  return [
    { start: node.start, end: of.start, text: '[...' },
    { start: of.end, end: node.end, text: ']' },
  ];
}

/** `for (key in x)` finds what a page has added to `Object.prototype`. */
function ownKeys(node: ESTree.Node): Edit[] {
  if (node.type !== 'ForInStatement') return [];
  const { left, right } = node;
  return [
    { start: left.end, end: right.start, text: ' of Object.keys(' },
    { start: right.end, end: right.end, text: ' ?? {})' },
  ];
}

/** `x.name = y` throws where `x` inherits a frozen `name`. A setter of its own still hears it. */
function define(node: ESTree.Node): Edit[] {
  if (node.type !== 'AssignmentExpression' || node.operator !== '=' || node.left.type !== 'MemberExpression') return [];
  const { object, property, computed } = node.left;
  if (computed || property.type !== 'Identifier' || !inherited.has(property.name)) return [];
  const key = `'${property.name}'`;
  const own = `Object.defineProperty(of, ${key}, { value, writable: true, enumerable: true, configurable: true })`;
  return [
    {
      start: node.start,
      end: object.start,
      text: `((of, value) => (Reflect.set(of, ${key}, value) || ${own}, value))(`,
    },
    { start: object.end, end: node.right.start, text: ', ' },
    { start: node.right.end, end: node.right.end, text: ')' },
  ];
}

/** What we say is plain data, so nothing of it has a `toJSON` but what a page gave to all arrays. */
function plainJson(node: ESTree.Node): Edit[] {
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return [];
  const { object, property } = node.callee;
  if (object.type !== 'Identifier' || object.name !== 'JSON') return [];
  if (property.type !== 'Identifier' || property.name !== 'stringify') return [];
  const [value] = node.arguments;
  return value ? [{ start: value.end, end: node.end, text: ', function (key) { return this[key]; })' }] : [];
}

/** Pages change what is built in, for all scripts in them: libraries are built so that they do not notice. */
export const hostProofLibraries: Plugin = {
  name: 'host-proof-libraries',
  apply: 'build',
  transform: {
    filter: { id: /\/node_modules\/.*\.m?js$|^\0rolldown\/runtime/ },
    handler(code) {
      const edits: Edit[] = [];
      visit(this.parse(code), node => void edits.push(...spread(node), ...ownKeys(node), ...define(node)));
      return edits.length > 0 ? { code: edited(code, edits), map: null } : null;
    },
  },
};

const plainJsonIn = (program: ESTree.Program): Edit[] => {
  const edits: Edit[] = [];
  visit(program, node => void edits.push(...plainJson(node)));
  return edits;
};

/** What our own code says over the wire or puts into the tab's storage. */
export const hostProofJson: Plugin = {
  name: 'host-proof-json',
  apply: 'build',
  transform: {
    filter: { id: /\/packages\/\w+\/src\//, code: /JSON\.stringify/ },
    handler(code) {
      return { code: edited(code, plainJsonIn(this.parse(code))), map: null };
    },
  },
};

/** What goes over the wire in socket.io's packets. */
export const hostProofPackets = () =>
  replacing(
    'vite.host-proof.ts',
    [],
    [{ package: 'socket.io-parser', module: 'build/esm/index.js', edit: plainJsonIn }],
  );

const litPolicy = /\w+\?(\w+)\.createPolicy\("lit-html",(\{createHTML:\w+=>\w+\})\):void 0/;

/**
 * Lit vouches for its templates under a name that a page's own Lit may have taken, and fails as a whole where a page
 * allows no name. Ours has our own, and none where there is none to be had: most such pages do not ask for it.
 */
export const ownTrustedTypes = () =>
  replacing(
    'vite.host-proof.ts',
    [],
    [
      {
        package: 'lit-html',
        module: 'lit-html.js',
        edit(_program, code) {
          const found = litPolicy.exec(code);
          if (!found) return [];
          const [policy, types, rules] = found;
          const text = `(()=>{try{return ${types}?.createPolicy("eyeline",${rules})}catch{}})()`;
          return [{ start: found.index, end: found.index + policy.length, text }];
        },
      },
    ],
  );
