import { PenLine } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useAnswer } from '#renderer/client/hooks.ts';
import { useRegisterTools } from '#renderer/records/tools.ts';
import { Button } from '#renderer/ui/index.ts';
import { requiredSides } from '#shared/domain/agreement/signing.ts';
import type { SignatureRow, Signing } from '#shared/ipc/channels/signing.ts';
import { SignDialog } from './SignDialog.tsx';
import { SigningBadge } from './SignState.tsx';
import styles from './signing.module.css';

function Picture({ id, name }: { readonly id: string; readonly name: string }) {
  const { t } = useRegisterTools();
  const url = useAnswer('signoff.picture', { id }).data?.dataUrl ?? null;
  if (url === null) return <span className={styles.noPicture}>—</span>;
  return <img className={styles.picture} src={url} alt={t('signing:pictureOf', { name })} />;
}

/** One side's signature: picture, name, role, time and the beginning of its seal. */
function Signature({ row }: { readonly row: SignatureRow }) {
  const tools = useRegisterTools();
  const { t, format } = tools;
  return (
    <li className={styles.signature}>
      <Picture id={row.id} name={row.name} />
      <div>
        <p>
          <b>{row.name}</b>
          {row.role === null ? '' : ` · ${row.role}`}
        </p>
        <p className={styles.quiet}>
          {`${tools.valueName('signoff', 'side', row.side)} · ${tools.valueName('signoff', 'method', row.method)} · ${format.dateTime(row.signed_at)}`}
        </p>
        <p className={styles.seal}>{t('signing:seal', { seal: row.seal_sha256.slice(0, 16) })}</p>
        {row.contactGone ? <p className={styles.quiet}>{t('signing:contactGone')}</p> : null}
      </div>
    </li>
  );
}

/** What is to be put right before the document can be signed. */
function Gaps({ gaps }: { readonly gaps: Signing['gaps'] }) {
  const { t, gapText } = useGapText();
  if (gaps.length === 0) return null;
  return (
    <div className={styles.gaps}>
      <p>{t('signing:gaps')}</p>
      <ul>
        {gaps.map((gap) => (
          <li key={`${gap.subjectId} ${gap.code}`}>{gapText(gap)}</li>
        ))}
      </ul>
    </div>
  );
}

function useGapText() {
  const { t } = useRegisterTools();
  const dynamic = t as unknown as (key: string, values: object) => string;
  return {
    t,
    gapText: ({ code, name }: Signing['gaps'][number]) => dynamic(`register:rule.${code}`, { name }),
  };
}

export interface SigningCardProps {
  readonly signing: Signing;
  readonly title: string;
  /** Opens the document: preview, issue, PDF, e-mail. */
  readonly actions?: ReactNode;
}

/** Where one document stands: its state, its signatures, what is missing, and the way to sign. */
export function SigningCard({ signing, title, actions }: SigningCardProps) {
  const { t } = useRegisterTools();
  const [open, setOpen] = useState(false);
  const { documentId, current, gaps, state, signedBefore } = signing;
  const both = requiredSides(signing.kind).length > 0;
  const canSign =
    documentId !== null &&
    current &&
    gaps.length === 0 &&
    (both ? signing.missing.length > 0 : signing.signatures.length === 0);
  return (
    <section className={styles.card} aria-label={title}>
      <div className={styles.cardHead}>
        <b className={styles.cardTitle}>{title}</b>
        <SigningBadge signing={signing} />
        <span className={styles.grow} />
        {actions}
        {canSign ? (
          <Button look="primary" icon={<PenLine aria-hidden="true" />} onPress={() => setOpen(true)}>
            {t('signing:sign')}
          </Button>
        ) : null}
      </div>
      {state === 'outdated' ? <p className={styles.warn}>{t('signing:changedSince')}</p> : null}
      {state !== 'outdated' && documentId !== null && !current ? (
        <p className={styles.warn}>{t('signing:stale')}</p>
      ) : null}
      {signedBefore === null ? null : (
        <p className={styles.quiet}>{t('signing:signedBefore', { version: signedBefore.version })}</p>
      )}
      {signing.signatures.length === 0 ? null : (
        <ul className={styles.signatures}>
          {signing.signatures.map((row) => (
            <Signature key={row.id} row={row} />
          ))}
        </ul>
      )}
      {signing.missing.length === 1 ? (
        <p className={styles.quiet}>{t(`signing:waiting.${signing.missing[0] ?? 'client'}`)}</p>
      ) : null}
      {state === 'signed' ? null : <Gaps gaps={gaps} />}
      {open && documentId !== null ? (
        <SignDialog documentId={documentId} onClose={() => setOpen(false)} />
      ) : null}
    </section>
  );
}
