import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { elementsPage } from './elements-page.js';
import { projectPath } from './project.js';

/**
 * What is read of a Custom Elements Manifest.
 * @typedef {{ name: string, privacy?: string, fieldName?: string }} Entry
 * @typedef {object} Declaration
 * @property {string} name
 * @property {string} [tagName]
 * @property {boolean} [customElement]
 * @property {string} [description]
 * @property {Entry[] | undefined} [members]
 * @property {Entry[] | undefined} [attributes]
 * @property {Entry[]} [events]
 * @property {Entry[]} [slots]
 * @property {Entry[]} [cssParts]
 * @property {Entry[]} [cssProperties]
 * @typedef {{ modules: { path: string, declarations?: Declaration[] }[] }} Manifest
 */

const folder = projectPath('packages/elements');

/** A reactive property that an element keeps for itself, as `static properties` declares it. */
const ownState = /^\s*(\w+): \{ state: true \}/gm;

/**
 * Leaves what is for the outside: neither private members nor state that an element keeps for itself.
 * @param {ReadonlyMap<string, string>} texts the sources by path
 * @returns {object} a plugin of the analyzer
 */
const onlyPublic = texts => ({
  name: 'only-public',
  /** @param {{ moduleDoc: Manifest['modules'][number] }} phase */
  moduleLinkPhase({ moduleDoc: { path, declarations = [] } }) {
    const own = [...(texts.get(path) ?? '').matchAll(ownState)].map(([, name]) => name);
    /** @param {string} name */
    const isShown = name => !name.startsWith('#') && !own.includes(name);
    for (const declaration of declarations) {
      declaration.members = declaration.members?.filter(
        ({ name, privacy = 'public' }) => privacy === 'public' && isShown(name),
      );
      declaration.attributes = declaration.attributes?.filter(({ name, fieldName = name }) => isShown(fieldName));
    }
  },
});

/**
 * Describes the elements for editors and catalogues, from their sources: a Custom Elements Manifest.
 * @returns {Promise<Manifest>}
 */
export async function describeElements() {
  // Not before the packages are installed. Its types leave out what it exports.
  const { create, ts } = /** @type {any} */ (await import('@custom-elements-manifest/analyzer/index.js'));
  // @ts-expect-error This module has no types.
  const { litPlugin } = await import('@custom-elements-manifest/analyzer/src/features/framework-plugins/lit/lit.js');
  const texts = new Map(
    readdirSync(join(folder, 'src'), { recursive: true, encoding: 'utf8' })
      .map(path => path.replaceAll('\\', '/'))
      .filter(path => path.endsWith('-element.ts') && !path.endsWith('define-element.ts'))
      .toSorted()
      // Under the name that it has where it is installed.
      .map(path => [`dist/${path.replace(/ts$/, 'js')}`, readFileSync(join(folder, 'src', path), 'utf8')]),
  );
  const modules = [...texts].map(([path, text]) =>
    ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true, ts.ScriptKind.TS),
  );
  return create({ modules, plugins: [...litPlugin(), onlyPublic(texts)] });
}

/** Puts the manifest beside what is compiled, and the page that is made from it. */
export async function writeElementsManifest() {
  const manifest = await describeElements();
  writeFileSync(join(folder, 'dist/custom-elements.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  writeFileSync(join(folder, 'dist/elements.md'), elementsPage(manifest));
}
