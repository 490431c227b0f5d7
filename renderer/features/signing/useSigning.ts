import { useState } from 'react';
import { useAnswer, useCommand } from '#renderer/client/hooks.ts';
import { uploadFile } from '#renderer/client/wire.ts';
import { useRegisterTools } from '#renderer/records/tools.ts';
import { showToast } from '#renderer/ui/index.ts';
import type { Side } from '#shared/domain/agreement/signing.ts';
import type { DocumentRow } from '#shared/ipc/channels/document.ts';
import type { Signing } from '#shared/ipc/channels/signing.ts';
import { drawnPng, typedPng } from './picture.ts';
import { isSignature, type Stroke } from './strokes.ts';

export type Method = 'draw' | 'type' | 'paper';

/** Nobody of the list: the name is typed. */
export const OTHER_PERSON = 'other';

const BOTH: readonly Side[] = ['client', 'own'];

/** Everything somebody fills in before signing. */
function useFields(missing: readonly Side[], userName: string) {
  const [side, setSide] = useState<Side>(missing[0] ?? 'client');
  const [contact, setContact] = useState(OTHER_PERSON);
  const [typedName, setTypedName] = useState<string | null>(null);
  const [role, setRole] = useState('');
  const [method, setMethod] = useState<Method>('draw');
  const [strokes, setStrokes] = useState<readonly Stroke[]>([]);
  const [agreed, setAgreed] = useState(false);
  const [code, setCode] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const reset = (next: Side) => {
    setSide(next);
    setContact(OTHER_PERSON);
    setTypedName(null);
    setRole('');
    setStrokes([]);
    setAgreed(false);
    setCode('');
    setFile(null);
  };
  const name = typedName ?? (side === 'own' ? userName : '');
  return {
    side,
    reset,
    contact,
    setContact,
    name,
    setName: setTypedName,
    role,
    setRole,
    method,
    setMethod,
    strokes,
    setStrokes,
    agreed,
    setAgreed,
    code,
    setCode,
    file,
    setFile,
  };
}

export type SignFields = ReturnType<typeof useFields>;

/** The signature itself, as far as the chosen way asks for it. */
function isGiven(fields: SignFields): boolean {
  if (fields.method === 'draw') return isSignature(fields.strokes);
  if (fields.method === 'type') return fields.agreed;
  return fields.code.trim() !== '' && fields.file !== null;
}

export interface SignCondition {
  readonly id: 'read' | 'name' | 'given';
  readonly met: boolean;
}

/** MS-3 (a): what has to be done before the button works, and what signing does. */
export function useSigning(
  row: DocumentRow,
  state: Signing | undefined,
  onSigned: (state: Signing['state']) => void,
) {
  const tools = useRegisterTools();
  const { t } = tools;
  const prefs = useAnswer('app.state', {}).data?.prefs;
  const missing = state?.missing ?? BOTH;
  const open = missing.length > 0 ? missing : BOTH;
  const fields = useFields(open, prefs?.userName ?? '');
  const [read, setRead] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const draw = useCommand('signoff.draw');
  const paper = useCommand('signoff.paper');
  const conditions: readonly SignCondition[] = [
    // On paper it was the page that was read.
    { id: 'read', met: read || fields.method === 'paper' },
    { id: 'name', met: fields.name.trim() !== '' },
    { id: 'given', met: isGiven(fields) },
  ];
  const ready = conditions.every(({ met }) => met) && !busy;
  const send = async () => {
    const signer = {
      documentId: row.id,
      side: fields.side,
      name: fields.name.trim(),
      role: fields.role.trim() || null,
      contactId: fields.side === 'client' && fields.contact !== OTHER_PERSON ? fields.contact : null,
    };
    if (fields.method === 'paper' && fields.file !== null)
      return paper.mutateAsync({ ...signer, code: fields.code, fileToken: await uploadFile(fields.file) });
    const typed = fields.method === 'type';
    const pngBase64 = typed ? typedPng(fields.name) : drawnPng(fields.strokes);
    return draw.mutateAsync({ ...signer, typed, pngBase64: pngBase64 ?? '' });
  };
  const sign = async () => {
    if (!ready) return;
    setBusy(true);
    setError(null);
    try {
      const answer = await send();
      showToast({ text: t('signing:done', { name: fields.name.trim() }), tone: 'good' });
      const next = open.find((side) => side !== fields.side);
      if (answer.state === 'partly' && next !== undefined) fields.reset(next);
      onSigned(answer.state);
    } catch (problem) {
      setError(tools.problemText(problem));
    } finally {
      setBusy(false);
    }
  };
  return { fields, sides: open, conditions, ready, error, sign, onRead: () => setRead(true) };
}
