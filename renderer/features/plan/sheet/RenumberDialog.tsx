import { useState } from 'react';
import { useI18n } from '#renderer/i18n/index.ts';
import { Button, Dialog, RadioGroup, TextField } from '#renderer/ui/index.ts';

export interface RenumberDialogProps {
  readonly onClose: () => void;
  /** Codes after this prefix; null: no codes of their own. */
  readonly onDone: (prefix: string | null) => void;
}

type Way = 'write' | 'clear';

/** Asks how the tasks get their WBS codes. */
export function RenumberDialog({ onClose, onDone }: RenumberDialogProps) {
  const { t } = useI18n();
  const [way, setWay] = useState<Way>('write');
  const [prefix, setPrefix] = useState('');
  const done = () => onDone(way === 'write' ? prefix.trim() : null);
  return (
    <Dialog
      open
      title={t('sheet:renumber.title')}
      onClose={onClose}
      onSubmit={done}
      actions={
        <>
          <Button onPress={onClose}>{t('common:verb.cancel')}</Button>
          <Button look="primary" onPress={done}>
            {t('sheet:renumber.apply')}
          </Button>
        </>
      }
    >
      <RadioGroup<Way>
        label={t('sheet:renumber.way')}
        options={[
          { id: 'write', label: t('sheet:renumber.write') },
          { id: 'clear', label: t('sheet:renumber.clear') },
        ]}
        value={way}
        onChange={setWay}
      />
      {way === 'write' ? (
        <TextField
          label={t('sheet:renumber.prefix')}
          hint={t('sheet:renumber.example', { code: `${prefix.trim()}1.2` })}
          value={prefix}
          onChange={setPrefix}
          maxLength={40}
        />
      ) : null}
    </Dialog>
  );
}
