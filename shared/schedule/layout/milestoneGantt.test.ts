import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilToDay, formatDate } from '../calendar/instant.ts';
import { layoutMilestoneGantt, type MilestoneGanttItem, slipDays } from './milestoneGantt.ts';
import { textWidth, wrapText } from './textWidth.ts';
import { isoWeek, TIME_UNITS, ticksBetween, ZOOM_STEPS, zoomStep } from './timescale.ts';

const day = (n: number): string => formatDate(civilToDay(2026, 1, 1) + n);
const input = (items: readonly MilestoneGanttItem[]) => ({ items, dateLabel: (d: string) => d.slice(5) });

describe('time axis', () => {
  it('has whole units without gaps that cover the range', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...TIME_UNITS),
        fc.integer({ min: -20_000, max: 80_000 }),
        fc.integer({ min: 1, max: 2000 }),
        (unit, from, length) => {
          const ticks = ticksBetween(unit, from, from + length);
          expect(ticks[0]!.from).toBeLessThanOrEqual(from);
          expect(ticks.at(-1)!.to).toBeGreaterThanOrEqual(from + length);
          for (const [i, tick] of ticks.entries()) if (i > 0) expect(tick.from).toBe(ticks[i - 1]!.to);
        },
      ),
    );
  });

  it('numbers weeks as ISO 8601 does at the turn of the year', () => {
    expect(isoWeek(civilToDay(2026, 12, 31))).toEqual({ year: 2026, week: 53 });
    expect(isoWeek(civilToDay(2027, 1, 3))).toEqual({ year: 2026, week: 53 });
    expect(isoWeek(civilToDay(2027, 1, 4))).toEqual({ year: 2027, week: 1 });
    expect(isoWeek(civilToDay(2024, 12, 30))).toEqual({ year: 2025, week: 1 });
  });

  it('steps the zoom up and down and stays at the ends', () => {
    expect(zoomStep(10, 1)).toBe(16);
    expect(zoomStep(16, -1)).toBe(9);
    expect(zoomStep(ZOOM_STEPS.at(-1)!, 1)).toBe(120);
    expect(zoomStep(ZOOM_STEPS[0], -1)).toBe(0.03);
  });
});

describe('text for paper', () => {
  it('is wrapped inside its width, and cut with an ellipsis', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.integer({ min: 60, max: 200 }),
        (text, width) => {
          const lines = wrapText(text, width, 8, 2);
          expect(lines.length).toBeLessThanOrEqual(2);
          for (const line of lines) expect(textWidth(line, 8)).toBeLessThanOrEqual(width);
        },
      ),
    );
    expect(wrapText('施工图深化设计确认', 40, 8, 2)).toEqual(['施工图深化', '设计确认']);
    expect(wrapText('施工图深化设计确认施工图深化设计', 40, 8, 2)[1]).toMatch(/…$/);
  });
});

describe('milestone chart', () => {
  const span = fc
    .tuple(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 90 }))
    .map(([start, length]) => ({ start: day(start), finish: day(start + length) }));
  const item = fc.record(
    {
      id: fc.uuid(),
      name: fc.string({ maxLength: 80 }),
      kind: fc.constantFrom('phase' as const, 'milestone' as const),
      planned: span,
      forecast: span,
      actual: span,
    },
    { requiredKeys: ['id', 'name', 'kind'] },
  );

  it('keeps every mark and label inside the sheet at 7 pt or more', () => {
    fc.assert(
      fc.property(fc.array(item, { maxLength: 30 }), fc.integer({ min: 3, max: 12 }), (items, fontSize) => {
        const layout = layoutMilestoneGantt({ ...input(items), today: day(100), fontSize, pageHeight: 300 });
        expect(layout.fontSize).toBeGreaterThanOrEqual(7);
        const rows = layout.sheets.flatMap((sheet) => sheet.rows);
        expect(rows.map((row) => row.item.id)).toEqual(items.map((i) => i.id));
        for (const sheet of layout.sheets)
          if (sheet.rows.length > 1) expect(sheet.height).toBeLessThanOrEqual(300);
        for (const row of rows)
          for (const mark of [row.planned, row.forecast, row.actual]) {
            if (!mark) continue;
            expect(mark.x).toBeGreaterThanOrEqual(layout.nameWidth);
            expect(mark.x + mark.width).toBeLessThanOrEqual(layout.width + 1e-6);
          }
      }),
    );
  });

  it('says by how many days a milestone slipped, and prefers what happened to what was expected', () => {
    const base = {
      id: 'a',
      name: 'a',
      kind: 'milestone' as const,
      planned: { start: null, finish: day(10) },
    };
    expect(slipDays({ ...base, forecast: { start: null, finish: day(13) } })).toBe(3);
    expect(
      slipDays({
        ...base,
        forecast: { start: null, finish: day(13) },
        actual: { start: null, finish: day(9) },
      }),
    ).toBe(-1);
    expect(slipDays({ id: 'a', name: 'a', kind: 'milestone' })).toBeNull();
  });
});
