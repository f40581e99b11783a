import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { sentencesIn } from '../../vite.sentences-in.ts';

const source = fileURLToPath(new URL('..', import.meta.url));
const folders = [
  'after',
  'arrival',
  'call',
  'cards',
  'commands',
  'controller',
  'doctor',
  'fields',
  'finesse',
  'gadget',
  'help',
  'icons',
  'jsx',
  'launcher',
  'loader',
  'parts',
  'proactive',
  'reach',
  'rich',
  'theme',
  'widget',
  'writing',
];

describe('sentencesIn', () => {
  test.each([
    ['html`<p>Hello</p>`', ['Hello']],
    ['html`<p>#{name} is typing</p>`', ['is typing']],
    ['html`<p title="Close" class="button round">#{text}</p>`', ['Close']],
    ['html`<p aria-label=#{isOn ? "Turn it off" : words.on}></p>`', ['Turn it off']],
    ['html`<p>#{`Opens #{when}`}</p>`', ['Opens']],
    ['html`<p @click=#{() => this.go()} class=#{on ? "big" : ""}>→ #{count}</p>`', []],
    ['css`p { content: "Some words"; }`', []],
    ['if (event.key === "Enter") root.querySelector<HTMLElement>("input, .step")?.focus();', []],
    ['console.error("What a developer reads."); throw new Error("And this one.");', []],
  ])('%s', (code, expected) => {
    // `#` stands for `$`, so that the samples are plain strings.
    expect(sentencesIn('some.ts', code.replaceAll('#{', '${'))).toEqual(expected);
  });
});

test.each(folders)('what %s says to a person stands in sentences', folder => {
  const paths = globSync(`${folder}/**/*.ts`, { cwd: source }).filter(path => !path.endsWith('.test.ts'));
  expect(paths.length).toBeGreaterThan(0);
  const found = paths.flatMap(path =>
    sentencesIn(path, readFileSync(source + path, 'utf8')).map(text => `${path}: ${text}`),
  );
  expect(found).toEqual([]);
});

const catalogueFiles = globSync('sentences/*.ts', { cwd: source }).filter(
  path => !/test|index|use-|catalogues|language|locale/.test(path),
);

test('every sentence of a catalogue is said somewhere', () => {
  const paths = globSync(
    folders.map(folder => `${folder}/**/*.ts`),
    { cwd: source },
  ).filter(path => !path.endsWith('.test.ts'));
  const everything = paths.map(path => readFileSync(source + path, 'utf8')).join('\n');
  const unsaid = catalogueFiles.flatMap(path =>
    [...readFileSync(source + path, 'utf8').matchAll(/^ {2}(\w+):/gm)]
      .map(([, key = '']) => key)
      .filter(key => !new RegExp(`[.{,] *${key}\\b`).test(everything))
      .map(key => `${path}: ${key}`),
  );
  expect(unsaid).toEqual([]);
});
