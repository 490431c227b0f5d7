/** Import of Microsoft Project XML: a look at the file first, then one undo step. */
import { z } from 'zod';
import { idSchema } from '../../model/field.ts';
import { query, task } from '../channel.ts';

const args = z.record(z.string(), z.union([z.string(), z.number()]));

/** A remark on the file; its text is `mspdi:<code>`. */
export const importWarning = z.strictObject({
  code: z.string(),
  place: z.string(),
  line: z.int().nullable(),
  args,
});
export type ImportWarning = z.infer<typeof importWarning>;

/** A task whose dates in the file do not follow from its start, duration and calendar. */
export const importDifference = z.strictObject({
  uid: z.int(),
  name: z.string(),
  source: z.string().nullable(),
  ours: z.string().nullable(),
  reason: z.string(),
});

/** What an import read, what it left out, and why. Kept with the project. */
export const importReport = z.strictObject({
  fileName: z.string(),
  producer: z.string(),
  title: z.string(),
  company: z.string().nullable(),
  manager: z.string().nullable(),
  start: z.string().nullable(),
  finish: z.string().nullable(),
  counts: z.strictObject({
    tasks: z.int(),
    milestones: z.int(),
    links: z.int(),
    calendars: z.int(),
    resources: z.int(),
    assignments: z.int(),
    baselines: z.int(),
    fields: z.int(),
  }),
  /** At most 100 of each code; `warningCounts` has the true numbers. */
  warnings: z.array(importWarning),
  warningCounts: z.record(z.string(), z.int()),
  leftOut: z.strictObject({
    links: z.int(),
    timephasedBlocks: z.int(),
    unknownElements: z.int(),
  }),
  differences: z.array(importDifference),
  differenceCount: z.int(),
});
export type ImportReport = z.infer<typeof importReport>;

export const importChannels = {
  /** Reads the file and writes nothing. */
  'import.inspect': task(z.strictObject({ token: z.string().max(100) }), importReport),
  'import.project': task(
    z.strictObject({
      token: z.string().max(100),
      client: z.union([
        z.strictObject({ id: idSchema }),
        z.strictObject({ name: z.string().min(1).max(200) }),
      ]),
      name: z.string().min(1).max(300).optional(),
    }),
    z.strictObject({ projectId: z.string(), clientId: z.string(), report: importReport }),
  ),
  'import.report': query(z.strictObject({ projectId: idSchema }), importReport.nullable(), ['project']),
};
