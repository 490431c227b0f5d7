/** Resources and assignments of a project for its file. */

import type { Lazy } from '#db/queries/projectRows.ts';
import type { MspdiAssignment, MspdiResource } from '#shared/interchange/mspdi/model.ts';
import type { RecordOf } from '#shared/model/registry.ts';
import { MAX_TENTHS, materialUnit, oneLine, resourceNotes, within } from '../import/mspdiTasks.ts';
import { exact, instantOf, Source } from './source.ts';
import { extraOf } from './tasks.ts';

/** Place in the imported file; new ones stand behind all of them. */
export const placeOf = (source: Source): number => source.number('place') ?? Number.MAX_SAFE_INTEGER;

/** In the order of the imported file, new ones behind them. */
export const inFileOrder = (rows: readonly RecordOf<'resource'>[]): RecordOf<'resource'>[] =>
  [...rows].sort((a, b) => placeOf(new Source(a.source)) - placeOf(new Source(b.source)));

export function resourceModel(
  row: RecordOf<'resource'>,
  at: { readonly uid: number; readonly id: number; readonly calendarUid: number | null },
): MspdiResource {
  const source = new Source(row.source);
  const units = source.has('place') ? source.number('maxUnits') : row.max_units;
  const stored = (value: number | null) => Math.min(1_000_000, Math.max(0, value ?? 1));
  return {
    uid: at.uid,
    id: source.number('id') ?? at.id,
    guid: source.text('guid'),
    name: exact(source.text('name'), row.name, (name) => oneLine(name, 1000) ?? '') ?? '',
    // The format knows no equipment; it works by the hour like people.
    type: row.kind === 'equipment' ? 'work' : row.kind,
    isNull: source.flag('isNull'),
    initials: source.text('initials'),
    group: source.text('group'),
    code: source.text('code'),
    email: source.text('email'),
    materialLabel: exact(source.text('materialLabel'), row.unit, materialUnit),
    role: row.role,
    phone: row.phone,
    maxUnits: stored(units) === row.max_units ? units : row.max_units,
    calendarUid: at.calendarUid,
    standardRate: source.number('standardRate'),
    standardRateFormat: source.number('standardRateFormat'),
    overtimeRate: source.number('overtimeRate'),
    overtimeRateFormat: source.number('overtimeRateFormat'),
    costPerUse: source.number('costPerUse'),
    accrueAt: source.number('accrueAt'),
    effort: source.inner('effort').effort(),
    notes: exact(source.text('notes'), row.notes, resourceNotes),
    fields: source.fields(),
    extra: source.extra(),
  };
}

/** @param rescheduled the dates of the task are no longer those of the imported file */
export function assignmentModel(
  row: Lazy<RecordOf<'assignment'>>,
  at: { readonly uid: number; readonly taskUid: number; readonly resourceUid: number | null },
  rescheduled: boolean,
): MspdiAssignment {
  const source = Source.of(row);
  return {
    ...assignmentRest(source),
    ...at,
    uid: source.has('place') ? source.number('uid') : at.uid,
    units: row.units,
    // A program takes dates of its own from the task; stale ones would pull the work back to them.
    start: rescheduled ? null : instantOf(row.start_at),
    finish: rescheduled ? null : instantOf(row.finish_at),
    effort: {
      ...source.inner('effort').effort(),
      work: exact(source.inner('effort').number('work'), row.work_tenths, (value) =>
        within(value, MAX_TENTHS * 100),
      ),
    },
    ...(rescheduled ? { actualStart: null, actualFinish: null, stop: null, resume: null } : {}),
    extra: extraOf(source, rescheduled),
  };
}

function assignmentRest(source: Source) {
  return {
    actualStart: source.number('actualStart'),
    actualFinish: source.number('actualFinish'),
    stop: source.number('stop'),
    resume: source.number('resume'),
    percentWorkComplete: source.number('percentWorkComplete'),
    delay: source.number('delay') ?? 0,
    levelingDelay: source.number('levelingDelay') ?? 0,
    workContour: source.number('workContour') ?? 0,
    fields: source.fields(),
  };
}

/** Assignments of the row of the whole project, as they were imported. */
export function outsideAssignments(
  project: RecordOf<'project'>,
): { place: number; model: MspdiAssignment }[] {
  return new Source(project.source).list('assignments').map((source) => ({
    place: source.number('place') ?? 0,
    model: {
      ...assignmentRest(source),
      uid: source.number('uid'),
      taskUid: source.number('taskUid') ?? 0,
      resourceUid: source.number('resourceUid'),
      units: source.number('units'),
      start: source.number('start'),
      finish: source.number('finish'),
      effort: source.inner('effort').effort(),
      extra: source.extra(),
    },
  }));
}
