import { expect, test } from 'vitest';
import { importsOf, packageOf, withoutComments } from './imports.ts';

test('finds every kind of import and tells types from values', () => {
  const source = `
    import { a, type B } from './values.ts';
    import type { C } from './types.ts';
    import { type D, type E } from "inline-types";
    import {
      f,
      g,
    } from 'many-lines';
    import * as all from 'namespace';
    import 'effects';
    export { h } from './again.ts';
    export type { I } from './again-types.ts';
    export * from 'everything';
    const later = () => import('./later.ts');
  `;
  expect(importsOf(source)).toEqual([
    { specifier: './values.ts', isTypeOnly: false },
    { specifier: './types.ts', isTypeOnly: true },
    { specifier: 'inline-types', isTypeOnly: true },
    { specifier: 'many-lines', isTypeOnly: false },
    { specifier: 'namespace', isTypeOnly: false },
    { specifier: 'effects', isTypeOnly: false },
    { specifier: './again.ts', isTypeOnly: false },
    { specifier: './again-types.ts', isTypeOnly: true },
    { specifier: 'everything', isTypeOnly: false },
    { specifier: './later.ts', isTypeOnly: false },
  ]);
});

test('takes nothing from comments, declarations and text', () => {
  const source = `
    // import { a } from 'commented';
    /* import 'also commented'; */
    /**
     * import { b } from 'documented';
     */
    const page = \`
      import 'quoted';
    \`;
    export const word = 'from';
    export function say() { return 'import'; }
    const url = 'https://example.org'; const here = import.meta.url;
  `;
  expect(importsOf(source)).toEqual([]);
});

test('names the package of a specifier', () => {
  expect(packageOf('@eyeline/elements/widget')).toBe('@eyeline/elements');
  expect(packageOf('simple-peer/simplepeer.min.js')).toBe('simple-peer');
  expect(packageOf('./call.ts')).toBeUndefined();
  expect(packageOf('node:fs')).toBeUndefined();
});

test('leaves strings that look like comments', () => {
  expect(withoutComments(`const a = 'http://x'; // note\nconst b = "/* no */"; /* yes */`)).toBe(
    `const a = 'http://x'; \nconst b = "/* no */"; `,
  );
});
