import { useConsent } from '../client/consent.ts';
import { useI18n } from '../i18n/index.ts';
import { ConfirmDialog } from '../ui/index.ts';

/** The question that stands between a change and a promise it would break. The safe answer has the focus. */
export function ConsentDialog() {
  const { t } = useI18n();
  const { refusal, answer } = useConsent();
  if (refusal === null) return null;
  const { name = '', promised = '', finish = '', count = 1 } = refusal.args;
  return (
    <ConfirmDialog
      open
      danger
      title={t('timeline:broken.title', { name: String(name) })}
      message={
        <>
          <p>{t('timeline:broken.text', { promised: String(promised), finish: String(finish) })}</p>
          {Number(count) > 1 ? <p>{t('timeline:broken.more', { count: Number(count) - 1 })}</p> : null}
          <p>{t('timeline:broken.safe')}</p>
        </>
      }
      action={t('timeline:broken.apply')}
      onConfirm={() => answer(true)}
      onCancel={() => answer(false)}
    />
  );
}
