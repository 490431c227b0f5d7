import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Locale, locales } from '#shared/i18n/index.ts';
import { startTestApp, type TestApp } from '#test/support/testApp.ts';

let t: TestApp;
beforeEach(async () => {
  t = await startTestApp();
});
afterEach(() => t.close());

const made = async (language: Locale) => {
  const { projectId } = await t.task('sample.create', { language });
  const rows = await t.request('document.overview', { projectId });
  return { projectId, rows: [...rows].sort((a, b) => (a.kind < b.kind ? -1 : 1)) };
};

test.each(locales)(
  'the sample carries issued papers that say what the data say, intact (G8, H1, Y, %s)',
  async (language) => {
    const { projectId, rows } = await made(language);
    expect(rows.map(({ kind, language: own, state, version }) => [kind, own, state, version])).toEqual(
      ['charter', 'expectation', 'minutes', 'scope'].map((kind) => [kind, language, 'issued', 1]),
    );
    for (const { kind, id } of rows) {
      const document = await t.request('document.get', { id });
      const preview = { kind, subjectId: document?.subject_id ?? '', language, audience: 'client' } as const;
      expect(await t.request('document.preview', preview), kind).toMatchObject({ unchanged: true });
    }
    expect(await t.request('document.verify', { projectId })).toEqual({ checked: 4, problems: [] });
  },
);

test('undo takes the papers of the sample with it and redo brings them back, though issued papers stay issued otherwise (MS-3)', async () => {
  const { projectId, rows } = await made('en');
  expect(rows).toHaveLength(4);
  expect(await t.request('undo.undo', {})).toMatchObject({ skipped: 0 });
  expect(await t.request('document.overview', {})).toEqual([]);
  expect(await t.request('client.list', {})).toEqual([]);
  expect(await t.request('undo.redo', {})).toMatchObject({ skipped: 0 });
  expect(await t.request('document.overview', { projectId })).toHaveLength(4);
  expect((await t.request('document.verify', { projectId })).problems).toEqual([]);
  await expect(t.request('sample.remove', {})).resolves.toEqual({});
  expect(await t.request('document.overview', {})).toEqual([]);
});
