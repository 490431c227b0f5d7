import { useReadyAnswer } from '#renderer/client/hooks.ts';
import type { Signing } from '#shared/ipc/channels/signing.ts';
import { DocumentButton } from '../documents/public.ts';
import { useRegisterTools } from '../register/public.ts';
import { SigningCard, VerifyPanel } from '../signing/public.ts';
import styles from './goals.module.css';

/** Documents about the whole project are called by their kind; the others by their title. */
function useTitle(): (signing: Signing, projectId: string) => string {
  const { valueName } = useRegisterTools();
  return ({ kind, subjectId, title }, projectId) => {
    const name = valueName('document', 'kind', kind);
    return subjectId === projectId || title === null ? name : title;
  };
}

/** MS-3: everything of the project that is signed, or should be. */
export function Signatures({ projectId }: { readonly projectId: string }) {
  const { t } = useRegisterTools();
  const titleOf = useTitle();
  const all = useReadyAnswer('signoff.overview', { projectId });
  return (
    <div className={styles.page}>
      <p className={styles.quiet}>{t('agreement:signaturesExplain')}</p>
      <VerifyPanel projectId={projectId} />
      {all.map((signing) => (
        <SigningCard
          key={`${signing.kind} ${signing.subjectId}`}
          signing={signing}
          title={titleOf(signing, projectId)}
          actions={<DocumentButton kind={signing.kind} subjectId={signing.subjectId} projectId={projectId} />}
        />
      ))}
    </div>
  );
}
