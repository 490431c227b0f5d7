/** From the data of a project to what the client may see of it. Pure: the same data give the same snapshot. */
import { riskBand, riskScore } from '#shared/domain/risk/score.ts';
import type { RecordOf } from '#shared/model/registry.ts';
import { composeAttention } from './attention.ts';
import { composeExpectations, composeValues } from './expectations.ts';
import { nextPeriod } from './figures.ts';
import { type PlanView, viewPlan } from './plan.ts';
import { composePromises } from './promises.ts';
import {
  type ReportDecision,
  type ReportIssue,
  type ReportMeasure,
  type ReportRisk,
  type ReportSnapshot,
  type ReportWarning,
  type SectionId,
  SNAPSHOT_FORMAT,
  SNAPSHOT_VERSION,
} from './snapshot.ts';
import type { ReportFrame, ReportSource } from './source.ts';
import { composeWarnings } from './warnings.ts';
import { filled, type Wording, type Words, wordsOf } from './wording.ts';
import { composeBars, composeDone, composeMilestones, composeNext, composeTrend } from './work.ts';

/**
 * Day up to which plan and actual are compared: the project's status date if it lies in the period,
 * else the end of the period, but never a day that has not come yet.
 */
export function statusDay(
  project: RecordOf<'project'>,
  period: { readonly from: string; readonly to: string },
  today: string,
): string {
  const own = project.status_on;
  if (own !== null && own >= period.from && own <= period.to) return own;
  return period.to < today ? period.to : today < period.from ? period.from : today;
}

function composeMeasures(actions: readonly RecordOf<'risk_action'>[], kind: string): ReportMeasure[] {
  return actions.flatMap((action) => {
    const text = filled(action.client_text);
    if (text === null || action.kind !== kind || action.status === 'cancelled') return [];
    return [{ text, due_on: action.due_on, done: action.status === 'done' }];
  });
}

/** K11: risks the client may see, in the words meant for the client, each with its measures. */
function composeRisks(source: ReportSource, words: Words): ReportRisk[] {
  const score = (risk: RecordOf<'risk'>): number => riskScore(risk.probability, risk.impact) ?? 0;
  return [...source.risks]
    .sort((a, b) => score(b) - score(a) || a.no - b.no)
    .flatMap((risk) => {
      const composed = filled(risk.client_text);
      if (!risk.client_visible || risk.status === 'closed' || composed === null) return [];
      const text = words(risk.id, composed);
      if (text === null) return [];
      const actions = source.actions.filter((action) => action.risk_id === risk.id);
      return [
        {
          id: risk.id,
          no: risk.no,
          text,
          band: riskBand(riskScore(risk.probability, risk.impact)),
          occurred: risk.status === 'occurred',
          preventive: composeMeasures(actions, 'preventive'),
          contingency: composeMeasures(actions, 'contingency'),
        },
      ];
    });
}

const SEVERITY = { high: 0, medium: 1, low: 2 } as const;

/** L3: problems together with what is done about them. */
function composeIssues(source: ReportSource, words: Words): ReportIssue[] {
  return [...source.issues]
    .sort((a, b) => SEVERITY[a.severity] - SEVERITY[b.severity] || a.no - b.no)
    .flatMap((issue) => {
      const composed = filled(issue.client_text);
      if (!issue.client_visible || issue.status === 'confirmed' || composed === null) return [];
      const text = words(issue.id, composed);
      if (text === null) return [];
      const { id, no, severity, status, due_on } = issue;
      return [{ id, no, text, severity, status, measure: filled(issue.client_measure), due_on }];
    });
}

/** C12: what waits for the client, the most urgent first. */
function composeDecisions(source: ReportSource, words: Words, statusOn: string): ReportDecision[] {
  return [...source.decisions]
    .sort((a, b) => (a.needed_on ?? '9').localeCompare(b.needed_on ?? '9') || a.no - b.no)
    .flatMap((decision) => {
      if (!decision.client_visible || decision.status !== 'open') return [];
      const question = words(decision.id, decision.question);
      if (question === null) return [];
      return [
        {
          id: decision.id,
          no: decision.no,
          question,
          options: filled(decision.options),
          consequence: filled(decision.consequence),
          needed_on: decision.needed_on,
          overdue: decision.needed_on !== null && decision.needed_on < statusOn,
        },
      ];
    });
}

function composeTexts(wording: Wording): ReportSnapshot['texts'] {
  const texts: ReportSnapshot['texts'] = {};
  for (const [section, text] of Object.entries(wording.texts ?? {})) {
    const own = filled(text);
    if (own !== null) texts[section as keyof typeof texts] = own;
  }
  return texts;
}

