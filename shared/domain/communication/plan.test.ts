import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RecordOf } from '#shared/model/registry.ts';
import { addDays } from '../deadline/dates.ts';
import { firstDue, missingRows, type ProjectTraits, standardRows } from './defaults.ts';
import { afterDone, dueAfter, periodDays, planState } from './frequency.ts';
import { fulfils } from './fulfils.ts';
import { contactLimit, lastContact } from './lastContact.ts';

const TODAY = '2026-11-21';
const plain: ProjectTraits = {
  kind: 'direct',
  stage: 'presales',
  complexity: null,
  report_frequency: 'biweekly',
  risky: false,
};
const find = (traits: ProjectTraits, name: string, stage: string | null = 'execution') =>
  standardRows(traits).find((row) => row.standard === name && row.stage === stage);

describe('the usual rows of a communication plan (O1, O8)', () => {
  it('ask for at least one contact a week in the early stages (WF3)', () => {
    for (const stage of ['presales', 'contracting', 'kickoff'])
      expect(find(plain, 'early', stage)).toMatchObject({ frequency: 'weekly', audience_kind: 'client' });
    expect(find({ ...plain, kind: 'risky' }, 'early', 'kickoff')?.frequency).toBe('twice_weekly');
  });

  it('have a weekly progress meeting while the work goes on (WF2, WF4) and a contact before key nodes (WF5)', () => {
    expect(find(plain, 'progress')).toMatchObject({ frequency: 'weekly', channel: 'meeting' });
    expect(find(plain, 'preMilestone')).toMatchObject({ frequency: 'event' });
  });

  it('report as the project says, weekly when it is risky or complex (WF1, A5, A6)', () => {
    expect(find(plain, 'report')?.frequency).toBe('biweekly');
    expect(find({ ...plain, report_frequency: 'monthly' }, 'report')?.frequency).toBe('monthly');
    expect(find({ ...plain, risky: true }, 'report')?.frequency).toBe('weekly');
    expect(find({ ...plain, complexity: 4 }, 'report')?.frequency).toBe('weekly');
    expect(find({ ...plain, report_frequency: 'none' }, 'report')).toBeUndefined();
  });

  it('ask for surveys, return visits, risk reviews, SWOT and inspections (WF6)', () => {
    expect(find(plain, 'swot', null)).toMatchObject({ audience_kind: 'team', frequency: 'per_stage' });
    expect(find(plain, 'inspection')?.frequency).toBe('biweekly');
    expect(find({ ...plain, risky: true }, 'inspection')?.frequency).toBe('weekly');
    expect(find(plain, 'survey', null)?.frequency).toBe('per_stage');
    expect(find(plain, 'returnVisit', 'warranty')?.frequency).toBe('monthly');
    expect(find(plain, 'riskReview')?.frequency).toBe('biweekly');
  });

  it('hold team meetings (O10), and across departments and firms where the kind of project needs it (O11)', () => {
    expect(find(plain, 'team')).toMatchObject({ audience_kind: 'team' });
    expect(find(plain, 'departments')).toBeUndefined();
    expect(find({ ...plain, kind: 'engineering' }, 'departments')).toMatchObject({
      audience_kind: 'departments',
    });
    expect(find({ ...plain, kind: 'subcontract' }, 'parties')).toMatchObject({ frequency: 'weekly' });
  });

  it('leave out what is over, the client of an internal project, and rows that are there already', () => {
    const late = standardRows({ ...plain, stage: 'warranty' }).map(({ standard }) => standard);
    expect(late).toEqual(['survey', 'returnVisit']);
    const own = standardRows({ ...plain, kind: 'internal' });
    expect(own.every(({ audience_kind }) => audience_kind !== 'client')).toBe(true);
    expect(missingRows(plain, standardRows(plain))).toEqual([]);
    expect(missingRows(plain, [{ standard: 'team', stage: 'execution' }])).toHaveLength(
      standardRows(plain).length - 1,
    );
  });

  it('are due one turn from today in the stage the project is in, later ones when it comes', () => {
    expect(firstDue({ frequency: 'weekly', stage: 'execution' }, 'execution', TODAY)).toBe('2026-11-28');
    expect(firstDue({ frequency: 'weekly', stage: 'warranty' }, 'execution', TODAY)).toBeNull();
    expect(firstDue({ frequency: 'event', stage: null }, 'execution', TODAY)).toBeNull();
    expect(firstDue({ frequency: 'once', stage: null }, 'execution', TODAY)).toBe('2026-11-28');
  });
});

