import type { ComponentType } from 'react';
import { Badge } from '#renderer/ui/index.ts';
import type { NeedRow } from '#shared/ipc/channels/resource.ts';
import type { RecordOf } from '#shared/model/registry.ts';
import {
  enumFilter,
  flagFilter,
  type RegisterDefinition,
  type RegisterSection,
  type RegisterTools,
  textFilter,
  type WidgetProps,
} from '../register/public.ts';
import { NeedFacts } from './NeedFacts.tsx';
import styles from './resources.module.css';

type Need = RecordOf<'material_need'>;

function amount(need: Need, { format }: RegisterTools): string {
  if (need.quantity === null) return '';
  return [format.number(need.quantity, Number.isInteger(need.quantity) ? 0 : 2), need.unit]
    .filter(Boolean)
    .join(' ');
}

function sections(
  widget: ComponentType<WidgetProps<'material_need'>>,
): readonly RegisterSection<'material_need'>[] {
  return [
    {
      id: 'what',
      title: ({ t }) => t('register:details'),
      items: [{ id: 'facts', widget }, 'name', 'quantity', 'unit', 'task_id', 'needed_on', 'resource_id'],
    },
    {
      id: 'delivery',
      title: ({ t }) => t('resource:delivery'),
      items: [
        'status',
        'supplier',
        'ordered_on',
        'expected_on',
        'delivered_on',
        'cost_minor',
        'owner',
        'notes',
      ],
    },
  ];
}

/** J3: what has to be there, when, and whether it will be. `rows` hold what follows from the tasks. */
export function needDefinition(
  rows: readonly NeedRow[],
  currency: string,
): RegisterDefinition<'material_need'> {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const neededOn = (need: Need): string => byId.get(need.id)?.neededOn ?? '';
  const warningText = (need: Need, { t }: RegisterTools): string =>
    (byId.get(need.id)?.warnings ?? []).map((warning) => t(`resource:warning.${warning}`)).join(' · ');
  const Facts = ({ record }: WidgetProps<'material_need'>) => <NeedFacts row={byId.get(record.id)} />;
  const taskText = (need: Need): string => {
    const row = byId.get(need.id);
    return [row?.taskNumber, row?.taskName].filter(Boolean).join(' ');
  };
  return {
    entity: 'material_need',
    prefix: '',
    columns: [
      { id: 'name', field: 'name', width: 180, grow: true, rowHeader: true },
      { id: 'amount', header: ({ t }) => t('resource:amount'), width: 90, align: 'end', text: amount },
      {
        id: 'needed',
        field: 'needed_on',
        width: 104,
        text: neededOn,
        sortKey: (need) => neededOn(need) || null,
      },
      {
        id: 'warning',
        header: ({ t }) => t('common:state.warning'),
        width: 190,
        text: warningText,
        render: (need, tools) =>
          warningText(need, tools) === '' ? null : (
            <span className={styles.warnings}>
              {(byId.get(need.id)?.warnings ?? []).map((warning) => (
                <Badge key={warning} tone={warning === 'missing' ? 'bad' : 'warn'}>
                  {tools.t(`resource:warning.${warning}`)}
                </Badge>
              ))}
            </span>
          ),
      },
      { id: 'task', field: 'task_id', width: 150, text: taskText, sortKey: (need) => taskText(need) || null },
      { id: 'status', field: 'status', width: 84 },
      { id: 'supplier', field: 'supplier', width: 120 },
      { id: 'expected', field: 'expected_on', width: 104 },
    ],
    initialSort: { column: 'needed', descending: false },
    filters: [
      enumFilter('material_need', 'status'),
      textFilter('material_need', 'supplier'),
      flagFilter<'material_need'>(
        'warned',
        ({ t }) => t('resource:warnedOnly'),
        (need) => (byId.get(need.id)?.warnings.length ?? 0) > 0,
      ),
    ],
    sections: sections(Facts),
    hints: { needed_on: ({ t }) => t('resource:hint.neededOn') },
    currency,
    quickAdd: (name, project_id) => ({ project_id, name }),
    quickLabel: ({ t }) => t('resource:quick.need'),
    emptyText: ({ t }) => t('resource:empty.needs'),
  };
}
