import type { PresetKind } from '#shared/schedule/calendar/presets.ts';
import type { T } from '../../i18n/index.ts';

/** Calendar presets in words. */
export function presetName(t: T, kind: PresetKind): string {
  return t(`project:preset.${kind}`);
}
