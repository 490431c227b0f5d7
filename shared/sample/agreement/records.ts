/** What is agreed in the sample: goals (one still incomplete), a charter, an adjustment under way, a notice to finish. */
import type { CreateInput } from '#shared/model/registry.ts';
import type { SampleLocale } from '../content/index.ts';
import type { SampleRecord } from '../sample.ts';
import { agreementTexts as en } from './en.ts';
import type { AgreementContent, GoalKey } from './texts.ts';
import { agreementTexts as zhCN } from './zh-CN.ts';
import { agreementTexts as zhTW } from './zh-TW.ts';

const contents: Readonly<Record<SampleLocale, AgreementContent>> = { 'zh-CN': zhCN, 'zh-TW': zhTW, en };

export interface AgreementSource {
  readonly locale: SampleLocale;
  /** Date a number of working days from today. */
  readonly day: (days: number) => string;
  readonly owner: string;
}

const PLANNED: Readonly<
  Record<GoalKey, Pick<CreateInput<'goal'>, 'aspect' | 'task_id' | 'target_value' | 'unit'>>
> = {
  opening: { aspect: 'time', task_id: 'task/handover', target_value: 8 },
  noise: { aspect: 'service', target_value: 55, unit: 'dB' },
  shielding: { aspect: 'acceptance' },
};

/** A blank text is a field that is still to be written. */
const written = <V extends Readonly<Record<string, string>>>(texts: V): { [K in keyof V]: string | null } =>
  Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, text === '' ? null : text])) as {
    [K in keyof V]: string | null;
  };

const project = { project_id: 'project' };

function goalRecords({ goals, judged }: AgreementContent, { owner, day }: AgreementSource): SampleRecord[] {
  const judgements = [
    ['opening', -10, 96, judged.first],
    ['opening', -1, 85, judged.second],
    ['noise', -2, 100, judged.noise],
  ] as const;
  return [
    ...(Object.keys(PLANNED) as GoalKey[]).map((key, at): SampleRecord => {
      const { title, ...smart } = goals[key];
      const values = { ...project, no: at + 1, ...PLANNED[key], expectation_id: `expectation/${key}`, owner };
      return { type: 'goal', key: `goal/${key}`, values: { ...values, ...written(smart), title } };
    }),
    ...judgements.map(
      ([key, days, conformity, note], at): SampleRecord => ({
        type: 'goal_status',
        key: `goal_status/${at}`,
        values: { goal_id: `goal/${key}`, judged_on: day(days), conformity, note },
      }),
    ),
  ];
}

function adjustmentRecords(
  { adjustment, negotiation }: AgreementContent,
  { day }: AgreementSource,
): SampleRecord[] {
  return [
    {
      type: 'adjustment',
      key: 'adjustment',
      values: {
        ...project,
        no: 1,
        ...adjustment,
        expectation_id: 'expectation/opening',
        trigger: 'external',
        impact_cost_minor: 0,
        impact_days: 5,
        strategy: 'proactive',
        contact_id: 'contact/owner',
        raised_on: day(-6),
        status: 'negotiating',
      },
    },
    {
      type: 'negotiation',
      key: 'negotiation',
      values: {
        ...project,
        adjustment_id: 'adjustment',
        contact_id: 'contact/owner',
        held_on: day(-3),
        ...negotiation,
      },
    },
  ];
}

export function agreementRecords(source: AgreementSource): SampleRecord[] {
  const content = contents[source.locale];
  const { title, cause, measures, revised } = content.delay;
  return [
    ...goalRecords(content, source),
    { type: 'charter', key: 'charter', values: { ...project, ...content.charter } },
    ...adjustmentRecords(content, source),
    {
      type: 'delay_notice',
      key: 'delay_notice',
      values: {
        ...project,
        no: 1,
        title,
        task_id: 'task/fireOk',
        ...written({ cause, measures, revised_dates: revised }),
      },
    },
  ];
}
