import { builtinModules } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { InlineConfig } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));
const BUILT_IN = [/^node:/, ...builtinModules];

interface NodeBundle {
  readonly entry: string;
  readonly outDir: string;
  readonly fileName: string;
  readonly format: 'es' | 'cjs';
  /** Packages that stay `import`s; everything else is bundled. */
  readonly external: readonly string[];
}

/** Main process, worker and preload differ in entry, format and what may stay outside. */
function nodeBundle(bundle: NodeBundle): InlineConfig {
  return {
    configFile: false,
    root,
    logLevel: 'warn',
    ssr: { noExternal: true, external: [...bundle.external] },
    build: {
      ssr: bundle.entry,
      outDir: bundle.outDir,
      emptyOutDir: true,
      target: 'node24',
      minify: false,
      sourcemap: false,
      copyPublicDir: false,
      rolldownOptions: {
        external: [...BUILT_IN, ...bundle.external],
        output: {
          entryFileNames: bundle.fileName,
          chunkFileNames: 'chunk-[name]-[hash].js',
          format: bundle.format,
        },
      },
    },
  };
}

/** Electron's main process: knows `electron` and the database driver, never the browser driver. */
export const electronMainConfig = (): InlineConfig =>
  nodeBundle({
    entry: 'main/electron/main.ts',
    outDir: 'out/electron',
    fileName: 'main.js',
    format: 'es',
    external: ['electron', 'better-sqlite3'],
  });

/** A sandboxed preload can load one CommonJS file and require `electron` alone. */
export const preloadConfig = (): InlineConfig =>
  nodeBundle({
    entry: 'main/electron/preload.ts',
    outDir: 'out/preload',
    fileName: 'preload.cjs',
    format: 'cjs',
    external: ['electron'],
  });

export const printPreloadConfig = (): InlineConfig =>
  nodeBundle({
    entry: 'main/electron/printPreload.ts',
    outDir: 'out/preload-print',
    fileName: 'preload.cjs',
    format: 'cjs',
    external: ['electron'],
  });

export const workerConfig = (): InlineConfig =>
  nodeBundle({
    entry: 'main/services/worker/entry.ts',
    outDir: 'out/worker',
    fileName: 'entry.js',
    format: 'es',
    external: ['better-sqlite3'],
  });

/** The Chromium host runs from a checkout, so its driver stays in `node_modules`. */
export const chromiumMainConfig = (): InlineConfig =>
  nodeBundle({
    entry: 'main/chromium/main.ts',
    outDir: 'out/chromium',
    fileName: 'main.js',
    format: 'es',
    external: ['better-sqlite3', 'playwright-core', '@sparticuz/chromium'],
  });
