import { useState } from 'react';
import { useAnswer } from '#renderer/client/hooks.ts';
import { useI18n } from '#renderer/i18n/index.ts';
import { ComboBox, RadioGroup, TextField } from '#renderer/ui/index.ts';

type Kind = 'existing' | 'new';

/**
 * The client a new project goes to; `client` is null while it is missing. `company` is the one that the file names,
 * `proposed` a client to begin with.
 */
export function useClientChoice(company: string | null, proposed?: string | undefined) {
  const clients = useAnswer('client.list', {}).data ?? [];
  const [kind, setKind] = useState<Kind | null>(null);
  const [clientId, setId] = useState<string | null>(null);
  const [name, setName] = useState(company ?? '');
  const same = clients.find((client) => client.name === company);
  // Somebody with a single client means that one, unless the file names another company.
  const only = clients.length === 1 && company === null ? clients[0] : undefined;
  const wanted = clientId ?? proposed ?? same?.id ?? only?.id ?? null;
  const shown: Kind =
    kind ?? (wanted !== null || (clients.length > 0 && company === null) ? 'existing' : 'new');
  const id = clients.some((client) => client.id === wanted) ? wanted : null;
  const trimmed = name.trim().slice(0, 200);
  const client =
    shown === 'existing' ? (id === null ? null : { id }) : trimmed === '' ? null : { name: trimmed };
  return { clients, kind: shown, setKind, id, setId, name, setName, client };
}

/** Which client it is: one that is there, or a new one. */
export function ClientChoice({
  form,
  tried,
}: {
  readonly form: ReturnType<typeof useClientChoice>;
  readonly tried: boolean;
}) {
  const { t } = useI18n();
  const error = tried && form.client === null ? t('import:clientMissing') : undefined;
  return (
    <>
      {form.clients.length > 0 ? (
        <RadioGroup
          label={t('import:client')}
          options={[
            { id: 'existing', label: t('import:clientExisting') },
            { id: 'new', label: t('import:clientNew') },
          ]}
          value={form.kind}
          onChange={form.setKind}
          orientation="horizontal"
        />
      ) : null}
      {form.kind === 'existing' ? (
        <ComboBox
          label={t('import:clientExisting')}
          options={form.clients.map(({ id, name }) => ({ id, label: name }))}
          value={form.id}
          onChange={form.setId}
          required
          error={error}
        />
      ) : (
        <TextField
          label={t('import:clientName')}
          value={form.name}
          onChange={form.setName}
          maxLength={200}
          isRequired
          error={error}
        />
      )}
    </>
  );
}
