import { build } from 'vite';
import { expect, test, vi } from 'vitest';
import { type Replacement, replacing } from './elements/vite.replace.ts';

/** Builds something that uses socket.io, with that replaced in it. */
function buildWith(replacement: Replacement) {
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
      replacing('mend.ts', [replacement], []),
    ],
    build: { write: false, minify: false, rolldownOptions: { input: 'entry', preserveEntrySignatures: 'strict' } },
  }).finally(() => vi.unstubAllEnvs());
}

const isBinary = 'export const isBinary = () => "replaced", hasBinary = isBinary;';

test('what is replaced in a package of others is in the build', async () => {
  const [result] = [
    await buildWith({ package: 'socket.io-parser', module: 'build/esm/is-binary.js', code: isBinary }),
  ].flat();
  const chunks = result && 'output' in result ? result.output : [];
  expect(chunks.map(one => (one.type === 'chunk' ? one.code : '')).join('')).toContain('"replaced"');
});

test('a build fails where a package has not what is to be replaced, and says which version that is', async () => {
  const gone = { package: 'socket.io-parser', module: 'build/esm/is-binari.js', code: isBinary };
  await expect(buildWith(gone)).rejects.toThrow(
    /socket\.io-parser \d+\.\d+\.\d+ has nothing to replace in build\/esm\/is-binari\.js: .* mend mend\.ts/,
  );
});

test('a package that the build does not hold has nothing to be replaced', async () => {
  await buildWith({ package: 'lit-html', module: 'lit-html.js', code: '' });
});
