import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatHlc, type Hlc, isFarAhead, MAX_DRIFT_MS, parseHlc, receive, tick } from '#shared/sync/hlc.ts';

const ms = fc.integer({ min: 0, max: 2 ** 47 });
const device = fc.stringMatching(/^[a-z0-9-]{1,20}$/);
const hlc: fc.Arbitrary<Hlc> = fc.record({ ms, counter: fc.integer({ min: 0, max: 0xffff }), device });

test('local stamps grow as text whatever the wall clock does, and run ahead of it by little', () => {
  fc.assert(
    fc.property(fc.array(ms, { minLength: 1, maxLength: 200 }), device, (clock, own) => {
      let last: Hlc | null = null;
      let highest = 0;
      clock.forEach((now, i) => {
        const next: Hlc = tick(last, now, own);
        highest = Math.max(highest, now);
        if (last) expect(formatHlc(next) > formatHlc(last)).toBe(true);
        expect(next.ms).toBeLessThanOrEqual(highest + i);
        last = next;
      });
    }),
  );
});

test('a full counter moves the physical part on instead of wrapping', () => {
  const last: Hlc = { ms: 5, counter: 0xffff, device: 'a' };
  expect(formatHlc(tick(last, 1, 'a')) > formatHlc(last)).toBe(true);
  expect(tick(last, 1, 'a')).toEqual({ ms: 6, counter: 0, device: 'a' });
});

test('after a remote stamp the next local one is later than both', () => {
  fc.assert(
    fc.property(fc.option(hlc), hlc, ms, device, (last, remote, now, own) => {
      const next = receive(last, remote, now, own);
      expect(next.device).toBe(own);
      expect(formatHlc({ ...next, device: '' }) > formatHlc({ ...remote, device: '' })).toBe(true);
      if (last) expect(formatHlc({ ...next, device: '' }) > formatHlc({ ...last, device: '' })).toBe(true);
    }),
  );
});

test('the text form comes back and sorts by time, then counter, then device', () => {
  fc.assert(
    fc.property(hlc, hlc, (a, b) => {
      expect(parseHlc(formatHlc(a))).toEqual(a);
      const order = a.ms - b.ms || a.counter - b.counter;
      if (order !== 0) expect(formatHlc(a) < formatHlc(b)).toBe(order < 0);
    }),
  );
});

test.each(['', 'x', '0-0-a', `${'0'.repeat(12)}-0000-`, `${'G'.repeat(12)}-0000-a`])(
  '%j is no stamp',
  (text) => {
    expect(() => parseHlc(text)).toThrow(RangeError);
  },
);

test('a stamp more than a day ahead is named', () => {
  const at = (n: number): Hlc => ({ ms: n, counter: 0, device: 'a' });
  expect(isFarAhead(at(1000 + MAX_DRIFT_MS), 1000)).toBe(false);
  expect(isFarAhead(at(1001 + MAX_DRIFT_MS), 1000)).toBe(true);
});
