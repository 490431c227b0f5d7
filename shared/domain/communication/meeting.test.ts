import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  AGENDA_PARTS,
  type AgendaSource,
  type AgendaSources,
  agendaOf,
  agendaParts,
  agendaPeriod,
} from './agenda.ts';
import { audienceOf, isWithClient, type Meeting, type MeetingItem, minutesOf } from './minutes.ts';
import { dateShift, untoldReason } from './untold.ts';

const meeting: Meeting = {
  id: 'mtg_1',
  created_at: '',
  updated_at: '',
  deleted_at: null,
  deleted_with: null,
  project_id: 'prj_1',
  no: 3,
  title: '第三次进度会',
  kind: 'progress',
  mode: 'in_person',
  held_at: '2026-11-20T10:00:00',
  place: '现场',
  attendees: '李工, 王总',
  absent: null,
  comm_plan_item_id: null,
  expectation_effect: '交付目标不变',
  client_opinion: '希望加快',
  internal_notes: '利润已经很薄',
  status: 'held',
  next_at: null,
};
const line: MeetingItem = {
  id: 'mti_1',
  created_at: '',
  updated_at: '',
  deleted_at: null,
  deleted_with: null,
  meeting_id: 'mtg_1',
  rank: 'a0',
  kind: 'topic',
  text: '木作供货方压价拖期',
  result: null,
  client_visible: true,
  client_text: '木作交货期',
  owner: null,
  due_on: null,
  done_on: null,
  subject_id: null,
  decision_id: null,
  task_id: null,
  promise_id: null,
};

describe('minutes from one record (O2, O5)', () => {
  const items: MeetingItem[] = [
    { ...line, id: 'mti_3', rank: 'a2', kind: 'support', text: '需要总部支援' },
    { ...line, id: 'mti_2', rank: 'a1', text: '索赔策略', client_visible: false, client_text: null },
    line,
  ];

  it('show the client his lines in his words, the effect on his expectations and his opinion', () => {
    const version = minutesOf(meeting, items, 'client');
    expect(version.lines.map(({ text }) => text)).toEqual(['木作交货期']);
    expect(version).toMatchObject({ expectation_effect: '交付目标不变', client_opinion: '希望加快' });
  });

  it('never let an internal line or note reach the client version (demand 27)', () => {
    const told = JSON.stringify(minutesOf(meeting, items, 'client'));
    for (const secret of ['利润', '索赔', '压价', '总部']) expect(told).not.toContain(secret);
  });

  it('keep everything in order in the internal version, marking what the client does not get', () => {
    const version = minutesOf(meeting, items, 'internal');
    expect(version.lines.map(({ id, shown }) => [id, shown])).toEqual([
      ['mti_1', true],
      ['mti_2', false],
      ['mti_3', true],
    ]);
    expect(version.internal_notes).toBe('利润已经很薄');
  });

  it('leak no internal text for any mix of lines', () => {
    const any = fc.record({
      client_visible: fc.boolean(),
      kind: fc.constantFrom('topic', 'info', 'decision', 'action', 'support' as const),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 12 }), (mix) => {
        const lines = mix.map((values, i) => ({
          ...line,
          ...values,
          id: `mti_${i}`,
          text: `geheim${i}`,
          client_text: null,
        }));
        const told = JSON.stringify(minutesOf(meeting, lines, 'client'));
        for (const [i, { client_visible, kind }] of mix.entries())
          expect(told.includes(`"geheim${i}"`)).toBe(client_visible && kind !== 'support');
      }),
    );
  });

  it('know which meetings the client takes part in (O10, O11, O13, C11)', () => {
    expect(['feedback', 'review', 'progress'].every((kind) => isWithClient(kind as 'review'))).toBe(true);
    expect(audienceOf('internal')).toBe('team');
    expect(audienceOf('cross_department')).toBe('departments');
    expect(audienceOf('negotiation')).toBe('client');
  });
});

