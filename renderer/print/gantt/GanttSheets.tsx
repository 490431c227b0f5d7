import '../fonts.css';
import './gantt.css';
import type { T } from '#renderer/i18n/index.ts';
import type { PrintSetup } from '#shared/domain/plan/printSetup.ts';
import type { DocumentSheet, GanttDocument } from './document.ts';
import { SheetSvg } from './SheetSvg.tsx';

/** What a screen reader says of a sheet. */
export function sheetLabel(t: T, sheet: DocumentSheet): string {
  const { layout, index, numbers } = sheet;
  const first = layout.input.rows[layout.bands[layout.sheets[index]?.band ?? 0]?.first ?? 0];
  return t('ganttPrint:sheet.label', {
    title: layout.input.words.title,
    page: numbers.before + index + 1,
    pages: numbers.total,
    name: first?.name ?? '',
  });
}

/** The name of the `@page` rule of a setup. */
export const pageName = ({ paper, landscape }: Pick<PrintSetup, 'paper' | 'landscape'>): string =>
  `${paper}-${landscape ? 'landscape' : 'portrait'}`;

export interface GanttSheetsProps {
  readonly document: GanttDocument;
  readonly setup: PrintSetup;
  readonly t: T;
}

/** All sheets below each other, one page each. */
export function GanttSheets({ document, setup, t }: GanttSheetsProps) {
  return (
    <div className="gp-document" lang={setup.language}>
      {document.sheets.map((sheet) => (
        <section
          key={sheet.numbers.before + sheet.index}
          className="gp-sheet"
          data-page={pageName(setup)}
          data-number={sheet.numbers.before + sheet.index + 1}
        >
          <SheetSvg sheet={sheet} label={sheetLabel(t, sheet)} />
        </section>
      ))}
    </div>
  );
}
