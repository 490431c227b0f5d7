import { type Format, type T, useI18n } from '#renderer/i18n/index.ts';
import { Card, cx, type Option, Select } from '#renderer/ui/index.ts';
import { DATE_FIELDS, FIELDS, type TableField } from '#shared/interchange/table/model.ts';
import type { TablePreview, TableReading } from '#shared/ipc/channels/table.ts';
import { frameStyles } from '../importFrame/public.ts';
import styles from './tableImport.module.css';
import { readingText } from './texts.ts';

const NONE = 'none';
/** Start and finish in one column. */
const RANGE = 'range';
type Meaning = TableField | typeof NONE | typeof RANGE;

type Mapping = TablePreview['mapping'];

/** The mapping with another meaning for one column; a field has one column at most. */
export function withMeaning(mapping: Mapping, column: number, meaning: Meaning): Mapping {
  const fields: readonly string[] = meaning === NONE ? [] : meaning === RANGE ? DATE_FIELDS : [meaning];
  const rest = Object.entries(mapping).filter(([field, at]) => at !== column && !fields.includes(field));
  return Object.fromEntries([...rest, ...fields.map((field) => [field, column] as const)]);
}

/** What each column means; one that is both the start and the finish holds ranges. */
function meaningsOf(mapping: Mapping): Map<number, TableField | typeof RANGE> {
  const meanings = new Map<number, TableField | typeof RANGE>();
  for (const field of FIELDS) {
    const column = mapping[field];
    if (column !== undefined) meanings.set(column, meanings.has(column) ? RANGE : field);
  }
  return meanings;
}

/** What a cell was read as, both ends of a range; undefined for a cell that is taken as it stands. */
function readingOf(reads: readonly TableReading[], column: number, t: T, format: Format): Shown | undefined {
  const own = reads.filter((read) => read.column === column);
  if (own.length === 0) return undefined;
  const open = own.some(({ kind }) => kind === 'unread' || kind === 'undecided');
  const texts = new Set(own.map((read) => readingText(t, format, read)));
  return { text: [...texts].join(' – '), open };
}

interface Shown {
  readonly text: string;
  /** Something is left for the user to say. */
  readonly open: boolean;
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
    { id: RANGE, label: t('tableImport:fieldRange') },
  ];
  const meaningOf = meaningsOf(mapping);
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
                  const read = readingOf(row.reads, column, t, format);
                  const key = columns[column]?.letter ?? column;
                  return (
                    <td key={key} className={cx(meaningOf.has(column) && styles.taken)}>
                      <span className={styles.raw}>{cell}</span>
                      {read === undefined ? null : (
                        <span className={cx(styles.reading, read.open && styles.open)}>
                          {t('tableImport:readAs', { value: read.text })}
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
