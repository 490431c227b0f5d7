import { useAnswer } from '../../client/hooks.ts';
import { useI18n } from '../../i18n/index.ts';
import { entityName } from '../../i18n/words.ts';
import { ComboBox } from '../../ui/index.ts';

export interface ClientChoice {
  readonly id: string | null;
  readonly text: string;
}

/** Picks a client or takes the typed name as that of a new one. */
export function ClientBox({
  choice,
  onChange,
  error,
}: {
  readonly choice: ClientChoice;
  readonly onChange: (choice: ClientChoice) => void;
  readonly error: string | undefined;
}) {
  const { t } = useI18n();
  const { data } = useAnswer('client.list', {});
  const options = (data ?? []).map(({ id, name }) => ({ id, label: name }));
  const name = choice.text.trim();
  const known = options.find((option) => option.label === name);
  return (
    <ComboBox
      label={entityName(t, 'client')}
      required
      options={options}
      value={choice.id}
      inputValue={choice.text}
      allowsCustomValue
      onInputChange={(text) =>
        onChange({ text, id: options.find((option) => option.label === text.trim())?.id ?? null })
      }
      onChange={(id) => {
        if (id !== null)
          onChange({ id, text: options.find((option) => option.id === id)?.label ?? choice.text });
      }}
      error={error}
      placeholder={t('project:clientExample')}
      {...(name !== '' && known === undefined && choice.id === null
        ? { hint: t('project:clientNew', { name }) }
        : {})}
    />
  );
}
