import { useI18n } from '#renderer/i18n/index.ts';
import { Card, cx, type Option, Select } from '#renderer/ui/index.ts';
import { FIELDS, type TableField } from '#shared/interchange/table/model.ts';
import type { TablePreview } from '#shared/ipc/channels/table.ts';
import { frameStyles } from '../importFrame/public.ts';
import styles from './tableImport.module.css';
import { readingText } from './texts.ts';

const NONE = 'none';
type Meaning = TableField | typeof NONE;

type Mapping = TablePreview['mapping'];

/** The mapping with another meaning for one column; a field has one column at most. */
export function withMeaning(mapping: Mapping, column: number, meaning: Meaning): Mapping {
  const rest = Object.entries(mapping).filter(([field, at]) => at !== column && field !== meaning);
  return Object.fromEntries(meaning === NONE ? rest : [...rest, [meaning, column]]);
}

export interface ColumnsProps {
  readonly preview: TablePreview;
  readonly onMapping: (mapping: Mapping) => void;
}

/** The first rows of the table, with the meaning of each column above it and what was read below each cell. */
export function Columns({ preview, onMapping }: ColumnsProps) {
  const { t, format } = useI18n();
  const { columns, mapping, rows } = preview;
  const meanings: readonly Option<Meaning>[] = [
    { id: NONE, label: t('tableImport:fieldNone') },
    ...FIELDS.map((field) => ({ id: field, label: t(`tableImport:field.${field}`) })),
  ];
  const meaningOf = new Map<number, TableField>();
  for (const field of FIELDS) {
    const column = mapping[field];
    if (column !== undefined) meaningOf.set(column, field);
  }
  const label = (column: number): string => {
    const { letter = '', title = '' } = columns[column] ?? {};
    return title === ''
      ? t('tableImport:columnBare', { letter })
      : t('tableImport:columnLabel', { letter, title: title.slice(0, 60) });
  };
  return (
    <Card title={t('tableImport:columns')}>
      <p className={frameStyles.muted}>{t('tableImport:columnsHint')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls needs the keyboard */}
      <section className={styles.scroll} tabIndex={0} aria-label={t('tableImport:firstRows')}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col" className={styles.corner}>
                {t('tableImport:row')}
              </th>
              {columns.map((column, index) => (
                <th
                  key={column.letter}
                  scope="col"
                  className={cx(styles.column, meaningOf.has(index) && styles.taken)}
                >
                  <Select
                    label={label(index)}
                    labelHidden
                    options={meanings}
                    value={meaningOf.get(index) ?? NONE}
                    onChange={(meaning) => onMapping(withMeaning(mapping, index, meaning))}
                  />
                  <span className={styles.letter}>{column.letter}</span>
                  <span className={styles.columnTitle} title={column.title}>
                    {column.title}
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.number}>
                <th scope="row">{row.number}</th>
                {row.cells.map((cell, column) => {
                  const read = row.reads.find((candidate) => candidate.column === column);
                  const open = read?.kind === 'unread' || read?.kind === 'undecided';
                  const key = columns[column]?.letter ?? column;
                  return (
                    <td key={key} className={cx(meaningOf.has(column) && styles.taken)}>
                      <span className={styles.raw}>{cell}</span>
                      {read === undefined ? null : (
                        <span className={cx(styles.reading, open && styles.open)}>
                          {t('tableImport:readAs', { value: readingText(t, format, read) })}
                        </span>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className={frameStyles.muted}>
        {t('tableImport:shown', {
          shown: format.number(rows.length),
          total: format.number(preview.rowCount),
        })}
      </p>
    </Card>
  );
}
