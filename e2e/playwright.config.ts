import { defineConfig } from '@playwright/test';
// Its folder is one for the whole run: this process starts those that run the tests.
import './harness/data-template.ts';

/** Journeys that are about how good pictures and sound are; where a call is only a part of it, they stand with the others. */
const media = ['call', 'devices', 'effects', 'firefox', 'health', 'help', 'rejoin', 'weak'].map(
  name => `**/${name}*.spec.ts`,
);

/** They take this machine's networks up and down, at which every browser on it gives up what it is loading: they come last, alone (`--no-deps` for nothing but them). */
const networks = '**/turn*.spec.ts';

/**
 * Real browsers, a real server for each test, real media. They wait for each other as long as they compute, so that three at a
 * time fill two cores; of those that are about pictures and sound one at a time, which is a third of all the work.
 */
// biome-ignore lint/style/noDefaultExport: Playwright reads the default export.
export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  fullyParallel: false,
  workers: 3,
  forbidOnly: true,
  retries: 0,
  // Only what never comes runs into these: a machine may be ten times slower than usual.
  timeout: 900_000,
  expect: { timeout: 60_000 },
  reporter: [['list']],
  projects: [
    { name: 'media', testMatch: media, workers: 1 },
    { name: 'pages', testIgnore: [...media, networks] },
    { name: 'networks', testMatch: networks, workers: 1, dependencies: ['media', 'pages'] },
  ],
});
