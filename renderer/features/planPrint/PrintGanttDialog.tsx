import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import '#renderer/print/fonts.css';
import '#renderer/print/gantt/gantt.css';
import { useAnswer } from '#renderer/client/hooks.ts';
import { RequestError } from '#renderer/client/wire.ts';
import { fixedT, type T, useI18n } from '#renderer/i18n/index.ts';
import { errorText } from '#renderer/i18n/words.ts';
import { type DocumentNote, shownDays, tooMany } from '#renderer/print/gantt/document.ts';
import { Banner, Button, Dialog, EmptyState, Menu, Progress, Spacer } from '#renderer/ui/index.ts';
import type { GanttPrint, PrintView } from '#shared/ipc/channels/planPrint.ts';
import { Pages } from './Pages.tsx';
import styles from './planPrint.module.css';
import { SetupForm, type SetupFormProps } from './SetupForm.tsx';
import { useDocument } from './useDocument.ts';
import { type Exporter, TooLarge, useExport } from './useExport.ts';
import { useSetup } from './useSetup.ts';

export interface PrintGanttDialogProps {
  readonly projectId: string;
  /** Tasks selected on the screen, and those that its filter and folding leave. */
  readonly selectedIds: readonly string[];
  readonly visibleIds: readonly string[];
  /** How those stand on the screen where it is not the outline: sorted, as a list, or in groups. */
  readonly view?: PrintView | null;
  readonly onClose: () => void;
}

const NO_BASELINES: SetupFormProps['baselines'] = [];

function noteText(t: T, note: DocumentNote): string {
  if (note.code === 'columnsDropped')
    return t('ganttPrint:note.columnsDropped', { titles: note.titles.join(', ') });
  if (note.code === 'moreTall') return t('ganttPrint:note.moreTall', { asked: note.asked, got: note.got });
  if (note.code === 'tooMany')
    return t('ganttPrint:note.tooMany', { sheets: note.sheets, limit: note.limit });
  if (note.code === 'summaryCut')
    return t('ganttPrint:note.summaryCut', { shown: note.shown, total: note.total });
  return t('ganttPrint:note.minText');
}

function Failure({ exporter }: { readonly exporter: Exporter }) {
  const { t } = useI18n();
  const { state } = exporter;
  if (state.phase !== 'failed') return null;
  const { error } = state;
  const missing = error instanceof RequestError && error.code === 'MISSING_GLYPHS';
  return (
    <Banner
      tone="bad"
      onDismiss={exporter.dismiss}
      {...(missing
        ? {
            actions: (
              <Button small onPress={() => exporter.pdf(true)}>
                {t('ganttPrint:action.replace')}
              </Button>
            ),
          }
        : {})}
    >
      {error instanceof TooLarge ? t('ganttPrint:state.tooLarge') : errorText(t, error)}
    </Banner>
  );
}

interface ActionsProps {
  readonly exporter: Exporter;
  readonly ready: boolean;
  readonly onReset: () => void;
}

function Actions({ exporter, ready, onReset }: ActionsProps) {
  const { t } = useI18n();
  const { state } = exporter;
  if (state.phase === 'running')
    return (
      <div className={styles.progress}>
        <Progress
          label={t(`ganttPrint:state.${state.stage}`)}
          fraction={state.fraction}
          onCancel={exporter.cancel}
        />
      </div>
    );
  const picture = (format: 'svg' | 'png', whole: boolean) => ({
    id: `${format}${whole ? 'Whole' : 'Sheets'}`,
    label: t(`ganttPrint:action.${format}${whole ? 'Whole' : 'Sheets'}`),
    onAction: () => exporter.pictures(format, whole),
  });
  return (
    <>
      <Button look="quiet" onPress={onReset}>
        {t('ganttPrint:action.reset')}
      </Button>
      <Spacer />
      <Menu
        label={t('ganttPrint:action.more')}
        trigger={<Button isDisabled={!ready}>{t('ganttPrint:action.more')}</Button>}
        entries={[picture('svg', false), picture('svg', true), picture('png', false), picture('png', true)]}
      />
      <Button look="primary" isDisabled={!ready} onPress={() => exporter.pdf(false)}>
        {t('ganttPrint:action.pdf')}
      </Button>
    </>
  );
}

/** Preview of the plan on paper beside everything that can be chosen about it, and the ways out. */
export function PrintGanttDialog(props: PrintGanttDialogProps) {
  const { projectId, selectedIds, visibleIds, view = null, onClose } = props;
  const { t, locale } = useI18n();
  const { i18n } = useTranslation();
  const setup = useSetup(projectId, locale, selectedIds.length > 0);
  const wanted = setup.value;
  const source = useAnswer('planPrint.source', { projectId, baselineId: wanted.baselineId });
  const baselines = useAnswer('plan.baselines', { projectId }).data ?? NO_BASELINES;
  const { language } = wanted;
  const sheetT = useMemo(() => fixedT(i18n, language), [i18n, language]);
  const chosen = wanted.rows === 'selected' ? selectedIds : wanted.rows === 'visible' ? visibleIds : null;
  // Rows of groups stand on the screen only.
  const rowIds = useMemo(() => {
    const known = new Set(source.data?.plan.rows.id);
    return chosen?.filter((id) => known.has(id)) ?? null;
  }, [chosen, source.data]);
  const print = useMemo(
    (): GanttPrint | null =>
      source.data ? { kind: 'gantt', source: source.data, setup: wanted, rowIds, view } : null,
    [source.data, wanted, rowIds, view],
  );
  const { document, isCurrent } = useDocument(print, sheetT);
  const exporter = useExport({ projectId, setup: setup.value, rowIds, view, document, t, sheetT });
  const empty = document?.sheets.every(({ layout }) => layout.rows.length === 0) === true;
  const ready =
    document !== null && isCurrent && !empty && !tooMany(document) && exporter.state.phase !== 'running';
  const close = () => {
    exporter.cancel();
    onClose();
  };
  return (
    <Dialog
      open
      full
      title={t('ganttPrint:title')}
      onClose={close}
      onSubmit={() => {
        if (ready) exporter.pdf(false);
      }}
      actions={<Actions exporter={exporter} ready={ready} onReset={setup.reset} />}
    >
      <div className={styles.screen}>
        <SetupForm
          setup={setup.value}
          onChange={setup.change}
          selected={selectedIds.length}
          days={document?.chart ? shownDays(document.chart) : null}
          baselines={baselines}
          without={{ baseline: source.data?.baseline === null }}
        />
        <div className={styles.main}>
          <Failure exporter={exporter} />
          {source.error ? <Banner tone="bad">{errorText(t, source.error)}</Banner> : null}
          {document?.notes.map((note) => (
            <Banner key={note.code} tone={note.code === 'tooMany' ? 'warn' : 'info'}>
              {noteText(t, note)}
            </Banner>
          ))}
          {empty ? (
            <EmptyState text={t('ganttPrint:preview.empty')} />
          ) : (
            <Pages document={document} language={language} sheetT={sheetT} />
          )}
        </div>
      </div>
    </Dialog>
  );
}
