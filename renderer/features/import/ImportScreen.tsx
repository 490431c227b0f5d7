import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { useAnswer } from '#renderer/client/hooks.ts';
import { request } from '#renderer/client/wire.ts';
import { type T, useI18n } from '#renderer/i18n/index.ts';
import { navigate } from '#renderer/state/route.ts';
import {
  Banner,
  Button,
  Card,
  ComboBox,
  composing,
  FileDrop,
  Progress,
  RadioGroup,
  showToast,
  TextField,
} from '#renderer/ui/index.ts';
import type { ImportReport } from '#shared/ipc/channels/import.ts';
import { isContactFile } from '../contactImport/public.ts';
import { ReportBody } from './ImportReportView.tsx';
import styles from './import.module.css';
import { problemDetails, problemText } from './texts.ts';
import { type ImportFlow, type ImportState, type ImportTarget, useImport } from './useImport.ts';

export interface ImportScreenProps {
  /** A file that the core knows already: dropped on the app's icon, opened from the desktop. */
  readonly token?: string | undefined;
  readonly fileName?: string | undefined;
  /** A project whose client is proposed. */
  readonly into?: string | undefined;
}

/** Takes the import back, unless something else was done since: then undoing would undo that. */
async function takeBack(t: T, seq: number | null): Promise<void> {
  try {
    const { undo } = await request('undo.state', {});
    if (undo === null || undo.seq !== seq) {
      showToast({ tone: 'warn', text: t('import:undoLater') });
      return;
    }
    await request('undo.undo', {});
    showToast({ text: t('import:undone') });
  } catch (error) {
    showToast({ tone: 'bad', text: problemText(t, error) });
  }
}

async function finished(t: T, projectId: string, name: string, tasks: number): Promise<void> {
  const seq = await request('undo.state', {}).then(
    ({ undo }) => undo?.seq ?? null,
    () => null,
  );
  showToast({
    tone: 'good',
    text: t('import:done', { name: name.slice(0, 60), count: tasks }),
    action: { label: t('common:verb.undo'), onPress: () => void takeBack(t, seq) },
  });
  navigate({ name: 'plan', projectId });
}

function Problem({ problem, fileName }: { readonly problem: unknown; readonly fileName: string }) {
  const { t } = useI18n();
  const details = problemDetails(problem);
  return (
    <Banner
      tone="bad"
      actions={
        <Button
          small
          onPress={() =>
            void navigator.clipboard.writeText(details).then(
              () => showToast({ text: t('common:toast.detailsCopied') }),
              () => {},
            )
          }
        >
          {t('common:verb.copyDetails')}
        </Button>
      }
    >
      <strong>
        {fileName === '' ? t('import:refused') : t('import:refusedFile', { name: fileName.slice(0, 120) })}
      </strong>
      <p>{problemText(t, problem)}</p>
      <p className={styles.muted}>{t('import:nothingChanged')}</p>
    </Banner>
  );
}

function Choose({ flow, state }: { readonly flow: ImportFlow; readonly state: ImportState }) {
  const { t } = useI18n();
  return (
    <>
      <p className={styles.intro}>{t('import:intro')}</p>
      {state.phase === 'choose' && state.problem !== null ? (
        <Problem problem={state.problem} fileName={state.fileName} />
      ) : null}
      <FileDrop
        label={t('import:choose')}
        onFiles={([file]) => {
          if (file) void flow.readFile(file);
        }}
        {...(window.host.info.nativeDialogs ? { onChoose: () => void flow.choose() } : {})}
      />
      <Card title={t('import:howTitle')}>
        <ol className={styles.remarks}>
          <li>{t('import:howProject')}</li>
          <li>{t('import:howOther')}</li>
          <li>{t('import:howTable')}</li>
          <li>{t('import:howSafe')}</li>
        </ol>
      </Card>
    </>
  );
}

type Kind = 'existing' | 'new';

