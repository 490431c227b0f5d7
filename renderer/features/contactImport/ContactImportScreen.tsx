import { useState } from 'react';
import { useAnswer } from '#renderer/client/hooks.ts';
import { runTask } from '#renderer/client/wire.ts';
import { useI18n } from '#renderer/i18n/index.ts';
import { entityName } from '#renderer/i18n/words.ts';
import { Card, Checkbox, ComboBox, Select } from '#renderer/ui/index.ts';
import type { ContactOptions, ContactPreview, ContactRow } from '#shared/ipc/channels/contactImport.ts';
import type { InputOf, OutputOf } from '#shared/ipc/contract.ts';
import {
  finishImport,
  frameStyles,
  ImportFrame,
  type ImportSteps,
  ReviewForm,
  type Review as ReviewOf,
  useImportFlow,
} from '../importFrame/public.ts';
import { Columns, SourceSettings } from './Columns.tsx';
import { type Choice, Rows } from './Rows.tsx';

export interface ContactImportScreenProps {
  /** A file that the core knows already. */
  readonly token?: string | undefined;
  readonly fileName?: string | undefined;
  /** The client whose people are proposed. */
  readonly clientId?: string | undefined;
}

type Chosen = Pick<InputOf<'contacts.import'>, 'choices' | 'leaveOut'>;
type Done = OutputOf<'contacts.import'>;

const EXTENSIONS = ['.vcf', '.vcard', '.csv', '.tsv', '.txt', '.xlsx', '.xlsm'] as const;

const stepsFor = (first: ContactOptions): ImportSteps<ContactOptions, ContactPreview, Chosen, Done> => ({
  purpose: 'contacts',
  first,
  preview: (token, options, run) => runTask('contacts.preview', { token, options }, run),
  write: ({ token, options }, chosen, run) => runTask('contacts.import', { token, options, ...chosen }, run),
});

interface ReviewProps {
  readonly review: ReviewOf<ContactOptions, ContactPreview>;
  readonly onLook: (options: ContactOptions) => void;
  readonly onWrite: (chosen: Chosen) => Promise<Done | null>;
  readonly onRestart: () => void;
}

function LonerChoice({ review, onLook }: Pick<ReviewProps, 'review' | 'onLook'>) {
  const { t } = useI18n();
  const { data } = useAnswer('client.list', {});
  const { loners } = review.options;
  const mode = typeof loners === 'string' ? loners : 'client';
  const look = (next: ContactOptions['loners']) => onLook({ ...review.options, loners: next });
  const first = data?.[0]?.id;
  if (review.preview.rows.every(({ company }) => company !== null)) return null;
  return (
    <div className={frameStyles.fields}>
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

function Review({ review, onLook, onWrite, onRestart }: ReviewProps) {
  const { t } = useI18n();
  const { preview, options } = review;
  const [choices, setChoices] = useState<ReadonlyMap<number, Choice>>(new Map());
  const [leaveOut, setLeaveOut] = useState(false);
  const choiceOf = (row: ContactRow): Choice =>
    row.closed === null ? (choices.get(row.row) ?? row.choice) : 'skip';
  const count = preview.rows.filter((row) => choiceOf(row) !== 'skip').length;
  const missing =
    preview.problemCount > 0 && !leaveOut
      ? t('contactImport:problemsFirst')
      : count === 0
        ? t('contactImport:nothing')
        : null;
  const submit = async () => {
    const chosen = [...choices].map(([row, choice]) => ({ row, choice }));
    const done = await onWrite({ choices: chosen, leaveOut });
    if (!done) return;
    const { contacts, clients, merged, clientId } = done;
    await finishImport(
      t,
      t('contactImport:done', { contacts, clients, merged }),
      clientId === null ? { name: 'clients' } : { name: 'client', clientId },
    );
  };
  // Rows have the same numbers only while the file is read in the same way.
  const look = (next: ContactOptions): void => {
    setChoices(new Map());
    onLook(next);
  };
  return (
    <>
      <ReviewForm
        title={preview.fileName}
        review={review}
        fileName={preview.fileName}
        submit={t('contactImport:importNow', { count })}
        missing={missing}
        onSubmit={() => void submit()}
        onRestart={onRestart}
      >
        {() => (
          <>
            <LonerChoice review={review} onLook={onLook} />
            {preview.problemCount > 0 ? (
              <Checkbox
                label={t('contactImport:leaveOut', { count: preview.problemCount })}
                isSelected={leaveOut}
                onChange={setLeaveOut}
              />
            ) : null}
          </>
        )}
      </ReviewForm>
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
  const { state, flow } = useImportFlow(stepsFor({ loners: clientId === undefined ? 'own' : { clientId } }));
  return (
    <ImportFrame
      title={t('contactImport:title')}
      intro={t('contactImport:intro')}
      choose={t('contactImport:choose')}
      accept={EXTENSIONS}
      howTitle={t('contactImport:howTitle')}
      how={
        <ul className={frameStyles.lines}>
          <li>{t('contactImport:howCards')}</li>
          <li>{t('contactImport:howTables')}</li>
          <li>{t('contactImport:howKnown')}</li>
        </ul>
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
          onLook={(options) => void flow.look(options)}
          onWrite={flow.write}
          onRestart={flow.restart}
        />
      )}
    </ImportFrame>
  );
}