const source = (id: string, patch: Partial<AgendaSource> = {}): AgendaSource => ({
  id,
  text: id,
  owner: null,
  due_on: null,
  client_visible: true,
  client_text: null,
  ...patch,
});
const sources = Object.fromEntries(
  AGENDA_PARTS.map((part) => [part, [source(`${part}/1`)]]),
) as unknown as AgendaSources;

describe('the agenda (O3, O4)', () => {
  it('of a status meeting has done tasks, challenges and the next period', () => {
    expect(agendaParts('status')).toEqual(expect.arrayContaining(['done', 'challenges', 'next']));
  });

  it('of a progress meeting has progress, problems and what comes next, decisions and promises that are due', () => {
    const parts = agendaOf('progress', sources, new Set()).map(({ part }) => part);
    expect(parts).toEqual(['lastActions', 'done', 'issues', 'decisions', 'promises', 'untold', 'next']);
  });

  it('of an internal meeting asks for support (C11) and shares what is expected (O10)', () => {
    const lines = agendaOf('internal', sources, new Set());
    expect(lines.find(({ part }) => part === 'support')?.kind).toBe('support');
    expect(lines.map(({ part }) => part)).toContain('expectations');
    expect(lines.every(({ client_visible }) => !client_visible)).toBe(true);
  });

  it('of a feedback meeting is about expectations and problems (O13)', () => {
    expect(agendaParts('feedback')).toEqual(expect.arrayContaining(['expectations', 'issues']));
  });

  it('has each record once, and only what is not on it yet', () => {
    const twice = { ...sources, challenges: [source('issues/1')] };
    const ids = agendaOf('internal', twice, new Set(['done/1'])).map(({ subject_id }) => subject_id);
    expect(ids.filter((id) => id === 'issues/1')).toHaveLength(1);
    expect(ids).not.toContain('done/1');
  });

  it('keeps what the client may not see internal', () => {
    const hidden = { ...sources, issues: [source('issues/1', { client_visible: false })] };
    const found = agendaOf('progress', hidden, new Set()).find(({ subject_id }) => subject_id === 'issues/1');
    expect(found?.client_visible).toBe(false);
  });

  it('looks back to the last meeting, at most four weeks, and as far ahead, at least a week', () => {
    expect(agendaPeriod('2026-11-20', '2026-11-06')).toEqual({
      from: '2026-11-06',
      on: '2026-11-20',
      to: '2026-12-04',
    });
    expect(agendaPeriod('2026-11-20', '2026-01-06').from).toBe('2026-10-23');
    expect(agendaPeriod('2026-11-20', null)).toMatchObject({ from: '2026-11-13', to: '2026-11-27' });
  });
});

describe('what the client has not been told (O14)', () => {
  const told = { informed_on: '2026-11-20', changed_on: null, changed_after: false };

  it('is what he was never told and what has changed since', () => {
    expect(untoldReason({ ...told, informed_on: null })).toBe('never');
    expect(untoldReason(told)).toBeNull();
    expect(untoldReason({ ...told, changed_on: '2026-11-21' })).toBe('changed');
    expect(untoldReason({ ...told, changed_on: '2026-11-19', changed_after: true })).toBeNull();
  });

  it('on one day follows the order of writing', () => {
    expect(untoldReason({ ...told, changed_on: '2026-11-20', changed_after: false })).toBeNull();
    expect(untoldReason({ ...told, changed_on: '2026-11-20', changed_after: true })).toBe('changed');
  });

  it('is a date other than the one he knows, until it is reached', () => {
    expect(dateShift({ now_on: '2026-12-05', told_on: '2026-12-01', done: false })).toBe(4);
    expect(dateShift({ now_on: '2026-11-29', told_on: '2026-12-01', done: false })).toBe(-2);
    expect(dateShift({ now_on: '2026-12-05', told_on: null, done: false })).toBeNull();
    expect(dateShift({ now_on: '2026-12-05', told_on: '2026-12-01', done: true })).toBeNull();
  });
});
