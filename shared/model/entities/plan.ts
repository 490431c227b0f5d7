import { z } from 'zod';
import { defineEntity } from '../entity.ts';
import {
  bool,
  date,
  initially,
  int,
  json,
  local,
  longText,
  money,
  oneOf,
  rank,
  real,
  ref,
  required,
  text,
} from '../field.ts';

const unknownRecord = z.record(z.string(), z.unknown());

/** One tenth of a minute is the smallest step of schedule files; 200 years of them fit easily. */
const MAX_TENTHS = 200 * 366 * 24 * 60 * 10;

/** Working time of a project, a task or a resource. `definition` is a `CalendarDef` of shared/schedule. */
export const calendar = defineEntity({
  type: 'calendar',
  prefix: 'cal',
  title: 'name',
  fields: {
    project_id: required(ref('project', { owned: true })),
    name: required(text(200)),
    base_id: ref('calendar'),
    definition: required(json(unknownRecord)),
    source_uid: int(-2_147_483_648, 2_147_483_647),
  },
});

/**
 * I1–I4: one row of the plan. Whether it is a summary follows from having children.
 * `start_at`/`finish_at` are wall-clock; durations are working tenths of a minute.
 */
export const task = defineEntity({
  type: 'task',
  prefix: 'tsk',
  title: 'name',
  searchable: true,
  fields: {
    project_id: required(ref('project', { owned: true })),
    parent_id: ref('task', { owned: true }),
    rank: rank(),
    name: initially(text(10_000, { search: true }), ''),
    wbs: text(200, { search: true }),
    milestone: initially(bool(), false),
    start_at: local(),
    finish_at: local(),
    duration_tenths: int(0, MAX_TENTHS),
    /** Unit in which people typed the duration: an MSPDI DurationFormat name, e.g. `d`, `h`, `ed`, `d?`. */
    duration_unit: initially(text(8), 'd'),
    mode: initially(oneOf(['auto', 'manual']), 'auto'),
    percent: initially(real(0, 100), 0),
    actual_start_at: local(),
    actual_finish_at: local(),
    remaining_tenths: int(0, MAX_TENTHS),
    stop_at: local(),
    resume_at: local(),
    constraint_type: initially(oneOf(['asap', 'alap', 'mso', 'mfo', 'snet', 'snlt', 'fnet', 'fnlt']), 'asap'),
    constraint_at: local(),
    deadline_at: local(),
    calendar_id: ref('calendar'),
    active: initially(bool(), true),
    /** A blank row of the source file: kept in its place, never scheduled. */
    blank: initially(bool(), false),
    responsible: text(200, { search: true }),
    party: oneOf(['own', 'subcontractor', 'supplier', 'client']),
    cost_minor: money(),
    work_tenths: int(0, MAX_TENTHS * 100),
    priority: int(0, 1000),
    deliverable: text(500, { search: true }),
    /** H2: the part of the agreed scope this work belongs to. */
    scope_item_id: ref('scope_item'),
    /** I3: what a milestone is to the client, the day that was promised, and what hangs on it. */
    commitment: oneOf(['contract', 'promise']),
    promised_on: date(),
    payment_stage: text(200, { search: true }),
    expectation: text(500, { search: true }),
    /** I6, I7: a buffer for risks or for changes; its duration is what is left of `buffer_tenths`. */
    buffer_kind: oneOf(['risk', 'change']),
    buffer_tenths: int(0, MAX_TENTHS),
    /** Rule by which the subtasks of a recurring task were made. */
    recurrence: json(unknownRecord),
    /** Elapsed tenths by which levelling put the start off. */
    levelling_tenths: int(0, MAX_TENTHS),
    effort_type: initially(oneOf(['fixed_units', 'fixed_duration', 'fixed_work']), 'fixed_units'),
    ignores_resource_calendar: initially(bool(), false),
    client_visible: initially(bool(), false),
    client_text: text(500),
    notes: longText(100_000, { search: true }),
    source_uid: int(-2_147_483_648, 2_147_483_647),
    /** Values of the imported file that no column holds: stored dates, slack, custom and unknown fields. */
    source: json(unknownRecord, { system: true }),
  },
  composites: {
    place: ['parent_id', 'rank'],
    schedule: ['start_at', 'finish_at', 'duration_tenths', 'duration_unit', 'mode', 'milestone'],
    progress: ['percent', 'actual_start_at', 'actual_finish_at', 'remaining_tenths', 'stop_at', 'resume_at'],
    constraint: ['constraint_type', 'constraint_at'],
    commitment: ['commitment', 'promised_on'],
    buffer: ['buffer_kind', 'buffer_tenths'],
  },
  check: (r) => [
    ...(r.start_at !== null && r.finish_at !== null && r.finish_at < r.start_at
      ? [{ field: 'finish_at', code: 'DATES_REVERSED' }]
      : []),
    ...(r.parent_id === r.id ? [{ field: 'parent_id', code: 'TASK_INSIDE_ITSELF' }] : []),
  ],
  indexes: [
    ['project_id', 'parent_id', 'rank'],
    ['milestone', 'finish_at', 'percent'],
  ],
});

