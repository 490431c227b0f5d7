import type { Plugin } from 'vite';

/** The cascade of the whole renderer; the same line stands at the top of `renderer/styles/tokens.css`. */
export const LAYER_ORDER = '@layer reset, tokens, base, ui, feature, print;';

/**
 * Puts the order of the cascade layers at the head of every style sheet. The first sheet that a page loads fixes
 * the order, and which one that is depends on how the bundler cuts its chunks.
 */
export function layerOrder(): Plugin {
  return {
    name: 'layer-order',
    apply: 'build',
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== 'asset' || !file.fileName.endsWith('.css')) continue;
        const css = typeof file.source === 'string' ? file.source : new TextDecoder().decode(file.source);
        file.source = `${LAYER_ORDER}${css}`;
      }
    },
  };
}
