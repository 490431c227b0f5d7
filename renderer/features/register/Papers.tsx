import { useI18n } from '#renderer/i18n/index.ts';
import { kindsAbout } from '#shared/domain/documents/about.ts';
import { type EntityType, entityOf, type RecordOf } from '#shared/model/registry.ts';
import { Attachments, DocumentButton } from '../documents/public.ts';
import { fieldValue } from './definition.ts';
import styles from './register.module.css';

interface PapersProps<E extends EntityType> {
  readonly entity: E;
  readonly record: RecordOf<E>;
  /** Its documents have a place of their own in the panel. */
  readonly ownDocuments: boolean;
}

/** What a record has on paper, derived from its type: the documents about it, and the files that belong to it. */
export function Papers<E extends EntityType>({ entity, record, ownDocuments }: PapersProps<E>) {
  const { t } = useI18n();
  const kinds = ownDocuments ? [] : kindsAbout(entity);
  const { files } = entityOf(entity);
  const project = fieldValue(record, 'project_id');
  return (
    <>
      {kinds.length === 0 ? null : (
        <section className={styles.section} aria-label={t('document:screen.title')}>
          <h3>{t('document:screen.title')}</h3>
          <div className={styles.papers}>
            {kinds.map((kind) => (
              <DocumentButton
                key={kind}
                kind={kind}
                subjectId={record.id}
                projectId={typeof project === 'string' ? project : undefined}
              />
            ))}
          </div>
        </section>
      )}
      {files === undefined ? null : (
        <div className={styles.section}>
          <h3>{t('document:files.title')}</h3>
          <Attachments subjectId={record.id} kind={files} />
        </div>
      )}
    </>
  );
}
