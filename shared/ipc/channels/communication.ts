/** Communication plan, contacts, meetings, promises: what is more than writing one record. */
import { z } from 'zod';
import { STANDARD_ROWS } from '../../domain/communication/defaults.ts';
import { guardWarning } from '../../domain/communication/guard.ts';
import { UNTOLD_KINDS } from '../../domain/communication/untold.ts';
import { CHANNELS, LOCALES } from '../../model/entities/client.ts';
import { dateSchema, idSchema } from '../../model/field.ts';
import { type CreateInput, registry } from '../../model/registry.ts';
import { command, query } from '../channel.ts';

const projectId = idSchema;
const day = dateSchema;
const count = z.int().min(0);
const language = z.enum(LOCALES);
const reason = z.string().trim().max(2_000);
const { kind: promiseKind } = registry.promise.fields;

const rate = {
  kept: count,
  /** Moved to another day in time, and still open. */
  renegotiated: count,
  broken: count,
  open: count,
  /** Of those that are open: past their day. */
  late: count,
  /** Kept of kept and broken, 0 to 1; null before one is settled. */
  rate: z.number().min(0).max(1).nullable(),
};

const untoldRow = z.strictObject({
  kind: z.enum(UNTOLD_KINDS),
  /** Of the record; of the milestone for a date. */
  id: z.string(),
  no: z.int().nullable(),
  title: z.string(),
  client_text: z.string().nullable(),
  reason: z.enum(['never', 'changed']),
  informed_on: day.nullable(),
  changed_on: day.nullable(),
  /** Dates: the day the client knows, the day it is now, and the days between them. */
  from_on: day.nullable(),
  to_on: day.nullable(),
  days: z.int().nullable(),
});
export type UntoldRow = z.infer<typeof untoldRow>;

/** What an entry of the log or a line of minutes can become, beside a promise, which asks its guard first. */
export const TURN_INTO = ['requirement', 'expectation', 'issue', 'decision', 'task'] as const;
export type TurnInto = (typeof TURN_INTO)[number];

const guarded = z.strictObject({
  clientId: idSchema,
  projectId: projectId.nullable(),
  /** The promise itself when it is there already: it does not count against itself. */
  promiseId: idSchema.nullable(),
  kind: promiseKind.schema,
  due_on: day.nullable(),
  needs_days: z.int().min(0).max(10_000).nullable(),
  owner: z.string().max(120).nullable(),
  task_id: idSchema.nullable(),
});
export type GuardInput = z.infer<typeof guarded>;

/** Numbers are given by the core, and outcomes by their own commands. */
const promiseValues = (registry.promise.createSchema as unknown as z.ZodObject).omit({
  no: true,
  status: true,
  settled_on: true,
  first_due_on: true,
  guard_note: true,
}) as unknown as z.ZodType<CreateInput<'promise'>>;

const warnings = z.array(guardWarning);

export const communicationChannels = {
  /** Demand 19, WF3, WF4: the last contact with a client over all projects, and when the next one is due. */
  'comm.lastContact': query(
    z.strictObject({ clientId: idSchema }),
    z.strictObject({
      last: z
        .strictObject({ id: z.string(), on: day, channel: z.enum(CHANNELS), summary: z.string() })
        .nullable(),
      state: z.enum(['none_expected', 'ok', 'soon', 'overdue']),
      limit: z.int().nullable(),
      due_on: day.nullable(),
      days: z.int(),
    }),
    ['comm_log', 'comm_plan_item', 'project', 'client'],
  ),
  /** O14: what the client should know and has not been told. */
  'comm.untold': query(z.strictObject({ projectId }), z.array(untoldRow), [
    'risk',
    'issue',
    'decision',
    'task',
    'report',
    'premilestone_check',
    'delay_notice',
    'milestone_forecast',
    'baseline',
    'baseline_task',
    'project',
  ]),
  /** Marks rows of `comm.untold` as told on a day; one step to undo. */
  'comm.markTold': command(
    z.strictObject({ projectId, ids: z.array(idSchema).min(1).max(500), on: day }),
    z.strictObject({ told: count }),
  ),
  /** O1, O8: adds the usual rows that the plan does not have yet, or those of them that are named. */
  'comm.addStandard': command(
    z.strictObject({ projectId, language, only: z.array(z.enum(STANDARD_ROWS)).min(1).optional() }),
    z.strictObject({ ids: z.array(z.string()) }),
  ),
  /** O1: a row of the plan was done on a day. */
  'comm.planDone': command(
    z.strictObject({ id: idSchema, on: day }),
    z.strictObject({ next_due_on: day.nullable() }),
  ),
  /** B3: makes something of an entry of the log or of a line of minutes. */
  'comm.turn': command(
    z.strictObject({
      id: idSchema,
      into: z.enum(TURN_INTO),
      /** Left out: the words of the entry. */
      text: z.string().trim().min(1).max(2_000).optional(),
      due_on: day.nullable().optional(),
    }),
    z.strictObject({ id: z.string(), entity: z.string() }),
  ),
  /** P4: how many promises to a client were kept. */
  'promise.rate': query(
    z.strictObject({ clientId: idSchema }),
    z.strictObject({
      ...rate,
      byKind: z.array(z.strictObject({ kind: promiseKind.schema, ...rate })),
    }),
    ['promise'],
  ),
  /** MS-5: what speaks against a promise. */
  'promise.check': query(guarded, z.strictObject({ warnings }), [
    'promise',
    'task',
    'link',
    'calendar',
    'resource',
    'assignment',
    'risk',
    'project',
  ]),
  /**
   * MS-5: makes a promise. With something against it, nothing is written unless `anyway`; then the warnings, in words
   * of the language, become part of the promise.
   */
  'promise.make': command(
    z.strictObject({
      values: promiseValues,
      /** Line of minutes it was made in, which then names it. */
      item_id: idSchema.optional(),
      anyway: z.boolean(),
      language,
    }),
    z.strictObject({ id: z.string().nullable(), warnings }),
  ),
  /** X7: what became of a promise; `made` takes a mistaken outcome back. */
  'promise.settle': command(
    z.strictObject({
      id: idSchema,
      to: z.enum(['kept', 'broken', 'withdrawn', 'made']),
      on: day.optional(),
      reason: reason.nullable().optional(),
    }),
    z.strictObject({}),
  ),
  /** X7: another day was agreed before the promised one came. */
  'promise.renegotiate': command(
    z.strictObject({ id: idSchema, due_on: day, reason: reason.nullable() }),
    z.strictObject({}),
  ),
  /** O3, O4: puts what is open onto the agenda, without what stands there already. */
  'meeting.prefill': command(z.strictObject({ id: idSchema, language }), z.strictObject({ added: count })),
  /**
   * The meeting was held: its decisions are registered, and with the client at the table it becomes an entry of the
   * log of contacts. Actions stay due in the minutes, where they are ticked off.
   */
  'meeting.close': command(z.strictObject({ id: idSchema, language }), z.strictObject({ decisions: count })),
};
