import { useI18n } from '#renderer/i18n/index.ts';
import { Card, type Option, Select } from '#renderer/ui/index.ts';
import { CONTACT_FIELDS, type ContactField } from '#shared/interchange/contacts/fields.ts';
import { DELIMITERS, type Delimiter, ENCODINGS } from '#shared/interchange/table/model.ts';
import type { ContactOptions, ContactPreview } from '#shared/ipc/channels/contactImport.ts';
import { frameStyles } from '../importFrame/public.ts';
import styles from './contactImport.module.css';

const NONE = 'none';
type Meaning = ContactField | typeof NONE;
type Table = NonNullable<ContactPreview['table']>;

/** The mapping with another meaning for one column; a field has one column at most. */
export function withMeaning(mapping: Table['mapping'], column: number, meaning: Meaning): Table['mapping'] {
  const rest = Object.entries(mapping).filter(([field, at]) => at !== column && field !== meaning);
  return Object.fromEntries(meaning === NONE ? rest : [...rest, [meaning, column]]);
}

const DELIMITER_NAMES = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' } as const satisfies Record<
  Delimiter,
  string
>;

interface Props {
  readonly preview: ContactPreview;
  readonly options: ContactOptions;
  readonly onOptions: (options: ContactOptions) => void;
}

/** What the file is: encoding, separator, sheet, row of titles. A change finds the columns afresh. */
export function SourceSettings({ preview, options, onOptions }: Props) {
  const { t } = useI18n();
  const { encoding, table } = preview;
  const { loners } = options;
  const text = {
    loners,
    ...(options.encoding === undefined ? {} : { encoding: options.encoding }),
    ...(options.delimiter === undefined ? {} : { delimiter: options.delimiter }),
  };
  return (
    <div className={frameStyles.fields}>
      {encoding === null ? null : (
        <Select
          label={t('tableImport:encoding')}
          options={ENCODINGS.map((id) => ({ id, label: t(`tableImport:encodingName.${id}`) }))}
          value={encoding}
          onChange={(id) => onOptions({ ...text, encoding: id })}
        />
      )}
      {table === null || table.delimiter === null ? null : (
        <Select
          label={t('tableImport:delimiter')}
          options={DELIMITERS.map((id) => ({
            id,
            label: t(`tableImport:delimiterName.${DELIMITER_NAMES[id]}`),
          }))}
          value={table.delimiter}
          onChange={(id) => onOptions({ ...text, delimiter: id })}
        />
      )}
      {table === null || table.sheets.length < 2 ? null : (
        <Select
          label={t('tableImport:sheet')}
          options={table.sheets.map((name, index) => ({ id: String(index), label: name }))}
          value={String(table.sheet)}
          onChange={(id) => onOptions({ ...text, sheet: Number(id) })}
        />
      )}
      {table === null ? null : (
        <Select
          label={t('tableImport:headerRow')}
          options={[0, ...table.headerRows].map((row) => ({
            id: String(row),
            label: row === 0 ? t('tableImport:headerNone') : t('tableImport:headerAt', { row }),
          }))}
          value={String(table.headerRow)}
          onChange={(id) => onOptions({ ...text, sheet: table.sheet, headerRow: Number(id) })}
        />
      )}
    </div>
  );
}

/** Every column with an example from it and what it becomes. */
export function Columns({ preview, options, onOptions }: Props) {
  const { t } = useI18n();
  const { table } = preview;
  if (table === null) return null;
  const meanings: readonly Option<Meaning>[] = [
    { id: NONE, label: t('tableImport:fieldNone') },
    ...CONTACT_FIELDS.map((field) => ({ id: field, label: t(`contactImport:field.${field}`) })),
  ];
  const meaningOf = (column: number): Meaning =>
    CONTACT_FIELDS.find((field) => table.mapping[field] === column) ?? NONE;
  return (
    <Card title={t('contactImport:columns')}>
      <p className={frameStyles.muted}>
        {table.profile === 'general'
          ? t('contactImport:columnsHint')
          : t('contactImport:profile', { name: t(`contactImport:profileName.${table.profile}`) })}
      </p>
      <div className={styles.columns}>
        {table.columns.map((column, index) => (
          <Select
            key={column.letter}
            label={column.title === '' ? column.letter : `${column.letter} ${column.title}`}
            options={meanings}
            value={meaningOf(index)}
            onChange={(meaning) =>
              onOptions({
                ...options,
                sheet: table.sheet,
                headerRow: table.headerRow,
                mapping: withMeaning(table.mapping, index, meaning),
              })
            }
            {...(column.example === '' ? {} : { hint: column.example })}
          />
        ))}
      </div>
    </Card>
  );
}
