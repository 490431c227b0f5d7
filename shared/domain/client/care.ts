/** B8, B9, Q1: contact that no problem triggers: when a finished project is visited again. */
import { addDays } from '../deadline/dates.ts';

export type CareStage = 'warranty' | 'closed';

/** Standard touch points; texts are `client:touch.<name>`. */
export const TOUCH_POINTS = [
  'firstWeek',
  'firstMonth',
  'firstQuarter',
  'halfYear',
  'beforeWarrantyEnds',
  'afterClosing',
  'halfYearLater',
  'yearLater',
] as const;
export type TouchPoint = (typeof TOUCH_POINTS)[number];

export type CareKind = 'care' | 'return_visit' | 'after_sales' | 'greeting';

interface Touch {
  readonly point: TouchPoint;
  readonly kind: CareKind;
  /** Days after the beginning; negative: before the end of the warranty. */
  readonly days: number;
}

const PLAN: Readonly<Record<CareStage, readonly Touch[]>> = {
  warranty: [
    { point: 'firstWeek', kind: 'after_sales', days: 7 },
    { point: 'firstMonth', kind: 'return_visit', days: 30 },
    { point: 'firstQuarter', kind: 'return_visit', days: 90 },
    { point: 'halfYear', kind: 'return_visit', days: 180 },
    { point: 'beforeWarrantyEnds', kind: 'return_visit', days: -30 },
  ],
  closed: [
    { point: 'afterClosing', kind: 'return_visit', days: 30 },
    { point: 'halfYearLater', kind: 'care', days: 180 },
    { point: 'yearLater', kind: 'greeting', days: 365 },
  ],
};

export interface PlannedTouch {
  readonly point: TouchPoint;
  readonly kind: CareKind;
  readonly due_on: string;
}

export interface CareProject {
  readonly stage: CareStage;
  /** Day from which it counts: the warranty's first, or that of the end of the project. */
  readonly from_on: string;
  readonly warranty_end_on: string | null;
}

/**
 * B9: the touch points still ahead of a project, by day. Days that have gone by are left out; a point after the
 * end of the warranty is too.
 */
export function planCare(project: CareProject, today: string): PlannedTouch[] {
  const end = project.warranty_end_on;
  return PLAN[project.stage]
    .flatMap(({ point, kind, days }): PlannedTouch[] => {
      if (days < 0) return end === null ? [] : [{ point, kind, due_on: addDays(end, days) }];
      const due_on = addDays(project.from_on, days);
      return project.stage === 'warranty' && end !== null && due_on > end ? [] : [{ point, kind, due_on }];
    })
    .filter(({ due_on }) => due_on >= today)
    .sort((a, b) => (a.due_on < b.due_on ? -1 : a.due_on > b.due_on ? 1 : 0));
}

export const isCareStage = (stage: string): stage is CareStage => stage === 'warranty' || stage === 'closed';
