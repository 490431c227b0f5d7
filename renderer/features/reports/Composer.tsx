import { RotateCcw } from 'lucide-react';
import { useCommand } from '#renderer/client/hooks.ts';
import { useI18n } from '#renderer/i18n/index.ts';
import { errorText } from '#renderer/i18n/words.ts';
import { Button, Checkbox, DateField, Select, Switch, showToast } from '#renderer/ui/index.ts';
import { HIDEABLE_SECTIONS, isOptional, SECTIONS, type SectionId } from '#shared/domain/report/snapshot.ts';
import type { Wording } from '#shared/domain/report/wording.ts';
import { type Locale, locales } from '#shared/i18n/index.ts';
import type { OutputOf } from '#shared/ipc/contract.ts';

import { paper } from '../paper/public.ts';
import styles from './reports.module.css';
import { Warnings } from './Warnings.tsx';
import { WordsField } from './WordsField.tsx';
import { withItem, withSectionShown, withText } from './wordingEdit.ts';

export type Composed = OutputOf<'report.compose'>;

export interface ComposerProps {
  readonly reportId: string;
  readonly projectId: string;
  readonly report: Composed;
  /** Composed summary in the report's language, shown where the author has no words of their own. */
  readonly summary: string;
}

const isHideable = (id: SectionId): boolean => HIDEABLE_SECTIONS.some((hideable) => hideable === id);

function Frame({ reportId, report }: Pick<ComposerProps, 'reportId' | 'report'>) {
  const { t } = useI18n();
  const update = useCommand('report.updateDraft');
  const { snapshot } = report;
  const { from, to } = snapshot.period;
  const change = (patch: { title?: string; language?: Locale; period?: { from: string; to: string } }) =>
    update.mutate(
      { reportId, ...patch },
      { onError: (error) => showToast({ text: errorText(t, error), tone: 'bad' }) },
    );
  return (
    <div className={styles.stack}>
      <WordsField
        label={t('report:screen.name')}
        value={snapshot.title}
        onCommit={(title) => change({ title })}
      />
      <div className={styles.pair}>
        <DateField
          label={t('report:screen.from')}
          value={from}
          max={to}
          onChange={(value) => value !== null && value <= to && change({ period: { from: value, to } })}
        />
        <DateField
          label={t('report:screen.to')}
          value={to}
          min={from}
          onChange={(value) => value !== null && value >= from && change({ period: { from, to: value } })}
        />
      </div>
      <Select
        label={t('report:screen.language')}
        options={locales.map((id) => ({ id, label: t(`model:report.enums.language.${id}`) }))}
        value={snapshot.language}
        onChange={(language) => change({ language })}
      />
    </div>
  );
}

interface SectionProps {
  readonly id: SectionId;
  readonly report: Composed;
  readonly summary: string;
  readonly save: (wording: Wording) => void;
}

function SectionEditor({ id, report, summary, save }: SectionProps) {
  const { t } = useI18n();
  const { wording } = report;
  const shown = !(wording.hiddenSections ?? []).includes(id);
  const lines = report.lines[id] ?? [];
  const own = wording.texts?.[id] ?? '';
  return (
    <section className={styles.section} aria-label={t(`report:section.${id}`)}>
      <div className={styles.sectionHead}>
        <h3>{t(`report:section.${id}`)}</h3>
        {isHideable(id) ? (
          <Switch
            label={t('report:screen.show')}
            isSelected={shown}
            onChange={(value) => save(withSectionShown(wording, id, value))}
          />
        ) : null}
      </div>
      {id === 'attention' ? <p className={styles.composed}>{t('report:screen.always')}</p> : null}
      {shown ? (
        <>
          <WordsField
            label={t('report:screen.words')}
            hint={t(id === 'progress' ? 'report:screen.summaryHint' : 'report:screen.wordsHint')}
            lines={id === 'progress' ? 4 : 2}
            value={own}
            onCommit={(text) => save(withText(wording, id, text))}
          />
          {id === 'progress' && own === '' ? <p className={styles.composed}>{summary}</p> : null}
          {lines.length > 0 ? <Lines lines={lines} wording={wording} save={save} /> : null}
        </>
      ) : null}
    </section>
  );
}

interface LinesProps {
  readonly lines: readonly { readonly id: string; readonly composed: string }[];
  readonly wording: Wording;
  readonly save: (wording: Wording) => void;
}

function Lines({ lines, wording, save }: LinesProps) {
  const { t } = useI18n();
  return (
    <ul className={styles.items}>
      {lines.map(({ id, composed }) => {
        const own = wording.items?.[id];
        return (
          <li key={id} className={styles.item}>
            <WordsField
              label={`${t('report:screen.itemText')}: ${composed}`}
              labelHidden
              placeholder={composed}
              disabled={own?.hidden === true}
              value={own?.text ?? ''}
              onCommit={(text) => save(withItem(wording, id, { text }))}
            />
            <Checkbox
              label={`${t('report:screen.itemShown')}: ${composed}`}
              labelHidden
              isSelected={own?.hidden !== true}
              onChange={(value) => save(withItem(wording, id, { hidden: !value }))}
            />
          </li>
        );
      })}
    </ul>
  );
}

/** The left side of a draft: what it covers, what to check, and its words section by section. */
export function Composer({ reportId, projectId, report, summary }: ComposerProps) {
  const { t } = useI18n();
  const setWording = useCommand('report.setWording');
  const save = (wording: Wording) =>
    setWording.mutate(
      { reportId, wording },
      { onError: (error) => showToast({ text: errorText(t, error), tone: 'bad' }) },
    );
  const edited = Object.keys(report.wording).length > 0;
  return (
    <div className={paper.side}>
      <Frame reportId={reportId} report={report} />
      <Warnings warnings={report.warnings} projectId={projectId} />
      <div className={styles.sectionHead}>
        <h2>{t('report:screen.content')}</h2>
        {edited ? (
          <Button look="link" small icon={<RotateCcw />} onPress={() => save({})}>
            {t('report:screen.resetAll')}
          </Button>
        ) : null}
      </div>
      <WordsField
        label={t('report:screen.preparedBy')}
        value={report.wording.preparedBy ?? ''}
        placeholder={report.snapshot.prepared_by ?? ''}
        onCommit={(preparedBy) => {
          const { preparedBy: _, ...rest } = report.wording;
          save(preparedBy.trim() === '' ? rest : { ...rest, preparedBy });
        }}
      />
      {SECTIONS.filter((id) => !isOptional(id) || report.snapshot[id] !== undefined).map((id) => (
        <SectionEditor key={id} id={id} report={report} summary={summary} save={save} />
      ))}
    </div>
  );
}
