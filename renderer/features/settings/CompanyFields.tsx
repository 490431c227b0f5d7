import { useEffect, useRef } from 'react';
import type { RecordOf } from '#shared/model/registry.ts';
import { useReadyAnswer } from '../../client/hooks.ts';
import { request } from '../../client/wire.ts';
import { useI18n } from '../../i18n/index.ts';
import { errorText } from '../../i18n/words.ts';
import { useRecordEditor } from '../../records/editor.ts';
import { RecordField } from '../../records/RecordField.tsx';
import records from '../../records/records.module.css';
import { Button, showToast } from '../../ui/index.ts';
import { LogoField } from './LogoField.tsx';

function StoredCompany({
  company,
  brief,
}: {
  readonly company: RecordOf<'company'>;
  readonly brief: boolean;
}) {
  const editor = useRecordEditor('company', company);
  return (
    <div className={records.form}>
      <RecordField editor={editor} field="name" autoFocus={brief} />
      {brief ? null : (
        <div className={records.fields}>
          <RecordField editor={editor} field="person" />
          <RecordField editor={editor} field="phone" />
          <RecordField editor={editor} field="email" />
          <RecordField editor={editor} field="tax_no" />
          <div className={records.wide}>
            <RecordField editor={editor} field="address" />
          </div>
        </div>
      )}
      <LogoField value={company.logo} onChange={(logo) => void editor.set('logo', logo)} />
    </div>
  );
}

/** The user's own firm, as letterheads show it; made when it is first asked for. */
export function CompanyFields() {
  const { t } = useI18n();
  const [company] = useReadyAnswer('company.list', {});
  const button = useRef<HTMLDivElement>(null);
  const create = async () => {
    try {
      await request('company.create', { values: { name: t('settings:companyNew') } });
    } catch (error) {
      showToast({ tone: 'bad', text: errorText(t, error) });
    }
  };
  const made = company !== undefined;
  const wasMade = useRef(made);
  useEffect(() => {
    if (made && !wasMade.current) button.current?.querySelector('input')?.select();
    wasMade.current = made;
  }, [made]);
  return (
    <div ref={button}>
      {company === undefined ? (
        <Button onPress={() => void create()}>{t('settings:companyAdd')}</Button>
      ) : (
        <StoredCompany company={company} brief={false} />
      )}
    </div>
  );
}
