import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { expect, test } from 'vitest';
import { LAYER_ORDER } from './layerOrder.ts';
import { rendererConfig } from './renderer.ts';

test('every built style sheet begins with the order of the layers; the plan alone is compiled when it is loaded', async () => {
  const out = mkdtempSync(join(tmpdir(), 'milepost-css-'));
  try {
    await build(rendererConfig(out));
    const sheets = readdirSync(join(out, 'assets')).filter((name) => name.endsWith('.css'));
    expect(sheets.length).toBeGreaterThan(1);
    for (const name of sheets) {
      expect(readFileSync(join(out, 'assets', name), 'utf8').startsWith(LAYER_ORDER), name).toBe(true);
    }
    const marked = readdirSync(join(out, 'assets')).filter(
      (name) =>
        name.endsWith('.js') &&
        readFileSync(join(out, 'assets', name), 'utf8').startsWith('//# allFunctions'),
    );
    const entry = readFileSync(join(out, 'index.html'), 'utf8');
    expect(marked.length, 'chunks that are compiled when they are loaded').toBe(1);
    expect(entry.includes(marked[0] ?? ''), 'the start of the app does not load it').toBe(false);
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
});

test('the sources declare the same order', () => {
  const tokens = fileURLToPath(new URL('../../renderer/styles/tokens.css', import.meta.url));
  expect(readFileSync(tokens, 'utf8').startsWith(LAYER_ORDER)).toBe(true);
});
