/** Expectations of the sample: analysed, guided, with one basic need in danger and one delight on the way. */
import { generateNKeysBetween } from 'fractional-indexing';
import type { CreateInput, RecordOf } from '#shared/model/registry.ts';
import { formatLocal } from '#shared/schedule/calendar/instant.ts';
import type { PeopleContent } from '../content/content.ts';
import type { SampleLocale } from '../content/index.ts';
import type { ContactKey } from '../dealings.ts';
import type { Dates, SampleCalendar } from '../layout.ts';
import type { TaskKey } from '../plan.ts';
import type { SampleRecord } from '../sample.ts';
import { expectationTexts as en } from './en.ts';
import type { CauseKey, ExpectationContent, ExpectationKey } from './texts.ts';
import { expectationTexts as zhCN } from './zh-CN.ts';
import { expectationTexts as zhTW } from './zh-TW.ts';

const contents: Readonly<Record<SampleLocale, ExpectationContent>> = { 'zh-CN': zhCN, 'zh-TW': zhTW, en };

type Planned = Partial<
  Pick<
    RecordOf<'expectation'>,
    | 'aspect'
    | 'channel'
    | 'stage'
    | 'status'
    | 'maslow'
    | 'kano'
    | 'reasonableness'
    | 'weight'
    | 'agreed_percent'
    | 'planned_percent'
    | 'actual_percent'
  >
> & {
  /** Working days from today. */
  readonly raised: number;
  readonly contact: ContactKey;
  readonly task?: TaskKey;
  /** The date of the contract is the key date. */
  readonly dated?: boolean;
  readonly visible?: boolean;
};

const PLANNED: Readonly<Record<ExpectationKey, Planned>> = {
  opening: {
    aspect: 'time',
    channel: 'meeting',
    stage: 'presales',
    status: 'guided',
    maslow: 'safety',
    kano: 'basic',
    reasonableness: 'high',
    weight: 10,
    agreed_percent: 90,
    raised: -70,
    contact: 'owner',
    task: 'handover',
    dated: true,
  },
  noise: {
    aspect: 'service',
    channel: 'phone',
    stage: 'kickoff',
    status: 'analysed',
    maslow: 'social',
    kano: 'performance',
    reasonableness: 'ok',
    weight: 6,
    agreed_percent: 100,
    planned_percent: 100,
    actual_percent: 92,
    raised: -55,
    contact: 'owner',
  },
  sterile: {
    aspect: 'acceptance',
    channel: 'document',
    stage: 'contracting',
    status: 'analysed',
    maslow: 'safety',
    kano: 'basic',
    weight: 8,
    agreed_percent: 100,
    planned_percent: 100,
    raised: -66,
    contact: 'director',
  },
  shielding: {
    aspect: 'quality',
    channel: 'document',
    stage: 'contracting',
    maslow: 'physiological',
    kano: 'basic',
    weight: 9,
    agreed_percent: 100,
    planned_percent: 100,
    raised: -66,
    contact: 'nurse',
  },
  finish: {
    aspect: 'deliverable',
    channel: 'site_visit',
    stage: 'execution',
    status: 'analysed',
    maslow: 'esteem',
    reasonableness: 'ok',
    weight: 7,
    planned_percent: 100,
    actual_percent: 94,
    raised: -9,
    contact: 'director',
    task: 'joineryFit',
    dated: true,
  },
  price: {
    aspect: 'cost',
    channel: 'meeting',
    stage: 'contracting',
    maslow: 'safety',
    kano: 'performance',
    reasonableness: 'ok',
    weight: 8,
    agreed_percent: 100,
    planned_percent: 98,
    raised: -66,
    contact: 'finance',
  },
  contact: {
    aspect: 'service',
    channel: 'phone',
    stage: 'execution',
    maslow: 'esteem',
    weight: 5,
    actual_percent: 100,
    raised: -30,
    contact: 'owner',
  },
  training: {
    aspect: 'service',
    channel: 'briefing',
    stage: 'execution',
    maslow: 'social',
    kano: 'excitement',
    weight: 3,
    planned_percent: 100,
    raised: -12,
    contact: 'nurse',
  },
  showcase: {
    aspect: 'goal',
    channel: 'meeting',
    stage: 'presales',
    maslow: 'self_realisation',
    kano: 'excitement',
    weight: 4,
    raised: -70,
    contact: 'owner',
    visible: false,
  },
};

/** Respondents: functional, dysfunctional. */
const ANSWERS: Readonly<Partial<Record<ExpectationKey, readonly (readonly [ContactKey, number, number])[]>>> =
  {
    finish: [
      ['owner', 1, 5],
      ['director', 2, 5],
      ['nurse', 1, 5],
    ],
    contact: [
      ['owner', 1, 5],
      ['director', 1, 4],
    ],
    training: [
      ['nurse', 1, 3],
      ['director', 1, 4],
    ],
  };

const CAUSES: readonly (readonly [CauseKey, RecordOf<'cause'>['branch'], CauseKey | null, boolean])[] = [
  ['veneer', 'material', null, false],
  ['humidity', 'material', 'veneer', false],
  ['sample', 'method', null, false],
  ['split', 'method', 'sample', true],
  ['inspection', 'people', null, true],
  ['capacity', 'machine', null, false],
  ['rework', 'machine', 'capacity', false],
];

export interface ExpectationSource {
  readonly locale: SampleLocale;
  readonly calendar: SampleCalendar;
  readonly contract: ReadonlyMap<TaskKey, Dates>;
  readonly people: PeopleContent;
}

const project = { project_id: 'project' } as const;

