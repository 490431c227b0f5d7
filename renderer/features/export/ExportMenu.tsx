import { Download } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { isCancelled, runTask } from '#renderer/client/wire.ts';
import { type T, useI18n } from '#renderer/i18n/index.ts';
import { errorText } from '#renderer/i18n/words.ts';
import { Button, Dialog, Menu, Progress, showToast } from '#renderer/ui/index.ts';
import { EXPORT_FORMATS, type ExportFormat } from '#shared/ipc/channels/export.ts';
import type { OutputOf } from '#shared/ipc/contract.ts';

type Lost = NonNullable<OutputOf<'export.file'>>['lost'];

/** Texts of losses are put together from their codes; a test proves that every code has its text. */
const lostText = (t: T, code: string, count: number): string =>
  (t as unknown as (key: string, args: object) => string)(`export:lost.${code}`, { count });

/** Small plans are written before anybody could read a dialog. */
const SHOW_AFTER_MS = 400;

/** One export at a time: what is shown of it, and how to begin and stop. */
function useExport(projectId: string) {
  const { t } = useI18n();
  const running = useRef<AbortController | null>(null);
  const [fraction, setFraction] = useState<number | null>(null);
  const [visible, setVisible] = useState(false);
  const [lost, setLost] = useState<Lost | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  const start = async (format: ExportFormat): Promise<void> => {
    if (running.current) return;
    const step = new AbortController();
    running.current = step;
    setFraction(null);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onProgress = (done: number): void => {
      setFraction(done);
      // Only from the first sign of life on: before it the user is choosing a place for the file.
      timer ??= setTimeout(() => setVisible(true), SHOW_AFTER_MS);
    };
    try {
      const file = await runTask('export.file', { projectId, format }, { signal: step.signal, onProgress });
      if (!file) return;
      showToast({ tone: 'good', text: t('export:saved', { name: file.name }) });
      if (Object.keys(file.lost).length > 0) setLost(file.lost);
    } catch (error) {
      if (!isCancelled(error)) showToast({ tone: 'bad', text: errorText(t, error) });
    } finally {
      clearTimeout(timer);
      running.current = null;
      setVisible(false);
    }
  };
  return {
    start,
    fraction,
    visible,
    lost,
    cancel: () => running.current?.abort(),
    forget: () => setLost(null),
  };
}

/** Saves a project as a file for Microsoft Project, GanttProject or a calendar program. */
export function ExportMenu({ projectId }: { readonly projectId: string }) {
  const { t } = useI18n();
  const { start, fraction, visible, lost, cancel, forget } = useExport(projectId);
  return (
    <>
      <Menu
        label={t('export:button')}
        trigger={<Button icon={<Download />}>{t('export:button')}</Button>}
        entries={EXPORT_FORMATS.map((format) => ({
          id: format,
          label: t(`export:${format}`),
          onAction: () => void start(format),
        }))}
      />
      <Dialog open={visible} title={t('export:writing')} onClose={cancel}>
        <Progress label={t('export:writing')} fraction={fraction} onCancel={cancel} />
      </Dialog>
      <Dialog
        open={lost !== null}
        title={t('export:lostTitle')}
        onClose={forget}
        actions={<Button onPress={forget}>{t('common:verb.close')}</Button>}
      >
        <p>{t('export:lostHint')}</p>
        <ul>
          {Object.entries(lost ?? {}).map(([code, count]) => (
            <li key={code}>{lostText(t, code, count)}</li>
          ))}
        </ul>
      </Dialog>
    </>
  );
}
