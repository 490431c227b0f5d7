import { useI18n } from '#renderer/i18n/index.ts';
import { Banner, Button } from '#renderer/ui/index.ts';
import type { Changes } from './useChanges.ts';

/** Says what the ghosts on the timeline are compared with, and how many there are. */
export function SinceBar({
  changes,
  onHide,
}: {
  readonly changes: Changes | null;
  readonly onHide: () => void;
}) {
  const { t, format } = useI18n();
  const all = [...(changes?.rows.values() ?? [])];
  const isLater = ({ startDays, finishDays }: (typeof all)[number]) =>
    finishDays > 0 || (finishDays === 0 && startDays > 0);
  const later = all.filter(isLater).length;
  const counts = { later, earlier: all.length - later };
  const from = changes?.from;
  const date = from?.on == null ? '—' : format.date(from.on);
  const text = !from
    ? t('timeline:since.none')
    : from.kind === 'report'
      ? t('timeline:since.report', { no: from.no, date, ...counts })
      : t('timeline:since.baseline', { name: from.name, date, ...counts });
  return (
    <Banner tone="info" actions={<Button onPress={onHide}>{t('timeline:since.hide')}</Button>}>
      {text}
    </Banner>
  );
}