describe('when a row is due again (O1)', () => {
  const row = { frequency: 'weekly', next_due_on: '2026-11-20', last_done_on: '2026-11-13' } as const;

  it('is one turn after it was done', () => {
    expect(afterDone(row, TODAY)).toEqual({ next_due_on: '2026-11-28', last_done_on: TODAY });
    expect(afterDone({ ...row, frequency: 'monthly' }, TODAY).next_due_on).toBe('2026-12-21');
    expect(afterDone({ ...row, frequency: 'once' }, TODAY).next_due_on).toBeNull();
  });

  it('does not move back for a contact entered late, and a date set further ahead stays', () => {
    expect(afterDone(row, '2026-11-10')).toEqual({ next_due_on: '2026-11-20', last_done_on: '2026-11-13' });
    expect(afterDone({ ...row, next_due_on: '2026-12-24' }, TODAY).next_due_on).toBe('2026-12-24');
  });

  it('says overdue, today, planned or waiting', () => {
    const of = (next_due_on: string | null) => planState({ next_due_on }, TODAY);
    expect(['2026-11-20', TODAY, '2026-11-22', null].map(of)).toEqual([
      'overdue',
      'today',
      'planned',
      'waiting',
    ]);
  });

  it('always lies after the day it was done and within its period', () => {
    const frequency = fc.constantFrom(
      'daily',
      'twice_weekly',
      'weekly',
      'biweekly',
      'monthly',
      'quarterly' as const,
    );
    fc.assert(
      fc.property(frequency, fc.integer({ min: 0, max: 20_000 }), (name, n) => {
        const day = addDays('2000-01-01', n);
        const next = dueAfter(name, day)!;
        expect(next > day).toBe(true);
        expect(next <= addDays(day, periodDays(name)!)).toBe(true);
      }),
    );
  });
});

const item = {
  id: 'cpi_1',
  project_id: 'prj_1',
  audience_kind: 'client',
  contact_id: null,
  channel: 'phone',
  stage: null,
  standard: null,
  active: true,
} as unknown as RecordOf<'comm_plan_item'>;
const call = {
  project_id: 'prj_1',
  channel: 'phone',
  contact_id: null,
  audience: 'client',
  stage: 'execution',
} as const;

describe('what a contact counts for (O1, C2)', () => {
  it('is the rows of the same audience and kind of channel; being together is talking too', () => {
    expect(fulfils(item, call)).toBe(true);
    expect(fulfils(item, { ...call, channel: 'im' })).toBe(true);
    expect(fulfils(item, { ...call, channel: 'meeting' })).toBe(true);
    expect(fulfils(item, { ...call, channel: 'email' })).toBe(false);
    expect(fulfils({ ...item, channel: 'meeting' }, call)).toBe(false);
    expect(fulfils(item, { ...call, audience: 'team' })).toBe(false);
  });

  it('is nothing in another project or stage, for another person, a resting row or a report', () => {
    expect(fulfils(item, { ...call, project_id: 'prj_2' })).toBe(false);
    expect(fulfils({ ...item, stage: 'warranty' }, call)).toBe(false);
    expect(fulfils({ ...item, contact_id: 'con_1' }, call)).toBe(false);
    expect(fulfils({ ...item, contact_id: 'con_1' }, { ...call, contact_id: 'con_1' })).toBe(true);
    expect(fulfils({ ...item, active: false }, call)).toBe(false);
    expect(fulfils({ ...item, standard: 'report', channel: 'email' }, { ...call, channel: 'email' })).toBe(
      false,
    );
  });

  it('is the one row that a meeting names', () => {
    expect(fulfils(item, { ...call, channel: 'email', plan_item_id: 'cpi_1' })).toBe(true);
    expect(fulfils(item, { ...call, plan_item_id: 'cpi_2' })).toBe(false);
  });
});

describe('the alarm of the last contact (WF3, WF4, B3)', () => {
  it('rings after a week in early stages and execution, as the plan says where it says something', () => {
    expect(contactLimit({ stage: 'presales', frequencies: [] })).toBe(7);
    expect(contactLimit({ stage: 'presales', frequencies: ['biweekly'] })).toBe(7);
    expect(contactLimit({ stage: 'presales', frequencies: ['twice_weekly'] })).toBe(3);
    expect(contactLimit({ stage: 'execution', frequencies: ['biweekly', 'monthly'] })).toBe(14);
    expect(contactLimit({ stage: 'execution', frequencies: ['event'] })).toBe(7);
    expect(contactLimit({ stage: 'closed', frequencies: ['weekly'] })).toBeNull();
  });

  it('says ok, soon, and overdue from the day on which it becomes too long', () => {
    const demand = [{ stage: 'execution', frequencies: [] }] as const;
    const state = (last: string) => lastContact(demand, last, TODAY).state;
    expect(state('2026-11-18')).toBe('ok');
    expect(state('2026-11-16')).toBe('soon');
    expect(state('2026-11-14')).toBe('overdue');
    expect(lastContact([], '2026-01-01', TODAY).state).toBe('none_expected');
    expect(lastContact(demand, '2026-11-14', TODAY)).toMatchObject({ limit: 7, due_on: TODAY, days: 7 });
  });

  it('follows the strictest of several projects', () => {
    const demands = [
      { stage: 'warranty', frequencies: [] },
      { stage: 'execution', frequencies: ['biweekly'] },
    ] as const;
    expect(lastContact(demands, '2026-11-10', TODAY)).toMatchObject({ limit: 14, due_on: '2026-11-24' });
  });
});
