import { projectMoney } from '#db/queries/money.ts';
import { listRecords } from '#db/queries/records.ts';
import { ownersOf, readSubject } from '#main/app/document/subject.ts';
import { enumText, fieldText, type Say, textsIn } from '#main/app/texts.ts';
import { capitalAmount } from '#shared/domain/contract/capitals.ts';
import { documentOf, heading, table } from '#shared/domain/documents/blocks.ts';
import type { Block } from '#shared/domain/documents/content.ts';
import type { Locale } from '#shared/i18n/index.ts';
import type { ContractMoney } from '#shared/ipc/channels/money.ts';
import { AppError } from '#shared/ipc/errors.ts';
import type { RecordOf } from '#shared/model/registry.ts';
import { amountFigures, amountText } from './common.ts';
import type { KindSpec } from './types.ts';

interface Source {
  readonly say: Say;
  readonly money: ContractMoney;
  /** An amount of a column whose head names the currency. */
  readonly text: (minor: number | null) => string | null;
  /** Head of such a column. */
  readonly head: (label: string) => string;
}

function stageTable({ say, money, text, head }: Source): Block {
  const title = say('docContent:payment.stages');
  return table(
    'stages',
    title,
    [
      [fieldText(say, 'payment_stage', 'name'), 24],
      [say('docContent:payment.percent'), 11, 'end'],
      [head(say('docContent:payment.amount')), 24, 'end'],
      [say('docContent:payment.due'), 22],
      [head(say('docContent:payment.received')), 24, 'end'],
      [head(say('docContent:payment.open')), 24, 'end'],
    ],
    [
      ...money.stages.map((stage) => ({
        id: stage.id,
        cells: [
          [stage.name, stage.condition].filter(Boolean).join('\n'),
          stage.percent === null ? null : `${stage.percent}%`,
          text(stage.amountMinor),
          [stage.dueOn, stage.event ?? enumText(say, 'payment_stage', 'due_rule', stage.dueRule)]
            .filter(Boolean)
            .join('\n'),
          text(stage.receivedMinor),
          text(stage.outstandingMinor),
        ],
      })),
      {
        id: 'sum',
        tone: 'strong' as const,
        cells: [
          say('docContent:payment.sum'),
          money.percent === null ? null : `${money.percent}%`,
          text(money.billedMinor),
          null,
          text(money.receivedMinor),
          text(money.stages.reduce((sum, stage) => sum + stage.outstandingMinor, 0)),
        ],
      },
    ],
    say('docContent:payment.none'),
  );
}

/** E3: what came in, and for what. */
function receiptTable({ say, money, text, head }: Source, receipts: readonly RecordOf<'receipt'>[]): Block {
  const names = new Map(money.stages.map((stage) => [stage.id, stage.name]));
  const name = (field: string): string => fieldText(say, 'receipt', field);
  return table(
    'receipts',
    say('docContent:payment.receipts'),
    [
      [name('received_on'), 16],
      [fieldText(say, 'payment_stage', 'name'), 26],
      [head(name('amount_minor')), 22, 'end'],
      [name('method'), 16],
      [name('voucher'), 24],
    ],
    receipts.map((receipt) => ({
      id: receipt.id,
      cells: [
        receipt.received_on,
        names.get(receipt.payment_stage_id),
        text(receipt.amount_minor),
        enumText(say, 'receipt', 'method', receipt.method),
        receipt.voucher,
      ],
    })),
    say('docContent:payment.noReceipts'),
  );
}

/** D4: money beyond the contract sum. The client sees what he has agreed to. */
function feeTable({ say, money, text, head }: Source, inside: boolean): Block[] {
  const fees = money.fees.filter((fee) => inside || fee.approvedOn !== null);
  if (fees.length === 0) return [];
  const name = (field: string): string => fieldText(say, 'extra_fee', field);
  return [
    heading('fees:head', say('docContent:payment.fees')),
    table(
      'fees',
      say('docContent:payment.fees'),
      [
        [name('text'), 44],
        [name('kind'), 16],
        [head(name('amount_minor')), 22, 'end'],
        [name('approved_on'), 18],
      ],
      fees.map((fee) => ({
        id: fee.id,
        cells: [
          fee.text,
          enumText(say, 'extra_fee', 'kind', fee.kind),
          text(fee.amountMinor),
          fee.approvedOn,
        ],
      })),
      '',
    ),
  ];
}

/** Amounts in words, as Chinese vouchers want them. */
function inWords(minor: number | null, currency: string, language: Locale): string | null {
  if (minor === null || minor < 0 || language === 'en' || (currency !== 'CNY' && currency !== 'TWD'))
    return null;
  return capitalAmount(minor, language);
}

/** E1–E3: the payment plan of a contract with what was received. */
export const paymentPlan: KindSpec = {
  subject: 'contract',
  audiences: ['client', 'internal'],
  compose(ctx, subjectId, language, audience) {
    const say = textsIn(language);
    const contract = readSubject(ctx, 'contract', subjectId);
    const { project } = ownersOf(ctx, subjectId);
    if (project === null) throw new AppError('NOT_FOUND', { entity: 'project' });
    const money = projectMoney(ctx.store.read, project, ctx.today()).contracts.find(
      ({ id }) => id === contract.id,
    );
    if (money === undefined) throw new AppError('NOT_FOUND', { entity: 'contract' });
    const { currency } = project;
    const source: Source = {
      say,
      money,
      text: (minor) => amountFigures(minor, currency),
      head: (label) => say('docContent:payment.head', { label, currency }),
    };
    const receipts = money.stages
      .flatMap((stage) => listRecords(ctx.store.read, 'receipt', { payment_stage_id: stage.id }))
      .sort((left, right) =>
        `${left.received_on} ${left.id}` < `${right.received_on} ${right.id}` ? -1 : 1,
      );
    const inside = audience === 'internal';
    const difference = money.differenceMinor === 0 ? null : money.differenceMinor;
    return documentOf(
      {
        kind: 'payment_plan',
        language,
        audience,
        title: say('docContent:payment.title', { contract: contract.title }),
        facts: [
          [fieldText(say, 'contract', 'code'), contract.code],
          [fieldText(say, 'contract', 'signed_on'), contract.signed_on],
          [fieldText(say, 'contract', 'total_minor'), amountText(contract.total_minor, currency)],
          [say('docContent:payment.words'), inWords(contract.total_minor, currency, language)],
          [say('docContent:payment.difference'), inside ? amountText(difference, currency) : null],
        ],
      },
      [
        heading('stages:head', say('docContent:payment.stages')),
        stageTable(source),
        ...feeTable(source, inside),
        heading('receipts:head', say('docContent:payment.receipts')),
        receiptTable(source, receipts),
      ],
    );
  },
};
