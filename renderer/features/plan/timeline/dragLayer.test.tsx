import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { presetCalendar } from '#shared/schedule/calendar/presets.ts';
import { plainColumns } from '#test/support/planColumns.ts';
import { toModel } from '../model.ts';
import { createScale } from '../scale.ts';
import { barDates } from './dates.ts';
import { createDragLayer, type DragLayer } from './dragLayer.ts';
import { STANDARD_LOOK } from './layers.ts';
import type { Palette } from './palette.ts';
import { COLOURS } from './pens.ts';
import { placesOf, type Scene } from './scene.ts';

const ROWS = 40;
const ROW = 28;
const PER_DAY = 24;
/** 2026-11-23, a Monday, 8:00, in tenths of a minute. */
const START = 20_780 * 14_400 + 4800;
const BAR = 'rgb(10, 20, 30)';

const palette: Palette = {
  colour: Object.fromEntries(
    COLOURS.map((name) => [name, name === 'bar' ? BAR : 'white']),
  ) as Palette['colour'],
  font: '11px sans-serif',
  boldFont: '600 11px sans-serif',
  face: () => '11px sans-serif',
  area: () => null,
};

/** Forty tasks of four days that begin on the same day. */
function scene(): Scene {
  const column = <V,>(value: V): V[] => Array.from({ length: ROWS }, () => value);
  const model = toModel({
    project: {
      id: 'prj_00000000-0000-7000-8000-000000000001',
      name: '厂房',
      start_on: null,
      finish_on: null,
      status_on: null,
      minutes_per_day: 480,
      minutes_per_week: 2400,
      days_per_month: 20,
      scheduling: 'automatic',
      schedule_from: 'start',
    },
    today: '2026-11-01',
    statusAt: null,
    calendars: [presetCalendar('standard', 'c', 'c')],
    calendarId: 'c',
    rows: {
      id: Array.from({ length: ROWS }, (_, i) => `tsk_${i}`),
      depth: column(1),
      number: column('1'),
      name: column(''),
      flags: column(0),
      start: column(START),
      finish: column(START + 3 * 14_400 + 5400),
      duration: column(19_200),
      unit: column('d'),
      percent: column(0),
      deadline: column(null),
      responsible: column(null),
      calendar: column(null),
      ...plainColumns(ROWS),
    },
    links: { id: [], from: [], to: [], type: [], lagKind: [], lagValue: [], lagUnit: [] },
  });
  const scale = createScale({ from: 20_780, to: 20_840 }, PER_DAY, 800);
  return {
    model,
    rows: model.rows,
    scale,
    rowHeight: ROW,
    first: 0,
    last: ROWS,
    x0: 0,
    x1: Math.ceil(scale.width),
    height: ROWS * ROW,
    look: STANDARD_LOOK,
    palette,
    selection: new Set(),
    dates: barDates(model.columns),
    placeOf: placesOf(model.rows, model.rows),
    baseline: null,
    changes: null,
    label: () => '',
    ghost: null,
    copy: null,
    linking: null,
  };
}

let box: HTMLDivElement;
let layer: DragLayer;
beforeEach(() => {
  box = document.createElement('div');
  Object.assign(box.style, { position: 'absolute', top: '0', left: '0', width: '2000px', height: '1200px' });
  document.body.append(box);
  layer = createDragLayer(box, 'layer');
});
afterEach(() => box.remove());

const canvas = () => box.querySelector('canvas');

/** Colour that the layer shows at a point of the timeline. */
function colourAt(x: number, y: number): string {
  const element = canvas();
  const g = element?.getContext('2d');
  if (!element || !g) return 'nothing';
  const ratio = window.devicePixelRatio || 1;
  const left = Number.parseFloat(element.style.left);
  const top = Number.parseFloat(element.style.top);
  const [r, green, b] = g.getImageData((x - left) * ratio, (y - top) * ratio, 1, 1).data;
  return `rgb(${r}, ${green}, ${b})`;
}

describe('the layer of what is dragged', () => {
  it('shows a row where the drag puts it, and the others where they are', () => {
    const still = scene();
    const { start, finish } = still.dates;
    const dates = { start: start.slice(), finish: finish.slice() };
    dates.start[3] = START + 10 * 14_400;
    dates.finish[3] = START + 13 * 14_400 + 5400;
    layer.show({ ...still, dates }, { x0: 0, x1: 900, y0: 0, y1: 300 });
    const [before, after] = [still.scale.x(START) + 30, still.scale.x(START + 10 * 14_400) + 30];
    expect(colourAt(after, 3.5 * ROW)).toBe(BAR);
    expect(colourAt(before, 3.5 * ROW)).not.toBe(BAR);
    expect(colourAt(before, 2.5 * ROW)).toBe(BAR);
    layer.show(still, { x0: 0, x1: 900, y0: 0, y1: 300 });
    expect(colourAt(after, 3.5 * ROW)).not.toBe(BAR);
    expect(colourAt(before, 3.5 * ROW)).toBe(BAR);
  });

  it('is as large as the view, to whole rows, and follows it', () => {
    const still = scene();
    for (const view of [
      { x0: 0, x1: 700, y0: 0, y1: 280 },
      { x0: 120, x1: 820, y0: 5 * ROW + 9, y1: 15 * ROW + 9 },
    ]) {
      layer.show(still, view);
      const style = canvas()?.style;
      const [left, top] = [Number.parseFloat(style?.left ?? ''), Number.parseFloat(style?.top ?? '')];
      expect([left, left + Number.parseFloat(style?.width ?? '')]).toEqual([view.x0, view.x1]);
      expect(top).toBeLessThanOrEqual(view.y0);
      expect(top + Number.parseFloat(style?.height ?? '')).toBeGreaterThanOrEqual(view.y1);
      expect(top % ROW).toBe(0);
    }
    expect(box.querySelectorAll('canvas')).toHaveLength(1);
  });

  it('leaves nothing behind', () => {
    layer.show(scene(), { x0: 0, x1: 700, y0: 0, y1: 280 });
    layer.clear();
    expect(canvas()).toBeNull();
  });
});
