import type { MspdiProperties } from './model.ts';
import type { Node } from './tree.ts';
import { createFields, type ReadContext } from './values.ts';

const positive = (value: number | null, fallback: number) =>
  value === null || value <= 0 ? fallback : value;

/**
 * The scalar elements directly under Project, collected in one node. `calendarUid` is filled in when the
 * calendars are known.
 */
export function readProperties(
  node: Node,
  context: ReadContext,
): { readonly properties: Omit<MspdiProperties, 'calendarUid'>; readonly calendar: string | null } {
  const fields = createFields(node, 'Project', context);
  const calendar = fields.text('CalendarUID')?.trim() || null;
  // `<xmlns>` is a namespace that a JSON round trip turned into an element; it says nothing.
  fields.text('xmlns');
  const properties = {
    name: fields.text('Name'),
    title: fields.text('Title'),
    subject: fields.text('Subject'),
    author: fields.text('Author'),
    manager: fields.text('Manager'),
    company: fields.text('Company'),
    category: fields.text('Category'),
    guid: fields.text('GUID'),
    creationDate: fields.date('CreationDate'),
    lastSaved: fields.date('LastSaved'),
    startDate: fields.date('StartDate'),
    finishDate: fields.date('FinishDate'),
    statusDate: fields.date('StatusDate'),
    currentDate: fields.date('CurrentDate'),
    scheduleFromStart: fields.flag('ScheduleFromStart') ?? true,
    minutesPerDay: positive(fields.integer('MinutesPerDay'), 480),
    minutesPerWeek: positive(fields.integer('MinutesPerWeek'), 2400),
    daysPerMonth: positive(fields.integer('DaysPerMonth'), 20),
    criticalSlackLimit: fields.decimal('CriticalSlackLimit') ?? 0,
    multipleCriticalPaths: fields.flag('MultipleCriticalPaths') ?? false,
    newTasksAreManual: fields.flag('NewTasksAreManual') ?? false,
    durationFormat: fields.format('DurationFormat', 7),
    currencySymbol: fields.text('CurrencySymbol'),
    currencyCode: fields.text('CurrencyCode'),
    currencyDigits: fields.integer('CurrencyDigits'),
    weekStartDay: fields.integer('WeekStartDay'),
    saveVersion: fields.integer('SaveVersion'),
    buildNumber: fields.text('BuildNumber'),
    extra: fields.rest(),
  };
  return { properties, calendar };
}
