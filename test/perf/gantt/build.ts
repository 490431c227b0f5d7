import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { AT_ONCE, compileAtOnce } from '#build/vite/compileAtOnce.ts';
import { layerOrder } from '#build/vite/layerOrder.ts';

const PAGE =
  '<!doctype html><html lang="en"><meta charset="utf-8"><title>milepost</title><link rel="stylesheet" href="milepost.css"><style>html,body{margin:0;height:100%}#root{position:absolute;inset:0}</style><body><div id="root"></div><script src="milepost.js"></script></html>';

/** Builds the page of the product into the measuring folder, with the tools and settings of the product. */
export async function buildPage(benchDir: string, minify = true): Promise<void> {
  const outDir = join(benchDir, 'gantt/dist');
  await build({
    configFile: false,
    root: fileURLToPath(new URL('.', import.meta.url)),
    publicDir: false,
    plugins: [react(), layerOrder(), compileAtOnce(AT_ONCE)],
    logLevel: 'warn',
    resolve: { alias: { 'gantt-bench/common': join(benchDir, 'gantt/src/common.js') } },
    base: './',
    build: {
      outDir,
      emptyOutDir: false,
      ...(minify ? {} : { minify: false }),
      target: 'chrome140',
      assetsInlineLimit: 0,
      cssCodeSplit: false,
      modulePreload: false,
      chunkSizeWarningLimit: 4000,
      rolldownOptions: {
        input: fileURLToPath(new URL('page.tsx', import.meta.url)),
        output: {
          // A page that is opened as a file cannot load modules.
          format: 'iife',
          entryFileNames: 'milepost.js',
          assetFileNames: ({ names }) =>
            names[0]?.endsWith('.css') ? 'milepost.css' : 'milepost-assets/[name][extname]',
        },
      },
    },
  });
  writeFileSync(join(outDir, 'milepost.html'), PAGE);
}
