import type { RecordOf } from '#shared/model/registry.ts';
import { enumFilter, flagFilter, type RegisterDefinition, shortNumber } from '../register/public.ts';
import { DecisionOptions } from './DecisionOptions.tsx';

const isLate = (decision: RecordOf<'decision'>, today: string): boolean =>
  decision.status === 'open' && decision.needed_on !== null && decision.needed_on < today;

/** C12: what the client has to decide, until when, and what happens without a decision. */
export const decisionDefinition: RegisterDefinition<'decision'> = {
  entity: 'decision',
  prefix: 'D',
  columns: [
    {
      id: 'no',
      header: ({ t }) => t('register:number'),
      width: 64,
      text: (decision) => shortNumber('D', decision),
      sortKey: (decision) => decision.no,
    },
    { id: 'question', field: 'question', width: 260, grow: true, rowHeader: true },
    { id: 'needed', field: 'needed_on', width: 110 },
    { id: 'status', field: 'status', width: 110 },
    { id: 'chosen', field: 'chosen', width: 180 },
    { id: 'visible', field: 'client_visible', width: 84, align: 'center' },
  ],
  initialSort: { column: 'needed', descending: false },
  filters: [
    enumFilter('decision', 'status'),
    flagFilter<'decision'>(
      'overdue',
      ({ t }) => t('register:overdue'),
      (decision, { today }) => isLate(decision, today),
    ),
    flagFilter<'decision'>(
      'visible',
      ({ t }) => t('risk:visibleOnly'),
      (decision) => decision.client_visible,
    ),
  ],
  sections: [
    {
      id: 'what',
      title: ({ t }) => t('register:details'),
      items: ['question', 'options', 'needed_on', 'consequence'],
    },
    {
      id: 'options',
      title: ({ t }) => t('communication:option.title'),
      items: [{ id: 'tradeoffs', widget: DecisionOptions }],
    },
    {
      id: 'outcome',
      title: ({ t }) => t('risk:section.response'),
      items: ['chosen', 'decided_on', 'contact_id'],
    },
    { id: 'client', title: ({ t }) => t('risk:section.client'), items: ['client_visible'] },
  ],
  quickAdd: (question, project_id) => ({ project_id, question }),
  quickLabel: ({ t }) => t('register:quickAdd', { entity: t('risk:quick.decision') }),
  emptyText: ({ t }) => t('risk:empty.decisions'),
  workflow: {
    field: 'status',
    next: (decision) => (decision.status === 'open' ? 'decided' : null),
    problems: (decision, to, { t }) =>
      to === 'decided' && !decision.chosen?.trim()
        ? [{ text: t('register:rule.DECISION_MISSING'), field: 'chosen' }]
        : [],
  },
};
