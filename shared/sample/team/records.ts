/** Who stands where in the sample: parties and what they expect, the team, duties, and how it is doing (A3, A6, A8, C1–C13). */
import type { CreateInput } from '#shared/model/registry.ts';
import type { PeopleContent } from '../content/content.ts';
import type { SampleLocale } from '../content/index.ts';
import type { PersonKey } from '../plan.ts';
import type { SampleRecord } from '../sample.ts';
import { teamTexts as en } from './en.ts';
import type { ChainKey, DutyKey, TeamContent } from './texts.ts';
import { teamTexts as zhCN } from './zh-CN.ts';
import { teamTexts as zhTW } from './zh-TW.ts';

const contents: Readonly<Record<SampleLocale, TeamContent>> = { 'zh-CN': zhCN, 'zh-TW': zhTW, en };

export interface TeamSource {
  readonly locale: SampleLocale;
  readonly people: PeopleContent;
  /** Date a number of working days from today. */
  readonly day: (days: number) => string;
  /** Day of the kick-off. */
  readonly kickoff: string;
}

type Link = CreateInput<'party_link'>;

const CHAIN: Readonly<
  Record<
    ChainKey,
    Pick<Link, 'who' | 'role' | 'party_id' | 'contact_id' | 'interest' | 'influence'> & {
      readonly under?: ChainKey;
    }
  >
> = {
  owner: { who: 'client', role: 'owner', contact_id: 'contact/owner', interest: 5, influence: 5 },
  own: { who: 'own', role: 'contractor', interest: 5, influence: 4, under: 'owner' },
  airSub: {
    who: 'party',
    role: 'subcontractor',
    party_id: 'party/airSub',
    interest: 4,
    influence: 3,
    under: 'own',
  },
  joiner: {
    who: 'party',
    role: 'supplier',
    party_id: 'party/joiner',
    interest: 3,
    influence: 3,
    under: 'own',
  },
  control: { who: 'party', role: 'authority', party_id: 'party/control', interest: 2, influence: 5 },
};

function parties({ authority, expects }: TeamContent, people: PeopleContent): SampleRecord[] {
  const joiner = people.parties.joinerSupplier;
  const names: Readonly<Record<ChainKey, string>> = {
    owner: people.client.name,
    own: people.company.name,
    airSub: people.parties.airSub,
    joiner,
    control: authority,
  };
  return [
    { type: 'party', key: 'party/joiner', values: { name: joiner, kind: 'supplier' } },
    { type: 'party', key: 'party/control', values: { name: authority, kind: 'authority' } },
    ...(Object.keys(CHAIN) as ChainKey[]).map((key): SampleRecord => {
      const { under, ...place } = CHAIN[key];
      const upstream = under === undefined ? {} : { upstream_id: `chain/${under}` };
      const values = { project_id: 'project', name: names[key], ...place, ...upstream };
      return { type: 'party_link', key: `chain/${key}`, values: { ...values, expectation: expects[key] } };
    }),
  ];
}

const ROLES = [
  ['manager', 'project_manager'],
  ['manager', 'communication_owner'],
  ['manager', 'feedback_custodian'],
  ['site', 'implementation'],
  ['site', 'quality'],
  ['services', 'technical'],
  ['buyer', 'sales'],
] as const satisfies readonly (readonly [PersonKey, CreateInput<'team_member'>['role']])[];

/** C1: the training has nobody accountable yet, so that the warning can be seen. */
const DUTIES: Readonly<
  Record<
    DutyKey,
    {
      readonly kind: NonNullable<CreateInput<'duty'>['kind']>;
      readonly raci: Readonly<Partial<Record<PersonKey, Raci>>>;
    }
  >
> = {
  report: {
    kind: 'communication',
    raci: { manager: 'accountable', site: 'responsible', services: 'consulted', buyer: 'informed' },
  },
  handover: { kind: 'quality', raci: { manager: 'accountable', site: 'responsible', services: 'consulted' } },
  training: { kind: 'after_sales', raci: { services: 'responsible', manager: 'informed' } },
};
type Raci = NonNullable<CreateInput<'duty'>['raci']>;

function team(texts: TeamContent, { parties: names }: PeopleContent): SampleRecord[] {
  const skills: Readonly<Partial<Record<PersonKey, string>>> = texts.skills;
  return [
    ...ROLES.map(
      ([person, role]): SampleRecord => ({
        type: 'team_member',
        key: `team/${person}/${role}`,
        values: { project_id: 'project', name: names[person], role, skills: skills[person] ?? null },
      }),
    ),
    ...(Object.keys(DUTIES) as DutyKey[]).flatMap((key) =>
      Object.entries(DUTIES[key].raci).map(
        ([person, raci]): SampleRecord => ({
          type: 'duty',
          key: `duty/${key}/${person}`,
          values: {
            project_id: 'project',
            object: texts.duties[key],
            kind: DUTIES[key].kind,
            person: names[person as PersonKey],
            department: person === 'manager' ? 'management' : 'implementation',
            raci,
            frequency: key === 'report' ? texts.weekly : null,
          },
        }),
      ),
    ),
  ];
}

const STEPS = ['presales', 'contracting', 'kickoff', 'execution'] as const;

function course(texts: TeamContent, { people, day, kickoff }: TeamSource): SampleRecord[] {
  const { manager, site } = people.parties;
  const project = { project_id: 'project' };
  const { duct, doors } = texts.matters;
  const settled = { status: 'settled', settled_on: day(-25), kind: 'interface' } as const;
  return [
    {
      type: 'risk_screening',
      key: 'screening',
      values: {
        ...project,
        screened_on: day(-75),
        complexity: 4,
        time_pressure: 4,
        resource_gap: 2,
        expectation_pressure: 4,
        result: 'risky',
        note: texts.screening,
      },
    },
    ...texts.steps.map((note, at): SampleRecord => {
      const [from_stage, to_stage] = [STEPS[at] ?? 'presales', STEPS[at + 1] ?? 'execution'];
      const changed_on = [day(-68), kickoff, day(-45)][at] ?? kickoff;
      const values = { ...project, from_stage, to_stage, changed_on, by: manager, note };
      return { type: 'stage_change', key: `step/${at}`, values };
    }),
    {
      type: 'handover',
      key: 'handover/sales',
      values: { ...project, ...texts.handover, handed_on: kickoff, received_by: site, received_on: kickoff },
    },
    {
      type: 'coordination_issue',
      key: 'matter/duct',
      values: { ...project, ...duct, party_id: 'party/airSub', raised_on: day(-30), days: 2, ...settled },
    },
    {
      type: 'coordination_issue',
      key: 'matter/doors',
      values: { ...project, ...doors, party_id: 'party/joiner', raised_on: day(-4), kind: 'delay', days: 3 },
    },
    ...texts.morale.map((note, at): SampleRecord => {
      const score = [4, 2, 3][at] ?? 3;
      const values = { ...project, taken_on: day(-33 + at * 14), score, note };
      return { type: 'morale_pulse', key: `morale/${at}`, values };
    }),
  ];
}

/** After contacts, tasks and the contract, which names the first party. */
export function teamRecords(source: TeamSource): SampleRecord[] {
  const texts = contents[source.locale];
  return [...parties(texts, source.people), ...team(texts, source.people), ...course(texts, source)];
}
