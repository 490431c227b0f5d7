import { useState } from 'react';
import { type Locale, locales } from '#shared/i18n/index.ts';
import { useReadyAnswer } from '../../client/hooks.ts';
import { request, runTask, uploadFile } from '../../client/wire.ts';
import { useI18n } from '../../i18n/index.ts';
import { errorText } from '../../i18n/words.ts';
import { navigate } from '../../state/route.ts';
import { Banner, Button, FileDrop, Progress, RadioGroup, TextField } from '../../ui/index.ts';
import { LogoField } from '../settings/public.ts';
import styles from './onboarding.module.css';

const LANGUAGE_NAMES = { 'zh-CN': '简体中文', 'zh-TW': '繁體中文', en: 'English' } as const;

type Start = 'sample' | 'empty' | 'file';
type Step = 0 | 1 | 2;

interface Answers {
  readonly company: string;
  readonly logo: string | null;
  readonly start: Start;
  readonly file: File | null;
}

function Language() {
  const { t, locale } = useI18n();
  const set = (language: Locale) => void request('prefs.set', { language });
  return (
    <RadioGroup
      label={t('onboarding:language')}
      options={locales.map((id) => ({ id, label: LANGUAGE_NAMES[id] }))}
      value={locale}
      onChange={set}
    />
  );
}

interface PartProps {
  readonly answers: Answers;
  readonly onChange: (part: Partial<Answers>) => void;
}

function Company({ answers, onChange }: PartProps) {
  const { t } = useI18n();
  return (
    <>
      <TextField
        label={t('onboarding:company')}
        hint={t('onboarding:companyHint')}
        value={answers.company}
        onChange={(company) => onChange({ company })}
        autoFocus
      />
      <LogoField value={answers.logo} onChange={(logo) => onChange({ logo })} />
    </>
  );
}

function Beginning({ answers, onChange }: PartProps) {
  const { t } = useI18n();
  return (
    <>
      <RadioGroup
        label={t('onboarding:start')}
        options={[
          { id: 'sample', label: t('onboarding:startSample') },
          { id: 'empty', label: t('onboarding:startEmpty') },
          { id: 'file', label: t('onboarding:startFile') },
        ]}
        value={answers.start}
        onChange={(start) => onChange({ start })}
      />
      {answers.start === 'sample' ? <p className={styles.hint}>{t('onboarding:sampleHint')}</p> : null}
      {answers.start === 'file' ? (
        <>
          <FileDrop
            label={t('onboarding:startFile')}
            accept={['.xml']}
            onFiles={([file]) => onChange({ file: file ?? null })}
          />
          <p className={styles.hint}>{answers.file?.name ?? t('onboarding:fileHint')}</p>
        </>
      ) : null}
    </>
  );
}

/** Stores the answers in the order in which a failure leaves the least behind, and goes to the first screen. */
function useFinish(answers: Answers, onDone: () => void) {
  const { t, locale } = useI18n();
  const companies = useReadyAnswer('company.list', {});
  const [fraction, setFraction] = useState<number | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const saveCompany = async () => {
    const name = answers.company.trim();
    const [known] = companies;
    if (name === '' && answers.logo === null) return;
    const values = { name: name === '' ? t('settings:companyNew') : name, logo: answers.logo };
    if (known) await request('company.update', { id: known.id, patch: values });
    else await request('company.create', { values });
  };
  const begin = async () => {
    if (answers.start === 'sample') {
      const { projectId } = await runTask('sample.create', { language: locale }, { onProgress: setFraction });
      navigate({ name: 'project', projectId });
    } else if (answers.start === 'file' && answers.file) {
      const token = await uploadFile(answers.file, setFraction);
      navigate({ name: 'import', token, fileName: answers.file.name });
    }
  };
  const finish = async () => {
    setFraction(0);
    setProblem(null);
    try {
      await saveCompany();
      await begin();
      await request('prefs.set', { onboarded: true, language: locale });
      onDone();
    } catch (error) {
      setProblem(errorText(t, error));
      setFraction(null);
    }
  };
  return { fraction, problem, finish };
}

/** The first run: three questions that can be gone back to, and nothing else in the way. */
export function Onboarding({ onDone }: { readonly onDone: () => void }) {
  const { t } = useI18n();
  const [step, setStep] = useState<Step>(0);
  const [answers, setAnswers] = useState<Answers>({ company: '', logo: null, start: 'sample', file: null });
  const { fraction, problem, finish } = useFinish(answers, onDone);
  const change = (part: Partial<Answers>) => setAnswers((all) => ({ ...all, ...part }));
  const busy = fraction !== null;
  const ready = step < 2 || answers.start !== 'file' || answers.file !== null;
  return (
    <main className={styles.screen}>
      <section className={styles.box} aria-label={t('onboarding:welcome')}>
        <header>
          <h1>{t('onboarding:welcome')}</h1>
          {step === 0 ? <p className={styles.intro}>{t('onboarding:intro')}</p> : null}
          <p className={styles.hint}>{t('onboarding:step', { step: step + 1 })}</p>
        </header>
        {step === 0 ? <Language /> : null}
        {step === 1 ? <Company answers={answers} onChange={change} /> : null}
        {step === 2 ? <Beginning answers={answers} onChange={change} /> : null}
        {problem === null ? null : <Banner tone="bad">{problem}</Banner>}
        {busy ? (
          <Progress label={t('onboarding:working')} fraction={fraction === 0 ? null : fraction} />
        ) : null}
        <footer className={styles.foot}>
          {step > 0 ? (
            <Button isDisabled={busy} onPress={() => setStep((now) => (now === 2 ? 1 : 0))}>
              {t('common:verb.previous')}
            </Button>
          ) : null}
          <span className={styles.spacer} />
          {step < 2 ? (
            <Button look="primary" onPress={() => setStep((now) => (now === 0 ? 1 : 2))}>
              {t('common:verb.next')}
            </Button>
          ) : (
            <Button look="primary" isDisabled={busy || !ready} onPress={() => void finish()}>
              {t('onboarding:finish')}
            </Button>
          )}
        </footer>
      </section>
    </main>
  );
}
