import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import type { InlineConfig } from 'vite';
import { AT_ONCE, compileAtOnce } from './compileAtOnce.ts';
import { layerOrder } from './layerOrder.ts';

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/**
 * The renderer bundle. Nothing is inlined into the page: the content security policy allows scripts,
 * styles and fonts from our own origin only, neither inline ones nor data URLs.
 */
export function rendererConfig(outDir = at('out/renderer')): InlineConfig {
  return {
    configFile: false,
    root: at('renderer'),
    base: './',
    publicDir: false,
    plugins: [react(), layerOrder(), compileAtOnce(AT_ONCE)],
    logLevel: 'warn',
    build: {
      outDir,
      emptyOutDir: true,
      target: 'chrome140',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 1200,
      sourcemap: false,
      rolldownOptions: {
        input: { index: at('renderer/index.html'), print: at('renderer/print.html') },
        output: {
          // The schema library and its setting in one piece: whoever declares a schema has loaded both before.
          codeSplitting: { groups: [{ name: 'zod', test: /node_modules\/zod\/|renderer\/zod\.ts$/ }] },
        },
      },
    },
  };
}
