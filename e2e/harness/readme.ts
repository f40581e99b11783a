import { readFileSync } from 'node:fs';

/** The code blocks of the README in one language, as a reader copies them. */
export function readmeBlocks(language: string): string[] {
  const text = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const blocks = text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm);
  return [...blocks].filter(([, name]) => name === language).map(([, , code]) => code ?? '');
}
