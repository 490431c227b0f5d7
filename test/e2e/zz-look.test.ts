import { mkdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openAt, placesOf } from '#test/support/driving.ts';
import { launchMilepost } from '#test/support/launch.ts';
import type { Locale } from '#shared/i18n/index.ts';

const NAMES = new Set((process.env['SHOT_NAMES'] ?? 'today,clients,client,feedback,project,requirements,expectations,goals,contract,communication,team,documents').split(','));
const combos: [Locale, 'light'|'dark'][] = (process.env['SHOT_COMBOS'] ?? 'zh-CN:light').split(',').map((c) => c.split(':') as never);
test('sweep', { timeout: 900_000 }, async () => {
  for (const [lang, theme] of combos) {
    const app = await launchMilepost({
      lang,
      prepare: async (request) => {
        await request('prefs.set', { onboarded: true, language: lang, theme });
        await request('sample.create', { language: lang });
        await expect.poll(async () => (await request('project.list', {})).length, { timeout: 30_000 }).toBe(1);
      },
    });
    try {
      await app.page.setViewportSize({ width: 1366, height: 768 });
      const [project] = await app.request('project.list', {});
      const dir = `/tmp/ux4/shots/${lang}-${theme}`;
      mkdirSync(dir, { recursive: true });
      for (const place of placesOf(project!.client_id ?? '', project!.id)) {
        if (!NAMES.has(place.name)) continue;
        await openAt(app, place);
        await app.page.screenshot({ path: `${dir}/${place.name}${place.section ? '-' + place.section : ''}.png` });
      }
    } finally { await app.close(); }
  }
});
