import { useReadyAnswer } from '../../client/hooks.ts';
import { useI18n } from '../../i18n/index.ts';
import { Card } from '../../ui/index.ts';
import styles from './settings.module.css';

/** Parts made by others that are inside the app, with their licences. */
const PARTS: readonly (readonly [string, string])[] = [
  ['better-sqlite3', 'MIT'],
  ['Chromium', 'BSD-3-Clause'],
  ['Drizzle ORM', 'Apache-2.0'],
  ['Electron', 'MIT'],
  ['fractional-indexing', 'CC0-1.0'],
  ['i18next, react-i18next', 'MIT'],
  ['Lucide', 'ISC'],
  ['Nodemailer', 'MIT-0'],
  ['Noto Sans SC, Noto Sans TC', 'OFL-1.1'],
  ['@cantoo/pdf-lib', 'MIT'],
  ['pinyin-pro', 'MIT'],
  ['React', 'MIT'],
  ['React Aria Components', 'Apache-2.0'],
  ['saxes', 'ISC'],
  ['SQLite', 'Public Domain'],
  ['TanStack Query, TanStack Virtual', 'MIT'],
  ['Zod', 'MIT'],
  ['Zustand', 'MIT'],
];

/** Version and licences. */
export function About() {
  const { t } = useI18n();
  const { appVersion } = useReadyAnswer('app.state', {});
  return (
    <Card title={t('settings:about')}>
      <div>{t('settings:version', { version: appVersion })}</div>
      <div>{t('settings:offline')}</div>
      <div className={styles.label}>{t('settings:licences')}</div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable by keyboard */}
      <ul className={styles.licences} tabIndex={0} aria-label={t('settings:licences')}>
        {PARTS.map(([name, licence]) => (
          <li key={name}>
            {name} – {licence}
          </li>
        ))}
      </ul>
    </Card>
  );
}
