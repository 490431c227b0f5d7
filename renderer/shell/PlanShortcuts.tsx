import { displayKeys } from '../commands/keys.ts';
import { type T, useI18n } from '../i18n/index.ts';
import { Kbd } from '../ui/index.ts';
import styles from './shell.module.css';

/** One line of the shortcut sheet; `keys` as they are shown. */
export function Shortcut({ title, keys }: { readonly title: string; readonly keys: string }) {
  return (
    <>
      <dt>{title}</dt>
      <dd>
        <Kbd keys={keys} />
      </dd>
    </>
  );
}

const planKeys = (t: T): readonly (readonly [title: string, keys: string])[] => [
  [t('plan:tool.add'), 'Insert'],
  [t('plan:tool.remove'), 'Delete'],
  [t('plan:tool.indent'), 'Alt+Shift+ArrowRight'],
  [t('plan:tool.outdent'), 'Alt+Shift+ArrowLeft'],
  [t('plan:tool.up'), 'Alt+Shift+ArrowUp'],
  [t('plan:tool.down'), 'Alt+Shift+ArrowDown'],
  [t('plan:tool.link'), 'Mod+F2'],
  [t('plan:tool.unlink'), 'Mod+Shift+F2'],
  [t('plan:tool.info'), 'Shift+F2'],
  [t('plan:tool.earlier'), '['],
  [t('plan:tool.later'), ']'],
  [t('plan:tool.shorter'), 'Shift+['],
  [t('plan:tool.longer'), 'Shift+]'],
  [t('plan:tool.goToday'), 'Alt+Home'],
  [t('plan:tool.search'), 'Mod+F'],
];

/** The keys that work on the selected row of a plan; they are no commands, since they mean nothing elsewhere. */
export function PlanShortcuts({ mac }: { readonly mac: boolean }) {
  const { t } = useI18n();
  return (
    <>
      <h3 className={styles.sheetPart}>{t('shell:command.inPlan')}</h3>
      <dl className={styles.sheet}>
        {planKeys(t).map(([title, keys]) => (
          <Shortcut key={keys} title={title} keys={displayKeys(keys, mac)} />
        ))}
      </dl>
    </>
  );
}
