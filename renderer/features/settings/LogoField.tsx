import { useState } from 'react';
import { useI18n } from '../../i18n/index.ts';
import { Banner, Button, FileDrop } from '../../ui/index.ts';
import { type LogoProblem, readLogo } from './logo.ts';
import styles from './settings.module.css';

export interface LogoFieldProps {
  /** `data:` URL. */
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
}

/** Takes a logo by drop or choice, shows it, and says why it refuses one. */
export function LogoField({ value, onChange }: LogoFieldProps) {
  const { t } = useI18n();
  const [problem, setProblem] = useState<LogoProblem | null>(null);
  const take = async (file: File) => {
    const result = await readLogo(file);
    setProblem(result.ok ? null : result.problem);
    if (result.ok) onChange(result.dataUrl);
  };
  return (
    <div className={styles.logo}>
      <span className={styles.label}>{t('settings:logo')}</span>
      {value === null ? null : (
        <div className={styles.logoShown}>
          <img src={value} alt={t('settings:logoShown')} className={styles.logoImage} />
          <Button small onPress={() => onChange(null)}>
            {t('settings:logoRemove')}
          </Button>
        </div>
      )}
      <FileDrop
        label={t('settings:logoDrop')}
        accept={['image/png', 'image/jpeg']}
        onFiles={([file]) => {
          if (file) void take(file);
        }}
      />
      <span className={styles.hint}>{t('settings:logoHint')}</span>
      {problem === null ? null : <Banner tone="bad">{t(`settings:logoProblem.${problem}`)}</Banner>}
    </div>
  );
}
