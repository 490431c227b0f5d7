/** Drafts: what they are composed from, and how they are changed. */
import { getRecord } from '#db/queries/records.ts';
import { nextReportNumber, reportOverview, reportSource } from '#db/queries/report.ts';
import type { AppContext } from '#main/app/context.ts';
import { recipientsOf } from '#main/app/mail/recipients.ts';
import { addDays, daysBetween } from '#shared/domain/deadline/dates.ts';
import { type ComposedReport, composeReport, linesOf } from '#shared/domain/report/compose.ts';
import { nextPeriod } from '#shared/domain/report/figures.ts';
import { type ReportSnapshot, snapshotSchema } from '#shared/domain/report/snapshot.ts';
import { readWording, type Wording } from '#shared/domain/report/wording.ts';
import { clipped } from '#shared/domain/text/clip.ts';
import type { Locale } from '#shared/i18n/index.ts';
import { AppError } from '#shared/ipc/errors.ts';
import type { RecordOf } from '#shared/model/registry.ts';
import { createLabel } from '../labels.ts';
import { textsIn } from '../texts.ts';

export type Report = RecordOf<'report'>;
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** @throws AppError NOT_FOUND */
export function readReport(ctx: AppContext, id: string): Report {
  const report = getRecord(ctx.store.read, 'report', id);
  if (!report) throw new AppError('NOT_FOUND', { entity: 'report' });
  return report;
}

/** @throws AppError REPORT_FROZEN */
export function requireDraft(report: Report): void {
  if (report.state !== 'draft') throw new AppError('REPORT_FROZEN');
}

/** Snapshot of a frozen report as it was stored. @throws AppError REPORT_NOT_FROZEN */
export function frozenSnapshot(report: Report): ReportSnapshot {
  if (report.snapshot === null) throw new AppError('REPORT_NOT_FROZEN');
  return snapshotSchema.parse(JSON.parse(report.snapshot));
}

export const periodOf = (report: Report): Period => ({
  from: report.period_from_on,
  to: report.period_to_on,
});

/** @throws AppError VALIDATION if the period ends before it begins */
export function requirePeriod(period: Period): void {
  if (period.to < period.from)
    throw new AppError(
      'VALIDATION',
      { entity: 'report', detail: 'DATES_REVERSED' },
      { field: 'period.to', reason: 'DATES_REVERSED' },
    );
}

interface Frame {
  readonly projectId: string;
  readonly title: string | null;
  readonly period: Period;
  readonly language: Locale;
  readonly wording: Wording;
  readonly no: number | null;
}

export function compose(ctx: AppContext, frame: Frame): ComposedReport {
  const source = reportSource(ctx.store.read, frame.projectId);
  return composeReport(source, {
    title: frame.title ?? defaultTitle(source.project.name, frame.language),
    language: frame.language,
    period: frame.period,
    no: frame.no,
    wording: frame.wording,
    preparedBy: ctx.prefs.value.userName === '' ? null : ctx.prefs.value.userName,
    today: ctx.today(),
  });
}

export function composeDraft(ctx: AppContext, report: Report, no: number | null): ComposedReport {
  return compose(ctx, {
    projectId: report.project_id,
    title: report.title,
    period: periodOf(report),
    language: report.language,
    wording: readWording(report.wording),
    no,
  });
}

export function defaultTitle(project: string, language: Locale): string {
  return textsIn(language, 'report')('title', { project: project.slice(0, 200) });
}

type ComposeInput =
  | { readonly reportId: string }
  | { readonly projectId: string; readonly period: Period; readonly language: Locale };

function pdfOf(report: Report): { sha256: string; bytes: number } | null {
  return report.pdf_sha256 === null ? null : { sha256: report.pdf_sha256, bytes: report.pdf_bytes ?? 0 };
}

/** A draft composed from the data of this moment, or a frozen report as it was. */
export function composeAnswer(ctx: AppContext, input: ComposeInput) {
  if (!('reportId' in input)) {
    requirePeriod(input.period);
    const composed = compose(ctx, { ...input, title: null, wording: {}, no: null });
    return {
      ...composed,
      warnings: [...composed.warnings],
      state: 'draft' as const,
      no: nextReportNumber(ctx.store.read, input.projectId),
      wording: {},
      lines: linesOf(composed.snapshot),
      recipients: recipientsOf(ctx, input.projectId).lists,
      pdf: null,
      snapshot_sha256: null,
    };
  }
  const report = readReport(ctx, input.reportId);
  const frozen = report.state !== 'draft';
  const { snapshot, warnings } = frozen
    ? { snapshot: frozenSnapshot(report), warnings: [] }
    : composeDraft(ctx, report, null);
  return {
    state: report.state,
    no: report.no ?? nextReportNumber(ctx.store.read, report.project_id),
    snapshot,
    warnings: [...warnings],
    wording: readWording(report.wording),
    lines: frozen ? {} : linesOf(composeDraft(ctx, { ...report, wording: null }, null).snapshot),
    recipients: report.recipients ?? recipientsOf(ctx, report.project_id).lists,
    pdf: pdfOf(report),
    snapshot_sha256: report.snapshot_sha256,
  };
}

