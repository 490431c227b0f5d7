import type { MspdiAssignment, MspdiFieldDefinition, MspdiResource, ResourceType } from './model.ts';
import { readEffort, readFieldValues } from './tasks.ts';
import { child, type Node } from './tree.ts';
import { createFields, type ReadContext } from './values.ts';

const RESOURCE_TYPES: readonly ResourceType[] = ['material', 'work', 'cost'];
const uidOrNone = (value: number | null) => (value === null || value < 0 ? null : value);

/** One Resource element. `fallbackUid` is used if it has none. */
export function readResource(node: Node, fallbackUid: number, context: ReadContext): MspdiResource {
  const name = child(node, 'Name')?.text ?? '';
  const place = `Resource ${name.slice(0, 60)}`.trimEnd();
  const fields = createFields(node, place, context);
  fields.text('Name');
  const isCost = fields.flag('IsCostResource') ?? false;
  const type = fields.choice('Type', RESOURCE_TYPES, 'work');
  return {
    uid: uidOrNone(fields.integer('UID')) ?? fallbackUid,
    id: fields.integer('ID'),
    guid: fields.text('GUID'),
    name,
    // Project writes cost resources as material with a flag.
    type: isCost ? 'cost' : type,
    isNull: fields.flag('IsNull') ?? false,
    initials: fields.text('Initials'),
    group: fields.text('Group'),
    code: fields.text('Code'),
    email: fields.text('EmailAddress'),
    materialLabel: fields.text('MaterialLabel'),
    role: null,
    phone: null,
    maxUnits: fields.decimal('MaxUnits'),
    calendarUid: uidOrNone(fields.integer('CalendarUID')),
    standardRate: fields.decimal('StandardRate'),
    standardRateFormat: fields.integer('StandardRateFormat'),
    overtimeRate: fields.decimal('OvertimeRate'),
    overtimeRateFormat: fields.integer('OvertimeRateFormat'),
    costPerUse: fields.decimal('CostPerUse'),
    accrueAt: fields.integer('AccrueAt'),
    effort: readEffort(fields),
    notes: fields.text('Notes'),
    fields: readFieldValues(fields.list('ExtendedAttribute'), place, context),
    extra: fields.rest(),
  };
}

/** One Assignment element; null if it names no task. */
export function readAssignment(node: Node, context: ReadContext): MspdiAssignment | null {
  const place = `Assignment ${child(node, 'UID')?.text ?? ''}`.trimEnd();
  const fields = createFields(node, place, context);
  const taskUid = fields.integer('TaskUID');
  if (taskUid === null) {
    context.log.add('ASSIGNMENT_DANGLING', place, node.line, { task: '—' });
    return null;
  }
  return {
    taskUid,
    uid: fields.integer('UID'),
    resourceUid: uidOrNone(fields.integer('ResourceUID')),
    units: fields.decimal('Units'),
    start: fields.date('Start'),
    finish: fields.date('Finish'),
    actualStart: fields.date('ActualStart'),
    actualFinish: fields.date('ActualFinish'),
    stop: fields.date('Stop'),
    resume: fields.date('Resume'),
    percentWorkComplete: fields.decimal('PercentWorkComplete'),
    effort: readEffort(fields),
    delay: fields.integer('Delay') ?? 0,
    levelingDelay: fields.integer('LevelingDelay') ?? 0,
    workContour: fields.integer('WorkContour') ?? 0,
    fields: readFieldValues(fields.list('ExtendedAttribute'), place, context),
    extra: fields.rest(),
  };
}

/** One definition of a custom field. */
export function readFieldDefinition(node: Node, context: ReadContext): MspdiFieldDefinition {
  const fields = createFields(node, 'ExtendedAttribute', context);
  return {
    fieldId: fields.text('FieldID') ?? '',
    fieldName: fields.text('FieldName'),
    alias: fields.text('Alias'),
    extra: fields.rest(),
  };
}
