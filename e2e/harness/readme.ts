import { readFileSync } from 'node:fs';

/** The code blocks of a README in one language, as a reader copies them. */
export function readmeBlocks(language: string, path = 'README.md'): string[] {
  const text = readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
  const blocks = text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm);
  return [...blocks].filter(([, name]) => name === language).map(([, , code]) => code ?? '');
}
