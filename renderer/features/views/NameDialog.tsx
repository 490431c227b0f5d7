import { useState } from 'react';
import { useI18n } from '#renderer/i18n/index.ts';
import { Button, Checkbox, composing, Dialog, TextField } from '#renderer/ui/index.ts';

export interface NameDialogProps {
  readonly title: string;
  readonly name: string;
  readonly taken: readonly string[];
  /** Whether to ask if the view is for all projects. */
  readonly askForAll: boolean;
  readonly onClose: () => void;
  readonly onDone: (name: string, forAll: boolean) => Promise<void>;
}

/** Asks what a view is called. */
export function NameDialog(props: NameDialogProps) {
  const { t } = useI18n();
  const [name, setName] = useState(props.name);
  const [forAll, setForAll] = useState(false);
  const [error, setError] = useState<string>();
  const submit = () => {
    const clean = name.trim();
    if (clean === '') setError(t('views:nameMissing'));
    else if (clean !== props.name && props.taken.includes(clean)) setError(t('views:nameTaken'));
    else void props.onDone(clean, forAll);
  };
  return (
    <Dialog
      open
      title={props.title}
      onClose={props.onClose}
      onSubmit={submit}
      actions={
        <>
          <Button onPress={props.onClose}>{t('common:verb.cancel')}</Button>
          <Button look="primary" onPress={submit}>
            {t('common:verb.save')}
          </Button>
        </>
      }
    >
      <div
        onKeyDownCapture={(event) => {
          if (composing(event) || event.key !== 'Enter' || !(event.target instanceof HTMLInputElement))
            return;
          if (event.target.type === 'checkbox' || event.ctrlKey || event.metaKey) return;
          event.preventDefault();
          submit();
        }}
      >
        <TextField
          label={t('views:name')}
          value={name}
          onChange={(text) => {
            setName(text);
            setError(undefined);
          }}
          maxLength={120}
          autoFocus
          {...(error === undefined ? {} : { error })}
        />
        {props.askForAll ? (
          <Checkbox label={t('views:forAll')} isSelected={forAll} onChange={setForAll} />
        ) : null}
      </div>
    </Dialog>
  );
}
