import { useMemo } from 'react';
import { companyKey, type KnownPerson, People } from '#shared/domain/client/duplicates.ts';
import { useAnswer } from '../../client/hooks.ts';
import { useI18n } from '../../i18n/index.ts';
import type { Editor } from '../../records/editor.ts';
import { navigate } from '../../state/route.ts';
import { Banner, Button } from '../../ui/index.ts';

const textOf = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value : null;

/** B2: says of a new contact that somebody is known by this mail, number or name; two people may share them. */
export function KnownContact({ clientId, editor }: { readonly clientId: string; readonly editor: Editor }) {
  const { t } = useI18n();
  const contacts = useAnswer('contact.list', {}).data;
  const clients = useAnswer('client.list', {}).data;
  const people = useMemo(() => {
    const known = new People();
    for (const contact of contacts ?? [])
      known.add({ ...contact, clientId: contact.client_id } satisfies KnownPerson);
    return known;
  }, [contacts]);
  const name = textOf(editor.values['name']);
  const [phone, email] = [textOf(editor.values['phone']), textOf(editor.values['email'])];
  if (name === null && phone === null && email === null) return null;
  const match = people.find({ clientId, name: name ?? '', phone, email });
  if (match === null) return null;
  const firm = clients?.find(({ id }) => id === match.person.clientId)?.name ?? '';
  return (
    <Banner tone="warn">
      {t(`client:known.${match.reason}`, { name: match.person.name, client: firm })}
    </Banner>
  );
}

/** B1: says of a new client that a firm of this name is there already, and leads to it. */
export function KnownClient({ editor, onGo }: { readonly editor: Editor; readonly onGo: () => void }) {
  const { t } = useI18n();
  const clients = useAnswer('client.list', {}).data;
  const name = textOf(editor.values['name']);
  if (name === null) return null;
  const known = clients?.find((client) => companyKey(client.name) === companyKey(name));
  if (known === undefined) return null;
  const go = () => {
    onGo();
    navigate({ name: 'client', clientId: known.id });
  };
  return (
    <Banner
      tone="warn"
      actions={
        <Button small onPress={go}>
          {t('client:known.open')}
        </Button>
      }
    >
      {t('client:known.client', { name: known.name })}
    </Banner>
  );
}
