/** What the sample's client needs: said and measured, or seen and still to be confirmed (F1–F10). */
import type { CreateInput } from '#shared/model/registry.ts';
import type { SampleLocale } from '../content/index.ts';
import type { SampleRecord } from '../sample.ts';
import { requirementTexts as en } from './en.ts';
import type { RequirementContent, RequirementKey } from './texts.ts';
import { requirementTexts as zhCN } from './zh-CN.ts';
import { requirementTexts as zhTW } from './zh-TW.ts';

const contents: Readonly<Record<SampleLocale, RequirementContent>> = { 'zh-CN': zhCN, 'zh-TW': zhTW, en };

export interface RequirementSource {
  readonly locale: SampleLocale;
  /** Date a number of working days from today. */
  readonly day: (days: number) => string;
  readonly owner: string;
}

const PLANNED: Readonly<
  Record<RequirementKey, Pick<CreateInput<'requirement'>, 'kind' | 'status' | 'urgency' | 'confidence'>>
> = {
  noise: { kind: 'explicit', status: 'in_work' },
  pressure: { kind: 'explicit', status: 'agreed', urgency: 'urgent' },
  power: { kind: 'explicit', status: 'analysed' },
  privacy: { kind: 'implicit', status: 'new', confidence: 'medium' },
};

const project = { project_id: 'project' };

/** A session, a questionnaire to print, four requirements and one look at them in a stage. */
export function requirementRecords({ locale, day, owner }: RequirementSource): SampleRecord[] {
  const { session, questionnaire, requirements, source, check } = contents[locale];
  const { open, choice, choices, scale, ...sheet } = questionnaire;
  const said = { source, source_kind: 'requirement_document' as const, source_page: '4' };
  const seen = { elicitation_id: 'elicitation' };
  return [
    {
      type: 'elicitation',
      key: 'elicitation',
      values: { ...project, method: 'observation', held_on: day(-64), ...session },
    },
    {
      type: 'questionnaire',
      key: 'questionnaire',
      values: {
        ...project,
        ...sheet,
        questions: [
          { text: open, kind: 'open' },
          { text: choice, kind: 'choice', choices: [...choices] },
          { text: scale, kind: 'scale' },
        ],
      },
    },
    ...(Object.keys(PLANNED) as RequirementKey[]).map((key, at): SampleRecord => {
      const origin = PLANNED[key].kind === 'implicit' ? seen : said;
      const values = { ...project, no: at + 1, ...PLANNED[key], ...requirements[key], ...origin, owner };
      return { type: 'requirement', key: `requirement/${key}`, values };
    }),
    {
      type: 'requirement_check',
      key: 'requirement_check',
      values: {
        requirement_id: 'requirement/noise',
        checked_on: day(-20),
        stage: 'execution',
        by: owner,
        note: check,
      },
    },
  ];
}
