import { PRESET_KINDS, type PresetKind, presetCalendar } from '#shared/schedule/calendar/presets.ts';
import { useAnswer } from '../../client/hooks.ts';
import { request } from '../../client/wire.ts';
import { useI18n } from '../../i18n/index.ts';
import { errorText } from '../../i18n/words.ts';
import { type Option, Select, showToast } from '../../ui/index.ts';
import { presetName } from './presetName.ts';

const OWN = 'own';

/** The preset whose week this is, or null for hours of the user's own. */
export function presetOf(week: unknown): PresetKind | null {
  const text = JSON.stringify(week);
  return PRESET_KINDS.find((kind) => JSON.stringify(presetCalendar(kind, '', '').week) === text) ?? null;
}

/** Working hours of the project: a usual kind, holidays and other exceptions stay as they are. */
export function CalendarPreset({ projectId }: { readonly projectId: string }) {
  const { t } = useI18n();
  const { data } = useAnswer('plan.calendar.get', { projectId });
  if (!data) return null;
  const current = presetOf(data.week);
  const presets: readonly Option<PresetKind | typeof OWN>[] = PRESET_KINDS.map((id) => ({
    id,
    label: presetName(t, id),
  }));
  const choose = async (kind: PresetKind | typeof OWN) => {
    if (kind === OWN || kind === current) return;
    try {
      const { week } = presetCalendar(kind, data.id, data.name);
      await request('plan.calendar.set', { projectId, week, exceptions: data.exceptions });
    } catch (error) {
      showToast({ tone: 'bad', text: errorText(t, error) });
    }
  };
  return (
    <Select
      label={t('project:workingHours')}
      hint={t('project:workingHoursHint')}
      options={current === null ? [{ id: OWN, label: t('project:ownHours') }, ...presets] : presets}
      value={current ?? OWN}
      onChange={(kind) => void choose(kind)}
    />
  );
}
