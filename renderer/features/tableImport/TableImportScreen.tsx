import { FileSpreadsheet } from 'lucide-react';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { request } from '#renderer/client/wire.ts';
import { type T, useI18n } from '#renderer/i18n/index.ts';
import { navigate } from '#renderer/state/route.ts';
import {
  Banner,
  Button,
  Card,
  Checkbox,
  composing,
  FileDrop,
  Progress,
  showToast,
} from '#renderer/ui/index.ts';
import type { TableOptions } from '#shared/ipc/channels/table.ts';
import { Columns } from './Columns.tsx';
import { DryRun } from './DryRun.tsx';
import { TABLE_EXTENSIONS } from './fileNames.ts';
import { ReadSettings, SourceSettings } from './Settings.tsx';
import { Target } from './Target.tsx';
import styles from './tableImport.module.css';
import { saveTemplate } from './taskList.ts';
import { codeOf, failureText } from './texts.ts';
import {
  type Review as ReviewState,
  type TableFlow,
  type TableState,
  useTableImport,
} from './useTableImport.ts';
import { useTarget } from './useTarget.ts';

export interface TableImportScreenProps {
  /** A file that the core knows already. */
  readonly token?: string | undefined;
  readonly fileName?: string | undefined;
  /** The project whose plan is proposed, and the task in it that was selected. */
  readonly into?: string | undefined;
  readonly itemId?: string | undefined;
}

/** Takes the import back, unless something else was done since: then undoing would undo that. */
async function takeBack(t: T, seq: number | null): Promise<void> {
  try {
    const { undo } = await request('undo.state', {});
    if (undo === null || undo.seq !== seq) {
      showToast({ tone: 'warn', text: t('tableImport:undoLater') });
      return;
    }
    await request('undo.undo', {});
    showToast({ text: t('tableImport:undone') });
  } catch (error) {
    showToast({ tone: 'bad', text: failureText(t, error) });
  }
}

async function finished(
  t: T,
  projectId: string,
  firstId: string,
  name: string,
  count: number,
): Promise<void> {
  const seq = await request('undo.state', {}).then(
    ({ undo }) => undo?.seq ?? null,
    () => null,
  );
  showToast({
    tone: 'good',
    text: t('tableImport:done', { name: name.slice(0, 60), count }),
    action: { label: t('common:verb.undo'), onPress: () => void takeBack(t, seq) },
  });
  navigate({ name: 'plan', projectId, itemId: firstId });
}

function Problem({ problem, fileName }: { readonly problem: unknown; readonly fileName: string }) {
  const { t } = useI18n();
  return (
    <Banner tone="bad">
      <strong>
        {fileName === ''
          ? t('tableImport:refused')
          : t('tableImport:refusedFile', { name: fileName.slice(0, 120) })}
      </strong>
      <p>{failureText(t, problem)}</p>
      <p className={styles.muted}>{t('tableImport:nothingChanged')}</p>
    </Banner>
  );
}

function Templates() {
  const { t, locale } = useI18n();
  return (
    <div className={styles.actions}>
      <Button icon={<FileSpreadsheet />} onPress={() => void saveTemplate(t, locale, 'xlsx')}>
        {t('tableImport:templateXlsx')}
      </Button>
      <Button onPress={() => void saveTemplate(t, locale, 'csv')}>{t('tableImport:templateCsv')}</Button>
    </div>
  );
}

function Choose({ flow, state }: { readonly flow: TableFlow; readonly state: TableState }) {
  const { t } = useI18n();
  return (
    <>
      <p className={styles.intro}>{t('tableImport:intro')}</p>
      {state.phase === 'choose' && state.problem !== null ? (
        <Problem key={codeOf(state.problem)} problem={state.problem} fileName={state.fileName} />
      ) : null}
      <FileDrop
        label={t('tableImport:choose')}
        accept={TABLE_EXTENSIONS}
        onFiles={([file]) => {
          if (file) void flow.readFile(file);
        }}
        {...(window.host.info.nativeDialogs ? { onChoose: () => void flow.choose() } : {})}
      />
      <Card title={t('tableImport:howTitle')}>
        <ol className={styles.lines}>
          <li>{t('tableImport:howColumns')}</li>
          <li>{t('tableImport:howOutline')}</li>
          <li>{t('tableImport:howTemplate')}</li>
        </ol>
        <Templates />
      </Card>
    </>
  );
}

