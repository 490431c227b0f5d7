import { Elements, WRITTEN_BY } from './elements.ts';
import type { MspdiProject, MspdiProperties } from './model.ts';
import { PROJECT_ORDER } from './order.ts';
import { calendarXml } from './writeCalendars.ts';
import { assignmentXml, fieldDefinitionXml, resourceXml } from './writeResources.ts';
import { taskXml } from './writeTasks.ts';

const LISTS = ['ExtendedAttributes', 'Calendars', 'Tasks', 'Resources', 'Assignments'] as const;
type List = (typeof LISTS)[number];

function propertyElements(p: MspdiProperties): Elements {
  return new Elements()
    .number('SaveVersion', p.saveVersion)
    .text('BuildNumber', p.buildNumber)
    .text('Name', p.name)
    .text('GUID', p.guid)
    .text('Title', p.title)
    .text('Subject', p.subject)
    .text('Category', p.category)
    .text('Company', p.company)
    .text('Manager', p.manager)
    .text('Author', p.author)
    .date('CreationDate', p.creationDate)
    .date('LastSaved', p.lastSaved)
    .flag('ScheduleFromStart', p.scheduleFromStart)
    .date('StartDate', p.startDate)
    .date('FinishDate', p.finishDate)
    .number('CriticalSlackLimit', p.criticalSlackLimit)
    .number('CurrencyDigits', p.currencyDigits)
    .text('CurrencySymbol', p.currencySymbol)
    .text('CurrencyCode', p.currencyCode)
    .number('CalendarUID', p.calendarUid)
    .number('MinutesPerDay', p.minutesPerDay)
    .number('MinutesPerWeek', p.minutesPerWeek)
    .number('DaysPerMonth', p.daysPerMonth)
    .format('DurationFormat', p.durationFormat)
    .flag('MultipleCriticalPaths', p.multipleCriticalPaths)
    .number('WeekStartDay', p.weekStartDay)
    .date('StatusDate', p.statusDate)
    .date('CurrentDate', p.currentDate)
    .flag('NewTasksAreManual', p.newTasksAreManual)
    .rest(p.extra.filter(({ name }) => !LISTS.some((list) => list === name)));
}

function recordsOf(project: MspdiProject, list: List): Generator<string> {
  const each = function* <T>(records: readonly T[], write: (record: T) => string): Generator<string> {
    for (const record of records) yield write(record);
  };
  switch (list) {
    case 'ExtendedAttributes':
      return each(project.fieldDefinitions, fieldDefinitionXml);
    case 'Calendars':
      return each(project.calendars, calendarXml);
    case 'Tasks':
      return each(
        project.projectSummary ? [project.projectSummary, ...project.tasks] : project.tasks,
        taskXml,
      );
    case 'Resources':
      return each(project.resources, resourceXml);
    case 'Assignments':
      return each(project.assignments, assignmentXml);
  }
}

const opening = (list: List) => `<${list}>`;

/**
 * A Microsoft Project XML document piece by piece: the parts in the order of the schema, every date as wall clock.
 * A piece is at most one record, so that a caller can pause between them.
 */
export function* writeMspdi(project: MspdiProject): Generator<string> {
  yield `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${WRITTEN_BY}\n`;
  yield '<Project xmlns="http://schemas.microsoft.com/project">\n';
  const properties = propertyElements(project.properties);
  for (const list of LISTS) properties.xml(list, opening(list));
  for (const part of properties.inOrder(PROJECT_ORDER)) {
    const list = LISTS.find((name) => part === opening(name));
    yield `\t${part}\n`;
    if (list === undefined) continue;
    for (const record of recordsOf(project, list)) yield `${record}\n`;
    yield `\t</${list}>\n`;
  }
  yield '</Project>\n';
}
