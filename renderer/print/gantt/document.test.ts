import { describe, expect, it } from 'vitest';
import { createI18n, fixedT } from '#renderer/i18n/index.ts';
import { defaultPrintSetup, type PrintSetup } from '#shared/domain/plan/printSetup.ts';
import type { Locale } from '#shared/i18n/index.ts';
import { PLAN_FLAGS } from '#shared/ipc/channels/plan.ts';
import type { PrintSource, PrintView } from '#shared/ipc/channels/planPrint.ts';
import type { Mark } from '#shared/schedule/layout/chart.ts';
import { drawSheet } from '#shared/schedule/layout/chartSheet.ts';
import { finishSteps } from '#shared/schedule/steps.ts';
import { printPlan } from '#test/support/printPlan.ts';
import { type GanttDocument, ganttDocument, shownDays, tooMany, wholeChart } from './document.ts';

const texts = (locale: Locale) => fixedT(createI18n(locale), locale);

function made(
  part: Partial<PrintSetup> = {},
  source: PrintSource = printPlan(3),
  rowIds: string[] | null = null,
  view: PrintView | null = null,
): GanttDocument {
  const setup = { ...defaultPrintSetup(part.language ?? 'zh-CN'), ...part };
  return ganttDocument({ kind: 'gantt', source, setup, rowIds, view }, texts(setup.language));
}

const flat = (marks: readonly Mark[]): Exclude<Mark, { kind: 'clip' }>[] =>
  marks.flatMap((mark) => (mark.kind === 'clip' ? flat(mark.marks) : [mark]));
const marksOf = ({ sheets }: GanttDocument) =>
  sheets.flatMap(({ layout, index, numbers }) => flat(drawSheet(layout, index, numbers)));
const words = (document: GanttDocument): string[] =>
  marksOf(document).flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));
const names = ({ chart }: GanttDocument): string[] => chart?.input.rows.map((row) => row.name) ?? [];

