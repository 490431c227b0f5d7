import { type ReactNode, useState } from 'react';
import type { RemovableType } from '#shared/ipc/channels/records.ts';
import { useI18n } from '../i18n/index.ts';
import { type Column, DataGrid, EmptyState, SearchField } from '../ui/index.ts';
import styles from './records.module.css';
import { removeRecord } from './remove.ts';
import { useFilter } from './useFilter.ts';
import { useSorted } from './useSorted.ts';

interface ListRow {
  readonly id: string;
  readonly name: string;
}

export interface ListScreenProps<Row extends ListRow> {
  readonly type: RemovableType;
  readonly title: string;
  readonly all: readonly Row[];
  readonly columns: readonly Column<Row>[];
  /** Name of the search field. */
  readonly findLabel: string;
  /** Text of a row that the search looks into. */
  readonly wordsOf: (row: Row) => string;
  readonly sortValue: (row: Row, column: string) => string | number | null;
  readonly onOpen: (row: Row) => void;
  /** Buttons at the end of the head. */
  readonly actions: ReactNode;
  /** What is shown while there is no row at all. */
  readonly empty: ReactNode;
}

/** Every record of a kind: heading with count, search, and the list. */
export function ListScreen<Row extends ListRow>(props: ListScreenProps<Row>) {
  const { t, format } = useI18n();
  const { type, title, all } = props;
  const [text, setText] = useState('');
  const found = useFilter(all, text, props.wordsOf);
  const { rows, sort, onSort } = useSorted(found, props.sortValue, format.compare);
  const [selection, setSelection] = useState<ReadonlySet<string>>(new Set());
  const noneFits = (
    <EmptyState
      text={t('client:noneFits')}
      action={{ label: t('client:clearFilter'), onPress: () => setText('') }}
    />
  );
  return (
    <div className={styles.fill}>
      <div className={styles.head}>
        <h1>{title}</h1>
        <span className={styles.count}>
          {rows.length === all.length
            ? t('common:unit.items', { count: all.length })
            : t('client:ofAll', { shown: rows.length, count: all.length })}
        </span>
        <span className={styles.spacer} />
        <div className={styles.filter}>
          <SearchField label={props.findLabel} value={text} onChange={setText} />
        </div>
        {props.actions}
      </div>
      <div className={styles.grid}>
        <DataGrid
          label={title}
          columns={props.columns}
          rows={rows}
          rowId={(row) => row.id}
          selection={selection}
          onSelectionChange={setSelection}
          onOpen={props.onOpen}
          onDelete={(ids) => {
            for (const row of all.filter(({ id }) => ids.includes(id)))
              void removeRecord(t, type, row.id, row.name);
          }}
          {...(sort ? { sort } : {})}
          onSort={onSort}
          empty={all.length === 0 ? props.empty : noneFits}
        />
      </div>
    </div>
  );
}
