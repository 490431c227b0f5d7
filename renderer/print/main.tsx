// First: whatever is imported after it declares schemas.
import '../zod.ts';
import './page.css';
import { createRoot } from 'react-dom/client';
import { type ReportSnapshot, snapshotSchema } from '#shared/domain/report/snapshot.ts';
import { createI18n, fixedT } from '../i18n/index.ts';
import { printDocument } from './printDocument.tsx';
import { printGantt } from './printGantt.tsx';
import { printList } from './printList.tsx';
import { Sheets } from './Sheets.tsx';
import { sayWith } from './say.ts';

const state = document.documentElement.dataset;

function fail(reason: string): void {
  state['printError'] = reason;
  state['print'] = 'failed';
}

function readData(): unknown {
  const json: unknown = Reflect.get(window, 'printData');
  if (typeof json !== 'string') throw new Error('no data to print');
  return JSON.parse(json);
}

const kindOf = (data: unknown): unknown =>
  typeof data === 'object' && data !== null ? Reflect.get(data, 'kind') : undefined;

/** Something that sticks out of its sheet would be cut off on paper without a word. */
function overflowing(): string | null {
  for (const body of document.querySelectorAll('.rp-sheet .rp-body'))
    if (body.scrollHeight > body.clientHeight + 1) return body.parentElement?.dataset['page'] ?? '?';
  return null;
}

/** The pages stand; ready if everything is on them. */
function pagesStand(): void {
  const page = overflowing();
  if (page !== null) fail(`page ${page} is too full`);
  else state['print'] = 'ready';
}

function printReport(snapshot: ReportSnapshot, host: HTMLElement): void {
  document.documentElement.lang = snapshot.language;
  const say = sayWith(fixedT(createI18n(snapshot.language), snapshot.language));
  createRoot(host, { onUncaughtError: (error) => fail(String(error)) }).render(
    <Sheets snapshot={snapshot} say={say} onPages={pagesStand} />,
  );
}

function start(): void {
  const data = readData();
  const host = document.getElementById('root');
  if (!host) throw new Error('no place to print on');
  const ready = (): void => {
    state['print'] = 'ready';
  };
  if (kindOf(data) === 'gantt') printGantt(data, host, { ready, failed: fail });
  else if (kindOf(data) === 'list') printList(data, host, { ready, failed: fail });
  else if (kindOf(data) === 'document') printDocument(data, host, { ready: pagesStand, failed: fail });
  else printReport(snapshotSchema.parse(data), host);
}

try {
  start();
} catch (error) {
  fail(error instanceof Error ? error.message : String(error));
}
