/**
 * What the page says of one entry of the manifest.
 * @typedef {{ readonly text: string }} Type
 * @typedef {{ readonly name: string, readonly optional?: boolean, readonly type?: Type }} Parameter
 * @typedef {object} Entry
 * @property {string} name
 * @property {string} [kind]
 * @property {string} [description]
 * @property {string} [attribute]
 * @property {string} [default]
 * @property {Type} [type]
 * @property {readonly Parameter[]} [parameters]
 * @property {{ readonly type?: Type }} [return]
 */

/** Elements that pages and applications use as a whole; the rest are parts of them. */
const whole = ['eyeline-widget', 'eyeline-gadget', 'eyeline-doctor', 'eyeline-arrival'];

/**
 * In one line, and nothing of it ends a cell.
 * @param {string | undefined} text
 */
const cell = text => (text ?? '').replace(/\s+/g, ' ').replaceAll('|', '\\|').trim();
/** @param {string | undefined} text */
const code = text => (text ? `\`${cell(text)}\`` : '');

/**
 * @param {string} title
 * @param {readonly string[]} columns
 * @param {readonly (readonly string[])[]} rows
 */
const table = (title, columns, rows) =>
  rows.length === 0
    ? []
    : [
        '',
        `| ${[title, ...columns].join(' | ')} |`,
        `| ${[title, ...columns].map(() => '---').join(' | ')} |`,
        ...rows.map(row => `| ${row.join(' | ')} |`),
      ];

/** @param {Entry} method */
const signature = ({ name, parameters = [], return: returned }) => {
  const given = parameters.map(one => `${one.name}${one.optional ? '?' : ''}: ${one.type?.text ?? 'unknown'}`);
  return `${name}(${given.join(', ')}): ${returned?.type?.text ?? 'void'}`;
};

/**
 * One element, as Markdown.
 * @param {import('./custom-elements.js').Declaration} declaration
 * @returns {readonly string[]} lines
 */
function element({ tagName, name, description, members, events, slots, cssParts, cssProperties }) {
  /** @type {readonly Entry[]} */
  const all = members ?? [];
  /** @param {readonly Entry[] | undefined} entries */
  const named = entries => (entries ?? []).map(one => [code(one.name), cell(one.description)]);
  const fields = all.filter(one => one.kind === 'field');
  const methods = all.filter(one => one.kind === 'method');
  return [
    '',
    `## \`<${tagName}>\``,
    '',
    `${cell(description)} Class: \`${name}\`.`,
    ...table(
      'property',
      ['attribute', 'type', 'default', ''],
      fields.map(one => [
        ...[code(one.name), code(one.attribute), code(one.type?.text), code(one.default)],
        cell(one.description),
      ]),
    ),
    ...table(
      'method',
      [''],
      methods.map(one => [code(signature(one)), cell(one.description)]),
    ),
    ...table(
      'event',
      ['detail', ''],
      (events ?? []).map((/** @type {Entry} */ one) => [
        code(one.name),
        code(one.type?.text.replace(/^CustomEvent<(.*)>$/s, '$1')),
        cell(one.description),
      ]),
    ),
    ...table('slot', [''], named(slots)),
    ...table('part', [''], named(cssParts)),
    ...table('custom property', [''], named(cssProperties)),
  ];
}

/**
 * The elements as a page to read, made from their manifest: those that stand for themselves first.
 * @param {import('./custom-elements.js').Manifest} manifest
 * @returns {string} Markdown
 */
export function elementsPage(manifest) {
  const elements = manifest.modules
    .flatMap(({ declarations = [] }) => declarations.filter(one => one.customElement))
    .toSorted((one, other) => (one.tagName ?? '').localeCompare(other.tagName ?? ''));
  const first = whole.flatMap(tag => elements.filter(one => one.tagName === tag));
  const parts = elements.filter(one => !whole.includes(one.tagName ?? ''));
  return [
    '# The elements',
    '',
    'Made from the Custom Elements Manifest, `custom-elements.json` beside it. Parts follow actors of `@eyeline/machines`.',
    ...first.flatMap(element),
    '',
    '# Parts',
    ...parts.flatMap(element),
    '',
  ].join('\n');
}
