import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseConfig } from '../parse-config.ts';

const page = readFileSync(new URL('../../../CONFIGURATION.md', import.meta.url), 'utf8');
const entryPoints = [{ entryPointId: 'support', title: 'Support' }];

test.each(['"templates"', '"masking"'])('what administrators are told to write for %s is taken', key => {
  const blocks = [...page.matchAll(/```json\n([\s\S]*?)```/g)].map(([, text = '']) => text);
  const given = blocks.filter(text => text.includes(key)).map(text => JSON.parse(text));
  expect(given).toHaveLength(1);
  expect(() => parseConfig({ entryPoints, ...given[0] })).not.toThrow();
});
