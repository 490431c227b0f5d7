import {
  AlertTriangle,
  CircleHelp,
  ClipboardCheck,
  Compass,
  FileCheck,
  FilePlus2,
  FileText,
  Flag,
  FlagTriangleRight,
  HandCoins,
  HandHeart,
  Handshake,
  ListTodo,
  MessageSquareMore,
  MessageSquareQuote,
  MessagesSquare,
  PackageCheck,
  Phone,
  Scale,
  Signature,
  TrendingDown,
  Users,
  Wrench,
} from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { useReadyAnswer } from '#renderer/client/hooks.ts';
import { request } from '#renderer/client/wire.ts';
import { useI18n } from '#renderer/i18n/index.ts';
import { Banner, composing, EmptyState, showToast, ToggleButton } from '#renderer/ui/index.ts';
import { DUE_BUCKETS, type DueBucket, dueBucket } from '#shared/domain/deadline/bucket.ts';
import { TODAY_KIND_LIMIT, TODAY_KINDS, type TodayKind, type TodayRow } from '#shared/ipc/channels/today.ts';
import { navigate } from '../../state/route.ts';
import { Checklist } from '../onboarding/public.ts';
import { useRegisterTools } from '../register/public.ts';
import { DueRow } from './DueRow.tsx';
import { routeOf } from './routeOf.ts';
import styles from './today.module.css';

const ICONS: Readonly<Record<TodayKind, ReactNode>> = {
  next_step: <MessageSquareMore aria-hidden="true" />,
  milestone: <Flag aria-hidden="true" />,
  premilestone: <FlagTriangleRight aria-hidden="true" />,
  risk_review: <ClipboardCheck aria-hidden="true" />,
  risk_action: <ListTodo aria-hidden="true" />,
  issue: <AlertTriangle aria-hidden="true" />,
  rectification: <Wrench aria-hidden="true" />,
  deviation: <TrendingDown aria-hidden="true" />,
  decision: <CircleHelp aria-hidden="true" />,
  need: <PackageCheck aria-hidden="true" />,
  signature: <Signature aria-hidden="true" />,
  renewal: <FilePlus2 aria-hidden="true" />,
  care: <HandHeart aria-hidden="true" />,
  feedback: <MessageSquareQuote aria-hidden="true" />,
  strategy: <Compass aria-hidden="true" />,
  payment: <HandCoins aria-hidden="true" />,
  contract_check: <FileCheck aria-hidden="true" />,
  compliance: <Scale aria-hidden="true" />,
  report: <FileText aria-hidden="true" />,
  contact: <Phone aria-hidden="true" />,
  promise: <Handshake aria-hidden="true" />,
  comm_plan: <MessagesSquare aria-hidden="true" />,
  meeting: <Users aria-hidden="true" />,
  meeting_action: <ListTodo aria-hidden="true" />,
};

/** What is done with one tick, without looking at it first. */
const TICKED: ReadonlySet<TodayKind> = new Set([
  'next_step',
  'risk_action',
  'rectification',
  'meeting_action',
  'care',
]);

/** Ticks a row off at once, with a way back. */
function useTick() {
  const tools = useRegisterTools();
  const { t } = tools;
  const tell = (error: unknown) => showToast({ text: tools.problemText(error), tone: 'bad' });
  return async (row: TodayRow) => {
    try {
      await request('today.done', { id: row.id, done: true });
      showToast({
        text: t('today:doneToast', { name: row.title }),
        tone: 'good',
        action: {
          label: t('common:verb.undo'),
          onPress: () => void request('today.done', { id: row.id, done: false }).catch(tell),
        },
      });
    } catch (error) {
      tell(error);
    }
  };
}

function Group({
  bucket,
  rows,
  today,
}: {
  readonly bucket: DueBucket;
  readonly rows: readonly TodayRow[];
  readonly today: string;
}) {
  const { t } = useI18n();
  const tick = useTick();
  if (rows.length === 0) return null;
  const name = t(`today:group.${bucket}`);
  return (
    <section
      className={styles.group}
      data-bucket={bucket}
      aria-label={t('today:list', { group: name, count: rows.length })}
    >
      <h2>
        {name} <span className={styles.quiet}>{t('today:total', { count: rows.length })}</span>
      </h2>
      <ul>
        {rows.map((row) => (
          <DueRow
            key={`${row.kind} ${row.id}`}
            row={row}
            icon={ICONS[row.kind]}
            today={today}
            onOpen={() => {
              const route = routeOf(row);
              if (route) navigate(route);
            }}
            onTick={TICKED.has(row.kind) ? () => void tick(row) : undefined}
          />
        ))}
      </ul>
    </section>
  );
}

/** ↑ and ↓ go from row to row, past the check boxes. */
function moveBetweenRows(event: KeyboardEvent<HTMLDivElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined || composing(event) || event.altKey || event.ctrlKey || event.metaKey) return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-open]')];
  const here = rows.indexOf(document.activeElement as HTMLElement);
  const next = rows[here + step];
  if (here < 0 || !next) return;
  event.preventDefault();
  next.focus();
}

/** WF3–WF6: everything that is overdue or comes up within two weeks, over all projects. */
export function TodayScreen() {
  const { t, format } = useI18n();
  const { today, rows, cut } = useReadyAnswer('today.get', {});
  const [only, setOnly] = useState<TodayKind | null>(null);
  const kinds = TODAY_KINDS.filter((kind) => rows.some((row) => row.kind === kind));
  const shown = only !== null && kinds.includes(only) ? rows.filter((row) => row.kind === only) : rows;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys move between the rows it contains
    <div className={styles.screen} onKeyDown={moveBetweenRows}>
      <header className={styles.head}>
        <h1>{t('today:heading')}</h1>
        <p className={styles.quiet}>{t('today:subtitle', { date: format.date(today) })}</p>
      </header>
      <Checklist />
      {rows.length === 0 ? (
        <EmptyState text={t('today:empty')} />
      ) : (
        <>
          <fieldset className={styles.kinds} aria-label={t('today:filter')}>
            <ToggleButton
              small
              label={t('today:all')}
              isSelected={only === null}
              onChange={() => setOnly(null)}
            />
            {kinds.map((kind) => (
              <ToggleButton
                key={kind}
                small
                label={t(`today:kind.${kind}`)}
                icon={ICONS[kind]}
                isSelected={only === kind}
                onChange={(on) => setOnly(on ? kind : null)}
              />
            ))}
          </fieldset>
          {cut.length === 0 ? null : (
            <Banner tone="info">
              {t('today:cut', {
                kinds: format.list(cut.map((kind) => t(`today:kind.${kind}`))),
                count: TODAY_KIND_LIMIT,
              })}
            </Banner>
          )}
          {DUE_BUCKETS.map((bucket) => (
            <Group
              key={bucket}
              bucket={bucket}
              today={today}
              rows={shown.filter((row) => dueBucket(row.due_on, today) === bucket)}
            />
          ))}
        </>
      )}
    </div>
  );
}
