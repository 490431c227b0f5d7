import { useMemo, useRef, useState } from 'react';
import { useReadyAnswer } from '#renderer/client/hooks.ts';
import { Gantt, type GanttHandle } from '#renderer/features/plan/Gantt.tsx';
import { toModel } from '#renderer/features/plan/model.ts';
import { useSheet, useSheetColumns } from '#renderer/features/plan/sheet/useSheet.ts';
import { createTexts } from '#renderer/features/plan/texts.ts';
import { useBarLabel, useLook } from '#renderer/features/plan/timeline/useLook.ts';
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
  const actions = usePlanActions();
  const commands = useCommands(actions, model, texts);
  const sheet = useSheet({ projectId: BENCH_PROJECT, answer, model, texts });
  const columns = useSheetColumns(sheet, { model, texts, commands, actions });
  const [look] = useLook(BENCH_PROJECT);
  const barLabel = useBarLabel(look, texts);
  const [selection, setSelection] = useState<ReadonlySet<string>>(new Set());
  const [sheetWidth, setSheetWidth] = useState(560);
  const gantt = useRef<GanttHandle>(null);
  useFirstView(gantt, () => gantt.current?.showDay(parseDate(model.today) ?? 0), null, noop);
  return (
    <Gantt
      ref={gantt}
      model={model}
      rows={sheet.arranged.rows}
      columns={columns}
      texts={texts}
      tree={sheet.tree}
      rowText={sheet.rowText}
      sort={null}
      onSort={noop}
      onResize={noop}
      onHeadMenu={noop}
      selection={selection}
      onSelectionChange={setSelection}
      perDay={PX_PER_DAY}
      onZoom={noop}
      look={look}
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
