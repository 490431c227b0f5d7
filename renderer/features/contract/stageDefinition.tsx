import { TriangleAlert } from 'lucide-react';
import { currencyDigits } from '#renderer/i18n/format.ts';
import { Badge, Button } from '#renderer/ui/index.ts';
import { capitalAmount } from '#shared/domain/contract/capitals.ts';
import { quickAmount } from '#shared/domain/contract/quick.ts';
import type { ContractMoney, InstalmentRow } from '#shared/ipc/channels/money.ts';
import {
  ChildList,
  FieldEditor,
  numberedColumn,
  type RegisterColumn,
  type RegisterDefinition,
  type RegisterTools,
  simpleRegister,
  useRegisterTools,
  type WidgetProps,
} from '../register/public.ts';
import styles from './contract.module.css';
import { FreeDay } from './FreeDay.tsx';
import { STATE_TONE } from './parts.tsx';

export interface StageContext {
  readonly projectId: string;
  readonly money: ContractMoney;
  readonly currency: string;
}

type RowOf = (id: string) => InstalmentRow | undefined;

function amountText(minor: number | null | undefined, currency: string, { format }: RegisterTools): string {
  return minor === null || minor === undefined ? '' : format.money(minor, currency);
}

/** Warnings of one instalment: shown, never in the way. */
function Warnings({ row, currency }: { readonly row: InstalmentRow; readonly currency: string }) {
  const { t, format } = useRegisterTools();
  const texts = [
    ...(row.state === 'overdue' ? [t('contract:money.late', { count: row.overdueDays })] : []),
    ...(row.excessMinor > 0
      ? [t('contract:money.excess', { amount: format.money(row.excessMinor, currency) })]
      : []),
    ...(row.early ? [t('contract:money.early')] : []),
    ...((row.dueRule === 'milestone' && row.taskId === null) ||
    (row.dueRule === 'acceptance' && row.deliverableId === null)
      ? [t('contract:money.noEvent')]
      : []),
  ];
  return texts.map((text) => (
    <Badge key={text} tone="warn" icon={<TriangleAlert aria-hidden="true" />}>
      {text}
    </Badge>
  ));
}

/** E2, X10: what follows for an instalment from contract, plan and receipts. */
function derived(rowOf: RowOf, { projectId, currency }: StageContext) {
  return function Derived({ record, save }: WidgetProps<'payment_stage'>) {
    const tools = useRegisterTools();
    const { t, format } = tools;
    const row = rowOf(record.id);
    if (row === undefined) return null;
    const inWords =
      (currency === 'CNY' || currency === 'TWD') &&
      row.amountMinor !== null &&
      row.amountMinor !== 0 &&
      tools.locale !== 'en';
    return (
      <div className={styles.derived}>
        <dl>
          <dt>{t('contract:money.amount')}</dt>
          <dd>{amountText(row.amountMinor, currency, tools)}</dd>
          {inWords ? (
            <>
              <dt>{t('contract:money.inWords')}</dt>
              <dd>{capitalAmount(row.amountMinor ?? 0, tools.locale === 'zh-TW' ? 'zh-TW' : 'zh-CN')}</dd>
            </>
          ) : null}
          {row.feesMinor === 0 ? null : (
            <>
              <dt>{t('contract:money.fees')}</dt>
              <dd>{format.money(row.feesMinor, currency)}</dd>
            </>
          )}
          <dt>{t('contract:money.dueOn')}</dt>
          <dd>{dueText(row, tools)}</dd>
          <dt>{t('contract:money.stateHead')}</dt>
          <dd>
            <Badge tone={STATE_TONE[row.state]}>{t(`contract:money.state.${row.state}`)}</Badge>
          </dd>
          <dt>{t('contract:money.outstanding')}</dt>
          <dd>{format.money(row.outstandingMinor, currency)}</dd>
        </dl>
        <Warnings row={row} currency={currency} />
        {row.state === 'received' ? null : <FreeDay projectId={projectId} day={row.dueOn} what="money" />}
        {row.state === 'due' || (row.state === 'overdue' && row.claimedOn === null) ? (
          <div>
            <Button small onPress={() => void save({ claimed_on: tools.today })}>
              {t('contract:money.claim')}
            </Button>
          </div>
        ) : null}
      </div>
    );
  };
}

const EVENT_FIELD = {
  date: 'due_on',
  signing: null,
  milestone: 'task_id',
  acceptance: 'deliverable_id',
} as const;

/** E2: what the due day hangs on, by its rule. */
function dueEvent({ projectId, money, currency }: StageContext) {
  const scope = { projectId, owner: { contract_id: money.id } };
  return function DueEvent({ record, save }: WidgetProps<'payment_stage'>) {
    const field = EVENT_FIELD[record.due_rule];
    if (field === null) return null;
    return (
      <FieldEditor
        entity="payment_stage"
        field={field}
        record={record}
        scope={scope}
        currency={currency}
        save={save}
      />
    );
  };
}

