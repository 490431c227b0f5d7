import { type ReactNode, useEffect, useState } from 'react';
import { useAnswer } from '../../client/hooks.ts';
import { request, runTask } from '../../client/wire.ts';
import { useI18n } from '../../i18n/index.ts';
import { errorText } from '../../i18n/words.ts';
import { showToast } from '../../ui/index.ts';
import { lostFilesText } from '../lostFiles.ts';
import { RecoveryScreen, type Restoring, type StartupFailure, StartupProgress } from './StartupScreens.tsx';

const POLL_MS = 300;

function Recovery({ failure, dataDir }: { readonly failure: StartupFailure; readonly dataDir: string }) {
  const { t } = useI18n();
  const backups = useAnswer('startup.backups', {});
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [restoring, setRestoring] = useState<Restoring | null>(null);
  const attempt = async (act: () => Promise<unknown>) => {
    setBusy(true);
    setProblem(null);
    try {
      await act();
    } catch (error) {
      setProblem(errorText(t, error));
    } finally {
      setBusy(false);
    }
  };
  const restore = (file: string) =>
    attempt(async () => {
      const giveUp = new AbortController();
      const show = (fraction: number) => setRestoring({ fraction, onCancel: () => giveUp.abort() });
      show(0);
      try {
        const { missing } = await runTask(
          'startup.restore',
          { file },
          { signal: giveUp.signal, onProgress: show },
        );
        if (missing.length > 0)
          showToast({ tone: 'warn', text: lostFilesText(t, 'shell:backup.restoredIncomplete', missing) });
      } catch (error) {
        if (!giveUp.signal.aborted) throw error;
      } finally {
        setRestoring(null);
      }
    });
  return (
    <RecoveryScreen
      failure={failure}
      dataDir={dataDir}
      backups={backups.data}
      busy={busy}
      restoring={restoring}
      problem={problem}
      onRetry={() => void attempt(() => request('startup.retry', {}))}
      onRestore={(file) => void restore(file)}
      onStartEmpty={() => void attempt(() => request('startup.startEmpty', {}))}
      onOpenFolder={() => void attempt(() => request('startup.revealData', {}))}
      onQuit={() => void attempt(() => request('startup.quit', {}))}
    />
  );
}

/** Shows its children once the store is open; until then how far it is, or why it is not and what to do. */
export function StartupGate({ children }: { readonly children: ReactNode }) {
  const state = useAnswer('startup.state', {});
  const waiting = state.data === undefined || state.data.phase === 'opening';
  const { refetch } = state;
  useEffect(() => {
    if (!waiting) return undefined;
    const timer = setInterval(() => void refetch(), POLL_MS);
    return () => clearInterval(timer);
  }, [waiting, refetch]);
  if (state.data === undefined || state.data.phase === 'opening')
    return <StartupProgress stage={state.data?.stage ?? ''} />;
  if (state.data.phase === 'failed')
    return (
      <Recovery failure={state.data.err ?? { code: 'INTERNAL', args: {} }} dataDir={state.data.dataDir} />
    );
  return children;
}
