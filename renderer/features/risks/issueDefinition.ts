import { type IssueStatus, issueProblems, nextIssueStatus } from '#shared/domain/issue/workflow.ts';
import type { RecordOf } from '#shared/model/registry.ts';
import {
  enumFilter,
  flagFilter,
  type RegisterDefinition,
  shortNumber,
  textFilter,
} from '../register/public.ts';
import { IssueCauses } from './IssueCauses.tsx';

const isOver = (issue: RecordOf<'issue'>): boolean =>
  issue.status === 'solved' || issue.status === 'confirmed';

/** L1–L3: problems that have happened, and what the client is told about them. */
export const issueDefinition: RegisterDefinition<'issue'> = {
  entity: 'issue',
  prefix: 'I',
  columns: [
    {
      id: 'no',
      header: ({ t }) => t('register:number'),
      width: 64,
      text: (issue) => shortNumber('I', issue),
      sortKey: (issue) => issue.no,
    },
    { id: 'title', field: 'title', width: 240, grow: true, rowHeader: true },
    { id: 'severity', field: 'severity', width: 90 },
    { id: 'status', field: 'status', width: 150 },
    { id: 'owner', field: 'owner', width: 100 },
    { id: 'raised', field: 'raised_on', width: 104 },
    { id: 'due', field: 'due_on', width: 104 },
    { id: 'visible', field: 'client_visible', width: 84, align: 'center' },
  ],
  initialSort: { column: 'no', descending: true },
  filters: [
    enumFilter('issue', 'status'),
    enumFilter('issue', 'severity'),
    textFilter('issue', 'owner'),
    flagFilter<'issue'>(
      'overdue',
      ({ t }) => t('register:overdue'),
      (issue, { today }) => !isOver(issue) && issue.due_on !== null && issue.due_on < today,
    ),
    flagFilter<'issue'>(
      'visible',
      ({ t }) => t('risk:visibleOnly'),
      (issue) => issue.client_visible,
    ),
  ],
  sections: [
    {
      id: 'what',
      title: ({ t }) => t('register:details'),
      items: ['title', 'severity', 'raised_on', 'contact_id', 'risk_id', 'owner', 'due_on'],
    },
    {
      id: 'answer',
      title: ({ t }) => t('risk:section.response'),
      items: ['measure', 'reason', { id: 'causes', widget: IssueCauses }],
    },
    {
      id: 'client',
      title: ({ t }) => t('risk:section.client'),
      items: ['client_visible', 'client_text', 'client_measure'],
    },
  ],
  quickAdd: (title, project_id, { today }) => ({ project_id, title, raised_on: today }),
  quickLabel: ({ t }) => t('register:quickAdd', { entity: t('risk:quick.issue') }),
  emptyText: ({ t }) => t('risk:empty.issues'),
  workflow: {
    field: 'status',
    next: (issue) => nextIssueStatus(issue.status),
    problems: (issue, to, tools) =>
      issueProblems(issue, to as IssueStatus).map((field) => ({
        text: tools.fieldName('issue', field),
        field,
      })),
  },
};
