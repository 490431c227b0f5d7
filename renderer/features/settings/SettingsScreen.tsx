import { useEffect, useState } from 'react';
import { locales } from '#shared/i18n/index.ts';
import type { Prefs } from '#shared/ipc/channels/app.ts';
import { useReadyAnswer } from '../../client/hooks.ts';
import { request } from '../../client/wire.ts';
import { useI18n } from '../../i18n/index.ts';
import { errorText } from '../../i18n/words.ts';
import records from '../../records/records.module.css';
import { backUpNow } from '../../shell/appCommands.ts';
import { lostFilesText } from '../../shell/lostFiles.ts';
import {
  Badge,
  Banner,
  Button,
  Card,
  ConfirmDialog,
  composing,
  Progress,
  Segmented,
  Select,
  showToast,
  TextField,
} from '../../ui/index.ts';
import { About } from './About.tsx';
import { CompanyFields } from './CompanyFields.tsx';
import styles from './settings.module.css';

const LANGUAGE_NAMES = { 'zh-CN': '简体中文', 'zh-TW': '繁體中文', en: 'English' } as const;
const SIZES = [90, 100, 110, 120, 130] as const;
const DAY_MS = 86_400_000;

function useSet(): (patch: Partial<Prefs>) => void {
  const { t } = useI18n();
  return (patch) =>
    void request('prefs.set', patch).catch((error: unknown) =>
      showToast({ tone: 'bad', text: errorText(t, error) }),
    );
}

function Look({ prefs }: { readonly prefs: Prefs }) {
  const { t, locale, format } = useI18n();
  const set = useSet();
  return (
    <Card title={t('settings:look')}>
      <div className={records.form}>
        <Select
          label={t('shell:setting.language')}
          options={locales.map((id) => ({ id, label: LANGUAGE_NAMES[id] }))}
          value={prefs.language ?? locale}
          onChange={(language) => set({ language })}
        />
        <div className={styles.row}>
          <span className={styles.label}>{t('shell:setting.theme')}</span>
          <Segmented
            label={t('shell:setting.theme')}
            options={[
              { id: 'light', label: t('shell:setting.themeLight') },
              { id: 'dark', label: t('shell:setting.themeDark') },
              { id: 'system', label: t('shell:setting.themeSystem') },
            ]}
            value={prefs.theme}
            onChange={(theme) => set({ theme })}
          />
        </div>
        <div className={styles.row}>
          <span className={styles.label}>{t('shell:setting.density')}</span>
          <Segmented
            label={t('shell:setting.density')}
            options={[
              { id: 'compact', label: t('shell:setting.densityCompact') },
              { id: 'normal', label: t('shell:setting.densityNormal') },
              { id: 'roomy', label: t('shell:setting.densityRoomy') },
            ]}
            value={prefs.density}
            onChange={(density) => set({ density })}
          />
        </div>
        <div className={styles.row}>
          <span className={styles.label}>{t('shell:setting.textSize')}</span>
          <Segmented
            label={t('shell:setting.textSize')}
            options={SIZES.map((size) => ({ id: String(size), label: format.percent(size / 100) }))}
            value={String(prefs.textSize)}
            onChange={(size) => set({ textSize: Number(size) })}
          />
        </div>
      </div>
    </Card>
  );
}

function User({ prefs }: { readonly prefs: Prefs }) {
  const { t } = useI18n();
  const set = useSet();
  const [name, setName] = useState(prefs.userName);
  useEffect(() => setName(prefs.userName), [prefs.userName]);
  const commit = () => {
    if (name.trim() !== prefs.userName) set({ userName: name.trim().slice(0, 120) });
  };
  return (
    <TextField
      label={t('settings:userName')}
      hint={t('settings:userNameHint')}
      value={name}
      onChange={setName}
      onBlur={commit}
      onKeyDown={(event) => {
        event.continuePropagation();
        if (!composing(event) && event.key === 'Enter') commit();
      }}
    />
  );
}

