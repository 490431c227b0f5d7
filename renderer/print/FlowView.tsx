import type { ReactNode } from 'react';
import type { FlowItem, FlowTable, Part } from './flow.ts';
import type { Placement } from './paginate.ts';

const WHOLE = { from: 0, to: null } as const;

function partOf(item: FlowItem, { from, to }: Pick<Placement, 'from' | 'to'>): Part {
  const text = item.text ?? '';
  return { text: text.slice(from, to ?? undefined), first: from === 0, last: to === null };
}

interface Group {
  readonly table: FlowTable | null;
  readonly entries: { readonly item: FlowItem; readonly placement: Placement }[];
}

/** Rows of one table that stand together share one `table` element. */
function grouped(placements: readonly Placement[], items: ReadonlyMap<string, FlowItem>): Group[] {
  const groups: Group[] = [];
  for (const placement of placements) {
    const item = items.get(placement.id);
    if (!item) continue;
    const table = item.table ?? null;
    const last = groups[groups.length - 1];
    if (table !== null && last?.table?.id === table.id) last.entries.push({ item, placement });
    else groups.push({ table, entries: [{ item, placement }] });
  }
  return groups;
}

function Table({ table, children }: { readonly table: FlowTable; readonly children: ReactNode }) {
  return (
    <table className={table.className} aria-label={table.label} data-table={table.id}>
      <colgroup>{table.columns}</colgroup>
      <thead>{table.head}</thead>
      <tbody>{children}</tbody>
    </table>
  );
}

/** `display: contents` would lose the box that is measured; rows carry the id on the row itself. */
function Entry({ item, placement }: { readonly item: FlowItem; readonly placement: Placement }) {
  const node = item.render(partOf(item, placement));
  return item.table ? node : <div data-item={item.id}>{node}</div>;
}

export interface FlowViewProps {
  readonly items: ReadonlyMap<string, FlowItem>;
  readonly placements: readonly Placement[];
}

/** The items of one page, or of all pages when they are measured. */
export function FlowView({ items, placements }: FlowViewProps) {
  return grouped(placements, items).map((group) => {
    const entries = group.entries.map(({ item, placement }) => (
      <Entry key={`${item.id} ${placement.from}`} item={item} placement={placement} />
    ));
    const first = group.entries[0];
    const key = `${first?.item.id} ${first?.placement.from}`;
    return group.table === null ? (
      <div key={key}>{entries}</div>
    ) : (
      <Table key={key} table={group.table}>
        {entries}
      </Table>
    );
  });
}

export const wholePlacements = (items: readonly FlowItem[]): Placement[] =>
  items.map(({ id }) => ({ id, ...WHOLE }));
