/** How the sample's client is looked after: what is known, feared, said and planned. Days count working days from today. */
import type { CreateInput } from '#shared/model/registry.ts';
import { relations as en } from './content/en/relations.ts';
import type { SampleLocale } from './content/index.ts';
import type {
  AnswerKey,
  CareKey,
  ConcernKey,
  PreferenceKey,
  RelationsContent,
  RemarkKey,
} from './content/relations.ts';
import { relations as cn } from './content/zh-CN/relations.ts';
import { relations as tw } from './content/zh-TW/relations.ts';
import type { ContactKey } from './dealings.ts';
import type { SampleCalendar } from './layout.ts';
import type { SampleRecord } from './sample.ts';

const contents: Readonly<Record<SampleLocale, RelationsContent>> = { 'zh-CN': cn, 'zh-TW': tw, en };

interface Values {
  readonly client_id: string;
}
const OWNER: Values = { client_id: 'client' };
const CLIENT_PROJECT = { ...OWNER, project_id: 'project' } as const;
const contact = (key: ContactKey): string => `contact/${key}`;

/** Background of the client card (B11). */
export function clientBackground(locale: SampleLocale) {
  const { background, goals, trends } = contents[locale];
  return { background, development_goals: goals, trends };
}

function known(content: RelationsContent, day: (days: number) => string): SampleRecord[] {
  const days: Readonly<Record<PreferenceKey, number>> = { time: -50, writing: -30, pay: -12 };
  return [
    ...Object.entries(content.preferences).map(
      ([key, text]): SampleRecord => ({
        type: 'client_preference',
        key: `preference/${key}`,
        values: { ...OWNER, ...text, noted_on: day(days[key as PreferenceKey]) },
      }),
    ),
    ...content.culture.map(
      (note, index): SampleRecord => ({
        type: 'culture_note',
        key: `culture/${index}`,
        values: { ...OWNER, ...note },
      }),
    ),
    ...content.market.map(
      (note, index): SampleRecord => ({
        type: 'market_note',
        key: `market/${index}`,
        values: { ...OWNER, ...note, noted_on: day(-20 - index * 5) },
      }),
    ),
    {
      type: 'client_strategy',
      key: 'strategy',
      values: {
        ...CLIENT_PROJECT,
        core_needs: content.strategy.needs,
        constraints: content.strategy.constraints,
        planning_actions: content.strategy.planning,
        execution_actions: content.strategy.execution,
        closing_actions: content.strategy.closing,
        review_on: day(15),
      },
    },
  ];
}

function concerns(content: RelationsContent, day: (days: number) => string): SampleRecord[] {
  const plans: Readonly<Record<ConcernKey, { readonly by: ContactKey; readonly day: number }>> = {
    noise: { by: 'owner', day: -60 },
    opening: { by: 'director', day: -45 },
    dust: { by: 'nurse', day: -18 },
  };
  return Object.entries(content.concerns).map(([key, text]): SampleRecord => {
    const { by, day: raised } = plans[key as ConcernKey];
    return {
      type: 'concern',
      key: `concern/${key}`,
      values: {
        ...CLIENT_PROJECT,
        contact_id: contact(by),
        text: text.text,
        latent_expectation: text.latent ?? null,
        raised_on: day(raised),
      },
    };
  });
}

function care(content: RelationsContent, day: (days: number) => string, owner: string): SampleRecord[] {
  const plans: Readonly<
    Record<
      CareKey,
      Pick<CreateInput<'care_task'>, 'kind' | 'contact_id'> & { readonly due: number; readonly done?: number }
    >
  > = {
    anniversary: { kind: 'care', contact_id: contact('owner'), due: -15, done: -14 },
    week: { kind: 'return_visit', contact_id: contact('nurse'), due: 6 },
    greeting: { kind: 'greeting', contact_id: contact('owner'), due: 45 },
  };
  const tasks = Object.entries(plans).map(
    ([key, { due, done, ...values }]): SampleRecord => ({
      type: 'care_task',
      key: `care/${key}`,
      values: {
        ...OWNER,
        ...values,
        text: content.care[key as CareKey],
        owner,
        due_on: day(due),
        ...(done === undefined ? {} : { done_on: day(done), result: content.careResult }),
      },
    }),
  );
  const { name: to_name, note } = content.referral;
  return [
    ...tasks,
    { type: 'referral', key: 'referral', values: { ...OWNER, to_name, note, referred_on: day(-10) } },
  ];
}

type Remark = Pick<CreateInput<'feedback'>, 'channel' | 'sort' | 'status' | 'contact_id'> & {
  readonly day: number;
  readonly due?: number;
  readonly assigned?: boolean;
};

/** B13: one that nobody has looked at yet, one being acted on, one that is over. */
const REMARKS: Readonly<Record<RemarkKey, Remark>> = {
  tidy: { channel: 'meeting', sort: 'praise', status: 'closed', contact_id: contact('director'), day: -16 },
  smell: {
    channel: 'im',
    sort: 'complaint',
    status: 'measure',
    contact_id: contact('nurse'),
    day: -4,
    due: 1,
    assigned: true,
  },
  lift: { channel: 'hotline', sort: null, status: 'received', contact_id: contact('director'), day: -1 },
};

function said(
  content: RelationsContent,
  day: (days: number) => string,
  site: string,
  owner: string,
): SampleRecord[] {
  const remarks = Object.entries(REMARKS).map(
    ([key, { day: on, due, assigned, ...values }]): SampleRecord => {
      const { text, measure } = content.remarks[key as RemarkKey];
      return {
        type: 'feedback',
        key: `feedback/${key}`,
        values: {
          ...CLIENT_PROJECT,
          ...values,
          text,
          measure: measure ?? null,
          received_on: day(on),
          due_on: due === undefined ? null : day(due),
          custodian: owner,
          assignee: assigned ? site : null,
          told_on: values.status === 'closed' ? day(on + 1) : null,
        },
      };
    },
  );
  const scores: Readonly<Record<AnswerKey, readonly [number, number, number, number]>> = {
    spring: [-55, 3, 4, 3],
    lately: [-6, 4, 4, 5],
  };
  const answers = Object.entries(scores).map(
    ([key, [on, overall, deliverable, service]]): SampleRecord => ({
      type: 'survey_response',
      key: `answer/${key}`,
      values: {
        ...CLIENT_PROJECT,
        contact_id: contact('director'),
        answered_on: day(on),
        stage: 'execution',
        overall,
        deliverable,
        service,
        comments: content.answers[key as AnswerKey],
      },
    }),
  );
  return [...remarks, ...answers];
}

/** Records of the client's care, after the contacts and the project. */
export function relationRecords(
  locale: SampleLocale,
  calendar: SampleCalendar,
  people: { readonly manager: string; readonly site: string },
): SampleRecord[] {
  const content = contents[locale];
  const day = (days: number): string => calendar.date(days);
  return [
    ...known(content, day),
    ...concerns(content, day),
    ...care(content, day, people.manager),
    ...said(content, day, people.site, people.manager),
  ];
}
