/** Task lists of spreadsheets: a look with a dry run, then one undo step; template and export. */
import { z } from 'zod';
import { DATE_ORDERS } from '../../interchange/table/dates.ts';
import { DELIMITERS, ENCODINGS, FIELDS, LIMITS } from '../../interchange/table/model.ts';
import { HIERARCHIES } from '../../interchange/table/outline.ts';
import { REFERENCES } from '../../interchange/table/references.ts';
import { IGNORED_KINDS } from '../../interchange/table/taskRows.ts';
import { PERCENT_FORMS, PROBLEMS } from '../../interchange/table/values.ts';
import { LOCALES } from '../../model/entities/client.ts';
import { idSchema } from '../../model/field.ts';
import { PRESET_KINDS } from '../../schedule/calendar/presets.ts';
import { command, task } from '../channel.ts';
import { placeSchema } from './plan.ts';

const token = z.string().max(100);
const column = z
  .int()
  .min(0)
  .max(LIMITS.columns - 1);
const order = z.enum(DATE_ORDERS);
const mapping = z.partialRecord(z.enum(FIELDS), column);

/** How the file is to be read; what is missing is found out from the table. */
export const tableOptions = z.strictObject({
  sheet: z.int().min(0).max(LIMITS.sheets).optional(),
  encoding: z.enum(ENCODINGS).optional(),
  delimiter: z.enum(DELIMITERS).optional(),
  /** Row of the sheet with the titles, 0 without titles. */
  headerRow: z.int().min(0).max(10_000_000).optional(),
  mapping: mapping.optional(),
  hierarchy: z.enum(HIERARCHIES).optional(),
  reference: z.enum(REFERENCES).optional(),
  percentForm: z.enum(PERCENT_FORMS).optional(),
  dateOrders: z.array(z.strictObject({ column, order })).max(16).optional(),
});
export type TableOptions = z.infer<typeof tableOptions>;

export const READ_KINDS = ['date', 'duration', 'percent', 'money', 'yesNo', 'unread', 'undecided'] as const;

/** What a cell was read as. */
const reading = z.strictObject({
  column,
  kind: z.enum(READ_KINDS),
  /** Date as `YYYY-MM-DD` or with a time; duration as typed; hundredths of money; per cent. */
  value: z.union([z.string(), z.number(), z.boolean()]).nullable(),
});
export type TableReading = z.infer<typeof reading>;

export const tableProblem = z.strictObject({
  row: z.int(),
  column: z.int().nullable(),
  field: z.enum(FIELDS),
  code: z.enum(PROBLEMS),
  text: z.string(),
});
export type TableProblem = z.infer<typeof tableProblem>;

export const tableDateColumn = z.strictObject({
  column,
  /** Null: the user has to say it. */
  order: order.nullable(),
  decidedBy: z.enum(['form', 'values', 'otherColumn', 'user']).nullable(),
  possible: z.array(order),
  ambiguous: z.int(),
  unreadable: z.int(),
  /** A cell that shows the difference, and what it means in each order. */
  example: z.strictObject({ text: z.string(), readings: z.partialRecord(order, z.string()) }).nullable(),
});
export type TableDateColumn = z.infer<typeof tableDateColumn>;

const count = z.int().min(0);

export const tablePreview = z.strictObject({
  fileName: z.string(),
  kind: z.enum(['xlsx', 'text']),
  encoding: z.enum(ENCODINGS).nullable(),
  delimiter: z.enum(DELIMITERS).nullable(),
  sheets: z.array(z.strictObject({ name: z.string(), rows: count })),
  sheet: count,
  headerRow: count,
  /** Rows that may hold the titles. */
  headerRows: z.array(count),
  columns: z.array(z.strictObject({ letter: z.string(), title: z.string() })),
  mapping,
  hierarchy: z.enum(HIERARCHIES),
  reference: z.enum(REFERENCES),
  percentForm: z.enum(PERCENT_FORMS),
  dates: z.array(tableDateColumn),
  /** The first rows as they stand, with what was read from them. */
  rows: z.array(z.strictObject({ number: z.int(), cells: z.array(z.string()), reads: z.array(reading) })),
  rowCount: count,
  /** What the import would create. */
  counts: z.strictObject({ tasks: count, summaries: count, milestones: count, links: count }),
  start: z.string().nullable(),
  finish: z.string().nullable(),
  problems: z.array(tableProblem),
  problemCount: count,
  /** Rows that are no tasks: totals, footnotes, the first row of another table below. */
  ignored: z.array(z.strictObject({ row: z.int(), kind: z.enum(IGNORED_KINDS), text: z.string() })),
  durationsDiffer: count,
  daysOff: count,
  beforeLinks: count,
  /** Working week in which every date of the list is a working day. */
  calendar: z.enum(PRESET_KINDS),
  cut: z.strictObject({ rows: count, columns: count }),
});
export type TablePreview = z.infer<typeof tablePreview>;

const saved = z.strictObject({ name: z.string() }).nullable();
const format = z.enum(['xlsx', 'csv']);

export const tableChannels = {
  /** Reads the file and says what an import would create. Writes nothing. */
  'table.preview': task(
    z.strictObject({
      token,
      options: tableOptions,
      /** Where it would go: the calendar decides what is a working day. */
      projectId: idSchema.optional(),
      calendar: z.enum(PRESET_KINDS).optional(),
    }),
    tablePreview,
  ),
  'table.import': task(
    z.strictObject({
      token,
      options: tableOptions,
      /** Cells that cannot be read stay empty; without this such a table is refused. */
      leaveOut: z.boolean(),
      into: z.union([
        z.strictObject({
          client: z.union([
            z.strictObject({ id: idSchema }),
            z.strictObject({ name: z.string().min(1).max(200) }),
          ]),
          name: z.string().min(1).max(300),
          calendar: z.enum(PRESET_KINDS).optional(),
        }),
        z.strictObject({ projectId: idSchema, place: placeSchema }),
      ]),
    }),
    z.strictObject({ projectId: z.string(), tasks: count, firstId: z.string() }),
  ),
  /** Saves an empty task list with examples; null if the user changed their mind. */
  'table.template': command(z.strictObject({ language: z.enum(LOCALES), format }), saved),
  'table.export': task(z.strictObject({ projectId: idSchema, language: z.enum(LOCALES), format }), saved),
};
