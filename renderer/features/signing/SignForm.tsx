import { Check, CircleDashed } from 'lucide-react';
import { useAnswer } from '#renderer/client/hooks.ts';
import { useRegisterTools } from '#renderer/records/tools.ts';
import { Checkbox, FileDrop, RadioGroup, Segmented, Select, TextField } from '#renderer/ui/index.ts';
import type { DocumentRow } from '#shared/ipc/channels/document.ts';
import { SignaturePad } from './SignaturePad.tsx';
import styles from './signing.module.css';
import { OTHER_PERSON, type SignCondition, type SignFields, type useSigning } from './useSigning.ts';

/** Who signs: a contact of the client, or somebody whose name is typed. */
function Person({ fields, row }: { readonly fields: SignFields; readonly row: DocumentRow }) {
  const tools = useRegisterTools();
  const { t } = tools;
  const contacts = useAnswer('contact.list', { where: { client_id: row.client_id } }).data ?? [];
  const choose = (id: string) => {
    fields.setContact(id);
    const contact = contacts.find((candidate) => candidate.id === id);
    if (!contact) return;
    fields.setName(contact.name);
    fields.setRole(contact.title ?? '');
  };
  return (
    <>
      {fields.side === 'client' && contacts.length > 0 ? (
        <Select
          label={tools.fieldName('signoff', 'contact_id')}
          options={[
            { id: OTHER_PERSON, label: t('signing:otherPerson') },
            ...contacts.map(({ id, name }) => ({ id, label: name })),
          ]}
          value={fields.contact}
          onChange={choose}
        />
      ) : null}
      <TextField
        label={tools.fieldName('signoff', 'name')}
        value={fields.name}
        onChange={fields.setName}
        isRequired
        validationBehavior="aria"
        maxLength={120}
      />
      <TextField
        label={tools.fieldName('signoff', 'role')}
        value={fields.role}
        onChange={fields.setRole}
        maxLength={120}
      />
    </>
  );
}

/** The page was printed, signed by hand and photographed; its code says which page it is. */
function PaperRoute({ fields }: { readonly fields: SignFields }) {
  const { t } = useRegisterTools();
  return (
    <>
      <p className={styles.quiet}>{t('signing:paper.how')}</p>
      <TextField
        label={t('signing:paper.code')}
        value={fields.code}
        onChange={fields.setCode}
        placeholder="MP-7K3D-9A"
        maxLength={40}
      />
      <FileDrop
        label={t('signing:paper.photo')}
        accept={['image/jpeg', 'image/png']}
        onFiles={([file]) => fields.setFile(file ?? null)}
      />
      {fields.file === null ? null : (
        <p className={styles.quiet}>{t('signing:paper.chosen', { name: fields.file.name })}</p>
      )}
    </>
  );
}

function Given({ fields }: { readonly fields: SignFields }) {
  const { t } = useRegisterTools();
  switch (fields.method) {
    case 'draw':
      return <SignaturePad strokes={fields.strokes} onChange={fields.setStrokes} />;
    case 'type':
      return (
        <div className={styles.typed}>
          <p className={styles.typedName} aria-hidden="true">
            {fields.name.trim() === '' ? '…' : fields.name}
          </p>
          <Checkbox label={t('signing:typed.agree')} isSelected={fields.agreed} onChange={fields.setAgreed} />
        </div>
      );
    case 'paper':
      return <PaperRoute fields={fields} />;
  }
}

function Conditions({ all }: { readonly all: readonly SignCondition[] }) {
  const { t } = useRegisterTools();
  return (
    <ul className={styles.conditions} aria-label={t('signing:condition.title')}>
      {all.map(({ id, met }) => (
        <li key={id} data-met={met}>
          {met ? <Check aria-hidden="true" /> : <CircleDashed aria-hidden="true" />}
          <span>{t(`signing:condition.${id}`)}</span>
          <span className={styles.hidden}>{t(met ? 'signing:condition.met' : 'signing:condition.open')}</span>
        </li>
      ))}
    </ul>
  );
}

/** Who signs and how, and what is still to be done before. */
export function SignForm({
  row,
  signing,
}: {
  readonly row: DocumentRow;
  readonly signing: ReturnType<typeof useSigning>;
}) {
  const tools = useRegisterTools();
  const { t } = tools;
  const { fields, conditions, sides, error } = signing;
  return (
    <div className={styles.form}>
      <RadioGroup
        label={tools.fieldName('signoff', 'side')}
        options={sides.map((id) => ({
          id,
          label:
            id === 'client' ? t('signing:side.client', { name: row.client_name }) : t('signing:side.own'),
        }))}
        value={fields.side}
        onChange={fields.reset}
      />
      <Person fields={fields} row={row} />
      <Segmented
        label={tools.fieldName('signoff', 'method')}
        options={[
          { id: 'draw', label: t('signing:method.draw') },
          { id: 'type', label: t('signing:method.type') },
          { id: 'paper', label: t('signing:method.paper') },
        ]}
        value={fields.method}
        onChange={fields.setMethod}
      />
      <Given fields={fields} />
      <Conditions all={conditions} />
      {error === null ? null : (
        <p className={styles.problem} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}
