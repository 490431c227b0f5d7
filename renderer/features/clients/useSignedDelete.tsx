import { type ReactNode, useState } from 'react';
import type { OutputOf } from '#shared/ipc/contract.ts';
import { request } from '../../client/wire.ts';
import { useI18n } from '../../i18n/index.ts';
import { errorText } from '../../i18n/words.ts';
import recordStyles from '../../records/records.module.css';
import { Button, Dialog, showToast } from '../../ui/index.ts';

type Signed = OutputOf<'client.signed'>['documents'];
type Act = () => Promise<unknown>;

const SHOWN = 8;

/** Deletes at once what has signed nothing; of others it first says what they signed and what stays. */
export function useSignedDelete(
  id: string,
  name: string,
): { readonly ask: (act: Act) => Promise<void>; readonly dialog: ReactNode } {
  const { t, format } = useI18n();
  const [waiting, setWaiting] = useState<{ readonly act: Act; readonly documents: Signed } | null>(null);
  const ask = async (act: Act): Promise<void> => {
    try {
      const { documents } = await request('client.signed', { id });
      if (documents.length === 0) await act();
      else setWaiting({ act, documents });
    } catch (error) {
      showToast({ tone: 'bad', text: errorText(t, error) });
    }
  };
  if (waiting === null) return { ask, dialog: null };
  const close = () => setWaiting(null);
  const confirm = async () => {
    close();
    await waiting.act();
  };
  const isClient = id.startsWith('cli_');
  const dialog = (
    <Dialog
      open
      title={t('client:signed.title', { name })}
      onClose={close}
      actions={
        <>
          <Button onPress={close}>{t('common:verb.cancel')}</Button>
          <Button look="danger" onPress={() => void confirm()}>
            {t('common:verb.delete')}
          </Button>
        </>
      }
    >
      <p>
        {t(isClient ? 'client:signed.client' : 'client:signed.contact', { count: waiting.documents.length })}
      </p>
      <ul className={recordStyles.list}>
        {waiting.documents.slice(0, SHOWN).map((document) => (
          <li key={`${document.id} ${document.on}`}>{`${format.date(document.on)} · ${document.title}`}</li>
        ))}
      </ul>
    </Dialog>
  );
  return { ask, dialog };
}
