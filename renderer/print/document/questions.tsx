import type { T } from '#renderer/i18n/index.ts';
import type { BlockOf } from '#shared/domain/documents/content.ts';
import { block } from '../blocks/context.ts';
import type { FlowItem } from '../flow.ts';

type Question = BlockOf<'question'>;

/** A box to tick. Drawn: a symbol outside the report fonts would bring a foreign font into the PDF. */
function Box() {
  return (
    <svg className="dp-box" viewBox="0 0 10 10" aria-hidden="true">
      <rect x="0.6" y="0.6" width="8.8" height="8.8" />
    </svg>
  );
}

function Boxes({ words }: { readonly words: readonly string[] }) {
  return (
    <ul className="dp-choices">
      {words.map((word) => (
        <li key={word}>
          <Box />
          {word}
        </li>
      ))}
    </ul>
  );
}

function Scale({ ends }: { readonly ends: readonly string[] }) {
  return (
    <p className="dp-scale">
      <span>{ends[0] ?? ''}</span>
      {[1, 2, 3, 4, 5].map((value) => (
        <span key={value} className="dp-scale-step">
          <Box />
          {value}
        </span>
      ))}
      <span>{ends[1] ?? ''}</span>
    </p>
  );
}

function Answer({ question, t }: { readonly question: Question; readonly t: T }) {
  switch (question.form) {
    case 'choice':
      return <Boxes words={question.choices} />;
    case 'yes_no':
      return <Boxes words={[t('document:print.yes'), t('document:print.no')]} />;
    case 'scale':
      return <Scale ends={question.choices} />;
    case 'open':
      return null;
  }
}

/** A word and a line behind it, for the name of whoever answers. */
function fillIn(id: string, text: string): FlowItem {
  return block(
    id,
    <div className="dp-fill">
      <span>{text}</span>
      <span className="dp-fill-line" aria-hidden="true" />
    </div>,
  );
}

/** A question stays with its boxes and its first line. */
export function questionItems(question: Question, t: T): readonly FlowItem[] {
  const { id, no, text, lines } = question;
  if (no === null) return [fillIn(id, text)];
  return [
    block(
      id,
      <div className="dp-question">
        <h3 className="rp-h3">
          {no}. {text}
        </h3>
        <Answer question={question} t={t} />
      </div>,
      lines > 0,
    ),
    ...Array.from({ length: lines }, (_, at) =>
      block(`${id}:line:${at}`, <div className="dp-answer-line" aria-hidden="true" />, at === 0 && lines > 1),
    ),
  ];
}
