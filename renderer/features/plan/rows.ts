import type { LagKind, LinkType } from '#shared/domain/plan/predecessors.ts';
import { PLAN_FLAGS, type PlanAnswer } from '#shared/ipc/channels/plan.ts';
import type { Instant } from '#shared/schedule/calendar/instant.ts';
import type { PlanLink, PlanRow } from './model.ts';

type Columns = PlanAnswer['rows'];
type Flag = keyof typeof PLAN_FLAGS;

const has = ({ flags }: Columns, index: number, flag: Flag): boolean =>
  ((flags[index] ?? 0) & PLAN_FLAGS[flag]) !== 0;

/**
 * A row as a look into the columns of the answer: an object of two fields, because a plan has 20 000 of them and a
 * screen reads forty.
 */
class RowView implements PlanRow {
  private readonly columns: Columns;
  readonly index: number;
  readonly parent: number;

  constructor(columns: Columns, index: number, parent: number) {
    this.columns = columns;
    this.index = index;
    this.parent = parent;
  }

  get id(): string {
    return this.columns.id[this.index] ?? '';
  }
  get depth(): number {
    return this.columns.depth[this.index] ?? 1;
  }
  get number(): string {
    return this.columns.number[this.index] ?? '';
  }
  get name(): string {
    return this.columns.name[this.index] ?? '';
  }
  get summary(): boolean {
    return has(this.columns, this.index, 'summary');
  }
  get milestone(): boolean {
    return has(this.columns, this.index, 'milestone');
  }
  get manual(): boolean {
    return has(this.columns, this.index, 'manual');
  }
  get inactive(): boolean {
    return has(this.columns, this.index, 'inactive');
  }
  get blank(): boolean {
    return has(this.columns, this.index, 'blank');
  }
  get clientVisible(): boolean {
    return has(this.columns, this.index, 'clientVisible');
  }
  get start(): Instant | null {
    return this.columns.start[this.index] ?? null;
  }
  get finish(): Instant | null {
    return this.columns.finish[this.index] ?? null;
  }
  get duration(): number | null {
    return this.columns.duration[this.index] ?? null;
  }
  get unit(): string {
    return this.columns.unit[this.index] ?? 'd';
  }
  get percent(): number {
    return this.columns.percent[this.index] ?? 0;
  }
  get deadline(): Instant | null {
    return this.columns.deadline[this.index] ?? null;
  }
  get responsible(): string | null {
    return this.columns.responsible[this.index] ?? null;
  }
  get calendarId(): string | null {
    return this.columns.calendar[this.index] ?? null;
  }
  get critical(): boolean {
    return has(this.columns, this.index, 'critical');
  }
  get commitment(): 'contract' | 'promise' | null {
    return has(this.columns, this.index, 'contract')
      ? 'contract'
      : has(this.columns, this.index, 'promise')
        ? 'promise'
        : null;
  }
  get promised(): Instant | null {
    return this.columns.promised[this.index] ?? null;
  }
  get buffer(): boolean {
    return has(this.columns, this.index, 'buffer');
  }
  get recurring(): boolean {
    return has(this.columns, this.index, 'recurring');
  }
  get unscoped(): boolean {
    return has(this.columns, this.index, 'unscoped');
  }
  get lateStart(): Instant | null {
    return this.columns.lateStart[this.index] ?? null;
  }
  get lateFinish(): Instant | null {
    return this.columns.lateFinish[this.index] ?? null;
  }
  get totalSlack(): number | null {
    return this.columns.totalSlack[this.index] ?? null;
  }
  get freeSlack(): number | null {
    return this.columns.freeSlack[this.index] ?? null;
  }
  get party(): string | null {
    return this.columns.party[this.index] ?? null;
  }
  get cost(): number | null {
    return this.columns.cost[this.index] ?? null;
  }
  get constraint(): PlanRow['constraint'] {
    return this.columns.constraint[this.index] ?? 'asap';
  }
  get scopeId(): string | null {
    return this.columns.scope[this.index] ?? null;
  }
}

/** Rows in outline order, each with the index of the summary around it. */
export function rowsOf(columns: Columns): PlanRow[] {
  const { depth } = columns;
  const count = columns.id.length;
  const out = new Array<PlanRow>(count);
  /** The last row of each level, as far down as the row before. */
  const open: number[] = [];
  let above = -1;
  for (let index = 0; index < count; index++) {
    const level = (depth[index] ?? 1) - 1;
    const parent = level > 0 && level <= above + 1 ? (open[level - 1] ?? -1) : -1;
    open[level] = index;
    above = level;
    out[index] = new RowView(columns, index, parent);
  }
  return out;
}

type LinkColumns = PlanAnswer['links'];

/** Places of the links of each row: those of row `i` stand from `first[i]` to `first[i + 1]` in `link`. */
interface LinksByRow {
  readonly first: Int32Array;
  readonly link: Int32Array;
}

function byRow(ends: readonly number[], rows: number): LinksByRow {
  const first = new Int32Array(rows + 1);
  for (let i = 0; i < ends.length; i++) {
    const row = ends[i] ?? rows;
    if (row < rows) first[row + 1] = (first[row + 1] ?? 0) + 1;
  }
  for (let i = 0; i < rows; i++) first[i + 1] = (first[i + 1] ?? 0) + (first[i] ?? 0);
  const next = first.slice(0, rows);
  const link = new Int32Array(ends.length);
  for (let i = 0; i < ends.length; i++) {
    const row = ends[i] ?? rows;
    if (row >= rows) continue;
    const place = next[row] ?? 0;
    link[place] = i;
    next[row] = place + 1;
  }
  return { first, link };
}

const NO_LINKS: readonly PlanLink[] = [];

export interface LinkStore {
  readonly all: readonly PlanLink[];
  into(row: number): readonly PlanLink[];
  from(row: number): readonly PlanLink[];
}

/** The links of a plan; objects are made when they are asked for. */
export function linkStore(columns: LinkColumns, rows: number): LinkStore {
  const made = new Map<number, PlanLink>();
  const linkAt = (i: number): PlanLink => {
    const known = made.get(i);
    if (known) return known;
    const type: LinkType = columns.type[i] ?? 'FS';
    const kind: LagKind = columns.lagKind[i] ?? 'working';
    const link: PlanLink = {
      id: columns.id[i] ?? '',
      from: columns.from[i] ?? 0,
      to: columns.to[i] ?? 0,
      type,
      lag_kind: kind,
      lag_value: columns.lagValue[i] ?? 0,
      lag_unit: columns.lagUnit[i] ?? 'd',
    };
    made.set(i, link);
    return link;
  };
  let all: PlanLink[] | null = null;
  let into: LinksByRow | null = null;
  let from: LinksByRow | null = null;
  const list = ({ first, link }: LinksByRow, row: number): readonly PlanLink[] => {
    const [begin = 0, end = 0] = [first[row], first[row + 1]];
    return begin === end ? NO_LINKS : Array.from(link.subarray(begin, end), linkAt);
  };
  return {
    get all() {
      all ??= columns.id.map((_, i) => linkAt(i));
      return all;
    },
    into(row) {
      into ??= byRow(columns.to, rows);
      return list(into, row);
    },
    from(row) {
      from ??= byRow(columns.from, rows);
      return list(from, row);
    },
  };
}
