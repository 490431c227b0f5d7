import { request } from '#renderer/client/wire.ts';
import { nextReviewOn, reviewIsDue } from '#shared/domain/risk/review.ts';
import { riskBand, riskScore } from '#shared/domain/risk/score.ts';
import { nextStatus, type RiskStatus, statusProblems } from '#shared/domain/risk/workflow.ts';
import type { RecordOf } from '#shared/model/registry.ts';
import {
  enumFilter,
  flagFilter,
  type RegisterColumn,
  type RegisterDefinition,
  type RegisterFilter,
  type RegisterSection,
  type RegisterTools,
  shortNumber,
  textFilter,
} from '../register/public.ts';
import { Actions } from './Actions.tsx';
import { BandBadge } from './BandBadge.tsx';
import { History } from './History.tsx';
import { InitialRating, ResidualRating } from './Rating.tsx';
import type { RiskData } from './riskData.ts';
import { Sentence } from './Sentence.tsx';

type Risk = RecordOf<'risk'>;
const BANDS = ['critical', 'high', 'medium', 'low'] as const;
const UNRATED = 'unrated';

const scoreOf = (risk: Risk): number | null => riskScore(risk.probability, risk.impact);
const residualOf = (risk: Risk): number | null => riskScore(risk.residual_probability, risk.residual_impact);

function scoreText(score: number | null, { t }: RegisterTools): string {
  const band = riskBand(score);
  if (score === null || band === null) return t('risk:unrated');
  return t('risk:bandScore', { band: t(`risk:band.${band}`), score });
}

const columns: readonly RegisterColumn<'risk'>[] = [
  {
    id: 'no',
    header: ({ t }) => t('register:number'),
    width: 64,
    text: (risk) => shortNumber('R', risk),
    sortKey: (risk) => risk.no,
  },
  { id: 'title', field: 'title', width: 200, grow: true, rowHeader: true },
  { id: 'category', field: 'category', width: 104 },
  {
    id: 'rating',
    header: ({ t }) => t('risk:ratingAxis'),
    width: 92,
    align: 'center',
    text: (risk) => (risk.probability === null ? '' : `${risk.probability} × ${risk.impact}`),
    sortKey: scoreOf,
  },
  {
    id: 'score',
    header: ({ t }) => t('risk:score'),
    width: 104,
    text: (risk, tools) => scoreText(scoreOf(risk), tools),
    render: (risk) => <BandBadge probability={risk.probability} impact={risk.impact} />,
    sortKey: scoreOf,
  },
  {
    id: 'residual',
    header: ({ t }) => t('risk:residual'),
    width: 104,
    text: (risk, tools) => scoreText(residualOf(risk), tools),
    render: (risk) => <BandBadge probability={risk.residual_probability} impact={risk.residual_impact} />,
    sortKey: residualOf,
  },
  { id: 'status', field: 'status', width: 110 },
  { id: 'owner', field: 'owner', width: 110 },
  {
    id: 'review',
    field: 'review_on',
    width: 116,
    text: (risk, { t, today }) =>
      `${risk.review_on ?? ''}${reviewIsDue(risk, today) ? ` ⚑ ${t('risk:overdueReview')}` : ''}`,
    render: (risk, { t, today }) =>
      reviewIsDue(risk, today) ? (
        <strong title={t('risk:overdueReview')}>⚑ {risk.review_on}</strong>
      ) : (
        <span>{risk.review_on}</span>
      ),
    sortKey: (risk) => risk.review_on,
  },
  { id: 'visible', field: 'client_visible', width: 84, align: 'center' },
];

const bandFilter: RegisterFilter<'risk'> = {
  id: 'band',
  label: ({ t }) => t('risk:bandField'),
  options: ({ t }) => [
    ...BANDS.map((id) => ({ id, label: t(`risk:band.${id}`) })),
    { id: UNRATED, label: t('risk:unrated') },
  ],
  matches: (risk, option) => (riskBand(scoreOf(risk)) ?? UNRATED) === option,
};

const sections: readonly RegisterSection<'risk'>[] = [
  {
    id: 'what',
    title: ({ t }) => t('risk:section.what'),
    items: ['title', 'category', 'method', 'cause', 'event', 'effect', { id: 'sentence', widget: Sentence }],
  },
  {
    id: 'rating',
    title: ({ t }) => t('risk:section.rating'),
    items: [
      { id: 'probability', widget: InitialRating },
      { id: 'residual_probability', widget: ResidualRating },
    ],
  },
  {
    id: 'response',
    title: ({ t }) => t('risk:section.response'),
    items: ['strategy', 'owner', { id: 'actions', widget: Actions }, 'trigger'],
  },
  {
    id: 'client',
    title: ({ t }) => t('risk:section.client'),
    items: ['client_visible', 'client_text'],
  },
  {
    id: 'watch',
    title: ({ t }) => t('risk:section.watch'),
    items: ['review_on', 'identified_on', 'task_id'],
  },
  {
    id: 'history',
    title: ({ t }) => t('risk:section.history'),
    items: [{ id: 'history', widget: History }],
  },
];

/** The register of risks: only what is special about risks; the rest follows from the entity. */
export function riskDefinition(dataOf: () => RiskData): RegisterDefinition<'risk'> {
  return {
    entity: 'risk',
    prefix: 'R',
    columns,
    initialSort: { column: 'score', descending: true },
    filters: [
      bandFilter,
      enumFilter('risk', 'status'),
      enumFilter('risk', 'category'),
      textFilter('risk', 'owner'),
      flagFilter<'risk'>(
        'overdue',
        ({ t }) => t('risk:overdueReview'),
        (risk, { today }) => reviewIsDue(risk, today),
      ),
      flagFilter<'risk'>(
        'visible',
        ({ t }) => t('risk:visibleOnly'),
        (risk) => risk.client_visible,
      ),
    ],
    sections,
    quickAdd: (title, project_id, { today }) => ({
      project_id,
      title,
      identified_on: today,
      review_on: nextReviewOn(today),
    }),
    quickLabel: ({ t }) => t('register:quickAdd', { entity: t('risk:quick.risk') }),
    emptyText: ({ t }) => t('risk:empty.risks'),
    workflow: {
      field: 'status',
      next: (risk) => nextStatus(risk.status),
      hidden: ['occurred'],
      problems: (risk, to, { t }) => {
        const actions = dataOf()
          .actionsOf(risk.id)
          .filter((action) => action.status !== 'cancelled').length;
        return statusProblems({ ...risk, actions }, to as RiskStatus).map(({ code, field }) => ({
          text: t(`register:rule.${code}`),
          field,
        }));
      },
    },
    duplicate: async (risk, title) => (await request('risk.duplicate', { id: risk.id, title })).id,
  };
}
