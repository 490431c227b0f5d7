import { useI18n } from '#renderer/i18n/index.ts';
import { Checkbox, DateField, NumberField, Segmented, Select } from '#renderer/ui/index.ts';
import {
  BAR_LABELS,
  PRINT_COLUMNS,
  type PrintColumn,
  type PrintSetup,
  ROW_CHOICES,
} from '#shared/domain/plan/printSetup.ts';
import { locales } from '#shared/i18n/index.ts';
import styles from './planPrint.module.css';

export interface SetupFormProps {
  readonly setup: PrintSetup;
  readonly onChange: (part: Partial<PrintSetup>) => void;
  /** How many tasks are selected on the screen. */
  readonly selected: number;
  /** Days that the chart shows now; null before it stands. */
  readonly days: { readonly from: string; readonly to: string } | null;
  /** Parts that the plan has no data for. */
  readonly without: { readonly baseline: boolean };
  readonly baselines: readonly { readonly id: string; readonly name: string }[];
}

type PartProps = Pick<SetupFormProps, 'setup' | 'onChange'>;

/** A number field is empty for a moment while it is typed in. */
const taken = (value: number, take: (value: number) => void): void => {
  if (Number.isFinite(value)) take(value);
};

function PaperPart({ setup, onChange }: PartProps) {
  const { t } = useI18n();
  return (
    <fieldset className={styles.group}>
      <legend>{t('ganttPrint:group.paper')}</legend>
      <div className={styles.pair}>
        <Segmented
          label={t('ganttPrint:field.paper')}
          options={(['a4', 'a3'] as const).map((id) => ({ id, label: t(`ganttPrint:paper.${id}`) }))}
          value={setup.paper}
          onChange={(paper) => onChange({ paper })}
        />
        <Segmented
          label={t('ganttPrint:field.orientation')}
          options={(['landscape', 'portrait'] as const).map((id) => ({
            id,
            label: t(`ganttPrint:orientation.${id}`),
          }))}
          value={setup.landscape ? 'landscape' : 'portrait'}
          onChange={(id) => onChange({ landscape: id === 'landscape' })}
        />
      </div>
      <FitPart setup={setup} onChange={onChange} />
      <div className={styles.pair}>
        <NumberField
          label={t('ganttPrint:field.fontSize')}
          unit={t('ganttPrint:field.pt')}
          value={setup.fontSize}
          minValue={7}
          maxValue={14}
          step={0.5}
          onChange={(value) => taken(value, (fontSize) => onChange({ fontSize }))}
        />
        <NumberField
          label={t('ganttPrint:field.margin')}
          unit={t('ganttPrint:field.mm')}
          value={setup.marginMm}
          minValue={5}
          maxValue={40}
          onChange={(value) => taken(value, (marginMm) => onChange({ marginMm }))}
        />
      </div>
    </fieldset>
  );
}

const FITS: Readonly<Record<PrintSetup['fit']['kind'], PrintSetup['fit']>> = {
  width: { kind: 'width' },
  pages: { kind: 'pages', wide: 2 },
  scale: { kind: 'scale', perDay: 6 },
};

function FitPart({ setup, onChange }: PartProps) {
  const { t } = useI18n();
  const { fit } = setup;
  return (
    <>
      <Select
        label={t('ganttPrint:field.fit')}
        options={(['width', 'pages', 'scale'] as const).map((id) => ({
          id,
          label: t(`ganttPrint:fit.${id}`),
        }))}
        value={fit.kind}
        onChange={(kind) => onChange({ fit: FITS[kind] })}
      />
      {fit.kind === 'pages' ? (
        <div className={styles.pair}>
          <NumberField
            label={t('ganttPrint:field.wide')}
            value={fit.wide}
            minValue={1}
            maxValue={40}
            onChange={(value) => taken(value, (wide) => onChange({ fit: { ...fit, wide } }))}
          />
          <NumberField
            label={t('ganttPrint:field.tall')}
            {...(fit.tall === undefined ? { hint: t('ganttPrint:field.noLimit') } : {})}
            value={fit.tall ?? Number.NaN}
            minValue={1}
            maxValue={60}
            // Emptied: no limit again.
            onChange={(value) =>
              onChange({
                fit: { kind: 'pages', wide: fit.wide, ...(Number.isFinite(value) ? { tall: value } : {}) },
              })
            }
          />
        </div>
      ) : null}
      {fit.kind === 'scale' ? (
        <NumberField
          label={t('ganttPrint:field.perDay')}
          unit={t('ganttPrint:field.pt')}
          value={fit.perDay}
          minValue={0.2}
          maxValue={80}
          step={0.2}
          onChange={(value) => taken(value, (perDay) => onChange({ fit: { kind: 'scale', perDay } }))}
        />
      ) : null}
    </>
  );
}