function composeHead(source: ReportSource, frame: ReportFrame) {
  const { company, project } = source;
  return {
    title: frame.title,
    language: frame.language,
    no: frame.no,
    period: frame.period,
    next_period: nextPeriod(frame.period),
    prepared_on: frame.today,
    prepared_by: filled(frame.wording.preparedBy) ?? filled(frame.preparedBy) ?? filled(project.manager),
    company: company && {
      name: company.name,
      address: filled(company.address),
      phone: filled(company.phone),
      email: filled(company.email),
      tax_no: filled(company.tax_no),
      logo: company.logo,
    },
    client: {
      name:
        frame.language === 'en' ? (filled(source.client.name_en) ?? source.client.name) : source.client.name,
    },
    project: {
      name: project.name,
      code: filled(project.code),
      start_on: project.start_on,
      finish_on: project.finish_on,
    },
  };
}

/** W1 with the threshold and the weights of the project. */
function composeProgress(source: ReportSource, plan: PlanView): ReportSnapshot['progress'] {
  return {
    planned: plan.planned,
    actual: plan.actual,
    deviation: plan.deviation,
    abnormal: plan.abnormal,
    limit: source.project.deviation_threshold,
    planned_finish_on: plan.planned_finish_on,
    forecast_finish_on: plan.forecast_finish_on,
  };
}

export interface ComposedReport {
  readonly snapshot: ReportSnapshot;
  readonly warnings: readonly ReportWarning[];
}

/**
 * Composes a report (R1, R2, O9). Only what is cleared for the client gets in: tasks and milestones marked
 * visible, risks and issues that are visible and have client wording, open decisions.
 */
export function composeReport(source: ReportSource, frame: ReportFrame): ComposedReport {
  const statusOn = statusDay(source.project, frame.period, frame.today);
  const plan = viewPlan(source, statusOn);
  const words = wordsOf(frame.wording);
  const head = composeHead(source, frame);
  const progress = composeProgress(source, plan);
  const milestones = composeMilestones(plan, statusOn, words);
  const decisions = composeDecisions(source, words, statusOn);
  const spans = { period: frame.period, next: head.next_period, statusOn };
  const promises = composePromises(source.promises ?? [], spans, words);
  const expectations = composeExpectations(source.expectations ?? [], statusOn, words);
  const values = composeValues(source.values ?? [], words);
  const trend = composeTrend(plan, source.forecasts ?? [], statusOn, words);
  const snapshot: ReportSnapshot = {
    format: SNAPSHOT_FORMAT,
    version: SNAPSHOT_VERSION,
    ...head,
    status_on: statusOn,
    progress,
    attention: composeAttention(source, plan, progress, statusOn, frame.wording),
    milestones,
    ...(trend === null ? {} : { trend }),
    bars: composeBars(plan, words),
    done: composeDone(plan, frame.period, words),
    next: composeNext(plan, head.next_period, words),
    risks: composeRisks(source, words),
    issues: composeIssues(source, words),
    decisions,
    ...(promises.length === 0 ? {} : { promises }),
    ...(expectations.length === 0 ? {} : { expectations }),
    ...(values.length === 0 ? {} : { values }),
    hidden: (frame.wording.hiddenSections ?? []).filter((id) => id !== 'attention' && id !== 'progress'),
    texts: composeTexts(frame.wording),
  };
  return { snapshot, warnings: composeWarnings(source, plan, snapshot) };
}

/** A line of a report and what it says before anybody changes its words. */
export interface ReportLine {
  readonly id: string;
  readonly composed: string;
}

/** Lines of each section whose words can be changed. */
export function linesOf(snapshot: ReportSnapshot): Partial<Record<SectionId, ReportLine[]>> {
  const named = ({ id, name }: { id: string; name: string }): ReportLine => ({ id, composed: name });
  const worded = ({ id, text }: { id: string; text: string }): ReportLine => ({ id, composed: text });
  return {
    milestones: snapshot.milestones.map(named),
    done: snapshot.done.map(named),
    next: snapshot.next.map(named),
    risks: snapshot.risks.map(worded),
    issues: snapshot.issues.map(worded),
    decisions: snapshot.decisions.map(({ id, question }) => ({ id, composed: question })),
    promises: (snapshot.promises ?? []).map(worded),
    expectations: (snapshot.expectations ?? []).map(worded),
    values: (snapshot.values ?? []).map(worded),
  };
}
