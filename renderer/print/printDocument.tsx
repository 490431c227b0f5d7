import { createRoot } from 'react-dom/client';
import { type DocumentPrint, documentPrintSchema } from '#shared/domain/documents/content.ts';
import { createI18n, fixedT } from '../i18n/index.ts';
import { DocumentSheets } from './document/DocumentSheets.tsx';

/** Shows a document on the print page. @throws for data that is no document */
export function printDocument(
  data: unknown,
  host: HTMLElement,
  done: { readonly ready: () => void; readonly failed: (reason: string) => void },
): void {
  const print: DocumentPrint = documentPrintSchema.parse(data);
  const { language } = print.content;
  document.documentElement.lang = language;
  const t = fixedT(createI18n(language), language);
  createRoot(host, { onUncaughtError: (error) => done.failed(String(error)) }).render(
    <DocumentSheets print={print} t={t} onPages={done.ready} />,
  );
}