function BackupAge() {
  const { t, format } = useI18n();
  const { lastBackup } = useReadyAnswer('app.state', {});
  if (lastBackup === null) return <Badge tone="bad">{t('settings:noBackup')}</Badge>;
  const days = Math.floor(lastBackup.ageMs / DAY_MS);
  const { missing } = lastBackup;
  return (
    <>
      <Badge tone={days > 30 ? 'bad' : days > 7 ? 'warn' : 'good'}>
        {t('settings:lastBackup', {
          when: format.dateTime(lastBackup.createdAt),
          age: format.relativeDays(-days),
        })}
      </Badge>
      {missing.length === 0 ? null : (
        <Banner tone="warn">{lostFilesText(t, 'shell:backup.incomplete', missing)}</Banner>
      )}
    </>
  );
}

function Data() {
  const { t } = useI18n();
  const { dataDir, storeWarnings } = useReadyAnswer('app.state', {});
  const [running, setRunning] = useState<{ fraction: number; cancel: () => void } | null>(null);
  const backUp = async () => {
    const giveUp = new AbortController();
    const onProgress = (fraction: number) => setRunning({ fraction, cancel: () => giveUp.abort() });
    onProgress(0);
    await backUpNow(t, { onProgress, signal: giveUp.signal });
    setRunning(null);
  };
  return (
    <Card title={t('settings:data')}>
      <div className={records.form}>
        <div>{t('settings:dataHint')}</div>
        <div className={styles.path}>{dataDir}</div>
        {storeWarnings.includes('RESERVE_GONE') ? (
          <Banner tone="warn">{t('settings:warnReserve')}</Banner>
        ) : null}
        {storeWarnings.includes('FILE_REPLACED') ? (
          <Banner tone="bad">{t('settings:warnReplaced')}</Banner>
        ) : null}
        <div className={styles.row}>
          <BackupAge />
        </div>
        <div className={styles.row}>
          <Button isDisabled={running !== null} onPress={() => void backUp()}>
            {t('shell:command.backup')}
          </Button>
          <Button onPress={() => void request('shell.revealData', {})}>
            {t('shell:startup.openFolder')}
          </Button>
        </div>
        {running === null ? null : (
          <div className={styles.row}>
            <Progress label={t('shell:command.backup')} fraction={running.fraction} />
            <Button onPress={running.cancel}>{t('common:verb.cancel')}</Button>
          </div>
        )}
      </div>
    </Card>
  );
}

function Sample() {
  const { t } = useI18n();
  const { sample } = useReadyAnswer('app.state', {});
  const [asking, setAsking] = useState(false);
  if (sample === null) return null;
  const remove = async () => {
    setAsking(false);
    try {
      await request('sample.remove', {});
      showToast({ tone: 'good', text: t('settings:sampleGone') });
    } catch (error) {
      showToast({ tone: 'bad', text: errorText(t, error) });
    }
  };
  return (
    <Card title={t('settings:sample')}>
      <div>{t('settings:sampleHint')}</div>
      <div>
        <Button onPress={() => setAsking(true)}>{t('settings:sampleRemove')}</Button>
      </div>
      <ConfirmDialog
        open={asking}
        title={t('settings:sampleAsk')}
        message={t('settings:sampleAskHint')}
        action={t('settings:sampleRemove')}
        danger
        onCancel={() => setAsking(false)}
        onConfirm={() => void remove()}
      />
    </Card>
  );
}

/** How the app looks, who uses it, where the data is and how safe it is. Everything takes effect at once. */
export function SettingsScreen() {
  const { t } = useI18n();
  const { prefs } = useReadyAnswer('app.state', {});
  return (
    <div className={records.page}>
      <div className={records.head}>
        <h1>{t('shell:nav.settings')}</h1>
      </div>
      <div className={styles.body}>
        <div className={styles.stack}>
          <Look prefs={prefs} />
          <Data />
          <Sample />
        </div>
        <div className={styles.stack}>
          <Card title={t('settings:company')}>
            <User prefs={prefs} />
            <CompanyFields />
          </Card>
          <About />
        </div>
      </div>
    </div>
  );
}
