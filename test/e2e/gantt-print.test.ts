import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { afterEach, expect, test } from 'vitest';
import { fontsOf, hasSize, hasType3, isTagged } from '#main/services/pdf/inspect.ts';
import { defaultPrintSetup, type PrintSetup } from '#shared/domain/plan/printSetup.ts';
import { locales } from '#shared/i18n/index.ts';
import { paperSize } from '#shared/schedule/layout/chartLayout.ts';
import { type Launched, launchMilepost } from '#test/support/launch.ts';
import { pdfText } from '#test/support/pdfText.ts';
import { seedReportProject, WORDS } from '#test/support/reportFixture.ts';

let app: Launched | null = null;
afterEach(async () => {
  await app?.close();
  app = null;
});

const plain = (text: string): string => text.replace(/\s+/g, '');

async function printed(launched: Launched, projectId: string, setup: PrintSetup): Promise<Uint8Array> {
  await launched.request('planPrint.pdf', { projectId, setup, rowIds: null });
  const pdfs = () => readdirSync(launched.exportDir).filter((name) => name.endsWith('.pdf'));
  const read = () => {
    try {
      return readFileSync(join(launched.exportDir, pdfs()[0] ?? ''));
    } catch {
      return Buffer.alloc(0);
    }
  };
  // The name is taken before the pages are there.
  await expect.poll(() => read().byteLength, { timeout: 30_000 }).toBeGreaterThan(0);
  return read();
}

test.each(locales)(
  'a plan on paper has selectable text in embedded TrueType on every sheet, at its size (%s)',
  async (locale) => {
    app = await launchMilepost({ lang: locale });
    const { projectId } = await seedReportProject(app.request, locale);
    const setup: PrintSetup = {
      ...defaultPrintSetup(locale),
      paper: 'a3',
      fit: { kind: 'pages', wide: 2 },
      label: 'name',
      summary: 'first',
    };
    const pdf = await printed(app, projectId, setup);
    const document = await PDFDocument.load(pdf, { updateMetadata: false });
    expect(hasType3(document)).toBe(false);
    expect(isTagged(document)).toBe(true);
    const size = paperSize({ size: 'a3', landscape: true, margin: 0 });
    const pages = document.getPages();
    // One of milestones, and the chart two sheets wide.
    expect(pages.length % 2).toBe(1);
    for (const page of pages) {
      expect(size !== null && hasSize(page, size)).toBe(true);
      for (const font of fontsOf(document, page))
        expect(font).toMatchObject({ descendant: 'CIDFontType2', embedded: true, toUnicode: true });
    }
    const texts = (await pdfText(pdf)).map(plain);
    const w = WORDS[locale];
    for (const words of [w.project, ...w.milestones]) expect(texts.join('')).toContain(plain(words));
    // The table stands on both sheets of a row of sheets, and every sheet says which it is.
    for (const words of w.milestones) {
      expect(texts[1]).toContain(plain(words));
      expect(texts[2]).toContain(plain(words));
    }
    texts.forEach((text, index) => {
      expect(text).toContain(`${index + 1}/${texts.length}`);
    });
    expect(app.host.router.refused()).toBe(0);
  },
);

test('the preview opens with Ctrl+P and shows the pages that are printed', async () => {
  let project = '';
  app = await launchMilepost({
    lang: 'zh-CN',
    prepare: async (request) => {
      project = (await seedReportProject(request, 'zh-CN')).projectId;
      const ui = JSON.stringify({ route: { name: 'plan', projectId: project } });
      await request('prefs.set', { onboarded: true, language: 'zh-CN', ui });
    },
  });
  const { page } = app;
  await page.getByRole('row').first().waitFor();
  await page.keyboard.press('Control+p');
  const sheet = page.locator('[data-number] > svg');
  await sheet.first().waitFor();
  const shown = await sheet.evaluateAll((all) => all.map((one) => one.textContent ?? ''));
  const pdf = await printed(app, project, defaultPrintSetup('zh-CN'));
  const texts = (await pdfText(pdf)).map(plain);
  expect(texts).toHaveLength(shown.length);
  shown.forEach((text, index) => {
    // The order of drawing is the same, and so are the words.
    expect(texts[index]).toBe(plain(text));
  });
});