function expectations({ locale, calendar, contract, people }: ExpectationSource): SampleRecord[] {
  const { expectations: texts } = contents[locale];
  return (Object.keys(PLANNED) as ExpectationKey[]).map((key, index): SampleRecord => {
    const { raised, contact, task, dated, visible, ...planned } = PLANNED[key];
    const { text, client, factors, expected, agreed, actual } = texts[key];
    const finish = task === undefined || !dated ? undefined : contract.get(task)?.finish;
    const values: CreateInput<'expectation'> = {
      ...project,
      no: index + 1,
      text,
      ...planned,
      client_text: client ?? null,
      client_visible: visible !== false,
      factors: factors ?? null,
      expected_text: expected ?? null,
      agreed_text: agreed ?? null,
      actual_text: actual ?? null,
      contact_id: `contact/${contact}`,
      raised_on: calendar.date(raised),
      task_id: task === undefined ? null : `task/${task}`,
      key_date_on: finish === undefined ? null : formatLocal(finish).slice(0, 10),
      owner: people.parties.manager,
    };
    return { type: 'expectation', key: `expectation/${key}`, values };
  });
}

function answers({ calendar, people }: ExpectationSource): SampleRecord[] {
  return (Object.keys(ANSWERS) as ExpectationKey[]).flatMap((key) =>
    (ANSWERS[key] ?? []).map(
      ([contact, functional, dysfunctional]): SampleRecord => ({
        type: 'kano_answer',
        key: `kano/${key}/${contact}`,
        values: {
          expectation_id: `expectation/${key}`,
          contact_id: `contact/${contact}`,
          respondent: people.contacts[contact].name,
          functional,
          dysfunctional,
          answered_on: calendar.date(-8),
        },
      }),
    ),
  );
}

/** How the opening was led from twelve chairs to eight and four. */
function guided({ locale, calendar }: ExpectationSource): SampleRecord[] {
  const { guidance, feasibility, capability, tradeoffs, caseStudy } = contents[locale];
  const opening = { expectation_id: 'expectation/opening' } as const;
  return [
    { type: 'case_study', key: 'case', values: { ...caseStudy, source_project_id: 'project' } },
    {
      type: 'guidance',
      key: 'guidance',
      values: {
        ...project,
        ...opening,
        stage: 'contracting',
        method: 'phased_plan',
        case_study_id: 'case',
        contact_id: 'contact/owner',
        guided_on: calendar.date(-64),
        before: guidance.before,
        after: guidance.after,
        phased_plan: guidance.plan,
        agreed: 'yes',
      },
    },
    {
      type: 'feasibility_reply',
      key: 'feasibility',
      values: {
        ...opening,
        ...feasibility,
        replied_on: calendar.date(-65),
        feasible: 'with_conditions',
        difficulty: 4,
      },
    },
    {
      type: 'capability_check',
      key: 'capability',
      values: {
        ...project,
        ...opening,
        checked_on: calendar.date(-65),
        skills: 'yes',
        resources: 'partly',
        experience: 'yes',
        result: 'with_conditions',
        note: capability,
      },
    },
    {
      type: 'tradeoff',
      key: 'tradeoff/truck',
      values: {
        ...project,
        ...opening,
        ...tradeoffs.truck,
        rank: 'a0',
        days: -6,
        cost_minor: 1_800_000,
        difficulty: 3,
      },
    },
    {
      type: 'tradeoff',
      key: 'tradeoff/wait',
      values: {
        ...project,
        ...opening,
        ...tradeoffs.wait,
        rank: 'a1',
        days: 0,
        cost_minor: 0,
        recommended: true,
      },
    },
  ];
}

function causes({ locale }: ExpectationSource): SampleRecord[] {
  const { fishbone, causes: texts } = contents[locale];
  const ranks = generateNKeysBetween(null, null, CAUSES.length);
  return [
    {
      type: 'fishbone',
      key: 'fishbone',
      values: { ...project, problem: fishbone, branches: 'production' },
    },
    ...CAUSES.map(
      ([key, branch, parent, is_root], index): SampleRecord => ({
        type: 'cause',
        key: `cause/${key}`,
        values: {
          fishbone_id: 'fishbone',
          parent_id: parent === null ? null : `cause/${parent}`,
          rank: ranks[index] ?? 'a0',
          branch,
          text: texts[key],
          is_root,
        },
      }),
    ),
  ];
}

function shown({ locale, calendar, people }: ExpectationSource): SampleRecord[] {
  const { value, demo, rectifications } = contents[locale];
  return [
    ...(['efficiency', 'social'] as const).map(
      (kind): SampleRecord => ({
        type: 'value_statement',
        key: `value/${kind}`,
        values: { ...project, kind, ...value[kind] },
      }),
    ),
    { type: 'demo', key: 'demo', values: { ...project, ...demo, shown_on: calendar.date(-6) } },
    {
      type: 'rectification',
      key: 'rectification/sockets',
      values: {
        ...project,
        no: 1,
        text: rectifications.sockets,
        contact_id: 'contact/nurse',
        raised_on: calendar.date(-3),
        due_on: calendar.date(4),
        owner: people.parties.manager,
      },
    },
    {
      type: 'rectification',
      key: 'rectification/grout',
      values: {
        ...project,
        no: 2,
        expectation_id: 'expectation/sterile',
        text: rectifications.grout,
        contact_id: 'contact/director',
        raised_on: calendar.date(-10),
        due_on: calendar.date(-4),
        done_on: calendar.date(-5),
        owner: people.parties.manager,
      },
    },
  ];
}

/** In the order in which they can be made, after contacts and tasks. */
export function expectationRecords(source: ExpectationSource): SampleRecord[] {
  return [
    ...expectations(source),
    ...answers(source),
    ...guided(source),
    ...causes(source),
    ...shown(source),
  ];
}
