import { create } from 'zustand';
import { useI18n } from '#renderer/i18n/index.ts';
import { ConfirmDialog } from '#renderer/ui/index.ts';

/** What a command would break: the first milestone or promise in time, and how many there are. */
export interface BrokenCommitment {
  readonly name: string;
  /** `YYYY-MM-DD` */
  readonly promised: string;
  readonly finish: string;
  readonly count: number;
}

interface Asking {
  readonly broken: BrokenCommitment | null;
  readonly answer: (accepts: boolean) => void;
}

const useAsking = create<Asking>(() => ({ broken: null, answer: () => {} }));

/** Asks whether a promise may be broken. False unless the user says so in words; a question before it is refused. */
export function askBroken(broken: BrokenCommitment): Promise<boolean> {
  useAsking.getState().answer(false);
  return new Promise((resolve) => {
    useAsking.setState({
      broken,
      answer: (accepts) => {
        useAsking.setState({ broken: null, answer: () => {} });
        resolve(accepts);
      },
    });
  });
}

/** The question that stands between a change and a promise it would break. The safe answer has the focus. */
export function BrokenDialog() {
  const { t } = useI18n();
  const { broken, answer } = useAsking();
  if (broken === null) return null;
  const { name, promised, finish, count } = broken;
  return (
    <ConfirmDialog
      open
      danger
      title={t('timeline:broken.title', { name })}
      message={
        <>
          <p>{t('timeline:broken.text', { promised, finish })}</p>
          {count > 1 ? <p>{t('timeline:broken.more', { count: count - 1 })}</p> : null}
          <p>{t('timeline:broken.safe')}</p>
        </>
      }
      action={t('timeline:broken.apply')}
      onConfirm={() => answer(true)}
      onCancel={() => answer(false)}
    />
  );
}
