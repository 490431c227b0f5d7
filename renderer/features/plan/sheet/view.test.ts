import { describe, expect, it } from 'vitest';
import { pasteColumns } from './paste.ts';
import { BUILT_IN, moveColumn, parsePlanView, resizeColumn, shown, toggleColumn } from './view.ts';

describe('a view of the plan', () => {
  it('reads back as it was stored', () => {
    for (const view of Object.values(BUILT_IN))
      expect(JSON.stringify(parsePlanView(JSON.parse(JSON.stringify(view))))).toBe(JSON.stringify(view));
  });

  it('leaves out what this version does not know, and always shows the names', () => {
    const stored = {
      columns: [
        { id: 'cost', width: 5 },
        { id: 'moonPhase', width: 90 },
        { id: 'cost', width: 90 },
      ],
      filter: { text: 3, marks: ['late', 'cursed'], from: 'soon' },
      sort: { column: 'moonPhase', descending: true, flat: false },
      group: 'moon',
    };
    expect(parsePlanView(stored)).toEqual({
      columns: [
        { id: 'name', width: 220 },
        { id: 'cost', width: 40 },
      ],
      filter: { text: '', marks: ['late'], responsible: [], party: [], from: null, to: null },
      sort: null,
      group: 'none',
    });
    expect(parsePlanView({ name: 'x' })).toBeNull();
  });

  it('has columns that can be moved, shown, hidden and widened, the name excepted from hiding', () => {
    const columns = shown('wbs', 'name', 'start');
    const ids = (list: typeof columns) => list.map(({ id }) => id);
    expect(ids(moveColumn(columns, 'start', -1))).toEqual(['wbs', 'start', 'name']);
    expect(ids(moveColumn(columns, 'start', 1))).toEqual(['wbs', 'name', 'start']);
    expect(ids(toggleColumn(columns, 'cost'))).toEqual(['wbs', 'name', 'start', 'cost']);
    expect(ids(toggleColumn(columns, 'wbs'))).toEqual(['name', 'start']);
    expect(toggleColumn(columns, 'name')).toBe(columns);
    expect(resizeColumn(columns, 'name', 5000)[1]).toEqual({ id: 'name', width: 600 });
  });
});

describe('cells of a spreadsheet', () => {
  const columns = shown('name', 'cost', 'start', 'finish');

  it('fall into the columns that are shown, from the cursor on, without those that are computed', () => {
    expect(pasteColumns(columns, 'name', [['安装', '5', '11/28', '12/2']])).toEqual({
      columns: ['name', 'start', 'finish'],
      cells: [['安装', '11/28', '12/2']],
    });
  });

  it('are names if there is one column, wherever the cursor stands', () => {
    expect(pasteColumns(columns, 'start', [['安装'], ['调试']])).toEqual({
      columns: ['name'],
      cells: [['安装'], ['调试']],
    });
  });

  it('are refused where no column takes them', () => {
    expect(pasteColumns(shown('cost', 'notes'), 'cost', [['1', '2']])).toBeNull();
    expect(pasteColumns(columns, 'name', [])).toBeNull();
  });
});
