/** D: acts on a contract that are more than editing a record. */
import { z } from 'zod';
import { CHECKED_CLAUSES, LACKS } from '../../domain/contract/completeness.ts';
import { contract } from '../../model/entities/contract.ts';
import { dateSchema, idSchema } from '../../model/field.ts';
import { command, query } from '../channel.ts';
import { effectSchema } from './plan.ts';

const one = z.strictObject({ id: idSchema });

const gap = z.strictObject({
  clause: z.enum(CHECKED_CLAUSES),
  kind: z.enum(['missing', 'incomplete']),
  lacks: z.array(z.enum(LACKS)),
  /** Records that lack it, by name. */
  names: z.array(z.string()),
  clauseId: z.string().nullable(),
  place: z.enum(['clauses', 'facts', 'deliverables', 'money']),
  source: z.strictObject({
    row: z.string(),
    document: z.enum(['000_07b1', '003_bf57']),
    place: z.string(),
  }),
});
export type GapRow = z.infer<typeof gap>;

export const PLANNED_STATES = ['new', 'linked', 'planned'] as const;

/** Working days before and after a day off; null for a working day. */
const aroundDay = z.strictObject({ before: dateSchema, after: dateSchema }).nullable();
/** Where the milestone of a contract day stands on which nobody works. */
export const FREE_DAYS = ['before', 'after'] as const;

const milestone = z.strictObject({
  /** A clause, a deliverable, or the contract itself for its finish. */
  id: z.string(),
  name: z.string(),
  dueOn: z.string(),
  taskId: z.string().nullable(),
  /** `new`: will be made. `linked`: a task is chosen and gets the contract's day. `planned`: is in the plan already. */
  state: z.enum(PLANNED_STATES),
  /** The working days around it when nobody works on it; null for a working day. */
  around: aroundDay,
});
export type ContractMilestone = z.infer<typeof milestone>;

export const contractChannels = {
  /** D15: the check before signing; at most one gap per type of clause. */
  'contract.check': query(
    one,
    z.strictObject({ status: contract.fields.status.schema, checked: z.int(), gaps: z.array(gap) }),
    ['contract', 'contract_party', 'clause', 'deliverable', 'payment_stage', 'receipt', 'extra_fee', 'task'],
  ),
  /**
   * Signs: from then on sum and clauses change by extras, change fees and adjustments only. With gaps a reason has to
   * be given; it is kept together with what was open.
   */
  'contract.sign': command(
    z.strictObject({
      id: idSchema,
      signedOn: dateSchema,
      reason: contract.fields.sign_reason.schema.nullable(),
    }),
    z.strictObject({ gaps: z.int() }),
  ),
  /** D3: days of the contract that are, or would become, milestones of the plan, by day. */
  'contract.milestones': query(
    one,
    z.strictObject({
      rows: z.array(milestone),
      /** There is a baseline of the contract; none is taken again. */
      baseline: z.boolean(),
    }),
    ['contract', 'clause', 'deliverable', 'task', 'baseline'],
  ),
  /** D3: whether somebody works on a day, and the working days around it, on the calendar of the project. */
  'contract.day': query(
    z.strictObject({ projectId: idSchema, day: dateSchema }),
    z.strictObject({ around: aroundDay }),
    ['calendar', 'project'],
  ),
  /** Takes them into the plan, and freezes it as the baseline of the contract if there is none: one undo step. */
  'contract.takeIntoPlan': command(
    z.strictObject({
      id: idSchema,
      /** Days off: the milestone stands before them, so that the day is kept, unless it is wanted after them. */
      freeDays: z.enum(FREE_DAYS).optional(),
    }),
    z.strictObject({
      added: z.int(),
      linked: z.int(),
      baselineId: z.string().nullable(),
      effect: effectSchema,
    }),
  ),
};
