import { useCallback, useState } from 'react';
import { printSetupOf, rememberPrintSetup } from '#renderer/state/printSetups.ts';
import { defaultPrintSetup, type PrintSetup } from '#shared/domain/plan/printSetup.ts';
import type { Locale } from '#shared/i18n/index.ts';

export interface Setup {
  readonly value: PrintSetup;
  readonly change: (part: Partial<PrintSetup>) => void;
  readonly reset: () => void;
}

/** The setup of a project as it was left, and every change remembered. */
export function useSetup(projectId: string, locale: Locale, hasSelection: boolean): Setup {
  const [value, setValue] = useState<PrintSetup>(() => {
    const kept = printSetupOf(projectId) ?? defaultPrintSetup(locale);
    // What was selected last time is not what is selected now.
    return kept.rows === 'selected' && !hasSelection ? { ...kept, rows: 'all' } : kept;
  });
  const keep = useCallback(
    (next: PrintSetup) => {
      setValue(next);
      rememberPrintSetup(projectId, next);
    },
    [projectId],
  );
  return {
    value,
    change: (part) => keep({ ...value, ...part }),
    reset: () => keep(defaultPrintSetup(locale)),
  };
}
