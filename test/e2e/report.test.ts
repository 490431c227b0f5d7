import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import type { Page } from 'playwright-core';
import { afterEach, expect, test } from 'vitest';
import { fontsOf, hasType3, isA4, isTagged, outlineCount } from '#main/services/pdf/inspect.ts';
import { deviationText, percentText } from '#shared/domain/report/figures.ts';
import { type Locale, locales } from '#shared/i18n/index.ts';
import { type Launched, launchMilepost } from '#test/support/launch.ts';
import { pdfText } from '#test/support/pdfText.ts';
import { SECRET, seedReportProject, WORDS } from '#test/support/reportFixture.ts';
import { parseMessage } from '#test/support/strictMime.ts';

let app: Launched | null = null;
afterEach(async () => {
  await app?.close();
  app = null;
});

const sha = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
/** Lines are broken where the paper ends; the words stay. */
const plain = (text: string): string => text.replace(/\s+/g, '');

async function frozen(launched: Launched, projectId: string, language: Locale, wording = {}) {
  const { request } = launched;
  const { id } = await request('report.create', {
    projectId,
    period: { from: '2026-11-09', to: '2026-11-20' },
    language,
  });
  await request('report.setWording', { reportId: id, wording });
  await request('report.freeze', { reportId: id });
  await expect
    .poll(async () => (await request('report.get', { id }))?.state, { timeout: 30_000 })
    .toBe('frozen');
  await request('report.export', { reportId: id });
  await request('report.draftMail', { reportId: id });
  const read = (extension: string): Uint8Array => {
    const name = readdirSync(launched.exportDir).find((file) => file.endsWith(extension));
    return readFileSync(join(launched.exportDir, name ?? ''));
  };
  return { id, pdf: read('.pdf'), eml: read('.eml') };
}

test.each(locales)(
  'a printed report has every word of the client, in embedded TrueType, and nothing else (%s)',
  async (locale) => {
    app = await launchMilepost({ lang: locale });
    const { projectId } = await seedReportProject(app.request, locale);
    const { id, pdf, eml } = await frozen(app, projectId, locale);
    const stored = await app.request('report.get', { id });
    expect(sha(pdf)).toBe(stored?.pdf_sha256);
    const document = await PDFDocument.load(pdf, { updateMetadata: false });
    expect(hasType3(document)).toBe(false);
    expect(isTagged(document)).toBe(true);
    expect(outlineCount(document)).toBeGreaterThanOrEqual(9);
    for (const page of document.getPages()) {
      expect(isA4(page)).toBe(true);
      for (const font of fontsOf(document, page))
        expect(font).toMatchObject({
          type: 'Type0',
          descendant: 'CIDFontType2',
          embedded: true,
          toUnicode: true,
        });
    }
    const text = plain((await pdfText(pdf)).join(''));
    const w = WORDS[locale];
    const told = [
      w.firm,
      w.address,
      w.client,
      w.project,
      ...w.milestones,
      ...w.tasks.flat(),
      ...w.risks.flat(),
      ...w.issue,
      ...w.decision,
    ];
    for (const words of told) for (const line of words.split('\n')) expect(text).toContain(plain(line));
    const { progress } = (await app.request('report.compose', { reportId: id })).snapshot;
    for (const figure of [
      percentText(progress.planned),
      percentText(progress.actual),
      deviationText(progress.deviation),
    ])
      expect(text).toContain(figure);
    expect(text).not.toContain(SECRET);
    expect(Buffer.from(pdf).includes(SECRET)).toBe(false);
    const attached = parseMessage(eml).parts[1];
    expect(sha(attached?.body ?? new Uint8Array())).toBe(stored?.pdf_sha256);
    // Small enough for any mailbox (demand 23).
    expect(pdf.byteLength).toBeLessThan(1_000_000);
    expect(app.host.router.refused()).toBe(0);
  },
);

test('markup, scripts and addresses in the user’s words are printed as words and fetch nothing', async () => {
  app = await launchMilepost({ lang: 'en' });
  const { projectId } = await seedReportProject(app.request, 'en');
  const words = [
    '<script>document.title="x"</script>',
    '<img src="https://example.com/x.png" onerror="alert(1)">',
    '<iframe src="file:///etc/passwd"></iframe>',
    '{{project}} $t(report:title) &lt;b&gt; =cmd|calc',
  ].join('\n');
  const { pdf } = await frozen(app, projectId, 'en', { texts: { progress: words, done: words } });
  const text = plain((await pdfText(pdf)).join(''));
  expect(text.split(plain(words))).toHaveLength(3);
  expect(app.host.router.refused()).toBe(0);
});

async function axeFindings(page: Page): Promise<string[]> {
  await page.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    const { violations } = await axe.run(document);
    return violations.map((v) => `${v.id}: ${v.nodes[0]?.html ?? ''}`);
  });
}

test('the preview shows the pages that are printed', async () => {
  app = await launchMilepost({
    lang: 'zh-CN',
    prepare: async (request) => {
      const { projectId } = await seedReportProject(request, 'zh-CN');
      await request('prefs.set', { onboarded: true, language: 'zh-CN' });
      await request('report.create', {
        projectId,
        period: { from: '2026-11-09', to: '2026-11-20' },
        language: 'zh-CN',
      });
    },
  });
  const { page } = app;
  await page.getByRole('navigation').getByText('报告', { exact: true }).first().click();
  await page
    .getByRole('table')
    .getByRole('button', { name: /启元科技园区展厅改造工程/ })
    .click();
  await page.locator('.rp-sheet').first().waitFor();
  const shown = await page
    .locator('.rp-sheet .rp-body')
    .evaluateAll((bodies) => bodies.map((body) => body.textContent ?? ''));
  // Colours change over a moment when the button comes alive.
  await expect.poll(() => axeFindings(page), { timeout: 20_000 }).toEqual([]);
  await page.getByRole('button', { name: '定稿并生成 PDF…' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: '定稿', exact: true }).click();
  await page.getByRole('button', { name: 'PDF 另存为…' }).click({ timeout: 30_000 });
  await expect
    .poll(() => readdirSync(app?.exportDir ?? '').filter((name) => name.endsWith('.pdf')))
    .toHaveLength(1);
  const [name = ''] = readdirSync(app.exportDir);
  await expect.poll(() => readFileSync(join(app?.exportDir ?? '', name)).byteLength).toBeGreaterThan(0);
  const printed = await pdfText(readFileSync(join(app.exportDir, name)));
  expect(printed).toHaveLength(shown.length);
  // The draft has no number yet; everything else is the same, page by page.
  shown.forEach((text, index) => {
    expect(plain(printed[index] ?? '')).toContain(plain(text.replace('草稿', '第 1 期')));
  });
});
