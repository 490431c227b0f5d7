/** R1–R6: client reports, from the first draft to what was sent. */
import { z } from 'zod';
import { SECTIONS, snapshotSchema, warningSchema } from '#shared/domain/report/snapshot.ts';
import { wordingSchema } from '#shared/domain/report/wording.ts';
import { LOCALES } from '../../model/entities/client.ts';
import { dateSchema, idSchema } from '../../model/field.ts';
import { command, query, task } from '../channel.ts';

const nothing = z.strictObject({});
const byId = z.strictObject({ reportId: idSchema });
const language = z.enum(LOCALES);
const period = z.strictObject({ from: dateSchema, to: dateSchema });

const READS = [
  'report',
  'project',
  'client',
  'contact',
  'company',
  'task',
  'calendar',
  'baseline',
  'baseline_task',
  'risk',
  'risk_action',
  'issue',
  'decision',
  'promise',
  'expectation',
  'value_statement',
  'milestone_forecast',
  'prefs',
] as const;

const state = z.enum(['draft', 'frozen', 'draft_made', 'sent']);

/** One line of the list of reports: the record without its long texts. */
export const reportRow = z.strictObject({
  id: z.string(),
  project_id: z.string(),
  project_name: z.string(),
  client_name: z.string(),
  no: z.int().nullable(),
  title: z.string(),
  language,
  period,
  state,
  frozen_at: z.string().nullable(),
  sent_at: z.string().nullable(),
  pdf_bytes: z.int().nullable(),
});
export type ReportRow = z.infer<typeof reportRow>;

/** What a screen needs to show a report: a draft is composed from today's data, a frozen one is read back. */
const composed = z.strictObject({
  state,
  /** Number the report has, or would get if it were frozen now. */
  no: z.int(),
  snapshot: snapshotSchema,
  warnings: z.array(warningSchema),
  wording: wordingSchema,
  /** Lines whose words can be changed, as composed; hidden ones are among them. Empty once frozen. */
  lines: z.partialRecord(z.enum(SECTIONS), z.array(z.strictObject({ id: z.string(), composed: z.string() }))),
  recipients: z.strictObject({ to: z.array(z.string()), cc: z.array(z.string()) }),
  pdf: z.strictObject({ sha256: z.string(), bytes: z.int() }).nullable(),
  snapshot_sha256: z.string().nullable(),
});

export const reportChannels = {
  'report.overview': query(z.strictObject({ projectId: idSchema.optional() }), z.array(reportRow), [
    'report',
    'project',
    'client',
  ]),
  /** Composes without storing anything, or shows a stored report. */
  'report.compose': query(
    z.union([byId, z.strictObject({ projectId: idSchema, period, language })]),
    composed,
    [...READS],
  ),
  /** Period and language of the next report of a project, from its frequency and the last report. */
  'report.suggest': query(
    z.strictObject({ projectId: idSchema }),
    z.strictObject({ period, language, title: z.string() }),
    ['report', 'project', 'client'],
  ),
  'report.create': command(
    z.strictObject({
      projectId: idSchema,
      period,
      language,
      title: z.string().max(300).optional(),
      /** Takes over the wording of this report: a revision, or the next one of a series. */
      fromReportId: idSchema.optional(),
    }),
    z.strictObject({ id: z.string() }),
  ),
  'report.updateDraft': command(
    z.strictObject({
      reportId: idSchema,
      title: z.string().max(300).optional(),
      language: language.optional(),
      period: period.optional(),
    }),
    z.strictObject({ changed: z.boolean() }),
  ),
  'report.setWording': command(
    z.strictObject({ reportId: idSchema, wording: wordingSchema }),
    z.strictObject({ changed: z.boolean() }),
  ),
  /** Clears tasks for the client: all milestones, and the phases they stand in. One undo step. */
  'report.releaseTasks': command(z.strictObject({ projectId: idSchema }), z.strictObject({ count: z.int() })),
  'report.freeze': task(
    z.strictObject({
      reportId: idSchema,
      /** Prints `〓` for characters that no report font has, instead of refusing. */
      replaceMissing: z.boolean().optional(),
    }),
    z.strictObject({ no: z.int(), sha256: z.string(), bytes: z.int(), pages: z.int() }),
  ),
  'report.export': command(byId, z.strictObject({ name: z.string() }).nullable()),
  'report.verify': command(byId, z.strictObject({ snapshot: z.boolean(), pdf: z.boolean() })),
  'report.draftMail': command(
    byId,
    z.strictObject({
      opened: z.boolean(),
      name: z.string(),
      to: z.array(z.string()),
      cc: z.array(z.string()),
      subject: z.string(),
      text: z.string(),
      /** Without attachment, at most 2000 characters. */
      mailto: z.string(),
      bytes: z.int(),
      /** Above the size that many mailboxes refuse. */
      big: z.boolean(),
    }),
  ),
  /** Shows the folder with the last draft of the report. */
  'report.revealDraft': command(byId, nothing),
  /** Opens the new-message window of the mail program with subject and text. */
  'report.openMailto': command(byId, nothing),
  'report.markSent': command(byId, z.strictObject({ commLogId: z.string() })),
};
