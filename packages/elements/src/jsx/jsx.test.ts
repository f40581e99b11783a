import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../../../', import.meta.url));

/** Both tags with all that may be given to them, and what may not; `on` is how the framework names a listener. */
const application = (entry: string, framework: string, on: string) => `
  /** @jsxImportSource ${framework} */
  import '@eyeline/elements/widget';
  import '@eyeline/elements/gadget';
  import type {} from '@eyeline/elements/${entry}';
  import { createAgentSession, createCustomerSession } from '@eyeline/sdk';

  const visit = createCustomerSession({ entryPointId: 'support' });
  export const all = [
    <eyeline-widget session={visit} open label="Ask us" theme="dark" position="left" testPicture picture="test"
      ${on}eyeline-call-started={() => {}} ${on}eyeline-call-ended={event => event.detail.reason.trim()}
      ${on}eyeline-error={event => console.log(event.detail.code, event.detail.message)} />,
    <eyeline-gadget session={createAgentSession()} theme="auto"><p slot="sign-in">Ask at the desk.</p></eyeline-gadget>,
    <eyeline-gadget session={null} id="desk" />,
    // @ts-expect-error There is no such theme.
    <eyeline-widget theme="purple" />,
    // @ts-expect-error A customer’s session is none for a desk.
    <eyeline-gadget session={visit} />,
    // @ts-expect-error There is no such element.
    <eyeline-window />,
  ];
  export const found: typeof all extends readonly unknown[] ? HTMLElementTagNameMap['eyeline-widget'] | null : never =
    document.querySelector('eyeline-widget');
`;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'eyeline-jsx-'));
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  const compilerOptions = {
    strict: true,
    noEmit: true,
    module: 'NodeNext',
    target: 'ES2023',
    lib: ['ES2023', 'DOM', 'DOM.Iterable'],
    types: [],
    jsx: 'react-jsx',
    allowImportingTsExtensions: true,
    customConditions: ['@eyeline/source'],
    skipLibCheck: true,
    // Else the packages are taken for this project's own files, by where their links lead.
    preserveSymlinks: false,
  };
  await writeFile(join(folder, 'package.json'), JSON.stringify({ type: 'module' }));
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions }));
  await writeFile(join(folder, 'react.tsx'), application('react', 'react', 'on'));
  await writeFile(join(folder, 'preact.tsx'), application('preact', 'preact', 'on'));
  const readme = await readFile(join(root, 'packages/elements/README.md'), 'utf8');
  for (const [index, [, block = '']] of [...readme.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].entries())
    await writeFile(join(folder, `readme-${index}.ts`), block);
  await writeFile(join(folder, 'solid.tsx'), application('solid', 'solid-js', 'on:'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('the tags in the JSX of React, Preact and Solid, and what the README shows, type-check strictly', async () => {
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const { NODE_OPTIONS: _, ...env } = process.env;
  const checked = await promisify(execFile)(process.execPath, [tsc, '--project', folder], { env }).catch(
    (failed: { readonly stdout?: string }) => ({ stdout: failed.stdout ?? String(failed) }),
  );
  expect(checked.stdout).toBe('');
});
