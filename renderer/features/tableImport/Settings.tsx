import { useI18n } from '#renderer/i18n/index.ts';
import { Banner, Card, RadioGroup, Select } from '#renderer/ui/index.ts';
import type { DateOrder } from '#shared/interchange/table/dates.ts';
import { DELIMITERS, type Delimiter, ENCODINGS } from '#shared/interchange/table/model.ts';
import { HIERARCHIES, type Hierarchy } from '#shared/interchange/table/outline.ts';
import { REFERENCES } from '#shared/interchange/table/references.ts';
import { PERCENT_FORMS } from '#shared/interchange/table/values.ts';
import type { TableDateColumn, TableOptions, TablePreview } from '#shared/ipc/channels/table.ts';
import { frameStyles } from '../importFrame/public.ts';
import styles from './tableImport.module.css';

export interface SettingsProps {
  readonly preview: TablePreview;
  readonly options: TableOptions;
  readonly onOptions: (options: TableOptions) => void;
}

const DELIMITER_NAMES = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' } as const satisfies Record<
  Delimiter,
  string
>;

/** What the file is, before its columns: sheet, row of titles, encoding, separator. A change starts afresh. */
export function SourceSettings({ preview, options, onOptions }: SettingsProps) {
  const { t } = useI18n();
  const { sheets, sheet, headerRow, headerRows, encoding, delimiter } = preview;
  const { encoding: chosenEncoding, delimiter: chosenDelimiter } = options;
  const text = {
    ...(chosenEncoding === undefined ? {} : { encoding: chosenEncoding }),
    ...(chosenDelimiter === undefined ? {} : { delimiter: chosenDelimiter }),
  };
  return (
    <div className={frameStyles.fields}>
      {sheets.length > 1 ? (
        <Select
          label={t('tableImport:sheet')}
          options={sheets.map(({ name }, index) => ({ id: String(index), label: name }))}
          value={String(sheet)}
          onChange={(id) => onOptions({ ...text, sheet: Number(id) })}
        />
      ) : null}
      <Select
        label={t('tableImport:headerRow')}
        options={[0, ...headerRows].map((row) => ({
          id: String(row),
          label: row === 0 ? t('tableImport:headerNone') : t('tableImport:headerAt', { row }),
        }))}
        value={String(headerRow)}
        onChange={(id) => onOptions({ ...text, sheet, headerRow: Number(id) })}
      />
      {encoding === null ? null : (
        <Select
          label={t('tableImport:encoding')}
          options={ENCODINGS.map((id) => ({ id, label: t(`tableImport:encodingName.${id}`) }))}
          value={encoding}
          onChange={(id) => onOptions({ ...text, encoding: id })}
        />
      )}
      {delimiter === null ? null : (
        <Select
          label={t('tableImport:delimiter')}
          options={DELIMITERS.map((id) => ({
            id,
            label: t(`tableImport:delimiterName.${DELIMITER_NAMES[id]}`),
          }))}
          value={delimiter}
          onChange={(id) => onOptions({ ...text, delimiter: id })}
        />
      )}
    </div>
  );
}

interface DateChoiceProps {
  readonly dates: TableDateColumn;
  readonly title: string;
  readonly onOrder: (order: DateOrder) => void;
}

/** The order of day, month and year in one column, each with what a cell of it would mean. */
function DateChoice({ dates, title, onOrder }: DateChoiceProps) {
  const { t, format } = useI18n();
  const { example, order, decidedBy, possible } = dates;
  if (example === null) return null;
  return (
    <RadioGroup
      label={t('tableImport:dateOrder', { title })}
      {...(decidedBy === null ? {} : { hint: t(`tableImport:decided.${decidedBy}`) })}
      options={possible.map((id) => {
        const date = example.readings[id];
        const reading =
          date === undefined
            ? ''
            : ` — ${t('tableImport:orderExample', { text: example.text, date: format.plainDate(date.slice(0, 10)) })}`;
        return { id, label: t(`tableImport:order.${id}`) + reading };
      })}
      value={order}
      onChange={onOrder}
      error={order === null ? t('tableImport:ask', { count: dates.ambiguous }) : undefined}
    />
  );
}

/** Dates, outline, predecessors and progress: what was found out, and another choice where there is one. */
export function ReadSettings({ preview, options, onOptions }: SettingsProps) {
  const { t } = useI18n();
  const { mapping, columns, dates } = preview;
  const setOrder = (column: number, order: DateOrder): void => {
    const others = (options.dateOrders ?? []).filter((own) => own.column !== column);
    onOptions({ ...options, mapping, dateOrders: [...others, { column, order }] });
  };
  const open = dates.filter(({ order }) => order === null).reduce((sum, { ambiguous }) => sum + ambiguous, 0);
  const kinds = HIERARCHIES.filter((kind): kind is Hierarchy =>
    kind === 'none' || kind === 'indent' || kind === 'numbering' || kind === preview.hierarchy
      ? true
      : mapping[kind] !== undefined,
  );
  return (
    <Card title={t('tableImport:settings')}>
      {open > 0 ? <Banner tone="warn">{t('tableImport:ask', { count: open })}</Banner> : null}
      <div className={styles.dates}>
        {dates.map((column) => (
          <DateChoice
            key={column.column}
            dates={column}
            title={columns[column.column]?.title || (columns[column.column]?.letter ?? '')}
            onOrder={(order) => setOrder(column.column, order)}
          />
        ))}
      </div>
      <div className={frameStyles.fields}>
        <Select
          label={t('tableImport:hierarchy')}
          options={kinds.map((id) => ({ id, label: t(`tableImport:hierarchyKind.${id}`) }))}
          value={preview.hierarchy}
          onChange={(hierarchy) => onOptions({ ...options, mapping, hierarchy })}
        />
        {mapping.predecessors === undefined ? null : (
          <Select
            label={t('tableImport:reference')}
            options={REFERENCES.map((id) => ({ id, label: t(`tableImport:referenceKind.${id}`) }))}
            value={preview.reference}
            onChange={(reference) => onOptions({ ...options, mapping, reference })}
          />
        )}
        {mapping.percent === undefined ? null : (
          <Select
            label={t('tableImport:percentForm')}
            options={PERCENT_FORMS.map((id) => ({ id, label: t(`tableImport:percentKind.${id}`) }))}
            value={preview.percentForm}
            onChange={(percentForm) => onOptions({ ...options, mapping, percentForm })}
          />
        )}
      </div>
    </Card>
  );
}
