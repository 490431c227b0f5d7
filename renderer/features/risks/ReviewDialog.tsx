import { useState } from 'react';
import { useCommand } from '#renderer/client/hooks.ts';
import { Button, DateField, Dialog, showToast, TextArea } from '#renderer/ui/index.ts';
import { nextReviewOn } from '#shared/domain/risk/review.ts';
import type { RecordOf } from '#shared/model/registry.ts';
import { useRegisterTools } from '../register/public.ts';
import { BandBadge } from './BandBadge.tsx';
import { RatingFields, type RatingValue } from './Rating.tsx';
import styles from './risks.module.css';

/** K9: the scores of today, what was found, and when to look again. One step in the history. */
export function ReviewDialog({
  risk,
  onClose,
}: {
  readonly risk: RecordOf<'risk'>;
  readonly onClose: () => void;
}) {
  const tools = useRegisterTools();
  const { t } = tools;
  const command = useCommand('risk.review');
  const [value, setValue] = useState<RatingValue>({ probability: risk.probability, impact: risk.impact });
  const [note, setNote] = useState('');
  const [nextOn, setNextOn] = useState<string | null>(nextReviewOn(tools.today));
  const [error, setError] = useState<string | undefined>(undefined);
  const submit = async () => {
    const { probability, impact } = value;
    if (probability === null || impact === null) return setError(t('reason:SCORE_INCOMPLETE'));
    if (command.isPending) return;
    try {
      const text = note.trim() === '' ? null : note;
      const done = await command.mutateAsync({
        id: risk.id,
        probability,
        impact,
        note: text,
        next_on: nextOn,
      });
      showToast({
        text:
          done.next_on === null
            ? t('risk:review.doneNoNext', { name: risk.title })
            : t('risk:review.done', { name: risk.title, date: tools.format.date(done.next_on) }),
        tone: 'good',
      });
      onClose();
    } catch (problem) {
      setError(tools.problemText(problem));
    }
  };
  return (
    <Dialog
      open
      title={t('risk:review.title', { name: risk.title })}
      onClose={onClose}
      onSubmit={() => void submit()}
      actions={
        <>
          <Button onPress={onClose}>{t('common:verb.cancel')}</Button>
          <Button look="primary" onPress={() => void submit()}>
            {t('risk:review.save')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <RatingFields
          value={value}
          labels={{
            probability: tools.fieldName('risk', 'probability'),
            impact: tools.fieldName('risk', 'impact'),
          }}
          onChange={(next) => {
            setValue(next);
            setError(undefined);
          }}
          error={error}
        />
        <BandBadge {...value} />
        <TextArea label={t('risk:review.note')} value={note} onChange={setNote} maxLength={5000} lines={3} />
        <DateField label={t('risk:review.next')} value={nextOn} onChange={setNextOn} min={tools.today} />
      </div>
    </Dialog>
  );
}
