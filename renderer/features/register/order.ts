/** Records in an order of their own: moved with Alt+Shift+arrows, with buttons and by dragging. */
import { type DragEvent, type KeyboardEvent, useState } from 'react';
import { request } from '#renderer/client/wire.ts';
import { type RegisterTools, useRegisterTools } from '#renderer/records/tools.ts';
import { announce, composing, showToast } from '#renderer/ui/index.ts';

/** The id of an ordered record while it is dragged. */
export const DRAG_TYPE = 'application/x-milepost-record';

const STEPS: Readonly<Record<string, -1 | 1>> = { ArrowUp: -1, ArrowDown: 1 };

/** The step a key asks for; null for other keys. Alt+Shift+arrows, as in the plan. */
export function stepOf(event: KeyboardEvent): -1 | 1 | null {
  if (composing(event) || !event.altKey || !event.shiftKey || event.ctrlKey || event.metaKey) return null;
  return STEPS[event.key] ?? null;
}

async function place(tools: RegisterTools, id: string, beforeId: string | null): Promise<void> {
  try {
    await request('record.place', { id, beforeId });
  } catch (error) {
    showToast({ tone: 'bad', text: tools.problemText(error) });
  }
}

/** Moves within a list whose ids are given in their order. */
export function useOrder(ids: readonly string[]) {
  const tools = useRegisterTools();
  const can = (id: string, by: -1 | 1): boolean => {
    const at = ids.indexOf(id);
    return at >= 0 && at + by >= 0 && at + by < ids.length;
  };
  return {
    can,
    move: (id: string, by: -1 | 1) => {
      if (!can(id, by)) return;
      const at = ids.indexOf(id);
      void place(tools, id, (by < 0 ? ids[at - 1] : ids[at + 2]) ?? null);
      announce(tools.t('register:movedTo', { place: at + by + 1, total: ids.length }));
    },
    /** Drops before a record when it comes from below, else after it: it lands where it was let go. */
    drop: (id: string, on: string) => {
      const [from, to] = [ids.indexOf(id), ids.indexOf(on)];
      if (from < 0 || to < 0 || from === to) return;
      void place(tools, id, (from > to ? on : ids[to + 1]) ?? null);
    },
  };
}

/** What a row does while a record of the same list is dragged over it. */
export function useDropRow(id: string, onDrop: (dragged: string) => void) {
  const [over, setOver] = useState(false);
  return {
    'data-over': over ? '' : undefined,
    onDragOver: (event: DragEvent) => {
      if (!event.dataTransfer.types.includes(DRAG_TYPE)) return;
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      setOver(false);
      const dragged = event.dataTransfer.getData(DRAG_TYPE);
      if (dragged === '' || dragged === id) return;
      event.preventDefault();
      onDrop(dragged);
    },
  };
}
