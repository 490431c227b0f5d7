/** Status marks as drawings: a symbol outside the report fonts would bring a foreign font into the PDF. */

export type Mark = 'done' | 'ok' | 'warn' | 'bad' | 'open' | 'diamond' | 'diamondOpen';

const SHAPES: Readonly<Record<Mark, React.ReactNode>> = {
  done: (
    <>
      <circle cx="5" cy="5" r="4.5" className="rp-good" />
      <path d="M2.8 5.2 4.4 6.8 7.3 3.5" className="rp-tick" />
    </>
  ),
  ok: <circle cx="5" cy="5" r="4" className="rp-good" />,
  warn: <path d="M5 .8 9.6 9.2H.4Z" className="rp-warn" />,
  bad: <rect x="1" y="1" width="8" height="8" className="rp-bad" />,
  open: <circle cx="5" cy="5" r="3.7" className="rp-ring" />,
  diamond: <path d="M5 .5 9.5 5 5 9.5.5 5Z" className="rp-ink" />,
  diamondOpen: <path d="M5 1.2 8.8 5 5 8.8 1.2 5Z" className="rp-ring" />,
};

/** A mark beside words that say the same; nothing for screen readers to repeat. */
export function MarkIcon({ mark }: { readonly mark: Mark }) {
  return (
    <svg className="rp-mark" viewBox="0 0 10 10" aria-hidden="true">
      {SHAPES[mark]}
    </svg>
  );
}
