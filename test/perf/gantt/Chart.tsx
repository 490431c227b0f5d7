import { useMemo, useRef, useState } from 'react';
import { useReadyAnswer } from '#renderer/client/hooks.ts';
import { planColumns } from '#renderer/features/plan/columns.tsx';
import { Gantt, type GanttHandle } from '#renderer/features/plan/Gantt.tsx';
import { toModel } from '#renderer/features/plan/model.ts';
import { createTexts } from '#renderer/features/plan/texts.ts';
import { STANDARD_LOOK } from '#renderer/features/plan/timeline/layers.ts';
import { useBarLabel } from '#renderer/features/plan/timeline/useLook.ts';
import { useCommands } from '#renderer/features/plan/useCommands.ts';
import { useFirstView } from '#renderer/features/plan/useFirstView.ts';
import { usePlanActions } from '#renderer/features/plan/usePlanActions.ts';
import { useI18n } from '#renderer/i18n/index.ts';
import { parseDate } from '#shared/schedule/calendar/instant.ts';
import { BENCH_PROJECT } from './plan.ts';

const PX_PER_DAY = 24;
const noop = (): void => {};

/**
 * The chart of the plan screen with its own model, columns, commands and looks: what the other components are. Tool
 * bar, views and details of the screen stand beside it, as they would beside theirs.
 */
export function Chart() {
  const { t, format } = useI18n();
  const answer = useReadyAnswer('plan.get', { projectId: BENCH_PROJECT });
  const model = useMemo(() => toModel(answer), [answer]);
  const texts = useMemo(() => createTexts(t, format, model), [t, format, model]);
  const commands = useCommands(usePlanActions(), model, texts);
  const barLabel = useBarLabel(STANDARD_LOOK, texts);
  const [selection, setSelection] = useState<ReadonlySet<string>>(new Set());
  const [sheetWidth, setSheetWidth] = useState(560);
  const gantt = useRef<GanttHandle>(null);
  const tree = useMemo(
    () => ({
      level: (row: { readonly depth: number }) => row.depth,
      expanded: (row: { readonly summary: boolean }) => (row.summary ? true : undefined),
      onToggle: noop,
      column: 'name',
    }),
    [],
  );
  const columns = useMemo(
    () => (onHandle: Parameters<typeof planColumns>[0]['onHandle']) =>
      planColumns({
        t,
        model,
        texts,
        edit: commands.edit,
        setPredecessors: commands.setPredecessors,
        onHandle,
      }),
    [t, model, texts, commands],
  );
  useFirstView(gantt, () => gantt.current?.showDay(parseDate(model.today) ?? 0), null, noop);
  return (
    <Gantt
      ref={gantt}
      model={model}
      rows={model.rows}
      columns={columns}
      texts={texts}
      tree={tree}
      selection={selection}
      onSelectionChange={setSelection}
      perDay={PX_PER_DAY}
      onZoom={noop}
      look={STANDARD_LOOK}
      baseline={null}
      barLabel={barLabel}
      sheetWidth={sheetWidth}
      onSheetWidth={setSheetWidth}
      onDrop={(drag) => commands.drop(drag, [drag.row.id])}
      onOpen={noop}
      onActiveRow={noop}
      onDelete={commands.remove}
      onKeyDown={noop}
      onPaste={noop}
      empty={null}
    />
  );
}