/** I4: a dependency with type and lag. */
export const link = defineEntity({
  type: 'link',
  prefix: 'lnk',
  title: 'type',
  fields: {
    project_id: required(ref('project', { owned: true })),
    from_id: required(ref('task', { owned: true })),
    to_id: required(ref('task', { owned: true })),
    type: initially(oneOf(['FS', 'SS', 'FF', 'SF']), 'FS'),
    /** `working`: tenths on the successor's calendar; `elapsed`: tenths of wall clock; `percent` of the predecessor. */
    lag_kind: initially(oneOf(['working', 'elapsed', 'percent', 'elapsed_percent']), 'working'),
    lag_value: initially(real(-MAX_TENTHS, MAX_TENTHS), 0),
    lag_unit: initially(text(8), 'd'),
  },
  composites: { lag: ['lag_kind', 'lag_value', 'lag_unit'] },
  check: (r) => (r.from_id === r.to_id ? [{ field: 'to_id', code: 'LINK_TO_ITSELF' }] : []),
});

/** A frozen copy of the plan's dates. */
export const baseline = defineEntity({
  type: 'baseline',
  prefix: 'bas',
  title: 'name',
  fields: {
    project_id: required(ref('project', { owned: true })),
    number: initially(int(0, 10_000), 0),
    name: required(text(200)),
    taken_on: date(),
    kind: initially(oneOf(['manual', 'contract', 'change', 'imported']), 'manual'),
    reason: text(500),
    /** SHA-256 of the canonical content. */
    hash: text(64, { system: true }),
  },
});

export const baselineTask = defineEntity({
  type: 'baseline_task',
  prefix: 'bat',
  title: 'label',
  fields: {
    baseline_id: required(ref('baseline', { owned: true })),
    /** Not owned: a baseline keeps what it froze also of a task that was deleted since. */
    task_id: required(ref('task')),
    label: text(200),
    start_at: local(),
    finish_at: local(),
    duration_tenths: int(0, MAX_TENTHS),
    work_tenths: int(0, MAX_TENTHS * 100),
    cost_minor: money(),
    percent: real(0, 100),
  },
  composites: { dates: ['start_at', 'finish_at', 'duration_tenths'] },
});

/** J1, J3: people, equipment and materials. */
export const resource = defineEntity({
  type: 'resource',
  prefix: 'res',
  title: 'name',
  fields: {
    project_id: required(ref('project', { owned: true })),
    name: initially(text(1000), ''),
    kind: initially(oneOf(['work', 'equipment', 'material', 'cost']), 'work'),
    role: text(120),
    phone: text(60),
    unit: text(30),
    notes: longText(5_000),
    max_units: initially(real(0, 1_000_000), 1),
    calendar_id: ref('calendar'),
    source_uid: int(-2_147_483_648, 2_147_483_647),
    source: json(unknownRecord, { system: true }),
  },
});

export const assignment = defineEntity({
  type: 'assignment',
  prefix: 'asg',
  title: 'title',
  fields: {
    task_id: required(ref('task', { owned: true })),
    resource_id: ref('resource', { owned: true }),
    title: text(200),
    units: real(-1_000_000, 1_000_000),
    work_tenths: int(0, MAX_TENTHS * 100),
    start_at: local(),
    finish_at: local(),
    source: json(unknownRecord, { system: true }),
  },
});
