import { useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { ganttPrintSchema } from '#shared/ipc/channels/planPrint.ts';
import { createI18n, fixedT } from '../i18n/index.ts';
import { ganttDocument } from './gantt/document.ts';
import { GanttSheets, type GanttSheetsProps } from './gantt/GanttSheets.tsx';
import { fontsSettled } from './measure.ts';

function Page({ onReady, ...props }: GanttSheetsProps & { readonly onReady: () => void }) {
  useEffect(() => {
    void fontsSettled().then(onReady);
  }, [onReady]);
  return <GanttSheets {...props} />;
}

/** Shows a plan on the print page. @throws for data that is no plan */
export function printGantt(
  data: unknown,
  host: HTMLElement,
  done: { readonly ready: () => void; readonly failed: (reason: string) => void },
): void {
  const print = ganttPrintSchema.parse(data);
  const { language } = print.setup;
  document.documentElement.lang = language;
  const t = fixedT(createI18n(language), language);
  const sheets = ganttDocument(print, t);
  createRoot(host, { onUncaughtError: (error) => done.failed(String(error)) }).render(
    <Page document={sheets} setup={print.setup} t={t} onReady={done.ready} />,
  );
}
