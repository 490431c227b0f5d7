import { type FormEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { request } from '#renderer/client/wire.ts';
import { type T, useI18n } from '#renderer/i18n/index.ts';
import { navigate, type Route } from '#renderer/state/route.ts';
import { Banner, Button, Card, composing, FileDrop, Progress, showToast } from '#renderer/ui/index.ts';
import type { FlowState, ImportFlow, Review } from './flow.ts';
import styles from './frame.module.css';
import { failureDetails, failureText } from './texts.ts';

/** Takes the import back, unless something else was done since: then undoing would undo that. */
async function takeBack(t: T, seq: number | null, later: string): Promise<void> {
  try {
    const { undo } = await request('undo.state', {});
    if (undo === null || undo.seq !== seq) {
      showToast({ tone: 'warn', text: later });
      return;
    }
    await request('undo.undo', {});
    showToast({ text: t('import:undone') });
  } catch (error) {
    showToast({ tone: 'bad', text: failureText(t, error) });
  }
}

/** Says what was imported, with the way back, and leads to it. `later`: what to do when Undo would undo more. */
export async function finishImport(t: T, text: string, to: Route, later: string = t('import:undoLater')) {
  const seq = await request('undo.state', {}).then(
    ({ undo }) => undo?.seq ?? null,
    () => null,
  );
  showToast({
    tone: 'good',
    text,
    action: { label: t('common:verb.undo'), onPress: () => void takeBack(t, seq, later) },
  });
  navigate(to);
}

function Problem({ problem, fileName }: { readonly problem: unknown; readonly fileName: string }) {
  const { t } = useI18n();
  const copy = () =>
    void navigator.clipboard.writeText(failureDetails(problem)).then(
      () => showToast({ text: t('common:toast.detailsCopied') }),
      () => {},
    );
  return (
    <Banner
      tone="bad"
      actions={
        <Button small onPress={copy}>
          {t('common:verb.copyDetails')}
        </Button>
      }
    >
      <strong>
        {fileName === '' ? t('import:refused') : t('import:refusedFile', { name: fileName.slice(0, 120) })}
      </strong>
      <p>{failureText(t, problem)}</p>
      <p className={styles.muted}>{t('import:nothingChanged')}</p>
    </Banner>
  );
}

/** The one form of a review: what is imported where, what is missing, and the button that does it. */
export function ReviewForm<Options, Preview>(props: {
  readonly title: string;
  readonly review: Review<Options, Preview>;
  readonly fileName: string;
  readonly submit: string;
  /** What has to be done first; said once the user tried. */
  readonly missing?: string | null;
  readonly onSubmit: () => void;
  readonly onRestart: () => void;
  /** `tried`: the user tried to import, so fields say what they lack. */
  readonly children: (tried: boolean) => ReactNode;
}) {
  const { t } = useI18n();
  const { review, missing = null } = props;
  const [tried, setTried] = useState(false);
  const headingId = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (missing === null) props.onSubmit();
  };
  return (
    <form
      className={styles.form}
      aria-labelledby={headingId}
      noValidate
      onSubmit={submit}
      onKeyDown={(event) => {
        // Enter that ends a composition belongs to the input method, whatever the browser makes of it.
        if (event.key === 'Enter' && composing(event)) event.preventDefault();
      }}
    >
      <h2 id={headingId} ref={heading} tabIndex={-1} className={styles.formTitle}>
        {props.title}
      </h2>
      {review.problem === null ? null : <Problem problem={review.problem} fileName={props.fileName} />}
      {props.children(tried)}
      {tried && missing !== null ? <Banner tone="warn">{missing}</Banner> : null}
      <div className={styles.actions}>
        <Button look="primary" type="submit" isDisabled={review.busy}>
          {props.submit}
        </Button>
        <Button onPress={props.onRestart}>{t('import:otherFile')}</Button>
        <span className={styles.muted}>{t('import:oneStep')}</span>
      </div>
    </form>
  );
}

/** The screen of an import: choose a file, see it read, review it, see it written. */
export function ImportFrame<Options, Preview, Choice, Done>(props: {
  readonly title: string;
  readonly intro: string;
  readonly choose: string;
  /** Endings of the files that are taken; everything without them. */
  readonly accept?: readonly string[];
  readonly howTitle: string;
  /** How to get such a file. */
  readonly how: ReactNode;
  /** A file that the core knows already: dropped on the app's icon, opened from the desktop. */
  readonly token: string | undefined;
  readonly fileName: string | undefined;
  readonly state: FlowState<Options, Preview>;
  readonly flow: ImportFlow<Options, Preview, Choice, Done>;
  readonly children: (review: Review<Options, Preview>) => ReactNode;
}) {
  const { t } = useI18n();
  const { state, flow, token, fileName } = props;
  useEffect(() => {
    if (token !== undefined) void flow.readToken(token, fileName ?? '');
  }, [token, fileName, flow]);
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>{props.title}</h1>
      {state.phase === 'choose' ? (
        <>
          <p className={styles.intro}>{props.intro}</p>
          {state.problem === null ? null : <Problem problem={state.problem} fileName={state.fileName} />}
          <FileDrop
            label={props.choose}
            {...(props.accept ? { accept: props.accept } : {})}
            onFiles={([file]) => {
              if (file) void flow.readFile(file);
            }}
            {...(window.host.info.nativeDialogs ? { onChoose: () => void flow.choose() } : {})}
          />
          <Card title={props.howTitle}>{props.how}</Card>
        </>
      ) : null}
      {state.phase === 'read' || state.phase === 'write' ? (
        <Progress
          label={t(state.phase === 'read' ? 'import:reading' : 'import:writing', {
            name: state.fileName.slice(0, 120),
          })}
          fraction={state.fraction}
          onCancel={flow.cancel}
        />
      ) : null}
      {state.phase === 'review' ? props.children(state) : null}
    </div>
  );
}
