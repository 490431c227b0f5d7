import type { Locale } from '#shared/i18n/index.ts';
import { useI18n } from '../i18n/index.ts';
import { type Density, setPreferences, type Theme, usePreferences } from '../state/preferences.ts';
import { FormRow, NumberField, type Option, Segmented, Select } from '../ui/index.ts';

/** Each language in its own words, so that it is found by who cannot read the others. */
const LANGUAGES: readonly Option<Locale>[] = [
  { id: 'zh-CN', label: '简体中文' },
  { id: 'zh-TW', label: '繁體中文（台灣）' },
  { id: 'en', label: 'English' },
];

/** Language and look; every change shows at once. Part of the settings screen. */
export function AppearanceSettings() {
  const { t } = useI18n();
  const preferences = usePreferences();
  const themes: readonly Option<Theme>[] = [
    { id: 'system', label: t('shell:setting.themeSystem') },
    { id: 'light', label: t('shell:setting.themeLight') },
    { id: 'dark', label: t('shell:setting.themeDark') },
  ];
  const densities: readonly Option<Density>[] = [
    { id: 'compact', label: t('shell:setting.densityCompact') },
    { id: 'normal', label: t('shell:setting.densityNormal') },
    { id: 'roomy', label: t('shell:setting.densityRoomy') },
  ];
  return (
    <>
      <FormRow label={t('shell:setting.language')}>
        <Select
          label={t('shell:setting.language')}
          labelHidden
          options={LANGUAGES}
          value={preferences.locale}
          onChange={(locale) => setPreferences({ locale })}
        />
      </FormRow>
      <FormRow label={t('shell:setting.theme')}>
        <Segmented
          label={t('shell:setting.theme')}
          options={themes}
          value={preferences.theme}
          onChange={(theme) => setPreferences({ theme })}
        />
      </FormRow>
      <FormRow label={t('shell:setting.density')}>
        <Segmented
          label={t('shell:setting.density')}
          options={densities}
          value={preferences.density}
          onChange={(density) => setPreferences({ density })}
        />
      </FormRow>
      <FormRow label={t('shell:setting.textSize')}>
        <NumberField
          label={t('shell:setting.textSize')}
          labelHidden
          value={preferences.textSize}
          minValue={90}
          maxValue={130}
          step={10}
          unit="%"
          onChange={(textSize) => setPreferences({ textSize })}
        />
      </FormRow>
    </>
  );
}