/** The client and the name that the user has chosen; `target` is null while something is missing. */
function useTarget(report: ImportReport, into: string | undefined) {
  const clients = useAnswer('client.list', {}).data ?? [];
  const project = useAnswer('project.get', { id: into ?? '' }, into !== undefined).data;
  const same = clients.find((client) => client.name === report.company);
  const [kind, setKind] = useState<Kind | null>(null);
  const [clientId, setClientId] = useState<string | null>(null);
  const [clientName, setClientName] = useState(report.company ?? '');
  const [name, setName] = useState(report.title);
  // Somebody with a single client means that one, unless the file names another company.
  const only = clients.length === 1 && report.company === null ? clients[0] : undefined;
  const chosenId = clientId ?? project?.client_id ?? same?.id ?? only?.id ?? null;
  const chosenKind: Kind =
    kind ?? (chosenId !== null || (clients.length > 0 && report.company === null) ? 'existing' : 'new');
  const id = clients.some((client) => client.id === chosenId) ? chosenId : null;
  const client: ImportTarget['client'] | null =
    chosenKind === 'existing'
      ? id === null
        ? null
        : { id }
      : clientName.trim() === ''
        ? null
        : { name: clientName.trim().slice(0, 200) };
  const target: ImportTarget | null =
    client === null || name.trim() === '' ? null : { client, name: name.trim().slice(0, 300) };
  return {
    clients,
    kind: chosenKind,
    setKind,
    id,
    setClientId,
    clientName,
    setClientName,
    name,
    setName,
    target,
  };
}

interface ReviewProps {
  readonly flow: ImportFlow;
  readonly report: ImportReport;
  readonly problem: unknown;
  readonly into: string | undefined;
}

function ClientChoice({
  form,
  tried,
}: {
  readonly form: ReturnType<typeof useTarget>;
  readonly tried: boolean;
}) {
  const { t } = useI18n();
  return (
    <>
      {form.clients.length > 0 ? (
        <RadioGroup
          label={t('import:client')}
          options={[
            { id: 'existing', label: t('import:clientExisting') },
            { id: 'new', label: t('import:clientNew') },
          ]}
          value={form.kind}
          onChange={form.setKind}
          orientation="horizontal"
        />
      ) : null}
      {form.kind === 'existing' ? (
        <ComboBox
          label={t('import:clientExisting')}
          options={form.clients.map(({ id, name }) => ({ id, label: name }))}
          value={form.id}
          onChange={form.setClientId}
          required
          error={tried && form.id === null ? t('import:clientMissing') : undefined}
        />
      ) : (
        <TextField
          label={t('import:clientName')}
          value={form.clientName}
          onChange={form.setClientName}
          maxLength={200}
          isRequired
          error={tried && form.clientName.trim() === '' ? t('import:clientMissing') : undefined}
        />
      )}
    </>
  );
}

function Review({ flow, report, problem, into }: ReviewProps) {
  const { t } = useI18n();
  const form = useTarget(report, into);
  const [tried, setTried] = useState(false);
  const headingId = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (form.target === null) return;
    const done = await flow.write(form.target);
    if (done) await finished(t, done.projectId, form.target.name ?? report.title, done.report.counts.tasks);
  };
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
          {t('import:reviewTitle', { name: report.title })}
        </h2>
        {problem === null ? null : <Problem problem={problem} fileName={report.fileName} />}
        <div className={styles.fields}>
          <ClientChoice form={form} tried={tried} />
          <TextField
            label={t('import:projectName')}
            value={form.name}
            onChange={form.setName}
            maxLength={300}
            isRequired
            error={tried && form.name.trim() === '' ? t('import:nameMissing') : undefined}
          />
        </div>
        <div className={styles.actions}>
          <Button look="primary" type="submit">
            {t('import:importNow')}
          </Button>
          <Button onPress={flow.restart}>{t('import:otherFile')}</Button>
          <span className={styles.muted}>{t('import:oneStep')}</span>
        </div>
      </form>
      <ReportBody report={report} />
    </>
  );
}

/** Import of a Microsoft Project XML file: choose, look, then take it over in one step that undo takes back. */
export function ImportScreen({ token, fileName, into }: ImportScreenProps) {
  const { t } = useI18n();
  const { state, flow } = useImport((tableToken, name) =>
    navigate(
      isContactFile(name)
        ? { name: 'importContacts', token: tableToken, fileName: name }
        : { name: 'importTable', token: tableToken, fileName: name, into },
    ),
  );
  useEffect(() => {
    if (token !== undefined) void flow.readToken(token, fileName ?? '');
  }, [token, fileName, flow]);
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>{t('import:title')}</h1>
      {state.phase === 'choose' ? <Choose flow={flow} state={state} /> : null}
      {state.phase === 'read' || state.phase === 'write' ? (
        <Progress
          label={t(state.phase === 'read' ? 'import:reading' : 'import:writing', {
            name: state.fileName.slice(0, 120),
          })}
          fraction={state.fraction}
          onCancel={flow.cancel}
        />
      ) : null}
      {state.phase === 'review' ? (
        <Review key={state.token} flow={flow} report={state.report} problem={state.problem} into={into} />
      ) : null}
    </div>
  );
}
