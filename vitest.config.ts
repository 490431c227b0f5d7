import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { testBrowser } from './test/support/browser.ts';
import { coreCommands } from './test/support/coreCommands.ts';
import { sharedDataDir } from './test/support/sharedData.ts';

/** Lazy on purpose: a run of the node tests alone must not look for, or unpack, a browser. */
const wantsBrowser =
  !process.argv.some((arg) => arg === '--project=node') || process.argv.includes('--project=browser');
const browser = wantsBrowser ? await testBrowser() : null;

/**
 * Real files of other programs cannot be part of the repository. Where a developer does not have them, the suites
 * that read them are not collected, and this is said; the continuous integration must have them.
 */
function withoutRealFiles(): string[] {
  if (sharedDataDir() !== null || process.env['CI']) return [];
  console.warn('No real project files (MILEPOST_DATA): the suites that read them are not part of this run.');
  return ['test/conformance/**', 'test/integration/import.test.ts'];
}

/** The program that the random plans are compared with is written in Python; as above, it is said where it is missing. */
function withoutPython(): string[] {
  const browserOnly = process.argv.some((arg) => arg.includes('--project=browser'));
  if (browserOnly || spawnSync('python3', ['--version']).status === 0) return [];
  console.warn('No python3: random plans are not compared with the independent program in this run.');
  return ['test/conformance/generated.test.ts'];
}

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  test: {
    projects: [
      {
        test: {
          name: 'node',
          environment: 'node',
          setupFiles: ['test/support/nodeSetup.ts'],
          // Generous, because a loaded machine is no failure; a test that hangs still ends.
          testTimeout: 60_000,
          hookTimeout: 60_000,
          include: ['**/*.test.ts'],
          exclude: [
            'node_modules/**',
            'out/**',
            'dist/**',
            'test/e2e/**',
            ...withoutRealFiles(),
            ...withoutPython(),
          ],
        },
      },
      {
        plugins: [react()],
        optimizeDeps: {
          include: [
            'react-aria-components',
            '@internationalized/date',
            'react-dom/client',
            'axe-core',
            'lucide-react',
            'react-i18next',
            'i18next',
            'zustand',
            '@tanstack/react-virtual',
            '@tanstack/react-query',
            'pinyin-pro',
            'react/jsx-dev-runtime',
          ],
        },
        test: {
          name: 'browser',
          include: ['renderer/**/*.test.tsx'],
          setupFiles: ['test/support/browserSetup.ts'],
          // As for the node tests: slow is no failure, and waiting ends as soon as the element is there.
          testTimeout: 60_000,
          hookTimeout: 60_000,
          expect: { poll: { timeout: 10_000 } },
          browser: {
            enabled: wantsBrowser,
            headless: true,
            screenshotFailures: false,
            commands: coreCommands,
            provider: playwright({
              launchOptions: browser
                ? { executablePath: browser.executablePath, args: [...browser.args], env: browser.env }
                : {},
            }),
            instances: [{ browser: 'chromium', viewport: { width: 1366, height: 768 } }],
          },
        },
      },
    ],
  },
});
