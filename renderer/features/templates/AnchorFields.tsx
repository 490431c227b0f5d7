import { useI18n } from '#renderer/i18n/index.ts';
import { Banner, DateField, RadioGroup } from '#renderer/ui/index.ts';
import type { PlanAnchor } from '#shared/ipc/channels/template.ts';
import styles from './templates.module.css';

export interface Ends {
  readonly startOn: string | null;
  readonly finishOn: string | null;
  readonly inPast: boolean;
  readonly tooLate: boolean;
}

export interface AnchorFieldsProps {
  readonly value: PlanAnchor;
  readonly onChange: (anchor: PlanAnchor) => void;
}

/** From a first day on, or back from the day it must be finished by. */
export function AnchorFields({ value, onChange }: AnchorFieldsProps) {
  const { t } = useI18n();
  return (
    <div className={styles.anchor}>
      <RadioGroup<PlanAnchor['from']>
        label={t('template:anchor.label')}
        options={[
          { id: 'start', label: t('template:anchor.start') },
          { id: 'finish', label: t('template:anchor.finish') },
        ]}
        value={value.from}
        onChange={(from) => onChange({ ...value, from })}
      />
      <DateField
        label={t(value.from === 'start' ? 'template:anchor.startOn' : 'template:anchor.finishOn')}
        value={value.on}
        onChange={(on) => {
          if (on !== null) onChange({ ...value, on });
        }}
      />
    </div>
  );
}

/** What comes out: first and last day, and whether that can still be. */
export function Outcome({ ends }: { readonly ends: Ends | undefined }) {
  const { t, format } = useI18n();
  if (ends === undefined) return null;
  if (ends.startOn === null || ends.finishOn === null)
    return <p className={styles.quiet}>{t('template:outcome.empty')}</p>;
  const dates = { start: format.date(ends.startOn), finish: format.date(ends.finishOn) };
  return (
    <>
      <p className={styles.outcome}>{t('template:outcome.dates', dates)}</p>
      {ends.inPast ? <Banner tone="warn">{t('template:outcome.inPast', dates)}</Banner> : null}
      {ends.tooLate ? <Banner tone="bad">{t('template:outcome.tooLate', dates)}</Banner> : null}
    </>
  );
}
