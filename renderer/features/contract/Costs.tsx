import { useMemo, useState } from 'react';
import { useReadyAnswer } from '#renderer/client/hooks.ts';
import { currencyDigits } from '#renderer/i18n/format.ts';
import { Badge, EmptyState, Segmented } from '#renderer/ui/index.ts';
import { quickAmount } from '#shared/domain/contract/quick.ts';
import { typeOfId } from '#shared/model/registry.ts';
import {
  Register,
  type RegisterDefinition,
  type RegisterTools,
  simpleRegister,
  useRegisterTools,
} from '../register/public.ts';
import { PlainTable } from '../tracking/public.ts';
import type { ProjectMoney } from './Cash.tsx';
import styles from './contract.module.css';
import { ExportMoney } from './ExportMoney.tsx';

export interface CostsProps {
  readonly projectId: string;
  readonly currency: string;
  readonly itemId: string | undefined;
}

type View = 'overview' | 'budget' | 'entries';
type Line = ProjectMoney['budget'];

function viewOf(itemId: string | undefined): View {
  const type = itemId === undefined ? null : typeOfId(itemId);
  return type === 'budget_line' ? 'budget' : type === 'cost_entry' ? 'entries' : 'overview';
}

function Row(props: {
  readonly name: string;
  readonly line: Line;
  readonly currency: string;
  readonly total?: boolean;
}) {
  const { line, currency } = props;
  const { t, format } = useRegisterTools();
  const amount = format.money(Math.abs(line.varianceMinor), currency);
  return (
    <tr className={props.total ? styles.total : undefined}>
      <th scope="row">{props.name}</th>
      <td className={styles.end}>{format.money(line.plannedMinor, currency)}</td>
      <td className={styles.end}>{format.money(line.spentMinor, currency)}</td>
      <td className={styles.end}>
        <Badge tone={line.varianceMinor > 0 ? 'bad' : 'plain'}>
          {t(line.varianceMinor > 0 ? 'contract:costs.over' : 'contract:costs.under', { amount })}
        </Badge>
      </td>
      <td className={styles.end}>
        {line.variancePercent === null ? '—' : format.percent(line.variancePercent / 100, 1)}
      </td>
    </tr>
  );
}

function Overview({ projectId }: { readonly projectId: string }) {
  const tools = useRegisterTools();
  const { t } = tools;
  const { categories, budget, currency } = useReadyAnswer('money.project', { projectId });
  if (categories.length === 0) return <EmptyState text={t('contract:costs.empty')} />;
  return (
    <div className={styles.flow}>
      <PlainTable
        label={t('contract:costs.views.overview')}
        heads={[
          { text: t('contract:costs.category') },
          { text: t('contract:costs.planned'), end: true },
          { text: t('contract:costs.spent'), end: true },
          { text: t('contract:costs.variance'), end: true },
          { text: t('contract:costs.percent'), end: true },
        ]}
      >
        {categories.map((line) => (
          <Row
            key={line.category}
            name={tools.valueName('budget_line', 'category', line.category)}
            line={line}
            currency={currency}
          />
        ))}
        <Row name={t('contract:costs.all')} line={budget} currency={currency} total />
      </PlainTable>
    </div>
  );
}

const moneyText =
  (currency: string) =>
  (minor: number, { format }: RegisterTools): string =>
    format.money(minor, currency);

function budgetDefinition(projectId: string, currency: string): RegisterDefinition<'budget_line'> {
  const text = moneyText(currency);
  return {
    ...simpleRegister('budget_line', {
      columns: [
        'text',
        'category',
        {
          id: 'planned',
          field: 'planned_minor',
          width: 140,
          align: 'end',
          text: (record, tools) => text(record.planned_minor, tools),
        },
      ],
      sections: [{ id: 'what', items: ['text', 'category', 'planned_minor', 'task_id'] }],
      filters: ['category'],
      quickLabel: ({ t }) => t('contract:costs.budgetQuick'),
      empty: ({ t }) => t('contract:costs.budgetEmpty'),
      sort: { column: 'category', descending: false },
      currency,
    }),
    quickAdd: (line) => {
      const { name, amountMinor } = quickAmount(line, currencyDigits(currency));
      return { project_id: projectId, text: name, planned_minor: amountMinor ?? 0 };
    },
  };
}

function costDefinition(projectId: string, currency: string): RegisterDefinition<'cost_entry'> {
  const text = moneyText(currency);
  return {
    ...simpleRegister('cost_entry', {
      columns: [
        'text',
        'category',
        'spent_on',
        {
          id: 'amount',
          field: 'amount_minor',
          width: 140,
          align: 'end',
          text: (record, tools) => text(record.amount_minor, tools),
        },
        'voucher',
      ],
      sections: [
        {
          id: 'what',
          items: ['text', 'category', 'spent_on', 'amount_minor', 'voucher', 'budget_line_id', 'party_id'],
        },
      ],
      filters: ['category'],
      quickLabel: ({ t }) => t('contract:costs.entryQuick'),
      empty: ({ t }) => t('contract:costs.entryEmpty'),
      sort: { column: 'spent_on', descending: true },
      currency,
    }),
    quickAdd: (line, _projectId, { today }) => {
      const { name, amountMinor } = quickAmount(line, currencyDigits(currency));
      return { project_id: projectId, text: name, amount_minor: amountMinor ?? 0, spent_on: today };
    },
  };
}

function Budget({ projectId, currency, itemId }: CostsProps) {
  const records = useReadyAnswer('budget_line.list', { where: { project_id: projectId } });
  const definition = useMemo(() => budgetDefinition(projectId, currency), [projectId, currency]);
  return <Register definition={definition} records={records} projectId={projectId} itemId={itemId} />;
}

function Entries({ projectId, currency, itemId }: CostsProps) {
  const records = useReadyAnswer('cost_entry.list', { where: { project_id: projectId } });
  const definition = useMemo(() => costDefinition(projectId, currency), [projectId, currency]);
  return <Register definition={definition} records={records} projectId={projectId} itemId={itemId} />;
}

/** E4, E5: budget, costs and their variance by category. */
export function Costs(props: CostsProps) {
  const { itemId } = props;
  const { t } = useRegisterTools();
  const [linked, setLinked] = useState(itemId);
  const [view, setView] = useState<View>(viewOf(itemId));
  if (linked !== itemId) {
    setLinked(itemId);
    setView(viewOf(itemId));
  }
  const own = viewOf(itemId) === view ? itemId : undefined;
  return (
    <div className={styles.pane}>
      <div className={styles.bar}>
        <Segmented
          label={t('contract:costs.view')}
          value={view}
          onChange={setView}
          options={(['overview', 'budget', 'entries'] as const).map((id) => ({
            id,
            label: t(`contract:costs.views.${id}`),
          }))}
        />
        <span className={styles.grow} />
        <ExportMoney projectId={props.projectId} />
      </div>
      <div className={styles.fill}>
        {view === 'overview' ? <Overview projectId={props.projectId} /> : null}
        {view === 'budget' ? <Budget {...props} itemId={own} /> : null}
        {view === 'entries' ? <Entries {...props} itemId={own} /> : null}
      </div>
    </div>
  );
}
