import { expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import { createI18n, fixedT } from '#renderer/i18n/index.ts';
import { type ReportSnapshot, snapshotSchema } from '#shared/domain/report/snapshot.ts';
import { Sheets } from './Sheets.tsx';
import { sayWith } from './say.ts';

const EMPTY: ReportSnapshot = snapshotSchema.parse({
  format: 'milepost-report',
  version: 1,
  language: 'zh-CN',
  no: 3,
  title: '启元科技园区展厅改造工程 进展报告',
  period: { from: '2026-11-16', to: '2026-11-22' },
  next_period: { from: '2026-11-23', to: '2026-11-29' },
  status_on: '2026-11-20',
  prepared_on: '2026-11-21',
  prepared_by: '陈华',
  company: { name: '晨光工程', address: null, phone: null, email: null, tax_no: null, logo: null },
  client: { name: '启元科技' },
  project: { name: '展厅改造', code: null, start_on: null, finish_on: null },
  progress: {
    planned: 50,
    actual: 44,
    deviation: -12,
    abnormal: true,
    limit: 10,
    planned_finish_on: '2026-12-31',
    forecast_finish_on: '2027-01-08',
  },
  attention: [{ kind: 'deviation', value: -12 }],
  milestones: [],
  bars: [],
  done: [],
  next: [],
  risks: [],
  issues: [],
  decisions: [],
  hidden: [],
  texts: {},
});

async function show(change: Partial<ReportSnapshot>, scale = 1) {
  const snapshot = { ...EMPTY, ...change };
  const say = sayWith(fixedT(createI18n(snapshot.language), snapshot.language));
  let pages = 0;
  const screen = await render(
    <div style={{ transform: `scale(${scale})`, transformOrigin: '0 0', width: '210mm' }}>
      <Sheets snapshot={snapshot} say={say} onPages={(count) => (pages = count)} />
    </div>,
  );
  await expect.poll(() => pages, { timeout: 10_000 }).toBeGreaterThan(0);
  return { sheets: [...screen.container.querySelectorAll<HTMLElement>('.rp-sheet')], pages };
}

const textOf = (sheets: readonly HTMLElement[]): string =>
  sheets
    .flatMap((sheet) => [...sheet.querySelectorAll('.rp-body [data-split]')].map((part) => part.textContent))
    .join('');

function expectNothingCutOff(sheets: readonly HTMLElement[]): void {
  for (const sheet of sheets) {
    const body = sheet.querySelector<HTMLElement>('.rp-body');
    expect(body?.scrollHeight ?? 1e9).toBeLessThanOrEqual((body?.clientHeight ?? 0) + 1);
  }
}

const LONG = Array.from({ length: 400 }, (_, n) => `第${n}句：现场情况与处理经过。`).join('');

test('a text longer than a page goes on, and every character of it is on paper once', async () => {
  const { sheets, pages } = await show({ texts: { done: LONG } });
  expect(pages).toBeGreaterThan(2);
  expect(sheets).toHaveLength(pages);
  expectNothingCutOff(sheets);
  expect(textOf(sheets)).toContain(LONG);
});

test('a table of many rows repeats its head on every page and keeps its order', async () => {
  const done = Array.from({ length: 90 }, (_, n) => ({
    id: `t${n}`,
    name: `工作 ${n + 1}：强弱电管线敷设`,
    state: 'finished' as const,
    start_on: '2026-11-16',
    finish_on: '2026-11-20',
    percent: 100,
  }));
  const { sheets } = await show({ done });
  expectNothingCutOff(sheets);
  const tables = sheets.flatMap((sheet) => [...sheet.querySelectorAll('table[data-table="done"]')]);
  expect(tables.length).toBeGreaterThan(2);
  for (const table of tables) expect(table.querySelectorAll('thead th[scope="col"]')).toHaveLength(5);
  const names = tables.flatMap((table) =>
    [...table.querySelectorAll('tbody th')].map((th) => th.textContent),
  );
  expect(names).toEqual(done.map((work) => work.name));
});

test('a row and a risk with endless words are cut between lines, not off', async () => {
  const work = {
    id: 'x',
    name: LONG,
    state: 'started' as const,
    start_on: null,
    finish_on: null,
    percent: 5,
  };
  const risk = {
    id: 'r',
    no: 1,
    text: LONG,
    band: 'high' as const,
    occurred: false,
    preventive: [{ text: LONG, due_on: '2026-11-28', done: false }],
    contingency: [],
  };
  const { sheets } = await show({ done: [work], risks: [risk] });
  expectNothingCutOff(sheets);
  expect(textOf(sheets).split(LONG)).toHaveLength(4);
});

test('a smaller drawing has the same pages as the paper', async () => {
  const change = { texts: { done: LONG } };
  const full = (await show(change)).sheets.map((sheet) => textOf([sheet]).length);
  const small = (await show(change, 0.4)).sheets.map((sheet) => textOf([sheet]).length);
  expect(small).toEqual(full);
});

test('no heading ends a page', async () => {
  const milestones = Array.from({ length: 37 }, (_, n) => ({
    id: `m${n}`,
    name: `里程碑 ${n}`,
    planned_on: '2026-11-20',
    forecast_on: '2026-11-24',
    actual_on: null,
    days: 4,
    state: 'late' as const,
  }));
  for (const count of [20, 24, 28, 32, 37]) {
    const { sheets } = await show({ milestones: milestones.slice(0, count) });
    for (const sheet of sheets) {
      const last = [...sheet.querySelectorAll('.rp-body [data-item], .rp-body tr')].at(-1);
      expect(last?.querySelector('h2')).toBeNull();
    }
  }
});

test('the milestone trend is drawn with names that are text, and only where there is one', async () => {
  const point = (on: string, forecast: string) => ({ on, forecast, done: false });
  const trend = Array.from({ length: 8 }, (_, i) => ({
    id: `m${i}`,
    name: `第 ${i + 1} 阶段验收与移交`,
    points: [point('2026-10-09', `2026-12-${10 + i}`), point('2026-11-20', `2026-12-${11 + 2 * i}`)],
  }));
  const { sheets } = await show({ trend });
  const charts = sheets.flatMap((sheet) => [...sheet.querySelectorAll<SVGElement>('.rp-trend')]);
  expect(charts).toHaveLength(1);
  const texts = [...(charts[0]?.querySelectorAll('tspan') ?? [])];
  expect(texts.map((text) => text.textContent).join('')).toContain('第 8 阶段验收与移交');
  // 7 pt is 9.33 px; the drawing must not be shrunk below what can be read on paper.
  const boxes = texts.map((text) =>
    (text.parentElement as unknown as SVGGraphicsElement).getBoundingClientRect(),
  );
  expect(Math.min(...boxes.map(({ height }) => height))).toBeGreaterThan(9.3);
  const tops = boxes.map(({ top, bottom }) => [top, bottom] as const).sort((a, b) => a[0] - b[0]);
  for (let i = 1; i < tops.length; i++) expect(tops[i]![0]).toBeGreaterThanOrEqual(tops[i - 1]![1] - 2.5);
  expect((await show({})).sheets.flatMap((sheet) => [...sheet.querySelectorAll('.rp-trend')])).toEqual([]);
});
