import { useState } from 'react';
import { useAnswer } from '#renderer/client/hooks.ts';
import { runTask } from '#renderer/client/wire.ts';
import { useI18n } from '#renderer/i18n/index.ts';
import { navigate } from '#renderer/state/route.ts';
import { TextField } from '#renderer/ui/index.ts';
import type { ImportReport } from '#shared/ipc/channels/import.ts';
import type { InputOf, OutputOf } from '#shared/ipc/contract.ts';
import { isContactFile } from '../contactImport/public.ts';
import {
  ClientChoice,
  finishImport,
  frameStyles,
  ImportFrame,
  type ImportSteps,
  ReviewForm,
  type Review as ReviewOf,
  useClientChoice,
  useImportFlow,
} from '../importFrame/public.ts';
import { isTableFile } from '../tableImport/public.ts';
import { ReportBody } from './ImportReportView.tsx';

export interface ImportScreenProps {
  /** A file that the core knows already: dropped on the app's icon, opened from the desktop. */
  readonly token?: string | undefined;
  readonly fileName?: string | undefined;
  /** A project whose client is proposed. */
  readonly into?: string | undefined;
}

type Target = Pick<InputOf<'import.project'>, 'client' | 'name'>;
type Done = OutputOf<'import.project'>;

/** The core counts reading as this part of a whole import. */
const READ_SHARE = 0.7;

/** Tables and contacts have screens of their own. */
function elsewhere(token: string, fileName: string, into: string | undefined): boolean {
  if (isContactFile(fileName)) navigate({ name: 'importContacts', token, fileName });
  else if (isTableFile(fileName)) navigate({ name: 'importTable', token, fileName, into });
  else return false;
  return true;
}

const stepsFor = (into: string | undefined): ImportSteps<null, ImportReport, Target, Done> => ({
  purpose: 'project',
  first: null,
  preview: (token, _, { onProgress, ...run }) =>
    runTask(
      'import.inspect',
      { token },
      { ...run, onProgress: (part, stage) => onProgress?.(Math.min(1, part / READ_SHARE), stage) },
    ),
  write: ({ token }, target, run) => runTask('import.project', { token, ...target }, run),
  elsewhere: (token, fileName) => elsewhere(token, fileName, into),
});

function Review(props: {
  readonly review: ReviewOf<null, ImportReport>;
  readonly into: string | undefined;
  readonly onWrite: (target: Target) => Promise<Done | null>;
  readonly onRestart: () => void;
}) {
  const { review, into, onWrite, onRestart } = props;
  const { t } = useI18n();
  const report = review.preview;
  const project = useAnswer('project.get', { id: into ?? '' }, into !== undefined).data;
  const form = useClientChoice(report.company, project?.client_id);
  const [title, setTitle] = useState(report.title);
  const name = title.trim().slice(0, 300);
  const submit = async () => {
    if (form.client === null || name === '') return;
    const done = await onWrite({ client: form.client, name });
    if (!done) return;
    await finishImport(
      t,
      t('import:done', { name: name.slice(0, 60), count: done.report.counts.tasks }),
      { name: 'plan', projectId: done.projectId },
      t('import:undoLaterProject'),
    );
  };
  return (
    <>
      <ReviewForm
        title={t('import:reviewTitle', { name: report.title })}
        review={review}
        fileName={report.fileName}
        submit={t('import:importNow')}
        onSubmit={() => void submit()}
        onRestart={onRestart}
      >
        {(tried) => (
          <div className={frameStyles.fields}>
            <ClientChoice form={form} tried={tried} />
            <TextField
              label={t('import:projectName')}
              value={title}
              onChange={setTitle}
              maxLength={300}
              isRequired
              error={tried && name === '' ? t('import:nameMissing') : undefined}
            />
          </div>
        )}
      </ReviewForm>
      <ReportBody report={report} />
    </>
  );
}

/** Import of a project file: choose, look, then take it over in one step that undo takes back. */
export function ImportScreen({ token, fileName, into }: ImportScreenProps) {
  const { t } = useI18n();
  const { state, flow } = useImportFlow(stepsFor(into));
  return (
    <ImportFrame
      title={t('import:title')}
      intro={t('import:intro')}
      choose={t('import:choose')}
      howTitle={t('import:howTitle')}
      how={
        <ol className={frameStyles.lines}>
          <li>{t('import:howProject')}</li>
          <li>{t('import:howOther')}</li>
          <li>{t('import:howTable')}</li>
          <li>{t('import:howSafe')}</li>
        </ol>
      }
      token={token}
      fileName={fileName}
      state={state}
      flow={flow}
    >
      {(review) => (
        <Review
          key={review.token}
          review={review}
          into={into}
          onWrite={flow.write}
          onRestart={flow.restart}
        />
      )}
    </ImportFrame>
  );
}
