import { Elements } from './elements.ts';
import {
  CONSTRAINT_TYPES,
  LINK_TYPES,
  type MspdiBaseline,
  type MspdiFieldValue,
  type MspdiLink,
  type MspdiTask,
  TASK_TYPES,
  type WorkAndCost,
} from './model.ts';
import { BASELINE_ORDER, FIELD_VALUE_ORDER, LINK_ORDER, TASK_ORDER } from './order.ts';

export function addEffort(into: Elements, effort: WorkAndCost): Elements {
  return into
    .duration('Work', effort.work)
    .duration('ActualWork', effort.actualWork)
    .duration('RemainingWork', effort.remainingWork)
    .duration('OvertimeWork', effort.overtimeWork)
    .number('Cost', effort.cost)
    .number('ActualCost', effort.actualCost)
    .number('RemainingCost', effort.remainingCost);
}

/** Values of custom fields. */
export function addFields(into: Elements, values: readonly MspdiFieldValue[]): Elements {
  for (const { fieldId, value, durationFormat, valueGuid, extra } of values)
    into.xml(
      'ExtendedAttribute',
      new Elements()
        .text('FieldID', fieldId)
        .text('Value', value)
        .text('ValueGUID', valueGuid)
        .number('DurationFormat', durationFormat)
        .rest(extra)
        .inline('ExtendedAttribute', FIELD_VALUE_ORDER),
    );
  return into;
}

function linkXml(link: MspdiLink): string {
  return new Elements()
    .number('PredecessorUID', link.predecessorUid)
    .number('Type', LINK_TYPES.indexOf(link.type))
    .flag('CrossProject', link.crossProject)
    .text('CrossProjectName', link.crossProjectName)
    .number('LinkLag', link.lag)
    .format('LagFormat', link.lagFormat)
    .inline('PredecessorLink', LINK_ORDER);
}

function baselineXml(baseline: MspdiBaseline): string {
  return new Elements()
    .number('Number', baseline.number)
    .flag('Interim', baseline.interim ? true : null)
    .date('Start', baseline.start)
    .date('Finish', baseline.finish)
    .duration('Duration', baseline.duration)
    .format('DurationFormat', baseline.durationFormat)
    .duration('Work', baseline.work)
    .number('Cost', baseline.cost)
    .number('FixedCost', baseline.fixedCost)
    .rest(baseline.extra)
    .inline('Baseline', BASELINE_ORDER);
}

function addFlags(into: Elements, task: MspdiTask): Elements {
  return into
    .flag('Active', task.active)
    .flag('Manual', task.manual)
    .flag('IsNull', task.isNull)
    .flag('EffortDriven', task.effortDriven)
    .flag('Recurring', task.recurring)
    .flag('Milestone', task.milestone)
    .flag('Summary', task.summary)
    .flag('IsSubproject', task.isSubproject)
    .text('SubprojectName', task.subproject)
    .flag('ExternalTask', task.external)
    .flag('IgnoreResourceCalendar', task.ignoreResourceCalendar)
    .flag('Rollup', task.rollup);
}

function addSchedule(into: Elements, { stored, progress, manualSchedule }: MspdiTask): Elements {
  return into
    .date('EarlyStart', stored.earlyStart)
    .date('EarlyFinish', stored.earlyFinish)
    .date('LateStart', stored.lateStart)
    .date('LateFinish', stored.lateFinish)
    .number('TotalSlack', stored.totalSlack)
    .number('FreeSlack', stored.freeSlack)
    .number('StartSlack', stored.startSlack)
    .number('FinishSlack', stored.finishSlack)
    .flag('Critical', stored.critical)
    .number('PercentComplete', progress.percentComplete)
    .number('PercentWorkComplete', progress.percentWorkComplete)
    .number('PhysicalPercentComplete', progress.physicalPercentComplete)
    .date('ActualStart', progress.actualStart)
    .date('ActualFinish', progress.actualFinish)
    .duration('ActualDuration', progress.actualDuration)
    .duration('RemainingDuration', progress.remainingDuration)
    .date('Stop', progress.stop)
    .date('Resume', progress.resume)
    .date('ManualStart', manualSchedule.start)
    .date('ManualFinish', manualSchedule.finish)
    .duration('ManualDuration', manualSchedule.duration)
    .text('StartText', manualSchedule.startText)
    .text('FinishText', manualSchedule.finishText)
    .text('DurationText', manualSchedule.durationText);
}

/** One task. Its place in the outline is told by level and number; there is no parent id in the format. */
export function taskXml(task: MspdiTask): string {
  const into = new Elements()
    .number('UID', task.uid)
    .text('GUID', task.guid)
    .number('ID', task.id)
    .text('Name', task.name === '' && task.isNull ? null : task.name)
    .number('Type', TASK_TYPES.indexOf(task.type))
    .text('Contact', task.contact)
    .text('WBS', task.wbs)
    .text('OutlineNumber', task.outlineNumber)
    .number('OutlineLevel', task.outlineLevel)
    .number('Priority', task.priority)
    .date('Start', task.start)
    .date('Finish', task.finish)
    .duration('Duration', task.duration)
    .format('DurationFormat', task.durationFormat)
    .number('FixedCost', task.fixedCost)
    .number('FixedCostAccrual', task.fixedCostAccrual)
    .number('ConstraintType', CONSTRAINT_TYPES.indexOf(task.constraintType))
    .number('CalendarUID', task.calendarUid ?? -1)
    .date('ConstraintDate', task.constraintDate)
    .date('Deadline', task.deadline)
    .number('LevelingDelay', task.levelingDelay)
    .format('LevelingDelayFormat', task.levelingDelayFormat)
    .text('Hyperlink', task.hyperlink?.text ?? null)
    .text('HyperlinkAddress', task.hyperlink?.address ?? null)
    .text('HyperlinkSubAddress', task.hyperlink?.subAddress ?? null)
    .text('Notes', task.notes);
  addFlags(into, task);
  addSchedule(into, task);
  addEffort(into, task.effort);
  for (const link of task.links) into.xml('PredecessorLink', linkXml(link));
  for (const baseline of task.baselines) into.xml('Baseline', baselineXml(baseline));
  return addFields(into, task.fields).rest(task.extra).inside('Task', TASK_ORDER, '\t\t');
}
