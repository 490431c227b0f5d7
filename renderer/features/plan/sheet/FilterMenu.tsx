import { Filter } from 'lucide-react';
import { useState } from 'react';
import { type T, useI18n } from '#renderer/i18n/index.ts';
import { Badge, Button, DateField, Dialog, Menu, type MenuEntry } from '#renderer/ui/index.ts';
import type { PlanModel } from '../model.ts';
import { isFiltering, MARKS, type Mark, NO_FILTER, PARTIES, type PlanFilter, toggled } from './filter.ts';
import styles from './sheet.module.css';
import { partyNames } from './values.ts';

export interface FilterProps {
  readonly model: PlanModel;
  readonly filter: PlanFilter;
  readonly onFilter: (filter: PlanFilter) => void;
}

const ticked = (on: boolean, label: string): string => (on ? `✓ ${label}` : label);
const markName = (t: T, mark: Mark): string => t(`sheet:mark.${mark}`);
const personName = (t: T, name: string): string => name || t('sheet:group.nobody');

/** Names that occur in the plan; the empty one, for nobody, last. */
function namesIn(model: PlanModel, compare: (a: string, b: string) => number): readonly string[] {
  const names = new Set<string>();
  for (const row of model.rows) if (!row.summary && !row.blank) names.add(row.responsible?.trim() ?? '');
  return [...names].sort((a, b) => Number(a === '') - Number(b === '') || compare(a, b)).slice(0, 200);
}

/** Button that adds a condition to the filter. */
export function FilterMenu({ model, filter, onFilter }: FilterProps) {
  const { t, format } = useI18n();
  const [period, setPeriod] = useState(false);
  const parties = partyNames(t);
  const entries: MenuEntry[] = [
    ...MARKS.map((mark) => ({
      id: mark,
      label: ticked(filter.marks.includes(mark), markName(t, mark)),
      onAction: () => onFilter({ ...filter, marks: toggled(filter.marks, mark) }),
    })),
    {
      id: 'responsible',
      label: t('plan:column.responsible'),
      startsGroup: true,
      children: namesIn(model, format.compare).map((name) => ({
        id: `responsible:${name}`,
        label: ticked(filter.responsible.includes(name), personName(t, name)),
        onAction: () => onFilter({ ...filter, responsible: toggled(filter.responsible, name) }),
      })),
    },
    {
      id: 'party',
      label: t('sheet:column.party'),
      children: PARTIES.map((party) => ({
        id: `party:${party}`,
        label: ticked(filter.party.includes(party), parties[party]),
        onAction: () => onFilter({ ...filter, party: toggled(filter.party, party) }),
      })),
    },
    { id: 'period', label: t('sheet:filter.period'), onAction: () => setPeriod(true) },
  ];
  return (
    <>
      <Menu
        label={t('sheet:filter.add')}
        trigger={
          <Button small look="quiet" icon={<Filter aria-hidden="true" />}>
            {t('sheet:filter.add')}
          </Button>
        }
        entries={entries}
      />
      {period ? (
        <PeriodDialog
          filter={filter}
          onClose={() => setPeriod(false)}
          onDone={(part) => {
            setPeriod(false);
            onFilter({ ...filter, ...part });
          }}
        />
      ) : null}
    </>
  );
}

type Period = Pick<PlanFilter, 'from' | 'to'>;

function PeriodDialog(props: {
  readonly filter: PlanFilter;
  readonly onClose: () => void;
  readonly onDone: (period: Period) => void;
}) {
  const { t } = useI18n();
  const [period, setPeriod] = useState<Period>({ from: props.filter.from, to: props.filter.to });
  const { from, to } = period;
  const reversed = from !== null && to !== null && to < from;
  const done = () => {
    if (!reversed) props.onDone(period);
  };
  return (
    <Dialog
      open
      title={t('sheet:filter.period')}
      onClose={props.onClose}
      onSubmit={done}
      actions={
        <>
          <Button onPress={props.onClose}>{t('common:verb.cancel')}</Button>
          <Button look="primary" onPress={done} isDisabled={reversed}>
            {t('common:verb.apply')}
          </Button>
        </>
      }
    >
      <p>{t('sheet:filter.periodHint')}</p>
      <DateField
        label={t('sheet:filter.from')}
        value={from}
        onChange={(day) => setPeriod({ ...period, from: day })}
      />
      <DateField
        label={t('sheet:filter.to')}
        value={to}
        onChange={(day) => setPeriod({ ...period, to: day })}
        {...(reversed ? { error: t('plan:calendar.reversed') } : {})}
      />
    </Dialog>
  );
}

interface Chip {
  readonly id: string;
  readonly label: string;
  readonly rest: PlanFilter;
}

function chipsOf(t: T, filter: PlanFilter): readonly Chip[] {
  const parties: Readonly<Record<string, string>> = partyNames(t);
  return [
    ...filter.marks.map((mark) => ({
      id: mark,
      label: markName(t, mark),
      rest: { ...filter, marks: toggled(filter.marks, mark) },
    })),
    ...filter.responsible.map((name) => ({
      id: `responsible:${name}`,
      label: `${t('plan:column.responsible')}: ${personName(t, name)}`,
      rest: { ...filter, responsible: toggled(filter.responsible, name) },
    })),
    ...filter.party.map((party) => ({
      id: `party:${party}`,
      label: `${t('sheet:column.party')}: ${parties[party] ?? party}`,
      rest: { ...filter, party: toggled(filter.party, party) },
    })),
    ...(filter.from === null && filter.to === null
      ? []
      : [
          {
            id: 'period',
            label: t('sheet:filter.span', { from: filter.from ?? '…', to: filter.to ?? '…' }),
            rest: { ...filter, from: null, to: null },
          },
        ]),
  ];
}

/** The conditions of the filter, each with a way to take it off, and how much they leave. */
export function FilterChips({
  filter,
  onFilter,
  count,
  total,
}: Omit<FilterProps, 'model'> & { readonly count: number; readonly total: number }) {
  const { t } = useI18n();
  if (!isFiltering(filter)) return null;
  return (
    <div className={styles.chips}>
      {chipsOf(t, filter).map((chip) => (
        <Badge
          key={chip.id}
          tone="info"
          onRemove={() => onFilter(chip.rest)}
          removeLabel={t('register:removeFilter', { name: chip.label })}
        >
          {chip.label}
        </Badge>
      ))}
      <span className={styles.count} role="status">
        {t('plan:state.shown', { count, total })}
      </span>
      <Button small look="link" onPress={() => onFilter(NO_FILTER)}>
        {t('plan:tool.clearFilter')}
      </Button>
    </div>
  );
}
