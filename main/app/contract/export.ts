/** E2–E4: payment plan, receipts and costs as tables for spreadsheet programs, in the language of the reader. */
import { projectMoney } from '#db/queries/money.ts';
import { listRecords } from '#db/queries/records.ts';
import type { TaskContext } from '#main/ipc/router.ts';
import { catalogues, type Locale } from '#shared/i18n/index.ts';
import type { WrittenCell, WrittenSheet } from '#shared/interchange/table/write.ts';
import type { MoneyTable } from '#shared/ipc/channels/money.ts';
import type { InputOf } from '#shared/ipc/contract.ts';
import type { RecordOf } from '#shared/model/registry.ts';
import type { AppContext } from '../context.ts';
import { saveAs } from '../table/handlers.ts';

type Project = RecordOf<'project'>;
type Value = string | null;

interface Writer {
  readonly text: (value: Value) => WrittenCell;
  readonly day: (value: Value) => WrittenCell;
  readonly money: (minor: number | null) => WrittenCell;
}

/** Yen have no smaller unit; all other currencies of the app have hundredths. */
function writer(currency: string): Writer {
  const decimals = currency === 'JPY' ? 0 : 2;
  return {
    text: (value) => (value === null || value === '' ? null : { kind: 'text', text: value }),
    day: (value) => (value === null ? null : { kind: 'date', at: value }),
    money: (minor) => (minor === null ? null : { kind: 'number', value: minor / 10 ** decimals, decimals }),
  };
}

function planSheet(ctx: AppContext, project: Project, locale: Locale): Omit<WrittenSheet, 'name'> {
  const { model, contract: texts } = catalogues[locale];
  const { text, day, money } = writer(project.currency);
  const found = projectMoney(ctx.store.read, project, ctx.today());
  const fields = model.payment_stage.fields;
  const rows = found.contracts.flatMap((contract) =>
    contract.stages.map((row) => [
      text(contract.title),
      text(row.name),
      text(model.payment_stage.enums.kind[row.kind]),
      row.percent === null ? null : ({ kind: 'number', value: row.percent, decimals: 2 } as const),
      money(row.amountMinor),
      text(row.event ?? model.payment_stage.enums.due_rule[row.dueRule]),
      day(row.dueOn),
      text(texts.money.state[row.state]),
      money(row.receivedMinor),
      money(row.outstandingMinor),
      text(row.condition),
    ]),
  );
  const header = [
    model.contract.name,
    fields.name,
    fields.kind,
    fields.percent,
    `${texts.money.amount} (${project.currency})`,
    texts.money.event,
    texts.money.dueOn,
    texts.money.stateHead,
    texts.money.received,
    texts.money.outstanding,
    fields.condition,
  ];
  return { header, rows, widths: [24, 20, 12, 10, 16, 20, 12, 14, 16, 16, 30] };
}

function receiptSheet(ctx: AppContext, project: Project, locale: Locale): Omit<WrittenSheet, 'name'> {
  const { model } = catalogues[locale];
  const { text, day, money } = writer(project.currency);
  const fields = model.receipt.fields;
  const found = projectMoney(ctx.store.read, project, ctx.today());
  const rows = found.contracts
    .flatMap((contract) =>
      contract.stages.flatMap((stage) =>
        listRecords(ctx.store.read, 'receipt', { payment_stage_id: stage.id }).map((receipt) => ({
          contract,
          stage,
          receipt,
        })),
      ),
    )
    .sort((a, b) => (a.receipt.received_on < b.receipt.received_on ? -1 : 1))
    .map(({ contract, stage, receipt }) => [
      day(receipt.received_on),
      text(contract.title),
      text(stage.name),
      money(receipt.amount_minor),
      text(receipt.method === null ? null : model.receipt.enums.method[receipt.method]),
      text(receipt.voucher),
      text(receipt.note),
    ]);
  const header = [
    fields.received_on,
    model.contract.name,
    model.payment_stage.name,
    `${fields.amount_minor} (${project.currency})`,
    fields.method,
    fields.voucher,
    fields.note,
  ];
  return { header, rows, widths: [12, 24, 20, 16, 14, 18, 30] };
}

function costSheet(ctx: AppContext, project: Project, locale: Locale): Omit<WrittenSheet, 'name'> {
  const { model } = catalogues[locale];
  const { text, day, money } = writer(project.currency);
  const fields = model.cost_entry.fields;
  const rows = listRecords(ctx.store.read, 'cost_entry', { project_id: project.id })
    .sort((a, b) => (a.spent_on < b.spent_on ? -1 : 1))
    .map((cost) => [
      day(cost.spent_on),
      text(model.cost_entry.enums.category[cost.category]),
      text(cost.text),
      money(cost.amount_minor),
      text(cost.voucher),
    ]);
  const header = [
    fields.spent_on,
    fields.category,
    fields.text,
    `${fields.amount_minor} (${project.currency})`,
    fields.voucher,
  ];
  return { header, rows, widths: [12, 14, 30, 16, 18] };
}

/** E4, E5: planned and spent by category, with the variance in money and percent; the last line is all of it. */
function budgetSheet(ctx: AppContext, project: Project, locale: Locale): Omit<WrittenSheet, 'name'> {
  const { model, contract: texts } = catalogues[locale];
  const { text, money } = writer(project.currency);
  const { budget, categories } = projectMoney(ctx.store.read, project, ctx.today());
  const line = (name: string, figures: typeof budget): WrittenCell[] => [
    text(name),
    money(figures.plannedMinor),
    money(figures.spentMinor),
    money(figures.varianceMinor),
    figures.variancePercent === null ? null : { kind: 'number', value: figures.variancePercent, decimals: 1 },
  ];
  const header = [
    texts.costs.category,
    `${texts.costs.planned} (${project.currency})`,
    `${texts.costs.spent} (${project.currency})`,
    `${texts.costs.variance} (${project.currency})`,
    texts.costs.percent,
  ];
  const rows = [
    ...categories.map((one) => line(model.budget_line.enums.category[one.category], one)),
    line(texts.costs.all, budget),
  ];
  return { header, rows, widths: [18, 16, 16, 16, 12] };
}

const SHEETS: Readonly<Record<MoneyTable, typeof planSheet>> = {
  plan: planSheet,
  receipts: receiptSheet,
  costs: costSheet,
  budget: budgetSheet,
};

/** @throws AppError EXPORT_WRITE_FAILED, CANCELLED */
export function exportMoney(
  ctx: AppContext,
  project: Project,
  input: InputOf<'money.export'>,
  task: TaskContext,
): Promise<{ name: string } | null> {
  const name = catalogues[input.language].contract.exports[input.what];
  const sheet = { name, ...SHEETS[input.what](ctx, project, input.language) };
  return saveAs(ctx, `${project.name} ${name}`, input.format, [sheet], task);
}
