/** R6: what should be put right before the report leaves the house. Warnings are for the author alone. */
import { riskScore } from '#shared/domain/risk/score.ts';
import { clipped } from '#shared/domain/text/clip.ts';
import { missingGlyphs } from './glyphs.ts';
import type { PlanView } from './plan.ts';
import type { ReportSnapshot, ReportWarning, WarningCode } from './snapshot.ts';
import type { ReportSource } from './source.ts';
import { filled } from './wording.ts';
import { milestoneFacts, visibleMilestones, visibleWork } from './work.ts';

/** More would not be read; the first ones show what is wrong. */
const MAX_PER_CODE = 50;

type Add = (code: WarningCode, entity?: string | null, id?: string | null, name?: string) => void;

function planWarnings(plan: PlanView, snapshot: ReportSnapshot, add: Add): void {
  const { status_on, period } = snapshot;
  const work = visibleWork(plan);
  const milestones = visibleMilestones(plan);
  if (work.length + milestones.length === 0) add('NO_VISIBLE_TASKS');
  if (plan.rows.length > 0 && !plan.hasBaseline) add('NO_BASELINE');
  if (plan.actual === null) add('NO_PROGRESS');
  for (const row of plan.rows) {
    if (!row.leaf) continue;
    const { id, name } = row.task;
    if (row.start_on === null || row.finish_on === null) add('TASK_WITHOUT_DATES', 'task', id, name);
    const running = row.start_on !== null && row.start_on <= status_on && row.percent < 100;
    if (running && row.task.updated_at.slice(0, 10) < period.from) add('PERCENT_STALE', 'task', id, name);
  }
  for (const row of work)
    if (row.leaf && row.percent < 100 && filled(row.task.responsible) === null)
      add('OWNER_MISSING', 'task', row.task.id, row.task.name);
  for (const row of milestones)
    if (milestoneFacts(row, status_on).state === 'overdue')
      add('MILESTONE_WITHOUT_FORECAST', 'task', row.task.id, row.task.name);
}

function riskWarnings(source: ReportSource, add: Add): void {
  for (const risk of source.risks) {
    if (!risk.client_visible || risk.status === 'closed') continue;
    const about = ['risk', risk.id, risk.title] as const;
    if (filled(risk.client_text) === null) {
      add('RISK_WITHOUT_WORDING', ...about);
      continue;
    }
    const told = source.actions.some(
      (action) =>
        action.risk_id === risk.id && action.status !== 'cancelled' && filled(action.client_text) !== null,
    );
    if (!told) add('RISK_WITHOUT_MEASURE', ...about);
    if (riskScore(risk.probability, risk.impact) === null) add('RISK_NOT_RATED', ...about);
    if (filled(risk.owner) === null) add('OWNER_MISSING', ...about);
  }
}

function issueWarnings(source: ReportSource, add: Add): void {
  for (const issue of source.issues) {
    if (!issue.client_visible || issue.status === 'confirmed') continue;
    const about = ['issue', issue.id, issue.title] as const;
    if (filled(issue.client_text) === null) {
      add('ISSUE_WITHOUT_WORDING', ...about);
      continue;
    }
    if (filled(issue.client_measure) === null) add('ISSUE_WITHOUT_MEASURE', ...about);
    if (filled(issue.owner) === null) add('OWNER_MISSING', ...about);
  }
  for (const decision of source.decisions)
    if (decision.client_visible && decision.status === 'open' && decision.needed_on === null)
      add('DECISION_WITHOUT_DATE', 'decision', decision.id, decision.question);
}

/** All warnings of a report, in the order of its sections. */
export function composeWarnings(
  source: ReportSource,
  plan: PlanView,
  snapshot: ReportSnapshot,
): ReportWarning[] {
  const out: ReportWarning[] = [];
  const counts = new Map<WarningCode, number>();
  const add: Add = (code, entity = null, id = null, name = '') => {
    const count = (counts.get(code) ?? 0) + 1;
    counts.set(code, count);
    if (count <= MAX_PER_CODE) out.push({ code, entity, id, name: clipped(name, 120) });
  };
  if (source.company === null) add('NO_COMPANY');
  const own = source.project.status_on;
  if (own !== null && own < snapshot.period.from) add('STATUS_STALE', 'project', source.project.id, own);
  planWarnings(plan, snapshot, add);
  riskWarnings(source, add);
  issueWarnings(source, add);
  const to = source.contacts.some((c) => c.report_copy === 'to' && filled(c.email) !== null);
  if (!to) add('NO_RECIPIENTS', 'client', source.client.id, source.client.name);
  for (const { character, where } of missingGlyphs(snapshot))
    add('MISSING_GLYPHS', null, null, `${character}  ${where}`);
  return out;
}
