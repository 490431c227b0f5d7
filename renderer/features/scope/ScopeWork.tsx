import { useState } from 'react';
import { useI18n } from '#renderer/i18n/index.ts';
import { navigate } from '#renderer/state/route.ts';
import {
  Button,
  type Column,
  DataGrid,
  EmptyState,
  SearchField,
  Segmented,
  Select,
} from '#renderer/ui/index.ts';
import type { ScopeTask } from '#shared/ipc/channels/scope.ts';
import type { OutputOf } from '#shared/ipc/contract.ts';
import styles from './scope.module.css';
import { useScopeActs } from './useScopeActs.ts';

type Scope = OutputOf<'scope.get'>;
type Filter = 'without' | 'outside' | 'all';
const NONE = 'none';

function useColumns(scope: Scope): readonly Column<ScopeTask>[] {
  const { t } = useI18n();
  const itemOf = (task: ScopeTask): string =>
    scope.items.find((item) => item.id === task.scopeItemId)?.text ?? t('scope:none');
  return [
    { id: 'number', header: t('register:number'), width: 70, text: (task) => task.number },
    {
      id: 'name',
      header: t('model:task.fields.name'),
      width: 200,
      grow: true,
      rowHeader: true,
      text: (task) => task.name,
    },
    { id: 'path', header: t('scope:path'), width: 150, text: (task) => task.path.join(' › ') },
    { id: 'start', header: t('model:task.fields.start_at'), width: 100, text: (task) => task.start ?? '' },
    { id: 'finish', header: t('model:task.fields.finish_at'), width: 100, text: (task) => task.finish ?? '' },
    { id: 'item', header: t('model:task.fields.scope_item_id'), width: 150, text: itemOf },
  ];
}

function passes(scope: Scope, filter: Filter, words: string) {
  const outside = new Set(scope.items.filter((item) => item.side === 'out').map((item) => item.id));
  const wanted = words.trim().toLowerCase();
  return (task: ScopeTask): boolean => {
    if (filter === 'without' && task.scopeItemId !== null) return false;
    if (filter === 'outside' && !(task.scopeItemId !== null && outside.has(task.scopeItemId))) return false;
    return [task.name, ...task.path].join(' ').toLowerCase().includes(wanted);
  };
}

function Assign({ scope, chosen }: { readonly scope: Scope; readonly chosen: readonly string[] }) {
  const { t } = useI18n();
  const acts = useScopeActs();
  const [item, setItem] = useState<string | null>(null);
  const options = [
    ...scope.items.map(({ id, text, side }) => ({
      id,
      label: text,
      ...(side === 'out' ? { detail: t('model:scope_item.enums.side.out') } : {}),
    })),
    { id: NONE, label: t('scope:none') },
  ];
  const known = options.some(({ id }) => id === item) ? item : null;
  return (
    <div className={styles.assign}>
      <span>{t('register:selected', { count: chosen.length })}</span>
      <div className={styles.choice}>
        <Select
          label={t('model:task.fields.scope_item_id')}
          labelHidden
          options={options}
          value={known}
          onChange={setItem}
        />
      </div>
      <Button
        look="primary"
        isDisabled={known === null || chosen.length === 0}
        onPress={() => void acts.assign(chosen, known === NONE ? null : known)}
      >
        {t('scope:assign')}
      </Button>
    </div>
  );
}

/** Rows of work with the scope item they belong to; several are linked at once. */
export function ScopeWork({ projectId, scope }: { readonly projectId: string; readonly scope: Scope }) {
  const { t } = useI18n();
  const [filter, setFilter] = useState<Filter>('without');
  const [words, setWords] = useState('');
  const [selection, setSelection] = useState<ReadonlySet<string>>(new Set());
  const columns = useColumns(scope);
  const rows = scope.tasks.filter(passes(scope, filter, words));
  const chosen = rows.filter((row) => selection.has(row.id)).map((row) => row.id);
  const toAll = { label: t('scope:showAll'), onPress: () => setFilter('all') };
  return (
    <section className={styles.work} aria-label={t('scope:work')}>
      <div className={styles.tools}>
        <Segmented<Filter>
          label={t('scope:filter.label')}
          value={filter}
          onChange={setFilter}
          options={[
            { id: 'without', label: t('scope:filter.without', { count: scope.without }) },
            { id: 'outside', label: t('scope:filter.outside', { count: scope.outside }) },
            { id: 'all', label: t('scope:filter.all', { count: scope.work }) },
          ]}
        />
        <div className={styles.find}>
          <SearchField label={t('common:verb.search')} value={words} onChange={setWords} />
        </div>
      </div>
      <div className={styles.grid}>
        <DataGrid
          label={t('scope:work')}
          columns={columns}
          rows={rows}
          rowId={(row) => row.id}
          selection={selection}
          onSelectionChange={setSelection}
          multiple
          onOpen={(row) => navigate({ name: 'plan', projectId, itemId: row.id })}
          empty={
            scope.work === 0 ? (
              <EmptyState text={t('scope:noWork')} />
            ) : words !== '' ? (
              <EmptyState
                text={t('register:filteredEmpty')}
                action={{ label: t('register:clearFilters'), onPress: () => setWords('') }}
              />
            ) : (
              <EmptyState
                text={t(filter === 'outside' ? 'scope:noneOutside' : 'scope:noneWithout')}
                link={toAll}
              />
            )
          }
        />
      </div>
      {scope.items.length > 0 && chosen.length > 0 ? <Assign scope={scope} chosen={chosen} /> : null}
    </section>
  );
}
