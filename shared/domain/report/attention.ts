/** P1: the bad news. It is found in the data, not written by the author, and cannot be hidden. */

import { daysBetween } from '../deadline/dates.ts';
import type { PlanView } from './plan.ts';
import type { Attention, ReportSnapshot } from './snapshot.ts';
import type { ReportSource } from './source.ts';
import { filled, type Wording } from './wording.ts';
import { milestoneFacts, taskWords, visibleMilestones, visibleWork } from './work.ts';

function fromPlan(
  plan: PlanView,
  statusOn: string,
  text: (id: string, composed: string) => string,
): Attention[] {
  const out: Attention[] = [];
  for (const row of visibleMilestones(plan)) {
    const { state, days } = milestoneFacts(row, statusOn);
    if ((state !== 'late' && state !== 'overdue') || days === null) continue;
    const name = text(row.task.id, taskWords(row));
    out.push({ kind: 'milestone_late', id: row.task.id, name, days, overdue: state === 'overdue' });
  }
  for (const row of visibleWork(plan)) {
    const planned = row.planned_finish_on;
    if (planned === null || planned >= statusOn || row.percent >= 100 || row.actual_finish_on !== null)
      continue;
    const name = text(row.task.id, taskWords(row));
    out.push({ kind: 'task_late', id: row.task.id, name, days: daysBetween(planned, statusOn) });
  }
  return out;
}

/** Everything that is worse than planned and that the client may know. Other words apply, hiding does not. */
export function composeAttention(
  source: ReportSource,
  plan: PlanView,
  progress: ReportSnapshot['progress'],
  statusOn: string,
  wording: Wording,
): Attention[] {
  const text = (id: string, composed: string): string => filled(wording.items?.[id]?.text) ?? composed;
  const out: Attention[] = [];
  if (progress.abnormal && progress.deviation !== null)
    out.push({ kind: 'deviation', value: progress.deviation });
  const { planned_finish_on: planned, forecast_finish_on: forecast } = progress;
  if (planned !== null && forecast !== null && forecast > planned) {
    const days = daysBetween(planned, forecast);
    out.push({ kind: 'finish_late', planned_on: planned, forecast_on: forecast, days });
  }
  out.push(...fromPlan(plan, statusOn, text));
  for (const risk of source.risks) {
    const words = filled(risk.client_text);
    if (risk.client_visible && risk.status === 'occurred' && words !== null)
      out.push({ kind: 'risk_occurred', id: risk.id, no: risk.no, text: text(risk.id, words) });
  }
  for (const issue of source.issues) {
    const words = filled(issue.client_text);
    const open = issue.status !== 'solved' && issue.status !== 'confirmed';
    if (issue.client_visible && issue.severity === 'high' && open && words !== null)
      out.push({ kind: 'issue_high', id: issue.id, no: issue.no, text: text(issue.id, words) });
  }
  for (const decision of source.decisions) {
    if (!decision.client_visible || decision.status !== 'open') continue;
    if (decision.needed_on === null || decision.needed_on >= statusOn) continue;
    const { id, no, needed_on } = decision;
    const question = text(id, decision.question);
    out.push({ kind: 'decision_overdue', id, no, question, days: daysBetween(needed_on, statusOn) });
  }
  return out;
}
