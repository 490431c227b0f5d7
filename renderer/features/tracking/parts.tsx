/** What the tabs of tracking share: lists that can be copied and saved, and how numbers read. */
import { Copy, Download, Printer } from 'lucide-react';
import type { ReactNode } from 'react';
import { useCommand } from '#renderer/client/hooks.ts';
import { runTask } from '#renderer/client/wire.ts';
import { Button, copyTable, showToast, type Tone } from '#renderer/ui/index.ts';
import { NONE } from '#shared/domain/report/figures.ts';
import type { ListDocument } from '#shared/domain/tracking/listDocument.ts';
import { formatLocal, type Instant } from '#shared/schedule/calendar/instant.ts';
import { useRegisterTools } from '../register/public.ts';
import styles from './tracking.module.css';

/** Tells what a failed command says. */
export function useTellProblem(): (error: unknown) => void {
  const { problemText } = useRegisterTools();
  return (error) => showToast({ text: problemText(error), tone: 'bad' });
}

/** Day of an instant; “—” without one. */
export const dayText = (at: Instant | null): string => (at === null ? NONE : formatLocal(at).slice(0, 10));

/** `+3`, `−1.5`, `0` working days; “—” for null. */
export function signedDays(days: number | null): string {
  if (days === null) return NONE;
  const size = String(Math.abs(days));
  return days === 0 ? '0' : `${days < 0 ? '−' : '+'}${size}`;
}

type Cells = readonly (readonly string[])[];

/** Takes a list out: to the clipboard for a spreadsheet or a message, or into a file. */
export function ListButtons(props: {
  readonly name: string;
  readonly cells: () => Cells;
  /** What is on paper, where it is more than the one list. */
  readonly paper?: () => Pick<ListDocument, 'groups' | 'trend'>;
  /** Below the title on paper. */
  readonly subtitle?: string;
}) {
  const { name, cells } = props;
  const { t, locale } = useRegisterTools();
  const save = useCommand('tracking.saveTable');
  const tell = useTellProblem();
  const copy = async () => {
    const [head = null, ...rows] = cells();
    await copyTable({ head, rows });
    showToast({ text: t('tracking:copied'), tone: 'good' });
  };
  const toFile = async () => {
    try {
      const saved = await save.mutateAsync({ name, cells: cells().map((row) => [...row]) });
      if (saved) showToast({ text: t('tracking:saved', { name: saved.name }), tone: 'good' });
    } catch (error) {
      tell(error);
    }
  };
  const toPaper = async () => {
    const [heads = [], ...rows] = cells();
    const one = { groups: [{ title: '', heads: [...heads], rows: rows.map((row) => [...row]) }] };
    const head = { kind: 'list' as const, language: locale, title: name, subtitle: props.subtitle ?? '' };
    try {
      const saved = await runTask('tracking.savePdf', { list: { ...head, ...(props.paper?.() ?? one) } });
      if (saved) showToast({ text: t('tracking:saved', { name: saved.name }), tone: 'good' });
    } catch (error) {
      tell(error);
    }
  };
  return (
    <>
      <Button icon={<Copy aria-hidden="true" />} onPress={() => void copy()}>
        {t('tracking:copy')}
      </Button>
      <Button icon={<Download aria-hidden="true" />} onPress={() => void toFile()}>
        {t('tracking:csv')}
      </Button>
      <Button icon={<Printer aria-hidden="true" />} onPress={() => void toPaper()}>
        {t('tracking:pdf')}
      </Button>
    </>
  );
}

export interface Figure {
  readonly label: string;
  readonly value: string;
  readonly tone?: Tone;
}

/** A row of named figures. */
export function Figures({ items }: { readonly items: readonly Figure[] }) {
  return (
    <dl className={styles.figures}>
      {items.map(({ label, value, tone }) => (
        <div key={label} data-tone={tone}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A list that is read, not worked on cell by cell; it scrolls inside its place, also with the keyboard. */
export function PlainTable(props: {
  readonly label: string;
  readonly heads: readonly {
    readonly text: string;
    readonly end?: boolean;
    readonly hidden?: boolean;
    /** Share of the width; lists below each other then have the same columns. */
    readonly share?: number;
  }[];
  readonly children: ReactNode;
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than its place has to be scrolled with the keyboard
    <section className={styles.scroll} tabIndex={0} aria-label={props.label}>
      <table
        className={styles.table}
        aria-label={props.label}
        data-fixed={props.heads.some(({ share }) => share !== undefined) ? '' : undefined}
      >
        <thead>
          <tr>
            {props.heads.map(({ text, end, hidden, share }) => (
              <th
                key={text}
                scope="col"
                className={end ? styles.end : undefined}
                style={share === undefined ? undefined : { width: `${share}%` }}
              >
                {hidden ? <span className={styles.hidden}>{text}</span> : text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{props.children}</tbody>
      </table>
    </section>
  );
}
