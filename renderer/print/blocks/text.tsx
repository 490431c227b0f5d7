import type { SectionId } from '#shared/domain/report/snapshot.ts';
import type { FlowItem } from '../flow.ts';
import { type BlockContext, block } from './context.ts';

/** Heading of a section; stays with what follows. */
export function heading({ say }: BlockContext, section: SectionId, detail?: string): FlowItem {
  return block(
    `${section}:heading`,
    <h2 className="rp-h2">
      {say(`section.${section}`)}
      {detail === undefined ? null : <span className="rp-h2-detail">{detail}</span>}
    </h2>,
    true,
  );
}

/** A paragraph that may go on on the next page. */
export function paragraph(id: string, text: string, className = 'rp-p'): FlowItem {
  return {
    id,
    text,
    render: (part) => (
      <p className={className} data-split="" data-last={part.last}>
        {part.text}
      </p>
    ),
  };
}

/** Words of the author at the head of a section, if there are any. */
export function ownWords({ snapshot }: BlockContext, section: SectionId): readonly FlowItem[] {
  const text = snapshot.texts[section];
  return text === undefined ? [] : [paragraph(`${section}:words`, text)];
}

/** The sentence that stands for an empty list: an omitted section would look like a forgotten one. */
export function nothing(section: SectionId, text: string): FlowItem {
  return block(`${section}:none`, <p className="rp-p rp-muted">{text}</p>);
}

/** A text in front of which stands a label, e.g. a measure of a risk. */
export function labelled(
  id: string,
  label: string,
  text: string,
  after: string | null,
  keepNext: boolean,
): FlowItem {
  return {
    id,
    text,
    keepNext,
    render: (part) => (
      <div className="rp-line">
        <span className="rp-line-label">{part.first ? label : ''}</span>
        <p className="rp-line-text">
          <span data-split="">{part.text}</span>
          {part.last && after !== null ? <span className="rp-line-after">{after}</span> : null}
        </p>
      </div>
    ),
  };
}