function RangePart({ setup, onChange, days }: PartProps & Pick<SetupFormProps, 'days'>) {
  const { t } = useI18n();
  const { range } = setup;
  return (
    <>
      <Select
        label={t('ganttPrint:field.range')}
        options={(['all', 'chosen'] as const).map((id) => ({ id, label: t(`ganttPrint:range.${id}`) }))}
        value={range === null ? 'all' : 'chosen'}
        onChange={(id) => onChange({ range: id === 'all' ? null : days })}
      />
      {range === null ? null : (
        <div className={styles.pair}>
          <DateField
            label={t('ganttPrint:field.from')}
            value={range.from}
            onChange={(from) => {
              if (from !== null) onChange({ range: { from, to: from > range.to ? from : range.to } });
            }}
          />
          <DateField
            label={t('ganttPrint:field.to')}
            value={range.to}
            onChange={(to) => {
              if (to !== null) onChange({ range: { from: to < range.from ? to : range.from, to } });
            }}
          />
        </div>
      )}
    </>
  );
}

function ContentPart({ setup, onChange, selected, days }: Omit<SetupFormProps, 'without' | 'baselines'>) {
  const { t } = useI18n();
  return (
    <fieldset className={styles.group}>
      <legend>{t('ganttPrint:group.content')}</legend>
      <Select
        label={t('ganttPrint:field.rows')}
        options={ROW_CHOICES.map((id) => ({
          id,
          label: t(`ganttPrint:rows.${id}`),
          disabled: id === 'selected' && selected === 0,
        }))}
        value={setup.rows}
        onChange={(rows) => onChange({ rows })}
      />
      <RangePart setup={setup} onChange={onChange} days={days} />
      <Select
        label={t('ganttPrint:field.summary')}
        options={(['none', 'first', 'alone'] as const).map((id) => ({
          id,
          label: t(`ganttPrint:summaryMode.${id}`),
        }))}
        value={setup.summary}
        onChange={(summary) => onChange({ summary })}
      />
      <Select
        label={t('ganttPrint:field.label')}
        options={BAR_LABELS.map((id) => ({ id, label: t(`ganttPrint:label.${id}`) }))}
        value={setup.label}
        onChange={(label) => onChange({ label })}
      />
      <Select
        label={t('ganttPrint:field.language')}
        options={locales.map((id) => ({ id, label: t(`model:report.enums.language.${id}`) }))}
        value={setup.language}
        onChange={(language) => onChange({ language })}
      />
    </fieldset>
  );
}

const MARKS = ['critical', 'slack', 'baseline', 'links', 'progressLine', 'legend', 'grey'] as const;

/** Stands for the baseline the plan is measured against. */
const REFERENCE = 'reference';

function BaselineChoice({ setup, onChange, baselines }: PartProps & Pick<SetupFormProps, 'baselines'>) {
  const { t } = useI18n();
  const known = baselines.some(({ id }) => id === setup.baselineId);
  return (
    <Select
      label={t('ganttPrint:field.baseline')}
      options={[
        { id: REFERENCE, label: t('ganttPrint:baseline.reference') },
        ...baselines.map(({ id, name }) => ({ id, label: name })),
      ]}
      value={known && setup.baselineId !== null ? setup.baselineId : REFERENCE}
      onChange={(id) => onChange({ baselineId: id === REFERENCE ? null : id })}
    />
  );
}

function MarksPart(props: PartProps & Pick<SetupFormProps, 'without' | 'baselines'>) {
  const { setup, onChange, without, baselines } = props;
  const { t } = useI18n();
  return (
    <fieldset className={styles.group}>
      <legend>{t('ganttPrint:group.marks')}</legend>
      <div className={styles.ticks}>
        {MARKS.map((mark) => (
          <Checkbox
            key={mark}
            label={t(`ganttPrint:mark.${mark}`)}
            isSelected={setup[mark]}
            isDisabled={mark === 'baseline' && without.baseline}
            onChange={(shown) => onChange({ [mark]: shown })}
          />
        ))}
      </div>
      {baselines.length > 1 ? <BaselineChoice {...{ setup, onChange, baselines }} /> : null}
    </fieldset>
  );
}

function ColumnsPart({ setup, onChange }: PartProps) {
  const { t } = useI18n();
  const toggle = (column: PrintColumn, shown: boolean) => {
    const now = new Set(setup.columns);
    if (shown) now.add(column);
    else now.delete(column);
    onChange({ columns: PRINT_COLUMNS.filter((one) => now.has(one)) });
  };
  return (
    <fieldset className={styles.group}>
      <legend>{t('ganttPrint:group.table')}</legend>
      <div className={styles.ticks}>
        {PRINT_COLUMNS.map((column) => (
          <Checkbox
            key={column}
            label={t(`ganttPrint:column.${column}`)}
            isSelected={setup.columns.includes(column)}
            onChange={(shown) => toggle(column, shown)}
          />
        ))}
      </div>
    </fieldset>
  );
}

/** Everything that can be chosen about a chart on paper; each change shows at once. */
export function SetupForm(props: SetupFormProps) {
  const { setup, onChange, selected, days, without, baselines } = props;
  return (
    <div className={styles.form}>
      <PaperPart setup={setup} onChange={onChange} />
      <ContentPart setup={setup} onChange={onChange} selected={selected} days={days} />
      <MarksPart {...{ setup, onChange, without, baselines }} />
      <ColumnsPart setup={setup} onChange={onChange} />
    </div>
  );
}
