import { Copy, Filter, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { Badge, Button, IconButton, Menu, SearchField, Spacer } from '#renderer/ui/index.ts';
import type { EntityType, RecordOf } from '#shared/model/registry.ts';
import type { RegisterDefinition } from './definition.ts';
import { QuickAdd } from './QuickAdd.tsx';
import styles from './register.module.css';
import { toggleOption } from './rows.ts';
import { SaveMenu } from './SaveMenu.tsx';
import { useWholeSeal } from './seal.tsx';
import type { OuterFilter, useRegisterView } from './useRegister.ts';

type View<E extends EntityType> = ReturnType<typeof useRegisterView<E>>;

interface ToolbarProps<E extends EntityType> {
  readonly definition: RegisterDefinition<E>;
  readonly records: readonly RecordOf<E>[];
  readonly view: View<E>;
  readonly outer: OuterFilter<E> | undefined;
  readonly tools: ReactNode;
  readonly onAdd: (text: string) => Promise<boolean>;
  readonly quickEcho: ((text: string) => string | null) | undefined;
  readonly onCopy: () => void;
  /** The list as it is shown, its head first. */
  readonly cells: () => readonly (readonly string[])[];
}

function FilterMenu<E extends EntityType>({
  definition,
  records,
  view,
}: Pick<ToolbarProps<E>, 'definition' | 'records' | 'view'>) {
  const { tools, chosen, setChosen } = view;
  const entries = definition.filters.map((filter) => {
    const options = filter.options(tools, records);
    const only = options.length === 1 && options[0]?.label === filter.label(tools) ? options[0] : undefined;
    const pick = (option: string) => setChosen((now) => toggleOption(now, filter.id, option));
    const mark = (option: string) => (chosen[filter.id]?.includes(option) ? '✓ ' : '');
    return only
      ? { id: filter.id, label: mark(only.id) + only.label, onAction: () => pick(only.id) }
      : {
          id: filter.id,
          label: filter.label(tools),
          children: options.map((option) => ({
            id: `${filter.id}:${option.id}`,
            label: mark(option.id) + option.label,
            onAction: () => pick(option.id),
          })),
        };
  });
  const label = tools.t('register:addFilter');
  return (
    <Menu
      label={label}
      trigger={<Button icon={<Filter aria-hidden="true" />}>{label}</Button>}
      entries={entries}
    />
  );
}

/** The active filters, each with a way to take it off. */
export function FilterChips<E extends EntityType>({
  definition,
  records,
  view,
  outer,
}: Pick<ToolbarProps<E>, 'definition' | 'records' | 'view' | 'outer'>) {
  const { tools, chosen, setChosen } = view;
  const chips = definition.filters.flatMap((filter) => {
    const options = filter.options(tools, records);
    return (chosen[filter.id] ?? []).map((id) => {
      const option = options.find((candidate) => candidate.id === id)?.label ?? id;
      const name = filter.label(tools);
      return {
        id: `${filter.id}:${id}`,
        label: option === name ? name : `${name}: ${option}`,
        onRemove: () => setChosen((now) => toggleOption(now, filter.id, id)),
      };
    });
  });
  const all = outer ? [...chips, { id: 'outer', label: outer.label, onRemove: outer.onClear }] : chips;
  if (all.length === 0) return null;
  return (
    <div className={styles.chips}>
      {all.map((chip) => (
        <Badge
          key={chip.id}
          tone="info"
          onRemove={chip.onRemove}
          removeLabel={tools.t('register:removeFilter', { name: chip.label })}
        >
          {chip.label}
        </Badge>
      ))}
      <Button small look="link" onPress={view.clear}>
        {tools.t('register:clearFilters')}
      </Button>
    </div>
  );
}

/** Quick add, find, filters and what acts on the whole list. */
export function RegisterToolbar<E extends EntityType>(props: ToolbarProps<E>) {
  const { definition, records, view } = props;
  const { t } = view.tools;
  const sealed = useWholeSeal(definition.entity) !== null;
  const shown = view.filtered
    ? t('register:countOf', { shown: view.rows.length, total: records.length })
    : t('register:count', { count: records.length });
  return (
    <>
      <div className={styles.toolbar}>
        {definition.quickHidden || sealed ? null : (
          <QuickAdd
            label={definition.quickLabel(view.tools)}
            onAdd={props.onAdd}
            {...(props.quickEcho === undefined ? {} : { echo: props.quickEcho })}
          />
        )}
        <div className={styles.find}>
          <SearchField label={t('register:filterText')} value={view.text} onChange={view.setText} />
        </div>
        <FilterMenu definition={definition} records={records} view={view} />
        {props.tools}
        <Spacer />
        <span className={styles.count} role="status">
          {shown}
        </span>
        <IconButton label={t('register:copyRows')} icon={<Copy />} onPress={props.onCopy} />
        <SaveMenu name={view.tools.entityName(definition.entity)} cells={props.cells} />
      </div>
      <FilterChips definition={definition} records={records} view={view} outer={props.outer} />
    </>
  );
}

/** What several selected records can be done to at once. */
export function BulkBar({
  count,
  labels,
  onCopy,
  onDelete,
}: {
  readonly count: string;
  readonly labels: { readonly copy: string; readonly remove: string };
  readonly onCopy: () => void;
  readonly onDelete: () => void;
}) {
  return (
    <div className={styles.bulk}>
      <span role="status">{count}</span>
      <Spacer />
      <Button small icon={<Copy aria-hidden="true" />} onPress={onCopy}>
        {labels.copy}
      </Button>
      <Button small icon={<Trash2 aria-hidden="true" />} onPress={onDelete}>
        {labels.remove}
      </Button>
    </div>
  );
}
