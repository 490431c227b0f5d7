import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clampCursor, type Move, moveCursor, moveOfKey, rangeIds } from './cursor.ts';

const size = { rows: 10, columns: 3, page: 4, header: true };
const at = (row: number, column: number) => ({ row, column });
const key = (name: string, ctrlKey = false, altKey = false) => ({
  key: name,
  ctrlKey,
  altKey,
  metaKey: false,
});

describe('grid cursor', () => {
  it('moves by cell, row, page and to the ends', () => {
    expect(moveCursor(at(2, 1), 'down', size)).toEqual(at(3, 1));
    expect(moveCursor(at(2, 1), 'rowEnd', size)).toEqual(at(2, 2));
    expect(moveCursor(at(2, 1), 'pageDown', size)).toEqual(at(6, 1));
    expect(moveCursor(at(8, 1), 'pageDown', size)).toEqual(at(9, 1));
    expect(moveCursor(at(2, 1), 'last', size)).toEqual(at(9, 2));
  });

  it('wraps Tab to the next row and stays at the end', () => {
    expect(moveCursor(at(2, 2), 'next', size)).toEqual(at(3, 0));
    expect(moveCursor(at(3, 0), 'previous', size)).toEqual(at(2, 2));
    expect(moveCursor(at(9, 2), 'next', size)).toEqual(at(9, 2));
  });

  it('reaches the header only where it can be sorted', () => {
    expect(moveCursor(at(0, 0), 'up', size)).toEqual(at(-1, 0));
    expect(moveCursor(at(0, 0), 'up', { ...size, header: false })).toEqual(at(0, 0));
  });

  it('comes back inside when rows went away', () => {
    expect(clampCursor(at(9, 2), { ...size, rows: 3 })).toEqual(at(2, 2));
  });

  it('leaves Alt and unknown keys to the app', () => {
    expect(moveOfKey(key('ArrowLeft', false, true))).toBe(null);
    expect(moveOfKey(key('a'))).toBe(null);
    expect(moveOfKey(key('Home', true))).toBe('first');
  });

  it('selects a range in either direction', () => {
    expect([...rangeIds(['a', 'b', 'c', 'd'], 2, 1)]).toEqual(['b', 'c']);
  });

  it('never leaves the grid', () => {
    const moves: Move[] = [
      'up',
      'down',
      'left',
      'right',
      'rowStart',
      'rowEnd',
      'first',
      'last',
      'pageUp',
      'pageDown',
      'next',
      'previous',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...moves)), fc.integer({ min: 1, max: 9 }), (path, rows) => {
        const small = { ...size, rows };
        const end = path.reduce((cursor, move) => moveCursor(cursor, move, small), at(0, 0));
        expect(end.row).toBeGreaterThanOrEqual(-1);
        expect(end.row).toBeLessThan(rows);
        expect(end.column).toBeGreaterThanOrEqual(0);
        expect(end.column).toBeLessThan(3);
      }),
    );
  });
});
