import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Patch, RecordOf } from '../../model/registry.ts';
import { courseOf } from './deliverable.ts';

type Course = Parameters<typeof courseOf>[0];
const planned: Course = { status: 'planned', delivered_on: null, accepted_on: null };
const TODAY = '2026-11-22';
const written = (before: Course, patch: Patch<'deliverable'>): Course =>
  ({ ...before, ...patch, ...courseOf(before, patch, TODAY) }) as Course;

describe('the course of a deliverable (D2, X10)', () => {
  it.each<[string, Course, Patch<'deliverable'>, Course]>([
    [
      'delivered today',
      planned,
      { status: 'delivered' },
      { status: 'delivered', delivered_on: TODAY, accepted_on: null },
    ],
    [
      'accepted at once',
      planned,
      { status: 'accepted' },
      { status: 'accepted', delivered_on: TODAY, accepted_on: TODAY },
    ],
    [
      'accepted on a day that is said',
      { ...planned, status: 'delivered', delivered_on: '2026-11-10' },
      { status: 'accepted', accepted_on: '2026-11-12' },
      { status: 'accepted', delivered_on: '2026-11-10', accepted_on: '2026-11-12' },
    ],
    [
      'a day alone says it too',
      { ...planned, status: 'in_work' },
      { accepted_on: '2026-11-12' },
      { status: 'accepted', delivered_on: '2026-11-12', accepted_on: '2026-11-12' },
    ],
    [
      'rejected',
      { status: 'accepted', delivered_on: '2026-11-10', accepted_on: '2026-11-12' },
      { status: 'rejected' },
      { status: 'rejected', delivered_on: '2026-11-10', accepted_on: null },
    ],
    [
      'taken up again',
      { status: 'rejected', delivered_on: '2026-11-10', accepted_on: null },
      { status: 'in_work' },
      { status: 'in_work', delivered_on: null, accepted_on: null },
    ],
    [
      'an acceptance that was a mistake',
      { status: 'accepted', delivered_on: '2026-11-10', accepted_on: '2026-11-12' },
      { accepted_on: null },
      { status: 'delivered', delivered_on: '2026-11-10', accepted_on: null },
    ],
  ])('D2: %s', (_, before, patch, expected) => {
    expect(written(before, patch)).toEqual(expected);
  });

  it('D2: an edit of something else changes nothing of it', () => {
    expect(courseOf({ ...planned, status: 'accepted' }, { name: 'x' }, TODAY)).toEqual({});
  });

  it('X10: whatever is done one after the other, accepted and a day of acceptance go together', () => {
    const statuses = fc.constantFrom<RecordOf<'deliverable'>['status']>(
      'planned',
      'in_work',
      'delivered',
      'accepted',
      'rejected',
    );
    const days = fc.constantFrom('2026-11-10', '2026-11-12', null);
    const step = fc.oneof(
      statuses.map((status) => ({ status })),
      days.map((accepted_on) => ({ accepted_on })),
      days.map((delivered_on) => ({ delivered_on })),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
        const end = steps.reduce<Course>((course, patch) => written(course, patch), planned);
        expect(end.accepted_on !== null).toBe(end.status === 'accepted');
      }),
    );
  });
});