interface ReviewProps {
  readonly flow: TableFlow;
  readonly review: ReviewState;
  readonly into: string | undefined;
  readonly itemId: string | undefined;
}

function Review({ flow, review, into, itemId }: ReviewProps) {
  const { t } = useI18n();
  const { preview, options, problem } = review;
  const form = useTarget(preview, into, itemId);
  const [tried, setTried] = useState(false);
  const [leaveOut, setLeaveOut] = useState(false);
  const headingId = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const open = preview.dates.reduce((sum, { order, ambiguous }) => sum + (order === null ? ambiguous : 0), 0);
  const missing =
    preview.mapping.name === undefined
      ? t('tableImport:noName')
      : open > 0
        ? t('tableImport:ask', { count: open })
        : preview.problemCount > 0 && !leaveOut
          ? t('tableImport:problemsFirst')
          : preview.counts.tasks === 0
            ? t('errors:TABLE_NO_TASKS')
            : null;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (form.into === null || missing !== null) return;
    const done = await flow.write(form.into, leaveOut);
    if (done) await finished(t, done.projectId, done.firstId, form.title, done.tasks);
  };
  const look = (next: TableOptions): void => void flow.look(next);
  return (
    <>
      <form
        className={styles.form}
        aria-labelledby={headingId}
        noValidate
        onSubmit={(event) => void submit(event)}
        onKeyDown={(event) => {
          // Enter that ends a composition belongs to the input method, whatever the browser makes of it.
          if (event.key === 'Enter' && composing(event)) event.preventDefault();
        }}
      >
        <h2 id={headingId} ref={heading} tabIndex={-1} className={styles.formTitle}>
          {preview.fileName}
        </h2>
        {problem === null ? null : <Problem problem={problem} fileName={preview.fileName} />}
        <Target form={form} tried={tried} onWhere={(where) => void flow.look(options, where)} />
        {preview.problemCount > 0 ? (
          <Checkbox
            label={t('tableImport:leaveOut', { count: preview.problemCount })}
            isSelected={leaveOut}
            onChange={setLeaveOut}
          />
        ) : null}
        {tried && missing !== null ? <Banner tone="warn">{missing}</Banner> : null}
        <div className={styles.actions}>
          <Button look="primary" type="submit" isDisabled={review.busy}>
            {t('tableImport:importNow', { count: preview.counts.tasks })}
          </Button>
          <Button onPress={flow.restart}>{t('tableImport:otherFile')}</Button>
          <span className={styles.muted}>{t('tableImport:oneStep')}</span>
        </div>
      </form>
      <div className={styles.report} aria-busy={review.busy}>
        <Card title={t('tableImport:source')}>
          <SourceSettings preview={preview} options={options} onOptions={look} />
        </Card>
        <ReadSettings preview={preview} options={options} onOptions={look} />
        <Columns preview={preview} onMapping={(mapping) => look({ ...withoutGuesses(options), mapping })} />
        <DryRun preview={preview} />
      </div>
    </>
  );
}

/** Another mapping is read afresh: what was chosen for the columns of before may not be there any more. */
function withoutGuesses({
  hierarchy: _,
  reference: __,
  percentForm: ___,
  ...rest
}: TableOptions): TableOptions {
  return rest;
}

/** Import of a task list: choose a file, see what it is read as, then take it over in one step that undo takes back. */
export function TableImportScreen({ token, fileName, into, itemId }: TableImportScreenProps) {
  const { t } = useI18n();
  const { state, flow } = useTableImport(into === undefined ? {} : { projectId: into });
  useEffect(() => {
    if (token !== undefined) void flow.readToken(token, fileName ?? '');
  }, [token, fileName, flow]);
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>{t('tableImport:title')}</h1>
      {state.phase === 'choose' ? <Choose flow={flow} state={state} /> : null}
      {state.phase === 'read' || state.phase === 'write' ? (
        <Progress
          label={t(state.phase === 'read' ? 'tableImport:reading' : 'tableImport:writing', {
            name: state.fileName.slice(0, 120),
          })}
          fraction={state.fraction}
          onCancel={flow.cancel}
        />
      ) : null}
      {state.phase === 'review' ? (
        <Review key={state.token} flow={flow} review={state} into={into} itemId={itemId} />
      ) : null}
    </div>
  );
}
