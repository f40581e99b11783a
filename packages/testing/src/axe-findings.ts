import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';

let source: string | undefined;

export interface AxeFindingsOptions {
  /** Selectors of what somebody else answers for. */
  readonly exclude?: readonly string[];
}

/**
 * What axe finds wrong with the page as it stands, with its frames: a line for each rule. A frame that cannot be looked at is a finding.
 * Each document gets axe once. Axe's own package for Playwright gives it to the page anew for every look, and to an empty page
 * beside it: 1.3 s, where the look itself takes 0.1 s.
 */
export async function axeFindings(page: Page, { exclude = [] }: AxeFindingsOptions = {}): Promise<string[]> {
  source ??= readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  for (const frame of page.frames()) if (!(await frame.evaluate('"axe" in window'))) await frame.evaluate(source);
  const { violations, incomplete } = await page.evaluate(
    ([excluded, options]) => {
      const { axe } = window as unknown as {
        readonly axe: { run(context: object, options: object): Promise<AxeResults> };
      };
      return axe.run({ include: [['html']], exclude: excluded.map(selector => [selector]) }, options);
    },
    [exclude, { resultTypes: ['violations', 'incomplete'] } satisfies RunOptions] as const,
  );
  const untested = incomplete.filter(({ id }) => id === 'frame-tested');
  return [...violations, ...untested].map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
