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

const anyRecord = z.record(z.string(), z.unknown());
const MAX_TENTHS = 200 * 366 * 24 * 60 * 10;

/** H2: what the project contains, and what was agreed to be left out of it. */
export const scopeItem = defineEntity({
  type: 'scope_item',
  prefix: 'scp',
  title: 'text',
  searchable: true,
  fields: {
    project_id: required(ref('project', { owned: true })),
    rank: rank(),
    side: initially(oneOf(['in', 'out']), 'in'),
    text: required(text(1000, { search: true })),
    notes: longText(5_000),
    client_visible: initially(bool(), true),
    client_text: text(1000),
  },
  composites: { client_wording: ['client_visible', 'client_text'] },
});

/** I6, I7, N7: time taken from a buffer, and why. The buffer is the task with a `buffer_kind`. */
export const bufferUse = defineEntity({
  type: 'buffer_use',
  prefix: 'bfu',
  title: 'reason',
  fields: {
    task_id: required(ref('task', { owned: true })),
    used_on: required(date()),
    /** Working tenths; negative gives time back. */
    tenths: required(int(-MAX_TENTHS, MAX_TENTHS)),
    reason: required(text(500)),
    risk_id: ref('risk'),
  },
});

/** I9, W1: progress beyond the threshold. Opened by the alarm; handling comes with the client's side. */
export const deviation = defineEntity({
  type: 'deviation',
  prefix: 'dvn',
  title: 'title',
  searchable: true,
  fields: {
    project_id: required(ref('project', { owned: true })),
    no: initially(int(0, 1_000_000, { system: true }), 0),
    /** Empty: the project as a whole. */
    task_id: ref('task', { owned: true }),
    title: required(text(300, { search: true })),
    opened_on: required(date()),
    planned_percent: required(real(0, 100)),
    actual_percent: required(real(0, 100)),
    /** W1: (actual − planned) / planned × 100. */
    deviation_percent: required(real(-1_000_000, 1_000_000)),
    threshold_percent: required(real(0, 1000)),
    weighting: initially(oneOf(['duration', 'cost', 'count']), 'duration'),
    status: initially(oneOf(['open', 'handling', 'closed']), 'open'),
    owner: text(120),
    due_on: date(),
    notes: longText(5_000, { search: true }),
    closed_on: date(),
  },
  composites: {
    figures: ['planned_percent', 'actual_percent', 'deviation_percent', 'threshold_percent', 'weighting'],
  },
  indexes: [['status']],
});

/** G20, WF5: the expectation of a milestone's deliverable, confirmed some working days before. */
export const premilestoneCheck = defineEntity({
  type: 'premilestone_check',
  prefix: 'pmc',
  title: 'note',
  fields: {
    project_id: required(ref('project', { owned: true })),
    task_id: required(ref('task', { owned: true })),
    due_on: required(date()),
    /** Day the milestone had when it was confirmed: the client agreed to that day. */
    milestone_on: date(),
    confirmed_on: date(),
    confirmed_by: text(120),
    contact_id: ref('contact'),
    note: longText(5_000),
  },
  composites: { confirmation: ['confirmed_on', 'confirmed_by', 'contact_id', 'milestone_on'] },
  indexes: [['due_on']],
});

/** What a milestone was expected to be on a report date; the points of the milestone trend chart. */
export const milestoneForecast = defineEntity({
  type: 'milestone_forecast',
  prefix: 'mfc',
  title: 'label',
  fields: {
    project_id: required(ref('project', { owned: true })),
    task_id: required(ref('task', { owned: true })),
    reported_on: required(date()),
    forecast_at: required(local()),
    label: text(200),
    done: initially(bool(), false),
    /** O14: the client was told this day, other than by a report. */
    told: initially(bool(), false),
  },
  composites: { forecast: ['forecast_at', 'done'] },
});

/** J3: material or equipment that has to be there on a day. */
export const materialNeed = defineEntity({
  type: 'material_need',
  prefix: 'ned',
  title: 'name',
  searchable: true,
  fields: {
    project_id: required(ref('project', { owned: true })),
    task_id: ref('task', { owned: true }),
    resource_id: ref('resource'),
    name: required(text(300, { search: true })),
    quantity: real(0, 1e12),
    unit: text(30),
    needed_on: date(),
    status: initially(oneOf(['planned', 'ordered', 'delivered', 'cancelled']), 'planned'),
    supplier: text(200, { search: true }),
    ordered_on: date(),
    expected_on: date(),
    delivered_on: date(),
    cost_minor: money(),
    owner: text(120),
    notes: longText(5_000),
  },
  indexes: [['needed_on']],
});

/** A saved arrangement of a list: columns, filter, order and grouping. */
export const savedView = defineEntity({
  type: 'saved_view',
  prefix: 'viw',
  title: 'name',
  fields: {
    /** Empty: for all projects. */
    project_id: ref('project', { owned: true }),
    screen: required(text(60)),
    name: required(text(120)),
    rank: rank(),
    definition: required(json(anyRecord)),
  },
});

/** A plan with dates as working-day offsets from its start, to begin projects with. */
export const projectTemplate = defineEntity({
  type: 'project_template',
  prefix: 'tpl',
  title: 'name',
  searchable: true,
  fields: {
    name: required(text(200, { search: true })),
    description: longText(5_000, { search: true }),
    /** A9: for which trade it was made; projects of clients of that trade are offered it first. */
    industry: text(120, { search: true }),
    definition: required(json(anyRecord)),
  },
});
