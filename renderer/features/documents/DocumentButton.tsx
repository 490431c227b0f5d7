import { FileText } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useAnswer } from '#renderer/client/hooks.ts';
import { useI18n } from '#renderer/i18n/index.ts';
import { Button, type ButtonProps, IconButton } from '#renderer/ui/index.ts';
import type { Audience, DocumentKind } from '#shared/domain/documents/content.ts';
import type { Locale } from '#shared/i18n/index.ts';

const Dialog = lazy(async () => ({ default: (await import('./DocumentDialog.tsx')).DocumentDialog }));

export interface DocumentButtonProps {
  readonly kind: DocumentKind;
  /** The record the document is about. */
  readonly subjectId: string;
  /** Project whose client's language the document begins with. */
  readonly projectId?: string | undefined;
  /** Language it begins with, where it is known. */
  readonly language?: Locale;
  /** Whom it is first shown for; the client unless said. */
  readonly audience?: Audience;
  /** Words of the button; the name of the kind unless said. */
  readonly label?: string;
  readonly look?: NonNullable<ButtonProps['look']>;
  readonly small?: boolean;
  /** Where many commands stand beside it: its words are its tooltip. */
  readonly iconOnly?: boolean;
}

/** Opens a document: preview, then issue, PDF, e-mail and signatures. */
export function DocumentButton(props: DocumentButtonProps) {
  const { kind, subjectId, projectId, audience = 'client', language, label, look, small } = props;
  const { t, locale } = useI18n();
  const [open, setOpen] = useState(false);
  const project = useAnswer('project.get', { id: projectId ?? '' }, open && projectId !== undefined);
  const clientId = project.data?.client_id;
  const client = useAnswer('client.get', { id: clientId ?? '' }, clientId !== undefined);
  const words = label ?? t(`model:document.enums.kind.${kind}`);
  const command = {
    icon: <FileText />,
    onPress: () => setOpen(true),
    ...(look === undefined ? {} : { look }),
    ...(small === undefined ? {} : { small }),
  };
  const known = projectId === undefined || client.data !== undefined || project.isError || client.isError;
  return (
    <>
      {props.iconOnly ? <IconButton {...command} label={words} /> : <Button {...command}>{words}</Button>}
      {open && known ? (
        <Suspense fallback={null}>
          <Dialog
            kind={kind}
            subjectId={subjectId}
            language={language ?? client.data?.language ?? locale}
            audience={audience}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      ) : null}
    </>
  );
}
