import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Flows through the whole app in a headless Chromium, one after another: each starts its own. */
export default defineConfig({
  root: fileURLToPath(new URL('../../', import.meta.url)),
  test: {
    name: 'e2e',
    environment: 'node',
    include: ['test/e2e/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 180_000,
    hookTimeout: 60_000,
  },
});
