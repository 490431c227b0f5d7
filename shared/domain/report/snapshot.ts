/**
 * What a report shows, and all of it: screen, PDF, e-mail and the copy inside the PDF are drawn from one
 * snapshot. It holds values, never formatted numbers, and nothing that was not cleared for the client.
 */
import { z } from 'zod';
import { LOCALES } from '#shared/model/entities/client.ts';
import { dateSchema } from '#shared/model/field.ts';

export const SNAPSHOT_FORMAT = 'milepost-report';
export const SNAPSHOT_VERSION = 1;

/** Sections in their printed order. `attention` cannot be hidden (P1: bad news is told). */
export const SECTIONS = [
  'progress',
  'attention',
  'milestones',
  'trend',
  'done',
  'expectations',
  'next',
  'risks',
  'issues',
  'decisions',
  'promises',
  'values',
] as const;
export type SectionId = (typeof SECTIONS)[number];
/** Left out where there is nothing to tell; also missing in reports of earlier versions. */
export const OPTIONAL_SECTIONS = ['trend', 'expectations', 'promises', 'values'] as const;
type OptionalSection = (typeof OPTIONAL_SECTIONS)[number];
export const isOptional = (id: SectionId): id is OptionalSection =>
  OPTIONAL_SECTIONS.some((optional) => optional === id);
export const HIDEABLE_SECTIONS = SECTIONS.filter((id) => id !== 'attention' && id !== 'progress');

const text = z.string();
const day = dateSchema.nullable();
const percent = z.number().min(0).max(100);

export const MILESTONE_STATES = ['done', 'done_late', 'on_track', 'late', 'overdue'] as const;

const milestone = z.strictObject({
  id: text,
  name: text,
  planned_on: day,
  forecast_on: day,
  actual_on: day,
  /** Calendar days after the plan; negative is early. While overdue without a forecast: days so far. */
  days: z.int().nullable(),
  state: z.enum(MILESTONE_STATES),
});

/** How the forecast of a milestone moved from report to report. */
const trend = z.strictObject({
  id: text,
  name: text,
  points: z.array(z.strictObject({ on: dateSchema, forecast: dateSchema, done: z.boolean() })),
});

const bar = z.strictObject({
  id: text,
  name: text,
  start_on: dateSchema,
  finish_on: dateSchema,
  percent,
});

const work = z.strictObject({
  id: text,
  name: text,
  /** `continues`: goes on; the others happen inside the period. */
  state: z.enum(['finished', 'started', 'continues', 'starts', 'finishes']),
  start_on: day,
  finish_on: day,
  percent,
});

const measure = z.strictObject({ text, due_on: day, done: z.boolean() });

const risk = z.strictObject({
  id: text,
  no: z.int(),
  text,
  band: z.enum(['low', 'medium', 'high', 'critical']).nullable(),
  occurred: z.boolean(),
  preventive: z.array(measure),
  contingency: z.array(measure),
});

const issue = z.strictObject({
  id: text,
  no: z.int(),
  text,
  severity: z.enum(['low', 'medium', 'high']),
  status: z.enum(['raised', 'responded', 'explained', 'solved', 'confirmed']),
  measure: text.nullable(),
  due_on: day,
});

const decision = z.strictObject({
  id: text,
  no: z.int(),
  question: text,
  options: text.nullable(),
  consequence: text.nullable(),
  needed_on: day,
  overdue: z.boolean(),
});

/** P1: what the client must not have to look for. */
const attention = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('deviation'), value: z.number() }),
  z.strictObject({
    kind: z.literal('finish_late'),
    planned_on: dateSchema,
    forecast_on: dateSchema,
    days: z.int(),
  }),
  z.strictObject({
    kind: z.literal('milestone_late'),
    id: text,
    name: text,
    days: z.int(),
    overdue: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('task_late'), id: text, name: text, days: z.int() }),
  z.strictObject({ kind: z.literal('risk_occurred'), id: text, no: z.int(), text }),
  z.strictObject({ kind: z.literal('issue_high'), id: text, no: z.int(), text }),
  z.strictObject({
    kind: z.literal('decision_overdue'),
    id: text,
    no: z.int(),
    question: text,
    days: z.int(),
  }),
]);

export const PROMISE_STATES = ['open', 'moved', 'late', 'kept', 'kept_late', 'broken'] as const;

const promise = z.strictObject({
  id: text,
  no: z.int(),
  text,
  due_on: day,
  settled_on: day,
  state: z.enum(PROMISE_STATES),
});

export const EXPECTATION_STATES = ['open', 'agreed', 'late', 'short', 'met', 'missed'] as const;