/** E3: the money that came in for an instalment. */
function receipts({ projectId, currency }: StageContext, rowOf: RowOf) {
  return function Receipts({ record }: WidgetProps<'payment_stage'>) {
    const { t } = useRegisterTools();
    const left = rowOf(record.id)?.outstandingMinor ?? 0;
    return (
      <ChildList
        entity="receipt"
        owner={{ payment_stage_id: record.id }}
        fields={['received_on', 'amount_minor', 'method', 'voucher', 'note']}
        shown={['received_on', 'amount_minor', 'method']}
        asked={['received_on', 'amount_minor', 'method', 'voucher']}
        defaults={left > 0 ? { amount_minor: left } : {}}
        scope={{ projectId }}
        currency={currency}
        empty={t('contract:money.receiptsEmpty')}
        newestBy="received_on"
      />
    );
  };
}

function dueText(row: InstalmentRow | undefined, { t }: RegisterTools): string {
  if (row === undefined || row.dueOn === null) return '';
  return row.reached ? row.dueOn : `${row.dueOn} (${t('contract:money.expected')})`;
}

function columns(rowOf: RowOf, currency: string): readonly RegisterColumn<'payment_stage'>[] {
  const money = (id: string, text: (t: RegisterTools) => string, of: (row: InstalmentRow) => number | null) =>
    ({
      id,
      header: text,
      width: 124,
      align: 'end',
      text: (record, tools) => {
        const row = rowOf(record.id);
        return row === undefined ? '' : amountText(of(row), currency, tools);
      },
      sortKey: (record) => {
        const row = rowOf(record.id);
        return row === undefined ? null : of(row);
      },
    }) satisfies RegisterColumn<'payment_stage'>;
  return [
    { id: 'name', field: 'name', width: 180, grow: true, rowHeader: true },
    { id: 'percent', field: 'percent', width: 84, align: 'end' },
    money(
      'amount',
      ({ t }) => t('contract:money.amount'),
      (row) => row.amountMinor,
    ),
    {
      id: 'event',
      header: ({ t }) => t('contract:money.event'),
      width: 150,
      text: (record, tools) =>
        rowOf(record.id)?.event ?? tools.valueName('payment_stage', 'due_rule', record.due_rule),
    },
    {
      id: 'due',
      header: ({ t }) => t('contract:money.dueOn'),
      width: 172,
      text: (record, tools) => dueText(rowOf(record.id), tools),
      sortKey: (record) => rowOf(record.id)?.dueOn ?? null,
    },
    {
      id: 'state',
      header: ({ t }) => t('contract:money.stateHead'),
      width: 112,
      text: (record, { t }) => {
        const state = rowOf(record.id)?.state;
        return state === undefined ? '' : t(`contract:money.state.${state}`);
      },
      render: (record, { t }) => {
        const state = rowOf(record.id)?.state;
        return state === undefined ? null : (
          <Badge tone={STATE_TONE[state]}>{t(`contract:money.state.${state}`)}</Badge>
        );
      },
    },
    money(
      'received',
      ({ t }) => t('contract:money.received'),
      (row) => row.receivedMinor,
    ),
    money(
      'outstanding',
      ({ t }) => t('contract:money.outstanding'),
      (row) => row.outstandingMinor,
    ),
  ];
}

/** E2, E3, X10: the instalments of one contract, with what follows from plan and receipts. */
export function stageDefinition(of: StageContext): RegisterDefinition<'payment_stage'> {
  const { money, currency } = of;
  const rows = new Map(money.stages.map((row) => [row.id, row]));
  const order = new Map(money.stages.map((row, index) => [row.id, index]));
  const rowOf: RowOf = (id) => rows.get(id);
  const simple = simpleRegister('payment_stage', {
    columns: [
      numberedColumn<'payment_stage'>((record) => (order.get(record.id) ?? 0) + 1),
      ...columns(rowOf, currency),
    ],
    sections: [
      {
        id: 'derived',
        title: ({ t }) => t('contract:money.derived'),
        items: [{ id: 'derived', widget: derived(rowOf, of) }],
      },
      {
        id: 'receipts',
        title: ({ t }) => t('contract:money.receipts'),
        items: [{ id: 'receipts', widget: receipts(of, rowOf) }],
      },
      {
        id: 'terms',
        title: ({ t }) => t('contract:money.terms'),
        items: [
          'name',
          'kind',
          'percent',
          'amount_minor',
          'due_rule',
          'due_days',
          { id: 'event', widget: dueEvent(of) },
        ],
      },
      {
        id: 'payment',
        title: ({ t }) => t('contract:money.payment'),
        items: ['method', 'claimed_on', 'condition', 'clause_id', 'notes'],
      },
    ],
    filters: ['kind'],
    quickLabel: ({ t }) => t('contract:money.quick'),
    empty: ({ t }) => t('contract:money.empty'),
    currency,
  });
  return {
    ...simple,
    quickAdd: (text) => {
      const { name, percent, amountMinor } = quickAmount(text, currencyDigits(currency));
      return {
        contract_id: money.id,
        name,
        percent,
        amount_minor: amountMinor,
        ...(money.stages.length === 0 ? { due_rule: 'signing' } : {}),
      };
    },
  };
}
