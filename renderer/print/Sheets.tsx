import { useCallback, useMemo } from 'react';
import type { Say } from '#shared/domain/report/phrases.ts';
import type { ReportSnapshot } from '#shared/domain/report/snapshot.ts';
import { reportBlocks } from './blocks/index.ts';
import { FlowSheets, type SheetFrame } from './FlowSheets.tsx';
import { Letterhead, RunningHead, SheetFoot } from './heads.tsx';

export interface SheetsProps {
  readonly snapshot: ReportSnapshot;
  /** Texts in the language of the report. */
  readonly say: Say;
  /** Called when the pages stand, again after each change. */
  readonly onPages?: (count: number) => void;
}

/** The report as A4 sheets: the preview shows them, the PDF is them. */
export function Sheets({ snapshot, say, onPages }: SheetsProps) {
  const items = useMemo(() => reportBlocks({ snapshot, say }), [snapshot, say]);
  const frame = useCallback<SheetFrame>(
    (page, pages) => ({
      head: <Head snapshot={snapshot} say={say} first={page === 1} />,
      foot: (
        <SheetFoot
          page={page}
          parts={[
            say('print.confidential', { client: snapshot.client.name }),
            snapshot.prepared_on,
            say('print.page', { page, pages }),
          ]}
        />
      ),
    }),
    [snapshot, say],
  );
  return (
    <FlowSheets
      language={snapshot.language}
      items={items}
      frame={frame}
      {...(onPages === undefined ? {} : { onPages })}
    />
  );
}

function Head({ snapshot, say, first }: SheetsProps & { readonly first: boolean }) {
  const { company, no, project } = snapshot;
  return first ? (
    <Letterhead
      company={company}
      writer={snapshot.prepared_by}
      words={{ phone: say('print.phone'), taxNo: say('print.taxNo') }}
    />
  ) : (
    <RunningHead
      company={company}
      title={project.name}
      detail={no === null ? say('print.draft') : say('print.no', { no })}
    />
  );
}
