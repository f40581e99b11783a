import { build } from 'vite';
import { expect, test, vi } from 'vitest';
import { doing } from './elements/vite.amendments.ts';
import { type Amendment, type Replacement, replacing } from './elements/vite.replace.ts';

/** Builds something that uses socket.io, with that replaced in it, and amended. */
function buildWith(replacements: readonly Replacement[], amendments: readonly Amendment[] = []) {
  // Only what customers load has to have all replaced.
  vi.stubEnv('NODE_ENV', 'production');
  return build({
    configFile: false,
    logLevel: 'silent',
    plugins: [
      {
        name: 'entry',
        resolveId: id => (id === 'entry' ? '\0entry' : null),
        load: id => (id === '\0entry' ? "export { io } from 'socket.io-client';" : null),
      },
      replacing('mend.ts', replacements, amendments),
    ],
    build: { write: false, minify: false, rolldownOptions: { input: 'entry', preserveEntrySignatures: 'strict' } },
  }).finally(() => vi.unstubAllEnvs());
}

type Result = Awaited<ReturnType<typeof buildWith>>;

const codeOf = (result: Result): string =>
  [result]
    .flat()
    .flatMap(one => ('output' in one ? one.output : []))
    .map(one => (one.type === 'chunk' ? one.code : ''))
    .join('');

const isBinary = 'export const isBinary = () => "replaced", hasBinary = isBinary;';

test('what is replaced in a package of others is in the build', async () => {
  const built = await buildWith([{ package: 'socket.io-parser', module: 'build/esm/is-binary.js', code: isBinary }]);
  expect(codeOf(built)).toContain('"replaced"');
});

const parser = { package: 'socket.io-parser', module: 'build/esm/index.js' };

test('a method does what is said instead, or is left out', async () => {
  const code = codeOf(await buildWith([], doing(parser, { encode: '{ return ["instead"]; }', encodeAsBinary: null })));
  expect(code).toContain('return ["instead"]');
  expect(code).not.toMatch(/^\s*encodeAsBinary\(/m);
});

test('a build fails where one of several functions is not there any more', async () => {
  await expect(buildWith([], doing(parser, { encode: '{}', encodeAsBinari: null }))).rejects.toThrow(
    /socket\.io-parser \d+\.\d+\.\d+ has nothing to replace in build\/esm\/index\.js/,
  );
});

test('a build fails where a package has not what is to be replaced, and says which version that is', async () => {
  const gone = { package: 'socket.io-parser', module: 'build/esm/is-binari.js', code: isBinary };
  await expect(buildWith([gone])).rejects.toThrow(
    /socket\.io-parser \d+\.\d+\.\d+ has nothing to replace in build\/esm\/is-binari\.js: .* mend mend\.ts/,
  );
});

test('a package that the build does not hold has nothing to be replaced', async () => {
  await buildWith([{ package: 'lit-html', module: 'lit-html.js', code: '' }]);
});
