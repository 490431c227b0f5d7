import { Elements } from './elements.ts';
import type { MspdiAssignment, MspdiFieldDefinition, MspdiResource } from './model.ts';
import { ASSIGNMENT_ORDER, FIELD_DEFINITION_ORDER, RESOURCE_ORDER } from './order.ts';
import { addEffort, addFields } from './writeTasks.ts';

/** In the file 0 material, 1 work; a cost resource is a material with a flag. */
const TYPES = { material: 0, work: 1, cost: 0 } as const;

export function resourceXml(resource: MspdiResource): string {
  const into = new Elements()
    .number('UID', resource.uid)
    .text('GUID', resource.guid)
    .number('ID', resource.id)
    .text('Name', resource.name === '' ? null : resource.name)
    .number('Type', TYPES[resource.type])
    .flag('IsNull', resource.isNull)
    .text('Initials', resource.initials)
    .text('MaterialLabel', resource.materialLabel)
    .text('Code', resource.code)
    .text('Group', resource.group)
    .text('EmailAddress', resource.email)
    .number('MaxUnits', resource.maxUnits)
    .number('AccrueAt', resource.accrueAt)
    .number('StandardRate', resource.standardRate)
    .number('StandardRateFormat', resource.standardRateFormat)
    .number('OvertimeRate', resource.overtimeRate)
    .number('OvertimeRateFormat', resource.overtimeRateFormat)
    .number('CostPerUse', resource.costPerUse)
    .number('CalendarUID', resource.calendarUid ?? -1)
    .text('Notes', resource.notes)
    .flag('IsCostResource', resource.type === 'cost');
  addEffort(into, resource.effort);
  return addFields(into, resource.fields).rest(resource.extra).inside('Resource', RESOURCE_ORDER, '\t\t');
}

/** The number that stands for “nobody”. */
const NOBODY = -65_535;

export function assignmentXml(assignment: MspdiAssignment): string {
  const into = new Elements()
    .number('UID', assignment.uid)
    .number('TaskUID', assignment.taskUid)
    .number('ResourceUID', assignment.resourceUid ?? NOBODY)
    .number('PercentWorkComplete', assignment.percentWorkComplete)
    .date('ActualFinish', assignment.actualFinish)
    .date('ActualStart', assignment.actualStart)
    .number('Delay', assignment.delay)
    .date('Finish', assignment.finish)
    .number('LevelingDelay', assignment.levelingDelay)
    .date('Start', assignment.start)
    .date('Stop', assignment.stop)
    .date('Resume', assignment.resume)
    .number('Units', assignment.units)
    .number('WorkContour', assignment.workContour);
  addEffort(into, assignment.effort);
  return addFields(into, assignment.fields)
    .rest(assignment.extra)
    .inside('Assignment', ASSIGNMENT_ORDER, '\t\t');
}

export function fieldDefinitionXml({ fieldId, fieldName, alias, extra }: MspdiFieldDefinition): string {
  return new Elements()
    .text('FieldID', fieldId)
    .text('FieldName', fieldName)
    .text('Alias', alias)
    .rest(extra)
    .inside('ExtendedAttribute', FIELD_DEFINITION_ORDER, '\t\t');
}
