import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { expect, test } from 'vitest';
import { LAYER_ORDER } from './layerOrder.ts';
import { rendererConfig } from './renderer.ts';

test('every built style sheet begins with the order of the layers, so that it does not matter which loads first', async () => {
  const out = mkdtempSync(join(tmpdir(), 'milepost-css-'));
  try {
    await build(rendererConfig(out));
    const sheets = readdirSync(join(out, 'assets')).filter((name) => name.endsWith('.css'));
    expect(sheets.length).toBeGreaterThan(1);
    for (const name of sheets) {
      expect(readFileSync(join(out, 'assets', name), 'utf8').startsWith(LAYER_ORDER), name).toBe(true);
    }
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
});

test('the sources declare the same order', () => {
  const tokens = fileURLToPath(new URL('../../renderer/styles/tokens.css', import.meta.url));
  expect(readFileSync(tokens, 'utf8').startsWith(LAYER_ORDER)).toBe(true);
});