/** O9: an expectation and what has come of it; `percent` of what was expected, where it was measured. */
const expectation = z.strictObject({
  id: text,
  no: z.int(),
  text,
  due_on: day,
  percent: z.number().min(0).max(200).nullable(),
  state: z.enum(EXPECTATION_STATES),
});

/** G12 */
const value = z.strictObject({
  id: text,
  kind: z.enum(['economic', 'social', 'efficiency', 'process']),
  text,
});

const period = z.strictObject({ from: dateSchema, to: dateSchema });

export const snapshotSchema = z.strictObject({
  format: z.literal(SNAPSHOT_FORMAT),
  version: z.literal(SNAPSHOT_VERSION),
  language: z.enum(LOCALES),
  /** Number inside the project; null until the report is frozen. */
  no: z.int().nullable(),
  title: text,
  period,
  next_period: period,
  /** Day up to which plan and actual are compared. */
  status_on: dateSchema,
  prepared_on: dateSchema,
  prepared_by: text.nullable(),
  company: z
    .strictObject({
      name: text,
      address: text.nullable(),
      phone: text.nullable(),
      email: text.nullable(),
      tax_no: text.nullable(),
      logo: text.nullable(),
    })
    .nullable(),
  client: z.strictObject({ name: text }),
  project: z.strictObject({ name: text, code: text.nullable(), start_on: day, finish_on: day }),
  progress: z.strictObject({
    planned: percent.nullable(),
    actual: percent.nullable(),
    /** W1 in percent; null where the plan is 0 or unknown. */
    deviation: z.number().nullable(),
    abnormal: z.boolean(),
    limit: z.number(),
    planned_finish_on: day,
    forecast_finish_on: day,
  }),
  attention: z.array(attention),
  milestones: z.array(milestone),
  /** Missing where no milestone has been reported on twice, and in reports of earlier versions. */
  trend: z.array(trend).optional(),
  bars: z.array(bar),
  done: z.array(work),
  next: z.array(work),
  risks: z.array(risk),
  issues: z.array(issue),
  decisions: z.array(decision),
  /** P2: due until the next report, or settled in this one's period. Missing where there are none. */
  promises: z.array(promise).optional(),
  /** A7, O9: missing where nothing is expected that the client may see. */
  expectations: z.array(expectation).optional(),
  values: z.array(value).optional(),
  hidden: z.array(z.enum(SECTIONS)),
  /** Words of the author at the head of a section; a section without them speaks for itself. */
  texts: z.partialRecord(z.enum(SECTIONS), text),
});

export type ReportSnapshot = z.infer<typeof snapshotSchema>;
export type ReportMilestone = ReportSnapshot['milestones'][number];
export type ReportTrend = NonNullable<ReportSnapshot['trend']>[number];
export type ReportBar = ReportSnapshot['bars'][number];
export type ReportWork = ReportSnapshot['done'][number];
export type ReportRisk = ReportSnapshot['risks'][number];
export type ReportIssue = ReportSnapshot['issues'][number];
export type ReportDecision = ReportSnapshot['decisions'][number];
export type ReportPromise = NonNullable<ReportSnapshot['promises']>[number];
export type ReportExpectation = NonNullable<ReportSnapshot['expectations']>[number];
export type ReportValue = NonNullable<ReportSnapshot['values']>[number];
export type ReportMeasure = ReportRisk['preventive'][number];
export type Attention = ReportSnapshot['attention'][number];

/** What stands in the way of a good report; never printed. `id` is the record to look at. */
export const WARNING_CODES = [
  'NO_COMPANY',
  'NO_VISIBLE_TASKS',
  'NO_BASELINE',
  'NO_PROGRESS',
  'STATUS_STALE',
  'PERCENT_STALE',
  'MILESTONE_WITHOUT_FORECAST',
  'TASK_WITHOUT_DATES',
  'OWNER_MISSING',
  'RISK_WITHOUT_WORDING',
  'RISK_WITHOUT_MEASURE',
  'RISK_NOT_RATED',
  'ISSUE_WITHOUT_WORDING',
  'ISSUE_WITHOUT_MEASURE',
  'DECISION_WITHOUT_DATE',
  'NO_RECIPIENTS',
  'MISSING_GLYPHS',
] as const;
export type WarningCode = (typeof WARNING_CODES)[number];

export const warningSchema = z.strictObject({
  code: z.enum(WARNING_CODES),
  entity: text.nullable(),
  id: text.nullable(),
  name: text,
});
export type ReportWarning = z.infer<typeof warningSchema>;
