import type { T } from '#renderer/i18n/index.ts';
import type { Block, BlockOf, DocumentPrint } from '#shared/domain/documents/content.ts';
import { block } from '../blocks/context.ts';
import { labelled, paragraph } from '../blocks/text.tsx';
import type { FlowItem } from '../flow.ts';
import { PaperTitle } from '../heads.tsx';
import { FigureView } from './figures.tsx';
import { issueText } from './issueText.ts';
import { questionItems } from './questions.tsx';
import { signatureItems } from './signatures.tsx';
import { tableItems } from './table.tsx';

function headItem(print: DocumentPrint, t: T): FlowItem {
  const { content, frame } = print;
  const facts = [
    { label: t('report:print.client'), value: frame.client },
    ...(frame.project === null ? [] : [{ label: t('report:print.project'), value: frame.project }]),
    { label: t('document:print.dated'), value: frame.dated },
    ...(frame.prepared_by === null
      ? []
      : [{ label: t('report:print.preparedBy'), value: frame.prepared_by }]),
    ...content.facts,
  ];
  return block(
    'head',
    <div className="rp-title">
      <p className="rp-kind">
        {t(`model:document.enums.kind.${content.kind}`)}
        {content.audience === 'internal' ? (
          <span className="dp-internal">{t('document:print.internal')}</span>
        ) : null}
        <span className="rp-no">{issueText(print, t)}</span>
      </p>
      <PaperTitle text={content.title} />
      <dl className="rp-meta">
        {facts.map(({ label, value }) => (
          <div key={label} className="rp-meta-item">
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </div>,
  );
}

function headingItem({ id, level, text }: BlockOf<'heading'>): FlowItem {
  return block(
    id,
    level === 2 ? <h2 className="rp-h2">{text}</h2> : <h3 className="rp-h3 dp-h3">{text}</h3>,
    true,
  );
}

function listItems({ id, ordered, items }: BlockOf<'list'>): FlowItem[] {
  return items.map((text, at) => ({
    id: `${id}:${at}`,
    text,
    render: (part) => (
      <div className="dp-list-item">
        <span className="dp-list-mark">{part.first ? (ordered ? `${at + 1}.` : '–') : ''}</span>
        <p className="rp-p">
          <span data-split="">{part.text}</span>
        </p>
      </div>
    ),
  }));
}

const CHANGE_CLASS = { same: '', added: 'dp-added', removed: 'dp-removed' } as const;

/** Longer texts are cut into pieces, so that a change never stands taller than a page. */
const CHANGE_CHARS = 700;

function changePieces(parts: BlockOf<'change'>['parts']): BlockOf<'change'>['parts'][] {
  const pieces: { op: 'same' | 'added' | 'removed'; text: string }[][] = [[]];
  let length = 0;
  for (const part of parts)
    for (let at = 0; at < part.text.length; ) {
      const room = CHANGE_CHARS - length;
      let end = Math.min(part.text.length, at + room);
      if (end < part.text.length && /[\uD800-\uDBFF]/.test(part.text[end - 1] ?? '')) end++;
      const text = part.text.slice(at, end);
      pieces[pieces.length - 1]?.push({ op: part.op, text });
      length += text.length;
      at = end;
      if (length >= CHANGE_CHARS) {
        pieces.push([]);
        length = 0;
      }
    }
  return pieces.filter((piece) => piece.length > 0);
}

function changeItems({ id, label, parts }: BlockOf<'change'>): FlowItem[] {
  const pieces = changePieces(parts);
  return pieces.map((piece, at) =>
    block(
      `${id}:${at}`,
      <div className="dp-change">
        {at === 0 ? <p className="dp-change-label">{label}</p> : null}
        <p className="rp-p">
          {piece.map(({ op, text }, index) => {
            const key = `${index} ${op}`;
            if (op === 'added')
              return (
                <ins key={key} className={CHANGE_CLASS.added}>
                  {text}
                </ins>
              );
            if (op === 'removed')
              return (
                <del key={key} className={CHANGE_CLASS.removed}>
                  {text}
                </del>
              );
            return <span key={key}>{text}</span>;
          })}
        </p>
      </div>,
    ),
  );
}

/** What stands below a heading stands close to it. */
const paragraphClass = ({ muted }: BlockOf<'paragraph'>, before: Block | undefined): string =>
  ['rp-p', ...(before?.kind === 'heading' ? [] : ['dp-p']), ...(muted ? ['rp-muted'] : [])].join(' ');

const opensSignatures = (blocks: readonly Block[], at: number): boolean =>
  blocks[at]?.kind === 'heading'
    ? blocks[at + 1]?.kind === 'signatures'
    : blocks[at]?.kind === 'signatures' && blocks[at - 1]?.kind !== 'heading';

/** No single row, line or pair alone at the foot of a page or at the head of the next. */
function together(items: readonly FlowItem[]): readonly FlowItem[] {
  return items.map((item, at) =>
    items.length > 1 && (at === 0 || at === items.length - 2) ? { ...item, keepNext: true } : item,
  );
}

function blockItems(
  content: Block,
  before: Block | undefined,
  print: DocumentPrint,
  t: T,
): readonly FlowItem[] {
  switch (content.kind) {
    case 'heading':
      return [headingItem(content)];
    case 'paragraph':
      return [paragraph(content.id, content.text, paragraphClass(content, before))];
    case 'facts':
      return together(
        content.items.map(({ label, value }, at) =>
          labelled(`${content.id}:${at}`, label, value, null, false),
        ),
      );
    case 'table':
      return together(tableItems(content, print.content.paper));
    case 'list':
      return together(listItems(content));
    case 'figure':
      return [block(content.id, <FigureView block={content} t={t} />)];
    case 'question':
      return questionItems(content, t);
    case 'change':
      return changeItems(content);
    case 'signatures':
      return signatureItems(content, print, t);
  }
}

/** A whole document as one list of items, in reading order. */
export function documentItems(print: DocumentPrint, t: T): readonly FlowItem[] {
  const { blocks } = print.content;
  const items: FlowItem[] = [headItem(print, t)];
  for (const [at, content] of blocks.entries()) {
    const last = items.at(-1);
    // A page of signatures alone would say of no page what was signed.
    if (last && opensSignatures(blocks, at)) items[items.length - 1] = { ...last, keepNext: true };
    items.push(...blockItems(content, blocks[at - 1], print, t));
  }
  return items;
}
