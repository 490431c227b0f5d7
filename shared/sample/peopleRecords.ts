import type { CreateInput } from '#shared/model/registry.ts';
import type { PeopleContent } from './content/content.ts';
import type { SampleLocale } from './content/index.ts';
import { type ContactKey, plannedComms } from './dealings.ts';
import type { SampleCalendar } from './layout.ts';
import type { SampleRecord, SampleReport } from './sample.ts';

type Contact = CreateInput<'contact'>;

const ROLES: Readonly<
  Record<ContactKey, Pick<Contact, 'decision_role' | 'preferred_channel' | 'report_copy'>>
> = {
  owner: { decision_role: 'decision_maker', preferred_channel: 'phone', report_copy: 'to' },
  director: { decision_role: 'user', preferred_channel: 'site_visit', report_copy: 'cc' },
  finance: { decision_role: 'payer', preferred_channel: 'email', report_copy: 'cc' },
  nurse: { decision_role: 'site_representative', preferred_channel: 'im', report_copy: 'none' },
};

export function contactRecords(locale: SampleLocale, people: PeopleContent): SampleRecord[] {
  return Object.entries(people.contacts).map(([key, { im, ...text }]) => ({
    type: 'contact',
    key: `contact/${key}`,
    values: {
      client_id: 'client',
      ...text,
      im_id: im === '' ? null : im,
      language: locale,
      ...ROLES[key as ContactKey],
    },
  }));
}

/** What is done on site is written down the same evening. */
const instantOf = (date: string): string => `${date}T09:00:00.000Z`;

export function commRecords(
  people: PeopleContent,
  calendar: SampleCalendar,
  reports: readonly SampleReport[],
): SampleRecord[] {
  return plannedComms.map(([key, comm]) => {
    const text = people.comms[key];
    const report =
      comm.report === undefined ? undefined : reports.find((r) => r.key === `report/${comm.report}`);
    const values: CreateInput<'comm_log'> = {
      client_id: 'client',
      project_id: 'project',
      contact_id: `contact/${comm.contact}`,
      report_id: report?.key ?? null,
      channel: comm.channel,
      happened_at: `${report?.frozenOn ?? calendar.date(comm.day)}T${comm.time}:00`,
      direction: comm.direction,
      by: people.parties[comm.by],
      summary: text.summary,
      next_step: text.next ?? null,
      due_on: comm.due === undefined ? null : calendar.date(comm.due),
      done_at: comm.done === undefined ? null : instantOf(calendar.date(comm.done)),
    };
    return { type: 'comm_log', key: `comm/${key}`, values };
  });
}