describe('a plan on paper', () => {
  it('says whose plan it is, what it is compared with and when it was printed', () => {
    const all = words(made());
    expect(all).toEqual(
      expect.arrayContaining(['展厅改造', '晨光工程', '启元科技 · 对比基准：合同', '工作 1.1', '第3阶段']),
    );
    expect(all.some((text) => text.includes('2026-11-21'))).toBe(true);
    expect(words(made({ language: 'en' }))).toContain('Critical task');
    expect(words(made({ language: 'zh-TW' }))).toContain('要徑任務');
  });

  it('shows milestones and chosen tasks inside the summaries they belong to', () => {
    expect(names(made({ rows: 'milestones' }))).toEqual(
      [1, 2, 3].flatMap((n) => [`第${n}阶段`, `验收 ${n}`]),
    );
    const source = printPlan(3);
    const chosen = source.plan.rows.id[14] ?? '';
    expect(names(made({ rows: 'selected' }, source, [chosen]))).toEqual(['第2阶段', '工作 2.2']);
    expect(names(made({ rows: 'visible' }, source, []))).toEqual([]);
    expect(names(made({ rows: 'all' }, source, [chosen]))).toHaveLength(36);
  });

  it('shows the progress line when it is asked for, with its name in the legend', () => {
    const lines = (part: Partial<PrintSetup>) =>
      marksOf(made(part)).filter((mark) => mark.kind === 'path' && mark.look === 'progressLine').length;
    expect(lines({})).toBe(0);
    expect(lines({ progressLine: true })).toBeGreaterThan(1);
    expect(words(made({ progressLine: true }))).toContain('进度线');
    expect(words(made())).not.toContain('进度线');
  });

  it('I11 keeps the order, the groups and the list of the screen', () => {
    const source = printPlan(2);
    const ids = [14, 2, 1].map((index) => source.plan.rows.id[index] ?? '');
    const heads = [
      { at: 0, name: '王工 (1)' },
      { at: 1, name: '李工 (2)' },
    ];
    const rows = made({ rows: 'visible' }, source, ids, { flat: true, heads }).chart?.input.rows ?? [];
    expect(rows.map(({ name, depth, kind }) => `${depth} ${name} ${kind}`)).toEqual([
      '1 王工 (1) summary',
      '2 工作 2.2 task',
      '1 李工 (2) summary',
      '2 工作 1.2 task',
      '2 工作 1.1 task',
    ]);
    const [, , group, second, first] = rows;
    expect([group?.start, group?.finish]).toEqual([first?.start, second?.finish]);
    const list = made({ rows: 'visible' }, source, ids, { flat: true, heads: [] });
    expect(list.chart?.input.rows.map(({ depth }) => depth)).toEqual([1, 1, 1]);
    const sorted = made({ rows: 'visible' }, source, ids, { flat: false, heads: [] });
    expect(sorted.chart?.input.rows.map(({ depth }) => depth)).toEqual([2, 2, 2]);
    // Links go between the rows where they stand now.
    expect(list.chart?.input.links).toContainEqual({ from: 2, to: 1, type: 'FS' });
    expect(names(made({ rows: 'all' }, source, ids, { flat: true, heads }))).toHaveLength(24);
  });

  it('leaves blank rows of an imported file out', () => {
    const source = printPlan(1);
    source.plan.rows.flags[3] = PLAN_FLAGS.blank;
    expect(names(made({}, source))).not.toContain('工作 1.3');
  });

  it('keeps links between rows that are shown, and none to others', () => {
    expect(made().chart?.input.links).toEqual([
      { from: 1, to: 2, type: 'FS' },
      { from: 2, to: 3, type: 'SS' },
    ]);
    const source = printPlan(1);
    const ids = [1, 2].map((index) => source.plan.rows.id[index] ?? '');
    expect(made({ rows: 'selected' }, source, ids).chart?.input.links).toEqual([
      { from: 1, to: 2, type: 'FS' },
    ]);
  });

  it('fills every column that can be chosen', () => {
    const columns = ['duration', 'start', 'finish', 'percent', 'predecessors', 'responsible'] as const;
    const more = ['slack', 'baselineFinish', 'deviation'] as const;
    const row = made({ columns: [...columns, ...more] }).chart?.input.rows[3];
    expect(row?.cells).toEqual([
      '1 天',
      '2026-11-28',
      '2026-12-01',
      '0%',
      '1.2SS+2d',
      '老王',
      '2 天',
      '2026-11-28',
      // Saturday to Tuesday morning: one day of work.
      '+1',
    ]);
  });

  it('is the same in grey but for its colours', () => {
    const [colour, grey] = [made(), made({ grey: true })];
    expect(marksOf(grey)).toEqual(marksOf(colour));
    expect(grey.chart?.input.options.grey).toBe(true);
  });

  it('draws the days between two dates, both included', () => {
    const chart = made({ range: { from: '2026-12-01', to: '2026-12-31' } }).chart;
    expect(chart && shownDays(chart)).toEqual({ from: '2026-12-01', to: '2026-12-31' });
  });

  it('writes the text that was chosen beside the bars', () => {
    expect(words(made({ label: 'responsible', fit: { kind: 'scale', perDay: 4 } }))).toContain('老王');
    expect(words(made({ label: 'none' }))).not.toContain('老王');
  });

  it('says when it is more than is printed in one go', () => {
    const document = made({ fit: { kind: 'pages', wide: 40 }, fontSize: 14 }, printPlan(60));
    expect(tooMany(document)).toBe(true);
    expect(document.notes).toMatchObject([{ code: 'tooMany' }]);
    expect(tooMany(made())).toBe(false);
  });

  it('fits on one sheet of its own size for a picture', () => {
    const document = made({ fit: { kind: 'pages', wide: 3 } });
    const whole = finishSteps(wholeChart(document));
    expect(whole?.layout.sheets).toHaveLength(1);
    expect(whole?.layout.perDay).toBe(document.chart?.perDay);
    expect(whole?.layout.input.rows).toHaveLength(36);
  });
});

describe('the page of milestones', () => {
  it('is one page before the chart, in the order of dates, with the phase of each', () => {
    const document = made({ summary: 'first' });
    const first = document.sheets[0];
    expect(first?.layout).not.toBe(document.chart);
    expect(first?.numbers).toEqual({ before: 0, total: document.sheets.length });
    expect(document.sheets[1]?.numbers.before).toBe(1);
    expect(first?.layout.input.rows.map((row) => [row.name, row.cells[0], row.depth])).toEqual(
      [1, 2, 3].map((n) => [`验收 ${n}`, `第${n}阶段`, 1]),
    );
    expect(words(document)).toContain('展厅改造 · 里程碑一览');
  });

  it('can stand alone', () => {
    const document = made({ summary: 'alone' });
    expect(document.chart).toBeNull();
    expect(document.sheets).toHaveLength(1);
  });

  it('stays one page however many there are, keeps what was promised to the client, and says what it left out', () => {
    const source = printPlan(120);
    const { rows } = source.plan;
    const last = rows.id.length - 1;
    rows.flags[last] = (rows.flags[last] ?? 0) | PLAN_FLAGS.promise;
    const document = made({ summary: 'alone' }, source);
    expect(document.sheets).toHaveLength(1);
    const shown = document.sheets[0]?.layout.input.rows ?? [];
    expect(shown.at(-1)?.name).toBe('验收 120');
    expect(shown.length).toBeGreaterThan(20);
    expect(document.notes).toEqual([{ code: 'summaryCut', shown: shown.length, total: 120 }]);
    expect(document.sheets[0]?.layout.fontSize).toBe(7);
  });
});
