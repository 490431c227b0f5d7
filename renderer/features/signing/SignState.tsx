import { CircleDashed, FileWarning, PenLine, ShieldCheck } from 'lucide-react';
import { useAnswer } from '#renderer/client/hooks.ts';
import { useRegisterTools } from '#renderer/records/tools.ts';
import { Badge, type Tone } from '#renderer/ui/index.ts';
import type { Signing } from '#shared/ipc/channels/signing.ts';

const ICONS = {
  unsigned: CircleDashed,
  partly: PenLine,
  signed: ShieldCheck,
  outdated: FileWarning,
} as const;
const TONES: Readonly<Record<Signing['state'], Tone | 'plain'>> = {
  unsigned: 'plain',
  partly: 'info',
  signed: 'good',
  outdated: 'warn',
};

/** State of signing as a badge: word and symbol, not colour alone. */
export function SigningBadge({ signing }: { readonly signing: Signing }) {
  const { t } = useRegisterTools();
  const { state, version } = signing;
  const Icon = ICONS[state];
  const paper = state === 'signed' && signing.signatures.some(({ method }) => method === 'paper');
  const word = t(
    version === null ? 'signing:state.notIssued' : paper ? 'signing:state.paper' : `signing:state.${state}`,
  );
  return (
    <Badge tone={TONES[state]} icon={<Icon aria-hidden="true" />}>
      {version === null ? word : t('signing:stateOf', { state: word, version })}
    </Badge>
  );
}

/** Where the document about a record stands; nothing until that is known. */
export function SignState({
  subjectId,
  kind,
}: {
  readonly subjectId: string;
  readonly kind: Signing['kind'];
}) {
  const { data } = useAnswer('signoff.state', { subjectId, kind });
  return data === undefined ? null : <SigningBadge signing={data} />;
}
