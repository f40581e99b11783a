import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { describeElements } from './custom-elements.js';
import { projectPath } from './project.js';

const source = projectPath('packages/elements/src');
const texts = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter(path => path.endsWith('.ts') && !path.includes('.test.'))
  .map(path => readFileSync(join(source, path), 'utf8'));
/** @param {RegExp} pattern */
const found = pattern =>
  [...new Set(texts.flatMap(text => [...text.matchAll(pattern)].map(([, name = '']) => name)))].toSorted();

const manifest = await describeElements();
const elements = manifest.modules.flatMap(({ path, declarations = [] }) =>
  declarations.filter(one => one.customElement).map(one => ({ ...one, path })),
);
/** @param {string} tag */
const element = tag => elements.find(one => one.tagName === tag);
/** @param {readonly { name: string }[] | undefined} entries */
const names = entries => entries?.map(({ name }) => name).toSorted() ?? [];

test('the manifest names each element that is registered, under the class and the file that it has', () => {
  expect(elements.map(({ tagName }) => tagName).toSorted()).toEqual(found(/defineElement\('([\w-]+)'/g));
  expect(elements.map(({ tagName }) => tagName).toSorted()).toEqual(found(/^ {4}'(eyeline-[\w-]+)': \w+Element;/gm));
  expect(element('eyeline-widget')).toMatchObject({ name: 'WidgetElement', path: 'dist/widget/widget-element.js' });
  for (const { tagName, description } of elements) expect(description, tagName).toMatch(/\w/);
});

test('each class can be imported without registering anything', () => {
  const entries = ['parts', 'widget', 'gadget'].map(room => readFileSync(join(source, room, 'classes.ts'), 'utf8'));
  const exported = [...entries.join('\n').matchAll(/export \{ (\w+)/g)].map(([, name]) => name).toSorted();
  expect(exported).toEqual(elements.map(({ name }) => name).toSorted());
  expect(entries.join('\n')).not.toContain('define');
});

test('widget, desk, doctor and arrival: each event, attribute, part, slot and custom property', () => {
  const own = ['eyeline-doctor', 'eyeline-arrival'].flatMap(tag => names(element(tag)?.events));
  expect(own).toEqual(['eyeline-examined', 'eyeline-arrived', 'eyeline-invited']);
  const events = found(/^ {4}'(eyeline-[\w-]+)': CustomEvent/gm).filter(name => !own.includes(name));
  expect(names(element('eyeline-widget')?.events)).toEqual(events);
  expect(names(element('eyeline-gadget')?.events)).toEqual([
    'eyeline-call-ended',
    'eyeline-call-started',
    'eyeline-error',
  ]);
  for (const tag of ['eyeline-widget', 'eyeline-gadget']) {
    expect(names(element(tag)?.cssProperties)).toEqual(
      expect.arrayContaining(['--eyeline-color-accent', '--eyeline-font']),
    );
  }
  const set = new Set(found(/var\((--eyeline-[\w-]+)/g));
  expect(new Set(names(element('eyeline-widget')?.cssProperties))).toEqual(set);
  expect(names(element('eyeline-widget')?.cssParts)).toEqual([
    'badge',
    'composer',
    'launcher',
    'message',
    'own-message',
    'panel',
    'teaser',
    'their-message',
  ]);
  expect(names(element('eyeline-widget')?.attributes)).toEqual([
    'display',
    'label',
    'modes',
    'open',
    'picture',
    'position',
    'test-picture',
    'theme',
  ]);
  expect(names(element('eyeline-gadget')?.slots)).toEqual(['sign-in']);
});

test('tells nothing of what an element keeps for itself', () => {
  const members = elements.flatMap(one => names(one.members));
  expect(members.filter(name => name.startsWith('#') || name === 'seenSeq' || name === 'render')).toEqual([]);
});

test('the package says where it is', () => {
  const { customElements, files } = JSON.parse(readFileSync(projectPath('packages/elements/package.json'), 'utf8'));
  expect(customElements).toBe('dist/custom-elements.json');
  expect(files).toContain('dist');
});
