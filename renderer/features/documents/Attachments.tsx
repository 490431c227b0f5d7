import { Download, Trash2 } from 'lucide-react';
import { Suspense, useState } from 'react';
import { useCommand, useReadyAnswer } from '#renderer/client/hooks.ts';
import { request, uploadFile } from '#renderer/client/wire.ts';
import { useI18n } from '#renderer/i18n/index.ts';
import { errorText } from '#renderer/i18n/words.ts';
import { removeRecord } from '#renderer/records/remove.ts';
import { Button, FileDrop, IconButton, Select, Spinner, showToast } from '#renderer/ui/index.ts';
import type { AttachmentRow } from '#shared/ipc/channels/document.ts';
import { ATTACHMENT_KINDS } from '#shared/model/attachmentKinds.ts';
import styles from './documents.module.css';

type Kind = AttachmentRow['kind'];

export interface AttachmentsProps {
  /** The record the files belong to. */
  readonly subjectId: string;
  /** Kind that new files get; they can be chosen otherwise. */
  readonly kind?: Kind;
  /** Name of the record, where the files of several stand together. */
  readonly of?: string;
}

/** `1.2 MB`; kilobytes below. */
function useSize(): (bytes: number) => string {
  const { format } = useI18n();
  return (bytes) =>
    bytes >= 1024 * 1024
      ? `${format.number(bytes / 1024 / 1024, 1)} MB`
      : `${format.number(Math.max(1, Math.round(bytes / 1024)))} KB`;
}

function Row({ row }: { readonly row: AttachmentRow }) {
  const { t } = useI18n();
  const size = useSize();
  const open = useCommand('attachment.open');
  const save = useCommand('attachment.save');
  const onError = (error: unknown) => showToast({ text: errorText(t, error), tone: 'bad' });
  const onSave = () =>
    save.mutate(
      { id: row.id },
      {
        onError,
        onSuccess: ({ name }) => {
          if (name !== null) showToast({ text: t('report:screen.draftSaved', { name }), tone: 'good' });
        },
      },
    );
  const onOpen = () =>
    open.mutate(
      { id: row.id },
      {
        onError,
        onSuccess: ({ opened }) => {
          if (!opened) showToast({ text: t('document:files.notOpened'), tone: 'warn' });
        },
      },
    );
  return (
    <li className={styles.line}>
      <Button look="link" onPress={row.openable ? onOpen : onSave}>
        {row.name}
      </Button>
      <span className={styles.muted}>
        {[t(`model:attachment.enums.kind.${row.kind}`), size(row.bytes), row.added_on, row.note]
          .filter(Boolean)
          .join(' · ')}
      </span>
      <IconButton small label={t('document:files.save')} icon={<Download />} onPress={onSave} />
      <IconButton
        small
        label={t('common:verb.delete')}
        icon={<Trash2 />}
        onPress={() => void removeRecord(t, 'attachment', row.id, row.name)}
      />
    </li>
  );
}

function useTitle({ of }: AttachmentsProps): string {
  const { t } = useI18n();
  return of === undefined ? t('document:files.title') : t('document:files.titleOf', { name: of });
}

function List(props: AttachmentsProps) {
  const { subjectId, kind = 'file' } = props;
  const { t } = useI18n();
  const title = useTitle(props);
  const rows = useReadyAnswer('attachment.of', { subjectId });
  const [chosen, choose] = useState<Kind>(kind);
  const [busy, setBusy] = useState(false);
  const add = async (files: readonly File[]) => {
    setBusy(true);
    try {
      for (const file of files)
        await request('attachment.add', { subjectId, fileToken: await uploadFile(file), kind: chosen });
    } catch (error) {
      showToast({ text: errorText(t, error), tone: 'bad' });
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className={styles.stack}>
      {rows.length === 0 ? (
        <p className={styles.muted}>{t('document:files.none')}</p>
      ) : (
        <ul className={styles.plain} aria-label={title}>
          {rows.map((row) => (
            <Row key={row.id} row={row} />
          ))}
        </ul>
      )}
      <Select
        label={t('document:files.kind')}
        value={chosen}
        onChange={choose}
        options={ATTACHMENT_KINDS.map((id) => ({ id, label: t(`model:attachment.enums.kind.${id}`) }))}
      />
      {busy ? (
        <Spinner />
      ) : (
        <FileDrop label={t('document:files.add')} multiple onFiles={(files) => void add(files)} />
      )}
    </div>
  );
}

/** B3, E3, F7: the files of a record: photos of a call, vouchers of an instalment, source documents. */
export function Attachments(props: AttachmentsProps) {
  return (
    <section aria-label={useTitle(props)}>
      <Suspense fallback={<Spinner />}>
        <List {...props} />
      </Suspense>
    </section>
  );
}
