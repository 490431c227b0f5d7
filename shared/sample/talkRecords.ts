import { generateNKeysBetween } from 'fractional-indexing';
import type { CreateInput } from '#shared/model/registry.ts';
import { standardRows } from '../domain/communication/defaults.ts';
import { catalogues } from '../i18n/index.ts';
import type { SampleContent } from './content/content.ts';
import type { SampleLocale } from './content/index.ts';
import type { SampleCalendar } from './layout.ts';
import type { SampleRecord } from './sample.ts';
import { type ItemKey, plannedItems, plannedPromises } from './talks.ts';

/** The usual rows of the plan, those for the client done a few days ago. */
function planRecords(locale: SampleLocale, content: SampleContent, calendar: SampleCalendar): SampleRecord[] {
  const texts = catalogues[locale].communication;
  const { people } = content;
  const traits = {
    kind: 'engineering',
    stage: 'execution',
    complexity: 4,
    report_frequency: 'weekly',
    risky: false,
  } as const;
  return standardRows(traits).map((row) => {
    const { purpose, content: said } = texts.standard[row.standard];
    const isNow = row.stage === 'execution' && row.frequency !== 'event';
    const done = isNow ? calendar.date(-3) : null;
    return {
      type: 'comm_plan_item',
      key: `commPlan/${row.standard}/${row.stage}`,
      values: {
        ...row,
        project_id: 'project',
        audience:
          row.audience_kind === 'client' ? people.parties.client : texts.audienceName[row.audience_kind],
        purpose,
        content: said,
        owner: people.parties[row.audience_kind === 'client' ? people.communicationOwner : 'site'],
        last_done_on: done,
        // People meet on working days; the week of the sample has six of them.
        next_due_on: done === null ? null : calendar.date(row.frequency === 'weekly' ? 3 : 9),
      },
    };
  });
}

function promiseRecords({ people, talk }: SampleContent, calendar: SampleCalendar): SampleRecord[] {
  return plannedPromises.map(([key, plan], index) => {
    const { text, client, reason } = talk.promises[key];
    const values: CreateInput<'promise'> = {
      client_id: 'client',
      project_id: 'project',
      no: index + 1,
      text,
      client_text: client ?? null,
      kind: plan.kind,
      contact_id: `contact/${plan.contact}`,
      made_on: calendar.date(plan.made),
      by: people.parties[plan.owner],
      owner: people.parties[plan.owner],
      due_on: calendar.date(plan.due),
      first_due_on: plan.first === undefined ? null : calendar.date(plan.first),
      task_id: plan.task === undefined ? null : `task/${plan.task}`,
      status: plan.status,
      settled_on: plan.settled === undefined ? null : calendar.date(plan.settled),
      reason: reason ?? null,
    };
    return { type: 'promise', key: `promise/${key}`, values };
  });
}

function itemRecord(
  [key, plan]: (typeof plannedItems)[number],
  rank: string,
  content: SampleContent,
  calendar: SampleCalendar,
): SampleRecord {
  const { text, client, result } = content.talk.items[key];
  return {
    type: 'meeting_item',
    key: `meetingItem/${key}`,
    values: {
      meeting_id: `meeting/${plan.meeting}`,
      rank,
      kind: plan.kind,
      text,
      result: result ?? null,
      client_visible: plan.visible,
      client_text: client ?? null,
      owner: plan.owner === undefined ? null : content.people.parties[plan.owner],
      due_on: plan.due === undefined ? null : calendar.date(plan.due),
      done_on: plan.done === undefined ? null : calendar.date(plan.done),
      ...(key === ('reception' satisfies ItemKey) ? { decision_id: 'decision/reception' } : {}),
    },
  };
}

function meetingRecords(
  locale: SampleLocale,
  content: SampleContent,
  calendar: SampleCalendar,
): SampleRecord[] {
  const { people, talk } = content;
  const attendees = [
    people.parties.manager,
    people.parties.site,
    people.contacts.owner.name,
    people.contacts.director.name,
  ];
  const common = {
    project_id: 'project',
    kind: 'progress',
    mode: 'in_person',
    attendees: attendees.join(locale === 'en' ? ', ' : '、'),
  } as const;
  const plan = 'commPlan/progress/execution';
  const ranks = generateNKeysBetween(null, null, plannedItems.length);
  return [
    {
      type: 'meeting',
      key: 'meeting/last',
      values: {
        ...common,
        ...talk.last,
        no: 1,
        held_at: `${calendar.date(-3)}T10:00:00`,
        status: 'held',
        comm_plan_item_id: plan,
        next_at: `${calendar.date(3)}T10:00:00`,
      },
    },
    {
      type: 'meeting',
      key: 'meeting/coming',
      values: {
        ...common,
        ...talk.coming,
        no: 2,
        held_at: `${calendar.date(3)}T10:00:00`,
        comm_plan_item_id: plan,
      },
    },
    ...plannedItems.map((item, index) => itemRecord(item, ranks[index] ?? 'a0', content, calendar)),
  ];
}

/** O1, O2, P2: communication plan, meetings and promises of the sample. */
export function talkRecords(
  locale: SampleLocale,
  content: SampleContent,
  calendar: SampleCalendar,
): SampleRecord[] {
  return [
    ...planRecords(locale, content, calendar),
    ...meetingRecords(locale, content, calendar),
    ...promiseRecords(content, calendar),
    ...content.talk.glossary.map(
      (words, index): SampleRecord => ({
        type: 'glossary_term',
        key: `glossary/${index}`,
        values: { project_id: 'project', ...words },
      }),
    ),
  ];
}
