import { defineConfig } from '@playwright/test';

/** Journeys in which pictures and sound flow. */
const media = [
  'call',
  'consult',
  'desk-looks',
  'devices',
  'doctor',
  'effects',
  'examples',
  'finesse',
  'firefox',
  'guests',
  'health',
  'kinds',
  'own-pages',
  'permission',
  'rejoin',
  'ringing',
  'surviving',
  'turn',
].map(name => `**/${name}*.spec.ts`);

/**
 * Real browsers, a real server for each test, real media. One call at a time, because it wants its cores; beside it one journey
 * without, and two of those when there are no more calls.
 */
// biome-ignore lint/style/noDefaultExport: Playwright reads the default export.
export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  fullyParallel: false,
  workers: 2,
  forbidOnly: true,
  retries: 0,
  // Only what never comes runs into these: a machine may be ten times slower than usual.
  timeout: 900_000,
  expect: { timeout: 60_000 },
  reporter: [['list']],
  projects: [
    { name: 'media', testMatch: media, workers: 1 },
    { name: 'pages', testIgnore: media },
  ],
});
