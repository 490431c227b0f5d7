import type { T } from '#renderer/i18n/index.ts';
import type { BlockOf, DocumentPrint, PrintedSignature } from '#shared/domain/documents/content.ts';
import { block } from '../blocks/context.ts';
import { paragraph } from '../blocks/text.tsx';
import type { FlowItem } from '../flow.ts';

interface BoxProps {
  readonly label: string;
  readonly signature: PrintedSignature | null;
  readonly t: T;
}

/** Lines to fill in by hand. */
function EmptyBox({ label, t }: Omit<BoxProps, 'signature'>) {
  return (
    <div className="dp-sign">
      <p className="dp-sign-side">{label}</p>
      <div className="dp-sign-space" />
      <dl className="dp-sign-lines">
        <dt>{t('document:print.signName')}</dt>
        <dd />
        <dt>{t('document:print.signRole')}</dt>
        <dd />
        <dt>{t('document:print.signDate')}</dt>
        <dd />
      </dl>
    </div>
  );
}

function SignedBox({ label, signature, t }: BoxProps & { readonly signature: PrintedSignature }) {
  const { name, role, signed_at: at, image, method, seal } = signature;
  return (
    <div className="dp-sign" data-signed="">
      <p className="dp-sign-side">{label}</p>
      <div className="dp-sign-space">
        {image === null ? (
          <p className="rp-muted">
            {method === 'paper' ? t('document:print.signedOnPaper') : t('document:print.signedLost')}
          </p>
        ) : (
          <img className="dp-sign-image" src={image} alt={t('document:print.signedBy', { name })} />
        )}
      </div>
      <dl className="dp-sign-lines">
        <dt>{t('document:print.signName')}</dt>
        <dd>{name}</dd>
        {role === null ? null : (
          <>
            <dt>{t('document:print.signRole')}</dt>
            <dd>{role}</dd>
          </>
        )}
        <dt>{t('document:print.signTime')}</dt>
        <dd>{at}</dd>
        <dt>{t('document:print.signSeal')}</dt>
        <dd className="dp-hash">{seal}</dd>
      </dl>
    </div>
  );
}

/** MS-3: what is signed, the two boxes, and by which hash and code the paper is known. They stay together. */
export function signatureItems(
  content: BlockOf<'signatures'>,
  print: DocumentPrint,
  t: T,
): readonly FlowItem[] {
  const { id, statement, sides } = content;
  const { sha256, frame, signatures } = print;
  return [
    { ...paragraph(`${id}:statement`, statement), keepNext: true },
    block(
      id,
      <div className="dp-signs-frame">
        <div className="dp-signs">
          {sides.map(({ side, label }) => {
            const signature = signatures.find((one) => one.side === side) ?? null;
            return signature === null ? (
              <EmptyBox key={side} label={label} t={t} />
            ) : (
              <SignedBox key={side} label={label} signature={signature} t={t} />
            );
          })}
        </div>
        {sha256 === null || frame.code === null || frame.issue === null ? null : (
          <p className="dp-proof">
            {t('document:print.proof', { code: frame.code, version: frame.issue })}{' '}
            <span className="dp-hash">{sha256}</span>
          </p>
        )}
      </div>,
    ),
  ];
}
