import { useEffect, useState } from 'react';
import type { T } from '#renderer/i18n/index.ts';
import { documentInSteps, type GanttDocument } from '#renderer/print/gantt/document.ts';
import { paused } from '#renderer/print/paused.ts';
import type { GanttPrint } from '#shared/ipc/channels/planPrint.ts';

export interface LaidOut {
  /** The last one that was laid out; null before the first. */
  readonly document: GanttDocument | null;
  /** Whether that is what is wanted now. */
  readonly isCurrent: boolean;
}

interface Laid {
  readonly print: GanttPrint;
  readonly document: GanttDocument;
}

/** Lays a plan out in steps: fields stay alive meanwhile, and what is no longer wanted is given up. */
export function useDocument(print: GanttPrint | null, sheetT: T): LaidOut {
  const [laid, setLaid] = useState<Laid | null>(null);
  useEffect(() => {
    if (!print) return;
    const controller = new AbortController();
    const { signal } = controller;
    paused(documentInSteps(print, sheetT), signal)
      .then((document) => setLaid({ print, document }))
      .catch((error: unknown) => {
        // An error of ours is shown where errors of drawing are.
        if (!signal.aborted)
          setLaid(() => {
            throw error;
          });
      });
    return () => controller.abort();
  }, [print, sheetT]);
  return { document: laid?.document ?? null, isCurrent: laid !== null && laid.print === print };
}
