export type { MilestoneGanttItem } from '#shared/schedule/layout/milestoneGantt.ts';
export { MilestoneGantt, type MilestoneGanttProps } from './MilestoneGantt.tsx';
export { type OverviewChart, OverviewGantt, type OverviewGanttProps } from './OverviewGantt.tsx';
export { PlanScreen, type PlanScreenProps } from './PlanScreen.tsx';
export { SchedulingSwitch } from './SchedulingSwitch.tsx';
