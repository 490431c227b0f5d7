/** Turns a short list of tasks into a definition. Pure. */
import type { Moment, TemplateDefinition, TemplateTask } from '../definition.ts';

const DAY = 4800;
const MORNING = 4800;
const EVENING = 10_200;
const NOON = 7200;
const AFTERNOON = 7800;

/** A row: how deep, how many working days (0: milestone, half days allowed, null: summary), after which rows. */
export interface Line {
  readonly depth: number;
  readonly days: number | null;
  /** Rows it follows, `12` finish to start, `12+3` with a lag of working days, `12SS+2` start to start. */
  readonly after?: readonly string[];
  /** Who does it, as an index of the people. */
  readonly who?: number;
  /** What part of the scope it belongs to. */
  readonly scope?: number;
}

export interface Words {
  readonly name: string;
  readonly description: string;
  readonly tasks: readonly string[];
  readonly scopeIn: readonly string[];
  readonly scopeOut: readonly string[];
  readonly people: readonly string[];
  readonly risks: readonly string[];
}

export interface Outline {
  readonly lines: readonly Line[];
  /** Categories and scores of the risks. */
  readonly risks: readonly {
    readonly category: string;
    readonly probability: number;
    readonly impact: number;
  }[];
}

interface Edge {
  readonly from: number;
  readonly type: 'FS' | 'SS';
  readonly lag: number;
}

function edgesOf(line: Line): readonly Edge[] {
  return (line.after ?? []).map((text) => {
    const match = /^(\d+)(SS)?(?:\+(\d+))?$/.exec(text);
    if (!match) throw new Error(`${text} is no predecessor`);
    return { from: Number(match[1]) - 1, type: match[2] ? 'SS' : 'FS', lag: Number(match[3] ?? 0) };
  });
}

/** Half days from the start on a plain calendar: what the schedule finds exactly once there is a calendar. */
function halfDays(lines: readonly Line[]): { start: number; finish: number }[] {
  const out: { start: number; finish: number }[] = [];
  const rows = lines.map((line, i) => ({ i, line }));
  for (const { i, line } of rows) {
    const begin = edgesOf(line).map(({ from, type, lag }) => {
      const before = out[from] ?? { start: 0, finish: 0 };
      return (type === 'SS' ? before.start : before.finish) + lag * 2;
    });
    const start = Math.max(0, ...begin);
    out[i] = { start, finish: start + Math.round((line.days ?? 0) * 2) };
  }
  return out;
}

const startAt = (half: number): Moment => ({
  day: Math.floor(half / 2),
  time: half % 2 === 0 ? MORNING : AFTERNOON,
});
/** The end of a half day, not the beginning of the next. */
const finishAt = (half: number): Moment =>
  half === 0
    ? { day: 0, time: MORNING }
    : { day: Math.floor((half - 1) / 2), time: half % 2 === 1 ? NOON : EVENING };

function parentsOf(lines: readonly Line[]): number[] {
  const open: number[] = [];
  return lines.map(({ depth }, i) => {
    open.length = depth;
    open[depth] = i;
    return depth === 0 ? -1 : (open[depth - 1] ?? -1);
  });
}

/** Rank of the n-th row of a plan; fractional indexes in order. */
const rankOf = (i: number): string =>
  `b${String.fromCharCode(65 + Math.floor(i / 26))}${String.fromCharCode(65 + (i % 26))}`;

function taskOf(
  line: Line,
  i: number,
  name: string,
  parent: number,
  at: { start: number; finish: number },
): TemplateTask {
  const milestone = line.days === 0;
  const moments =
    line.days === null
      ? { start: null, finish: null }
      : milestone
        ? { start: finishAt(at.start), finish: finishAt(at.finish) }
        : { start: startAt(at.start), finish: finishAt(at.finish) };
  return {
    parent,
    values: {
      rank: rankOf(i),
      name,
      milestone,
      ...(line.days === null ? {} : { duration_tenths: Math.round(line.days * DAY) }),
      duration_unit: 'd',
      ...(milestone ? { client_visible: true } : {}),
    },
    ...moments,
    constraint: null,
    deadline: null,
    calendar: null,
    scope: line.scope ?? null,
  };
}

function linksOf(lines: readonly Line[]): TemplateDefinition['links'] {
  return lines.flatMap((line, to) =>
    edgesOf(line).map(({ from, type, lag }) => ({
      from,
      to,
      type,
      lag_kind: 'working' as const,
      lag_value: lag * DAY,
      lag_unit: 'd',
    })),
  );
}

/** A template in one language: the plan of `outline` with the names of `words`. */
export function buildTemplate(outline: Outline, words: Words): TemplateDefinition {
  const { lines } = outline;
  const parents = parentsOf(lines);
  const at = halfDays(lines);
  const scope = [
    ...words.scopeIn.map((text, i) => ({ rank: rankOf(i), side: 'in', text })),
    ...words.scopeOut.map((text, i) => ({ rank: rankOf(i), side: 'out', text })),
  ];
  return {
    version: 1,
    project: {},
    scheduling: 'automatic',
    calendars: [],
    calendar: null,
    scope,
    tasks: lines.map((line, i) =>
      taskOf(line, i, words.tasks[i] ?? '', parents[i] ?? -1, at[i] ?? { start: 0, finish: 0 }),
    ),
    links: linksOf(lines),
    resources: words.people.map((name) => ({ values: { name, role: name }, calendar: null })),
    assignments: lines.flatMap(({ who, days }, task) =>
      who === undefined || !days ? [] : [{ task, resource: who, units: 1, work: Math.round(days * DAY) }],
    ),
    needs: [],
    risks: outline.risks.map((values, i) => ({
      values: { ...values, title: words.risks[i] ?? '', method: 'checklist' },
      task: null,
      actions: [],
    })),
  };
}
