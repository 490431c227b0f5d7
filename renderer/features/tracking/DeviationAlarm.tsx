import { useEffect } from 'react';
import { request, subscribe } from '#renderer/client/wire.ts';
import { showToast } from '#renderer/ui/index.ts';
import { deviationText } from '#shared/domain/report/figures.ts';
import { navigate } from '../../state/route.ts';
import { useRegisterTools } from '../register/public.ts';

/** I9: tells at once, wherever the user is, when a step has opened a deviation. */
export function DeviationAlarm() {
  const { t } = useRegisterTools();
  useEffect(() => {
    const announce = async (ids: readonly string[]) => {
      const [id = ''] = ids;
      const record = await request('deviation.get', { id });
      // Only what is new rings; later edits of the record are the user's own.
      if (record?.status !== 'open' || record.created_at !== record.updated_at) return;
      const value = deviationText(record.deviation_percent, record.threshold_percent);
      showToast({
        tone: 'bad',
        text:
          ids.length === 1
            ? t('tracking:alarm.one', { name: record.title, value })
            : t('tracking:alarm.many', { name: record.title, value, count: ids.length }),
        action: {
          label: t('tracking:alarm.show'),
          onPress: () =>
            navigate({ name: 'tracking', projectId: record.project_id, section: 'deviations', itemId: id }),
        },
      });
    };
    return subscribe((event) => {
      if (event.type !== 'data.changed' || event.kind !== 'user') return;
      // One record by itself is the user's own; an alarm comes with what caused it.
      const ids = event.touched.find(({ entity }) => entity === 'deviation')?.ids ?? [];
      const caused = event.touched.some(({ entity }) => entity === 'task' || entity === 'project');
      if (ids.length > 0 && caused) void announce(ids).catch(() => {});
    });
  }, [t]);
  return null;
}
