import { FileSpreadsheet } from 'lucide-react';
import { useState } from 'react';
import { runTask } from '#renderer/client/wire.ts';
import { useI18n } from '#renderer/i18n/index.ts';
import { Button, Card, Checkbox } from '#renderer/ui/index.ts';
import type { TableOptions, TablePreview } from '#shared/ipc/channels/table.ts';
import type { InputOf, OutputOf } from '#shared/ipc/contract.ts';
import type { PresetKind } from '#shared/schedule/calendar/presets.ts';
import {
  finishImport,
  frameStyles,
  ImportFrame,
  type ImportSteps,
  ReviewForm,
  type Review as ReviewOf,
  useImportFlow,
} from '../importFrame/public.ts';
import { Columns } from './Columns.tsx';
import { DryRun } from './DryRun.tsx';
import { TABLE_EXTENSIONS } from './fileNames.ts';
import { ReadSettings, SourceSettings } from './Settings.tsx';
import { Target } from './Target.tsx';
import { saveTemplate } from './taskList.ts';
import { useTarget } from './useTarget.ts';

export interface TableImportScreenProps {
  /** A file that the core knows already. */
  readonly token?: string | undefined;
  readonly fileName?: string | undefined;
  /** The project whose plan is proposed, and the task in it that was selected. */
  readonly into?: string | undefined;
  readonly itemId?: string | undefined;
}

/** How the file is read, and the plan or calendar that its dates are computed with. */
interface Options {
  readonly table: TableOptions;
  readonly where: { readonly projectId?: string | undefined; readonly calendar?: PresetKind | undefined };
}

type Choice = Pick<InputOf<'table.import'>, 'into' | 'leaveOut'>;
type Done = OutputOf<'table.import'>;

const stepsFor = (projectId: string | undefined): ImportSteps<Options, TablePreview, Choice, Done> => ({
  purpose: 'table',
  first: { table: {}, where: projectId === undefined ? {} : { projectId } },
  preview: (token, { table, where }, run) =>
    runTask('table.preview', { token, options: table, ...where }, run),
  write: ({ token, options }, choice, run) =>
    runTask('table.import', { token, options: options.table, ...choice }, run),
});

function Templates() {
  const { t, locale } = useI18n();
  return (
    <div className={frameStyles.actions}>
      <Button icon={<FileSpreadsheet />} onPress={() => void saveTemplate(t, locale, 'xlsx')}>
        {t('tableImport:templateXlsx')}
      </Button>
      <Button onPress={() => void saveTemplate(t, locale, 'csv')}>{t('tableImport:templateCsv')}</Button>
    </div>
  );
}

/** What has to be done before the table can be imported; null if nothing. */
function useMissing(preview: TablePreview, leaveOut: boolean): string | null {
  const { t } = useI18n();
  const open = preview.dates.reduce((sum, { order, ambiguous }) => sum + (order === null ? ambiguous : 0), 0);
  if (preview.mapping.name === undefined) return t('tableImport:noName');
  if (open > 0) return t('tableImport:ask', { count: open });
  if (preview.problemCount > 0 && !leaveOut) return t('tableImport:problemsFirst');
  return preview.counts.tasks === 0 ? t('errors:TABLE_NO_TASKS') : null;
}

interface ReviewProps {
  readonly review: ReviewOf<Options, TablePreview>;
  readonly into: string | undefined;
  readonly itemId: string | undefined;
  readonly onLook: (options: Options) => void;
  readonly onWrite: (choice: Choice) => Promise<Done | null>;
  readonly onRestart: () => void;
}

function Review({ review, into, itemId, onLook, onWrite, onRestart }: ReviewProps) {
  const { t } = useI18n();
  const { preview, options } = review;
  const form = useTarget(preview, into, itemId);
  const [leaveOut, setLeaveOut] = useState(false);
  const missing = useMissing(preview, leaveOut);
  const submit = async () => {
    if (form.into === null) return;
    const done = await onWrite({ into: form.into, leaveOut });
    if (!done) return;
    const text = t('tableImport:done', { name: form.title.slice(0, 60), count: done.tasks });
    await finishImport(t, text, { name: 'plan', projectId: done.projectId, itemId: done.firstId });
  };
  const look = (table: TableOptions): void => onLook({ ...options, table });
  const settings = { preview, options: options.table, onOptions: look };
  return (
    <>
      <ReviewForm
        title={preview.fileName}
        review={review}
        fileName={preview.fileName}
        submit={t('tableImport:importNow', { count: preview.counts.tasks })}
        missing={missing}
        onSubmit={() => void submit()}
        onRestart={onRestart}
      >
        {(tried) => (
          <>
            <Target form={form} tried={tried} onWhere={(where) => onLook({ ...options, where })} />
            {preview.problemCount > 0 ? (
              <Checkbox
                label={t('tableImport:leaveOut', { count: preview.problemCount })}
                isSelected={leaveOut}
                onChange={setLeaveOut}
              />
            ) : null}
          </>
        )}
      </ReviewForm>
      <div className={frameStyles.report} aria-busy={review.busy}>
        <Card title={t('tableImport:source')}>
          <SourceSettings {...settings} />
        </Card>
        <ReadSettings {...settings} />
        <Columns
          preview={preview}
          onMapping={(mapping) => look({ ...withoutGuesses(options.table), mapping })}
        />
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
  const { state, flow } = useImportFlow(stepsFor(into));
  return (
    <ImportFrame
      title={t('tableImport:title')}
      intro={t('tableImport:intro')}
      choose={t('tableImport:choose')}
      accept={TABLE_EXTENSIONS}
      howTitle={t('tableImport:howTitle')}
      how={
        <>
          <ol className={frameStyles.lines}>
            <li>{t('tableImport:howColumns')}</li>
            <li>{t('tableImport:howOutline')}</li>
            <li>{t('tableImport:howTemplate')}</li>
          </ol>
          <Templates />
        </>
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
          itemId={itemId}
          onLook={(options) => void flow.look(options)}
          onWrite={flow.write}
          onRestart={flow.restart}
        />
      )}
    </ImportFrame>
  );
}
