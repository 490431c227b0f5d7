/** What the tabs of expectations share. */
import type { ReactNode } from 'react';
import { Badge, showToast, type Tone } from '#renderer/ui/index.ts';
import type { KanoClass } from '#shared/domain/expectation/kano.ts';
import { NONE } from '#shared/domain/report/figures.ts';
import { useRegisterTools } from '../register/public.ts';
import styles from './expectations.module.css';

/** Tells what a failed command says. */
export function useTellProblem(): (error: unknown) => void {
  const { problemText } = useRegisterTools();
  return (error) => showToast({ text: problemText(error), tone: 'bad' });
}

/** As in the documents. */
export const SHORT = 'EX';
export const shortNo = (no: number): string => `${SHORT}-${no}`;

/** `92.5`; "—" for null. */
export const figureText = (value: number | null): string =>
  value === null ? NONE : String(Math.round(value * 10) / 10);

/** `+2.5`, `−7.5`, `0`; "—" for null. */
export function pointsText(value: number | null): string {
  if (value === null) return NONE;
  const size = figureText(Math.abs(value));
  return size === '0' ? '0' : `${value < 0 ? '−' : '+'}${size}`;
}

const KANO_TONES: Readonly<Record<KanoClass, Tone | 'plain'>> = {
  basic: 'bad',
  performance: 'info',
  excitement: 'good',
  indifferent: 'plain',
  reverse: 'warn',
  questionable: 'warn',
};

export function KanoBadge({ kind }: { readonly kind: KanoClass | null }) {
  const { valueName } = useRegisterTools();
  return kind === null ? null : (
    <Badge tone={KANO_TONES[kind]}>{valueName('expectation', 'kano', kind)}</Badge>
  );
}

/** A table that is read; it scrolls inside its place, also with the keyboard. */
export function ReadTable(props: {
  readonly label: string;
  readonly heads: readonly { readonly text: string; readonly end?: boolean }[];
  readonly children: ReactNode;
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than its place has to be scrolled with the keyboard
    <section className={styles.scroll} tabIndex={0} aria-label={props.label}>
      <table className={styles.table} aria-label={props.label}>
        <thead>
          <tr>
            {props.heads.map(({ text, end }) => (
              <th key={text} scope="col" className={end ? styles.end : undefined}>
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{props.children}</tbody>
      </table>
    </section>
  );
}

/** An expectation by number and words, as a way to it. */
export function OpenButton(props: {
  readonly expectation: { readonly id: string; readonly no: number; readonly text: string };
  readonly onOpen: (id: string) => void;
}) {
  const { id, no, text } = props.expectation;
  return (
    <button type="button" className={styles.open} onClick={() => props.onOpen(id)}>
      <span className={styles.no}>{shortNo(no)}</span> {text.split('\n')[0]}
    </button>
  );
}
