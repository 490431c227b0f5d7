import { fileURLToPath } from 'node:url';
import type { InlineConfig } from 'vite';

/** Pages of the renderer: the app and the print page. */
export function rendererConfig(): InlineConfig {
  const root = fileURLToPath(new URL('../../renderer', import.meta.url));
  return {
    configFile: false,
    root,
    base: './',
    logLevel: 'warn',
    build: { outDir: '../out/renderer', emptyOutDir: true, modulePreload: { polyfill: false } },
  };
}
