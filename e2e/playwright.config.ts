import { defineConfig } from '@playwright/test';

/** Real browsers, a real server for each file, real media; one at a time, because a call wants its cores. */
// biome-ignore lint/style/noDefaultExport: Playwright reads the default export.
export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  fullyParallel: false,
  workers: 1,
  forbidOnly: true,
  retries: 0,
  // Only what never comes runs into these: a machine may be ten times slower than usual.
  timeout: 300_000,
  expect: { timeout: 60_000 },
  reporter: [['list']],
});
