/** E, D4, W5, X10, MS-12: what contracts bring in and cost, derived from contract, plan and receipts at each reading. */
import { z } from 'zod';
import { PAYMENT_STATES } from '../../domain/contract/payment.ts';
import { LOCALES } from '../../model/entities/client.ts';
import { COST_CATEGORIES, contract, extraFee, paymentStage } from '../../model/entities/contract.ts';
import { idSchema } from '../../model/field.ts';
import { query, task } from '../channel.ts';

const amount = z.int();
const unknownAmount = amount.nullable();
const day = z.string().nullable();
const text = z.string().nullable();
const count = z.int().min(0);

const instalment = z.strictObject({
  id: z.string(),
  name: z.string(),
  kind: paymentStage.fields.kind.schema,
  percent: z.number().nullable(),
  /** The amount was given, not a percent. */
  fixed: z.boolean(),
  /** Its own share of the contract sum; null while not known. */
  baseMinor: unknownAmount,
  /** Approved fees billed with it. */
  feesMinor: amount,
  /** Both together. */
  amountMinor: unknownAmount,
  dueRule: paymentStage.fields.due_rule.schema,
  dueDays: count,
  /** Name of the milestone or deliverable it waits for; null: none chosen. */
  event: text,
  taskId: text,
  deliverableId: text,
  dueOn: day,
  /** The event has happened. */
  reached: z.boolean(),
  state: z.enum(PAYMENT_STATES),
  overdueDays: count,
  claimedOn: day,
  method: paymentStage.fields.method.schema.nullable(),
  condition: text,
  receivedMinor: amount,
  outstandingMinor: amount,
  /** More came in than was agreed. */
  excessMinor: amount,
  /** The day is before the contract takes effect. */
  early: z.boolean(),
});
export type InstalmentRow = z.infer<typeof instalment>;

const exposure = z.strictObject({
  clauseId: z.string(),
  title: z.string(),
  /** What it is measured on: a milestone, or the end of the plan (null). */
  taskId: text,
  task: text,
  contractId: z.string(),
  /** Day the contract names, extensions not included. */
  dueOn: z.string(),
  extensionDays: z.int(),
  extendedOn: z.string(),
  expectedOn: z.string(),
  lateDays: count,
  chargedDays: count,
  graceDays: count,
  ratePercent: z.number(),
  capPercent: z.number().nullable(),
  basisMinor: amount,
  amountMinor: amount,
  capped: z.boolean(),
});
export type ExposureRow = z.infer<typeof exposure>;

const feeRow = z.strictObject({
  id: z.string(),
  kind: extraFee.fields.kind.schema,
  text: z.string(),
  amountMinor: amount,
  approvedOn: day,
  extensionDays: z.int(),
  stageId: text,
});

const contractMoney = z.strictObject({
  id: z.string(),
  no: z.int(),
  title: z.string(),
  direction: contract.fields.direction.schema,
  status: contract.fields.status.schema,
  totalMinor: unknownAmount,
  /** D4: the four parts, and W5: the difference. */
  instalmentsMinor: amount,
  extrasMinor: amount,
  changesMinor: amount,
  openFeesMinor: amount,
  unbilledMinor: amount,
  dueMinor: amount,
  billedMinor: amount,
  differenceMinor: unknownAmount,
  percent: z.number().nullable(),
  receivedMinor: amount,
  retentionPercent: z.number().nullable(),
  /** Amount held back as retention instalments. */
  retentionMinor: amount,
  stages: z.array(instalment),
  fees: z.array(feeRow),
});
export type ContractMoney = z.infer<typeof contractMoney>;

const totals = z.strictObject({
  /** Contract sums and approved fees. */
  dueMinor: amount,
  receivedMinor: amount,
  /** Of instalments with an amount. */
  outstandingMinor: amount,
  overdueMinor: amount,
  overdueCount: count,
  /** Due or claimed, not overdue. */
  claimableMinor: amount,
});
export type MoneyTotals = z.infer<typeof totals>;

const month = z.strictObject({ month: z.string(), amountMinor: amount, count });

const budget = z.strictObject({
  plannedMinor: amount,
  spentMinor: amount,
  varianceMinor: amount,
  variancePercent: z.number().nullable(),
});
const budgetRow = budget.extend({ category: z.enum(COST_CATEGORIES) });

const next = z
  .strictObject({ id: z.string(), name: z.string(), dueOn: z.string(), amountMinor: unknownAmount })
  .nullable();

/** Tables that leave the app. */
export const MONEY_TABLES = ['plan', 'receipts', 'costs', 'budget'] as const;
export type MoneyTable = (typeof MONEY_TABLES)[number];

const reads = [
  'contract',
  'clause',
  'payment_stage',
  'receipt',
  'extra_fee',
  'deliverable',
  'task',
  'project',
  'budget_line',
  'cost_entry',
] as const;

export const moneyChannels = {
  /** Everything about the money of a project. `in`: from the client, `out`: to subcontractors and suppliers. */
  'money.project': query(
    z.strictObject({ projectId: idSchema }),
    z.strictObject({
      today: z.string(),
      currency: z.string(),
      /** Upstream first, by number. */
      contracts: z.array(contractMoney),
      in: totals,
      out: totals,
      /** E3: expected from the client by month; what is overdue is in `in.overdueMinor`. */
      months: z.array(month),
      /** The next instalment from the client that is not overdue. */
      next,
      /** MS-12: what is late or would be, signed upstream contracts only; the largest first. */
      exposure: z.array(exposure),
      exposureMinor: amount,
      /** E4, E5: the whole, then each category that has a figure. */
      budget,
      categories: z.array(budgetRow),
    }),
    [...reads],
  ),
  /** The money of a client over all projects, by currency. */
  'money.client': query(
    z.strictObject({ clientId: idSchema }),
    z.strictObject({
      today: z.string(),
      currencies: z.array(
        totals.extend({
          currency: z.string(),
          exposureMinor: amount,
          months: z.array(month),
          projects: z.array(
            totals.extend({ projectId: z.string(), project: z.string(), exposureMinor: amount, next }),
          ),
        }),
      ),
    }),
    [...reads, 'client'],
  ),
  /** Saves one of the tables of a project where the user says; null if he says nowhere. */
  'money.export': task(
    z.strictObject({
      projectId: idSchema,
      what: z.enum(MONEY_TABLES),
      format: z.enum(['xlsx', 'csv']),
      language: z.enum(LOCALES),
    }),
    z.strictObject({ name: z.string() }).nullable(),
  ),
};
