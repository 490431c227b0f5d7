import './document.css';
import { useCallback, useMemo } from 'react';
import type { T } from '#renderer/i18n/index.ts';
import type { DocumentPrint } from '#shared/domain/documents/content.ts';
import { FlowSheets, type SheetFrame } from '../FlowSheets.tsx';
import { Letterhead, RunningHead, SheetFoot } from '../heads.tsx';
import { issueText } from './issueText.ts';
import { documentItems } from './items.tsx';

export interface DocumentSheetsProps {
  readonly print: DocumentPrint;
  /** Texts in the language of the document. */
  readonly t: T;
  /** Called when the pages stand, again after each change. */
  readonly onPages?: (count: number) => void;
}

function footParts({ content, frame }: DocumentPrint, t: T, page: number, pages: number): string[] {
  const { code, issue } = frame;
  return [
    content.audience === 'internal'
      ? t('document:print.internal')
      : t('document:print.confidential', { client: frame.client }),
    code === null || issue === null ? frame.dated : t('document:print.code', { code, version: issue }),
    t('report:print.page', { page, pages }),
  ];
}

/** A document as A4 sheets: the preview shows them, the PDF is them. */
export function DocumentSheets({ print, t, onPages }: DocumentSheetsProps) {
  const items = useMemo(() => documentItems(print, t), [print, t]);
  const frame = useCallback<SheetFrame>(
    (page, pages) => ({
      head:
        page === 1 ? (
          <Letterhead
            company={print.frame.company}
            writer={print.frame.prepared_by}
            words={{ phone: t('report:print.phone'), taxNo: t('report:print.taxNo') }}
          />
        ) : (
          <RunningHead
            company={print.frame.company}
            title={print.content.title}
            detail={issueText(print, t)}
          />
        ),
      foot: <SheetFoot page={page} parts={footParts(print, t, page, pages)} />,
    }),
    [print, t],
  );
  return (
    <FlowSheets
      language={print.content.language}
      paper={print.content.paper}
      items={items}
      frame={frame}
      {...(onPages === undefined ? {} : { onPages })}
    />
  );
}
