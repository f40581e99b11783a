import { defineConfig } from 'vitest/config';

// biome-ignore lint/style/noDefaultExport: Vite reads the default export.
export default defineConfig({
  // The project's own packages are taken from their sources.
  ssr: { resolve: { conditions: ['@eyeline/source', 'module', 'node', 'development|production'] } },
  test: {
    include: ['packages/*.test.ts', 'packages/*/src/**/*.test.{ts,js}'],
    testTimeout: 20_000,
  },
});
