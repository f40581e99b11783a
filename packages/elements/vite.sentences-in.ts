import { type ESTree, parseSync } from 'vite';
import { visit } from './vite.edits.ts';

/** Attributes that a person reads or hears. */
const spoken =
  /\s(aria-label|aria-description|aria-valuetext|aria-roledescription|alt|label|placeholder|title)="([^"]*)"/g;
/** Templates of styles and drawings. */
const unread = new Set(['css', 'svg']);
/** Calls whose strings are for developers, or for the browser: selectors and media queries. */
const notForPeople = /^(console\.\w+|\w*Error|matchMedia)$|\.(querySelector|querySelectorAll|matches|closest)$/;
/** Names that the browser gives to keys, and to what is dragged. */
const browserNames = new Set(['Enter', 'Escape', 'Home', 'End', 'Tab', 'Files']);

/** Text of a template: outside its tags, and in attributes that are spoken. `\0` stands where a value is put in. */
function textsOf(markup: string): string[] {
  const attributes = [...markup.matchAll(spoken)].map(([, , text = '']) => text);
  const contents = markup.replace(/<!--[\s\S]*?-->/g, '').split(/<[^>]*>/);
  return [...attributes, ...contents].flatMap(text => text.split('\0')).filter(text => /\p{L}/u.test(text));
}

/** What is not looked into. */
function isPassedOver(node: ESTree.Node, code: string): boolean {
  if (node.type === 'CallExpression' || node.type === 'NewExpression')
    return notForPeople.test(code.slice(node.callee.start, node.callee.end));
  if (node.type === 'VariableDeclarator') return node.id.type === 'Identifier' && node.id.name.endsWith('Css');
  if (node.type === 'TaggedTemplateExpression') return node.tag.type === 'Identifier' && unread.has(node.tag.name);
  return node.type.startsWith('Import') || node.type.startsWith('TS');
}

/** Two words or more, or one that begins as a sentence does and ends as no name of ours does. */
const isSentence = (text: string): boolean =>
  !browserNames.has(text) && /\p{L}{2,}[,.:;!?…]? \p{L}|^\p{Lu}\p{Ll}+[.!?…]?$/u.test(text);

/** Where something of a kind stands, from its first character to its last. */
interface Span {
  readonly start: number;
  readonly end: number;
}

const isWithin = (spans: readonly Span[], { start, end }: Span): boolean =>
  spans.some(span => span.start <= start && end <= span.end);

/** Sentences for people in a source: in its templates, and in strings that may come into one. */
export function sentencesIn(path: string, code: string): string[] {
  const { program, errors } = parseSync(path, code);
  if (errors[0]) throw new Error(`${path}: ${errors[0].message}`);
  const found: string[] = [];
  const passedOver: Span[] = [];
  visit(program, node => {
    if (isWithin(passedOver, node)) return;
    if (isPassedOver(node, code)) passedOver.push(node);
    else if (node.type === 'TaggedTemplateExpression' && node.tag.type === 'Identifier' && node.tag.name === 'html') {
      passedOver.push(...node.quasi.quasis);
      found.push(...textsOf(node.quasi.quasis.map(({ value }) => value.raw).join('\0')));
    } else if (node.type === 'Literal' && typeof node.value === 'string' && isSentence(node.value)) {
      found.push(node.value);
    } else if (node.type === 'TemplateElement' && isSentence(node.value.raw.trim())) {
      found.push(node.value.raw);
    }
  });
  return found.map(text => text.trim().replace(/\s+/g, ' '));
}
