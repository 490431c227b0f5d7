/** The plan on paper: what is drawn, and the files that come of it. */
import { z } from 'zod';
import { printSetupSchema } from '../../domain/plan/printSetup.ts';
import { idSchema } from '../../model/field.ts';
import { command, query, task } from '../channel.ts';
import { planChannels, planSchema } from './plan.ts';

const projectId = idSchema;

export const printSourceSchema = z.strictObject({
  plan: planSchema,
  client: z.string(),
  company: z.string(),
  /** The baseline that was asked for, else the one the plan is measured against, parallel to the rows of the plan; null without one. */
  baseline: z
    .strictObject({
      name: z.string(),
      start: z.array(z.number().nullable()),
      finish: z.array(z.number().nullable()),
    })
    .nullable(),
});
export type PrintSource = z.infer<typeof printSourceSchema>;

/** Tasks to print; null: all. The preview knows which are chosen or left by its filter. */
const rowIds = z.array(idSchema).max(50_000).nullable();

/** How the rows of `rowIds` stand where that is not the outline: in exactly that order, under these headings. */
const view = z
  .strictObject({
    /** A list: levels of the outline say nothing. */
    flat: z.boolean(),
    /** Headings of groups, each before the row at that place. */
    heads: z.array(z.strictObject({ at: z.int().min(0), name: z.string().max(500) })).max(5_000),
  })
  .nullable();
export type PrintView = NonNullable<z.infer<typeof view>>;

/** Data of the print page. */
export const ganttPrintSchema = z.strictObject({
  kind: z.literal('gantt'),
  source: printSourceSchema,
  setup: printSetupSchema,
  rowIds,
  view: view.optional(),
});
export type GanttPrint = z.infer<typeof ganttPrintSchema>;

const saved = z.strictObject({ name: z.string(), pages: z.int(), bytes: z.int() });

export const planPrintChannels = {
  'planPrint.source': query(
    z.strictObject({ projectId, baselineId: idSchema.nullable().optional() }),
    printSourceSchema,
    [...planChannels['plan.get'].reads, 'client', 'company', 'baseline', 'baseline_task'],
  ),
  /** Prints and saves where the user says; null if they changed their mind. */
  'planPrint.pdf': task(
    z.strictObject({
      projectId,
      setup: printSetupSchema,
      rowIds,
      view: view.optional(),
      /** Prints `〓` for characters that no font has, instead of refusing. */
      replaceMissing: z.boolean().optional(),
    }),
    saved.nullable(),
  ),
  /** Saves pictures that the window drew, one file each; null if the user changed their mind. */
  'planPrint.images': command(
    z.strictObject({
      projectId,
      format: z.enum(['svg', 'png']),
      /** Uploaded files, in order. */
      tokens: z.array(z.string().max(60)).min(1).max(400),
    }),
    saved.nullable(),
  ),
  /** Opens the file that was saved last in this session, for looking at it or printing it. */
  'planPrint.open': command(z.strictObject({}), z.strictObject({ opened: z.boolean() })),
};
