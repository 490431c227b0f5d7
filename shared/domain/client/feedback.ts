/** B13, C6, Q7: the way of a remark of the client: received, sorted, passed on, acted on, told. */
import type { RecordOf } from '../../model/registry.ts';
import { addDays } from '../deadline/dates.ts';

type Feedback = RecordOf<'feedback'>;
export type FeedbackStatus = Feedback['status'];
export type FeedbackSort = NonNullable<Feedback['sort']>;

export const FEEDBACK_STEPS = [
  'received',
  'classified',
  'assigned',
  'measure',
  'effect',
  'told',
  'closed',
] as const satisfies readonly FeedbackStatus[];

const place = (status: FeedbackStatus): number => FEEDBACK_STEPS.indexOf(status);

/** Nobody has looked at it yet. */
export const isUntriaged = ({ sort, status }: Pick<Feedback, 'sort' | 'status'>): boolean =>
  sort === null && status === 'received';

/** Days within which each kind is answered; a complaint does not wait. */
const ANSWER_DAYS: Readonly<Record<FeedbackSort, number>> = {
  complaint: 2,
  rectification: 3,
  question: 3,
  suggestion: 7,
  praise: 14,
};

/** C6: day by which the responsible person answers, unless somebody says otherwise. */
export const answerDue = (sort: FeedbackSort, receivedOn: string): string =>
  addDays(receivedOn, ANSWER_DAYS[sort]);

export interface MissingStep {
  readonly code:
    | 'FEEDBACK_SORT'
    | 'FEEDBACK_ASSIGNEE'
    | 'FEEDBACK_MEASURE'
    | 'FEEDBACK_EFFECT'
    | 'FEEDBACK_TOLD';
  readonly field: 'sort' | 'assignee' | 'measure' | 'effect' | 'told_on';
}

const NEEDS: readonly (readonly [FeedbackStatus, MissingStep])[] = [
  ['classified', { code: 'FEEDBACK_SORT', field: 'sort' }],
  ['assigned', { code: 'FEEDBACK_ASSIGNEE', field: 'assignee' }],
  ['measure', { code: 'FEEDBACK_MEASURE', field: 'measure' }],
  ['effect', { code: 'FEEDBACK_EFFECT', field: 'effect' }],
  ['told', { code: 'FEEDBACK_TOLD', field: 'told_on' }],
];

/** Praise and questions need no measure whose effect could be looked at. */
const SHORT: ReadonlySet<FeedbackSort> = new Set(['praise', 'question']);

const blank = (value: string | null): boolean => value === null || value.trim() === '';

/** What is missing before a remark can have a status; a remark is closed only when the client has heard back. */
export function missingFor(
  feedback: Pick<Feedback, 'sort' | 'assignee' | 'measure' | 'effect' | 'told_on'>,
  to: FeedbackStatus,
): MissingStep[] {
  const short = feedback.sort !== null && SHORT.has(feedback.sort);
  return NEEDS.filter(([status, { field }]) => {
    if (place(status) > place(to) || !blank(feedback[field])) return false;
    return !(short && (field === 'measure' || field === 'effect'));
  }).map(([, step]) => step);
}

/** The step after a status, null after the last. */
export function nextFeedbackStatus({
  status,
  sort,
}: Pick<Feedback, 'status' | 'sort'>): FeedbackStatus | null {
  if (sort !== null && SHORT.has(sort) && status === 'assigned') return 'told';
  return FEEDBACK_STEPS[place(status) + 1] ?? null;
}
