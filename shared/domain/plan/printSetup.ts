/** How a plan is put on paper: what the user chooses in the preview, and what the core is asked to print. */
import { z } from 'zod';
import { LOCALES } from '../../model/entities/client.ts';
import { dateSchema, idSchema } from '../../model/field.ts';

/** Columns beside number and name. */
export const PRINT_COLUMNS = [
  'duration',
  'start',
  'finish',
  'percent',
  'predecessors',
  'responsible',
  'slack',
  'baselineFinish',
  'deviation',
] as const;
export type PrintColumn = (typeof PRINT_COLUMNS)[number];

export const BAR_LABELS = ['none', 'name', 'finish', 'percent', 'responsible'] as const;
export const ROW_CHOICES = ['all', 'milestones', 'selected', 'visible'] as const;
export type RowChoice = (typeof ROW_CHOICES)[number];

const fit = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('width') }),
  z.strictObject({
    kind: z.literal('pages'),
    wide: z.int().min(1).max(40),
    tall: z.int().min(1).max(60).optional(),
  }),
  /** Points per day. */
  z.strictObject({ kind: z.literal('scale'), perDay: z.number().min(0.2).max(80) }),
]);

export const printSetupSchema = z.strictObject({
  paper: z.enum(['a4', 'a3']),
  landscape: z.boolean(),
  marginMm: z.number().min(5).max(40),
  fit,
  /** First and last day, inclusive; null = everything the rows have. */
  range: z
    .strictObject({ from: dateSchema, to: dateSchema })
    .refine(({ from, to }) => from <= to, { path: ['to'], message: 'DATES_REVERSED' })
    .nullable(),
  rows: z.enum(ROW_CHOICES),
  columns: z.array(z.enum(PRINT_COLUMNS)).max(PRINT_COLUMNS.length),
  label: z.enum(BAR_LABELS),
  /** pt; smaller is refused, since nobody could read it. */
  fontSize: z.number().min(7).max(14),
  baseline: z.boolean(),
  /** The baseline that is shown; null, or one that is gone: the one the plan is measured against. */
  baselineId: idSchema.nullable().default(null),
  critical: z.boolean(),
  slack: z.boolean(),
  links: z.boolean(),
  progressLine: z.boolean().default(false),
  legend: z.boolean(),
  grey: z.boolean(),
  /** One page of milestones: none, before the chart, or nothing else. */
  summary: z.enum(['none', 'first', 'alone']),
  language: z.enum(LOCALES),
});
export type PrintSetup = z.infer<typeof printSetupSchema>;

/** What is shown before anything was chosen. */
export const defaultPrintSetup = (language: PrintSetup['language']): PrintSetup => ({
  paper: 'a4',
  landscape: true,
  marginMm: 10,
  fit: { kind: 'width' },
  range: null,
  rows: 'all',
  columns: ['start', 'finish', 'percent'],
  label: 'none',
  fontSize: 8,
  baseline: true,
  baselineId: null,
  critical: true,
  slack: false,
  links: true,
  progressLine: false,
  legend: true,
  grey: false,
  summary: 'none',
  language,
});
