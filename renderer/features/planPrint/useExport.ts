import { useRef, useState } from 'react';
import { isCancelled, request, runTask, uploadFile } from '#renderer/client/wire.ts';
import type { T } from '#renderer/i18n/index.ts';
import { errorText } from '#renderer/i18n/words.ts';
import { type DocumentSheet, type GanttDocument, wholeChart } from '#renderer/print/gantt/document.ts';
import { sheetLabel } from '#renderer/print/gantt/GanttSheets.tsx';
import { pngFile, svgFile } from '#renderer/print/gantt/pictures.tsx';
import { paused } from '#renderer/print/paused.ts';
import { showToast } from '#renderer/ui/index.ts';
import type { PrintSetup } from '#shared/domain/plan/printSetup.ts';
import type { PrintView } from '#shared/ipc/channels/planPrint.ts';
import type { OutputOf } from '#shared/ipc/contract.ts';

const STAGES = ['read', 'print', 'check', 'save', 'draw'] as const;
export type Stage = (typeof STAGES)[number];

export type ExportState =
  | { readonly phase: 'idle' }
  | { readonly phase: 'running'; readonly stage: Stage; readonly fraction: number }
  | { readonly phase: 'failed'; readonly error: unknown };

export interface Exporter {
  readonly state: ExportState;
  readonly pdf: (replaceMissing: boolean) => void;
  readonly pictures: (format: 'svg' | 'png', whole: boolean) => void;
  readonly cancel: () => void;
  readonly dismiss: () => void;
}

export interface ExportJob {
  readonly projectId: string;
  readonly setup: PrintSetup;
  readonly rowIds: readonly string[] | null;
  readonly view: PrintView | null;
  readonly document: GanttDocument | null;
  /** Texts of the window, and of the sheets. */
  readonly t: T;
  readonly sheetT: T;
}

type Saved = NonNullable<OutputOf<'planPrint.pdf'>>;

const stageOf = (name: string): Stage => STAGES.find((stage) => stage === name) ?? 'print';

/** The whole chart does not fit into a picture of dots. */
export class TooLarge extends Error {}

async function drawn(
  sheet: DocumentSheet,
  format: 'svg' | 'png',
  { setup, sheetT }: ExportJob,
  signal: AbortSignal,
): Promise<File> {
  const { language } = setup;
  if (format === 'svg') {
    const text = await paused(svgFile(sheet, sheetLabel(sheetT, sheet), language), signal);
    return new File([text], 'sheet.svg', { type: 'image/svg+xml' });
  }
  const blob = await pngFile(sheet, language, signal);
  if (blob === null) throw new TooLarge();
  return new File([blob], 'sheet.png', { type: 'image/png' });
}

/** Draws the sheets one after another and hands them over; a cancelled job gives back what it had. */
async function savePictures(
  job: ExportJob,
  format: 'svg' | 'png',
  sheets: readonly DocumentSheet[],
  signal: AbortSignal,
  onProgress: (fraction: number) => void,
): Promise<Saved | null> {
  const tokens: string[] = [];
  try {
    for (const [i, sheet] of sheets.entries()) {
      const part = (fraction: number) => onProgress((i + fraction) / sheets.length);
      part(0);
      const file = await drawn(sheet, format, job, signal);
      part(0.5);
      tokens.push(await uploadFile(file, (sent) => part(0.5 + sent / 2), signal));
    }
  } catch (error) {
    for (const token of tokens) await request('file.release', { token }).catch(() => {});
    throw error;
  }
  return request('planPrint.images', { projectId: job.projectId, format, tokens });
}

function tell(t: T, text: string): void {
  const open = () =>
    void request('planPrint.open', {})
      .then(({ opened }) => {
        if (!opened) showToast({ text: t('ganttPrint:state.notOpened'), tone: 'warn' });
      })
      .catch((error: unknown) => showToast({ text: errorText(t, error), tone: 'bad' }));
  showToast({ text, tone: 'good', action: { label: t('ganttPrint:action.openFile'), onPress: open } });
}

/** Saving as a job with progress that can be stopped. */
export function useExport(job: ExportJob): Exporter {
  const [state, setState] = useState<ExportState>({ phase: 'idle' });
  const running = useRef<AbortController | null>(null);
  const { t } = job;
  const start = (stage: Stage, work: (signal: AbortSignal) => Promise<void>) => {
    if (running.current) return;
    const controller = new AbortController();
    running.current = controller;
    setState({ phase: 'running', stage, fraction: 0 });
    work(controller.signal)
      .then(() => setState({ phase: 'idle' }))
      .catch((error: unknown) =>
        setState(
          controller.signal.aborted || isCancelled(error) ? { phase: 'idle' } : { phase: 'failed', error },
        ),
      )
      .finally(() => {
        running.current = null;
      });
  };
  const pdf = (replaceMissing: boolean) =>
    start('read', async (signal) => {
      const { projectId, setup, rowIds, view } = job;
      const input = { projectId, setup, view, rowIds: rowIds === null ? null : [...rowIds] };
      const saved = await runTask('planPrint.pdf', replaceMissing ? { ...input, replaceMissing } : input, {
        signal,
        onProgress: (fraction, stage) => setState({ phase: 'running', stage: stageOf(stage), fraction }),
      });
      if (saved) tell(t, t('ganttPrint:state.pdf', { name: saved.name, count: saved.pages }));
    });
  const pictures = (format: 'svg' | 'png', whole: boolean) =>
    start('draw', async (signal) => {
      if (!job.document) return;
      const one = whole ? await paused(wholeChart(job.document), signal) : null;
      const sheets = whole ? (one ? [one] : []) : job.document.sheets;
      const saved = await savePictures(job, format, sheets, signal, (fraction) =>
        setState({ phase: 'running', stage: 'draw', fraction }),
      );
      if (saved) tell(t, t('ganttPrint:state.pictures', { name: saved.name, count: saved.pages }));
    });
  return {
    state,
    pdf,
    pictures,
    cancel: () => running.current?.abort(),
    dismiss: () => setState({ phase: 'idle' }),
  };
}