const DAYS = { weekly: 7, biweekly: 14, monthly: 31, none: 7 } as const;

/** First period of a series: it ends on the project's report day, or with the month. */
function firstPeriod(project: RecordOf<'project'>, today: string): Period {
  if (project.report_frequency === 'monthly') {
    const from = `${today.slice(0, 7)}-01`;
    return { from, to: addDays(`${addDays(from, 31).slice(0, 7)}-01`, -1) };
  }
  // 1970-01-01 was a Thursday; ISO weekdays count from Monday as 1.
  const weekday = ((daysBetween('1970-01-01', today) + 3) % 7) + 1;
  const ahead = (project.report_weekday - weekday + 7) % 7;
  // A day or two late is still the report of the week that just ended.
  const to = addDays(today, ahead > 4 ? ahead - 7 : ahead);
  return { from: addDays(to, 1 - DAYS[project.report_frequency]), to };
}

/** R3: period and language the next report of the project probably wants. */
export function suggest(ctx: AppContext, projectId: string) {
  const project = getRecord(ctx.store.read, 'project', projectId);
  const client = project && getRecord(ctx.store.read, 'client', project.client_id);
  if (!project || !client) throw new AppError('NOT_FOUND', { entity: 'project' });
  const last = reportOverview(ctx.store.read, projectId)[0];
  const period = last ? nextPeriod(last.period) : firstPeriod(project, ctx.today());
  const language = last?.language ?? client.language;
  return { period, language, title: defaultTitle(project.name, language) };
}

export function createReport(
  ctx: AppContext,
  input: {
    readonly projectId: string;
    readonly period: Period;
    readonly language: Locale;
    readonly title?: string | undefined;
    readonly fromReportId?: string | undefined;
  },
): { id: string } {
  requirePeriod(input.period);
  const project = getRecord(ctx.store.read, 'project', input.projectId);
  if (!project) throw new AppError('NOT_FOUND', { entity: 'project' });
  const from = input.fromReportId === undefined ? null : readReport(ctx, input.fromReportId);
  if (from && from.project_id !== input.projectId) throw new AppError('OTHER_PROJECT', { entity: 'report' });
  const title = input.title?.trim() || defaultTitle(project.name, input.language);
  const { value } = ctx.log.commit(createLabel('report', title), (tx) =>
    tx.create('report', {
      project_id: input.projectId,
      title,
      language: input.language,
      period_from_on: input.period.from,
      period_to_on: input.period.to,
      wording: from?.wording ?? null,
    }),
  );
  return { id: value };
}

/** Title, period or language of a draft. A title that was never edited follows the language. */
export function updateDraft(
  ctx: AppContext,
  input: {
    readonly reportId: string;
    readonly title?: string | undefined;
    readonly language?: Locale | undefined;
    readonly period?: Period | undefined;
  },
): { changed: boolean } {
  const before = readReport(ctx, input.reportId);
  requireDraft(before);
  const project = getRecord(ctx.store.read, 'project', before.project_id);
  const period = input.period ?? periodOf(before);
  const language = input.language ?? before.language;
  requirePeriod(period);
  const name = project?.name ?? '';
  const automatic = before.title === defaultTitle(name, before.language);
  const typed = input.title?.trim();
  const title = typed || (automatic || typed === '' ? defaultTitle(name, language) : before.title);
  const { value } = ctx.log.commit(
    {
      key: 'update',
      args: { entity: 'report', name: clipped(before.title), field: Object.keys(input)[1] ?? '' },
    },
    (tx) => {
      requireDraft(tx.get('report', before.id));
      return tx.update('report', before.id, {
        title,
        language,
        period_from_on: period.from,
        period_to_on: period.to,
      });
    },
  );
  return { changed: value };
}

export function setWording(ctx: AppContext, reportId: string, wording: Wording): { changed: boolean } {
  const before = readReport(ctx, reportId);
  requireDraft(before);
  const empty = Object.keys(wording).length === 0;
  const { value } = ctx.log.commit({ key: 'reportWording', args: { name: clipped(before.title) } }, (tx) => {
    requireDraft(tx.get('report', reportId));
    return tx.updateSystem('report', reportId, { wording: empty ? null : { ...wording } });
  });
  return { changed: value };
}

/** Clears all milestones, and the summaries at the top of the plan, for the client. */
export function releaseTasks(ctx: AppContext, projectId: string): { count: number } {
  const { tasks } = reportSource(ctx.store.read, projectId);
  const parents = new Set(tasks.map((task) => task.parent_id));
  const chosen = tasks.filter(
    (task) =>
      task.active &&
      !task.blank &&
      !task.client_visible &&
      (task.milestone || (task.parent_id === null && (parents.has(task.id) || !task.milestone))),
  );
  if (chosen.length > 0)
    ctx.log.commit({ key: 'reportRelease', args: { count: chosen.length } }, (tx) => {
      for (const task of chosen) tx.update('task', task.id, { client_visible: true });
    });
  return { count: chosen.length };
}
