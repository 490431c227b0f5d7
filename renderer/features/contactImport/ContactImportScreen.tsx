import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { useAnswer } from '#renderer/client/hooks.ts';
import { request } from '#renderer/client/wire.ts';
import { type T, useI18n } from '#renderer/i18n/index.ts';
import { entityName } from '#renderer/i18n/words.ts';
import { navigate } from '#renderer/state/route.ts';
import {
  Banner,
  Button,
  Card,
  Checkbox,
  ComboBox,
  composing,
  FileDrop,
  Progress,
  Select,
  showToast,
} from '#renderer/ui/index.ts';
import type { ContactOptions, ContactRow } from '#shared/ipc/channels/contactImport.ts';
import type { OutputOf } from '#shared/ipc/contract.ts';
import { Columns, SourceSettings } from './Columns.tsx';
import styles from './contactImport.module.css';
import { Rows } from './Rows.tsx';
import { failureText } from './texts.ts';
import {
  type Choice,
  type ContactFlow,
  type ContactState,
  type Review as ReviewState,
  useContactImport,
} from './useContactImport.ts';

export interface ContactImportScreenProps {
  /** A file that the core knows already. */
  readonly token?: string | undefined;
  readonly fileName?: string | undefined;
  /** The client whose people are proposed. */
  readonly clientId?: string | undefined;
}

const EXTENSIONS = ['.vcf', '.vcard', '.csv', '.tsv', '.txt', '.xlsx', '.xlsm'] as const;

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

async function finished(t: T, done: OutputOf<'contacts.import'>): Promise<void> {
  const seq = await request('undo.state', {}).then(
    ({ undo }) => undo?.seq ?? null,
    () => null,
  );
  showToast({
    tone: 'good',
    text: t('contactImport:done', { contacts: done.contacts, clients: done.clients, merged: done.merged }),
    action: { label: t('common:verb.undo'), onPress: () => void takeBack(t, seq) },
  });
  navigate(done.clientId === null ? { name: 'clients' } : { name: 'client', clientId: done.clientId });
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

function Choose({
  flow,
  state,
}: {
  readonly flow: ContactFlow;
  readonly state: Extract<ContactState, { phase: 'choose' }>;
}) {
  const { t } = useI18n();
  return (
    <>
      <p className={styles.intro}>{t('contactImport:intro')}</p>
      {state.problem === null ? null : <Problem problem={state.problem} fileName={state.fileName} />}
      <FileDrop
        label={t('contactImport:choose')}
        accept={EXTENSIONS}
        onFiles={([file]) => {
          if (file) void flow.readFile(file);
        }}
        {...(window.host.info.nativeDialogs ? { onChoose: () => void flow.choose() } : {})}
      />
      <Card title={t('contactImport:howTitle')}>
        <ul className={styles.lines}>
          <li>{t('contactImport:howCards')}</li>
          <li>{t('contactImport:howTables')}</li>
          <li>{t('contactImport:howKnown')}</li>
        </ul>
      </Card>
    </>
  );
}

function LonerChoice({ review, flow }: { readonly review: ReviewState; readonly flow: ContactFlow }) {
  const { t } = useI18n();
  const { data } = useAnswer('client.list', {});
  const { loners } = review.options;
  const mode = typeof loners === 'string' ? loners : 'client';
  const look = (next: ContactOptions['loners']) => void flow.look({ ...review.options, loners: next });
  const first = data?.[0]?.id;
  if (review.preview.rows.every(({ company }) => company !== null)) return null;
  return (
    <div className={styles.fields}>
      <Select
        label={t('contactImport:loners')}
        options={(['own', 'client', 'skip'] as const)
          .filter((id) => id !== 'client' || first !== undefined)
          .map((id) => ({ id, label: t(`contactImport:loner.${id}`) }))}
        value={mode}
        onChange={(id) => {
          if (id !== 'client') look(id);
          else if (first !== undefined) look({ clientId: first });
        }}
      />
      {typeof loners === 'string' ? null : (
        <ComboBox
          label={entityName(t, 'client')}
          options={(data ?? []).map(({ id, name }) => ({ id, label: name }))}
          value={loners.clientId}
          onChange={(id) => {
            if (id !== null) look({ clientId: id });
          }}
        />
      )}
    </div>
  );
}

function Review({ flow, review }: { readonly flow: ContactFlow; readonly review: ReviewState }) {
  const { t } = useI18n();
  const { preview, options, problem } = review;
  const [choices, setChoices] = useState<ReadonlyMap<number, Choice>>(new Map());
  const [leaveOut, setLeaveOut] = useState(false);
  const [tried, setTried] = useState(false);
  const headingId = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const choiceOf = (row: ContactRow): Choice =>
    row.closed === null ? (choices.get(row.row) ?? row.choice) : 'skip';
  const count = preview.rows.filter((row) => choiceOf(row) !== 'skip').length;
  const missing =
    preview.problemCount > 0 && !leaveOut
      ? t('contactImport:problemsFirst')
      : count === 0
        ? t('contactImport:nothing')
        : null;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (missing !== null) return;
    const done = await flow.write(choices, leaveOut);
    if (done) await finished(t, done);
  };
  // Rows have the same numbers only while the file is read in the same way.
  const look = (next: ContactOptions): void => {
    setChoices(new Map());
    void flow.look(next);
  };
  return (
    <>
      <form
        className={styles.form}
        aria-labelledby={headingId}
        noValidate
        onSubmit={(event) => void submit(event)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && composing(event)) event.preventDefault();
        }}
      >
        <h2 id={headingId} ref={heading} tabIndex={-1} className={styles.formTitle}>
          {preview.fileName}
        </h2>
        {problem === null ? null : <Problem problem={problem} fileName={preview.fileName} />}
        <LonerChoice review={review} flow={flow} />
        {preview.problemCount > 0 ? (
          <Checkbox
            label={t('contactImport:leaveOut', { count: preview.problemCount })}
            isSelected={leaveOut}
            onChange={setLeaveOut}
          />
        ) : null}
        {tried && missing !== null ? <Banner tone="warn">{missing}</Banner> : null}
        <div className={styles.actions}>
          <Button look="primary" type="submit" isDisabled={review.busy}>
            {t('contactImport:importNow', { count })}
          </Button>
          <Button onPress={flow.restart}>{t('tableImport:otherFile')}</Button>
          <span className={styles.muted}>{t('tableImport:oneStep')}</span>
        </div>
      </form>
      <Rows
        preview={preview}
        choiceOf={choiceOf}
        onChoice={(rows, choice) =>
          setChoices((now) => new Map([...now, ...rows.map((row) => [row.row, choice] as const)]))
        }
      />
      <Columns preview={preview} options={options} onOptions={look} />
      <Card title={t('tableImport:source')}>
        <SourceSettings preview={preview} options={options} onOptions={look} />
      </Card>
    </>
  );
}

/** B17: import of contacts: choose a file, see who is known and what would be written, take it over in one step. */
export function ContactImportScreen({ token, fileName, clientId }: ContactImportScreenProps) {
  const { t } = useI18n();
  const { state, flow } = useContactImport({ loners: clientId === undefined ? 'own' : { clientId } });
  useEffect(() => {
    if (token !== undefined) void flow.readToken(token, fileName ?? '');
  }, [token, fileName, flow]);
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>{t('contactImport:title')}</h1>
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
      {state.phase === 'review' ? <Review key={state.token} flow={flow} review={state} /> : null}
    </div>
  );
}
