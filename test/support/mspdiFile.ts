/** Builds small Microsoft Project XML files for tests. */
type Fields = Readonly<Record<string, string | number>>;

type TaskFields = Readonly<Record<string, string | number | readonly Fields[]>> & {
  readonly links?: readonly Fields[];
};

export interface MspdiText {
  readonly tasks?: readonly TaskFields[];
  readonly resources?: readonly Fields[];
  readonly assignments?: readonly Fields[];
  /** XML of further children of `Project`. */
  readonly more?: string;
  /** XML of the calendars, in place of the standard week. */
  readonly calendars?: string;
}

const escapeText = (value: string | number): string =>
  String(value).replace(/[&<>]/g, (char) => `&#${char.charCodeAt(0)};`);

const element = (name: string, fields: TaskFields, inner = ''): string =>
  `<${name}>${Object.entries(fields)
    .map(([key, value]) => (typeof value === 'object' ? '' : `<${key}>${escapeText(value)}</${key}>`))
    .join('')}${inner}</${name}>`;

const DAY =
  '<WorkingTimes><WorkingTime><FromTime>08:00:00</FromTime><ToTime>17:00:00</ToTime></WorkingTime></WorkingTimes>';

const STANDARD_WEEK = `<Calendar><UID>1</UID><Name>Standard</Name><IsBaseCalendar>1</IsBaseCalendar><WeekDays>${[
  1, 2, 3, 4, 5, 6, 7,
]
  .map(
    (day) =>
      `<WeekDay><DayType>${day}</DayType><DayWorking>${day === 1 || day === 7 ? 0 : 1}</DayWorking>${day === 1 || day === 7 ? '' : DAY}</WeekDay>`,
  )
  .join('')}</WeekDays></Calendar>`;

/** A complete document; tasks without dates get a day in January 2027. */
export function mspdiText(parts: MspdiText = {}): string {
  const tasks = (parts.tasks ?? []).map(({ links, ...fields }, index) =>
    element(
      'Task',
      {
        UID: index + 1,
        ID: index + 1,
        OutlineLevel: 1,
        Start: '2027-01-04T08:00:00',
        Finish: '2027-01-04T17:00:00',
        Duration: 'PT9H0M0S',
        ...fields,
      },
      (links ?? []).map((link) => element('PredecessorLink', link)).join(''),
    ),
  );
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<Project xmlns="http://schemas.microsoft.com/project"><SaveVersion>14</SaveVersion><Name>test.xml</Name>',
    '<StartDate>2027-01-04T08:00:00</StartDate><CalendarUID>1</CalendarUID>',
    parts.more ?? '',
    `<Calendars>${parts.calendars ?? STANDARD_WEEK}</Calendars>`,
    `<Tasks>${tasks.join('')}</Tasks>`,
    `<Resources>${(parts.resources ?? []).map((one) => element('Resource', one)).join('')}</Resources>`,
    `<Assignments>${(parts.assignments ?? []).map((one) => element('Assignment', one)).join('')}</Assignments>`,
    '</Project>',
  ].join('');
}

/** A zip archive with one deflated entry of zeros: small as a file, `bytes` long when unpacked. */
export function zipBomb(deflated: Uint8Array, bytes: number): Uint8Array {
  const name = Buffer.from('plan.xml');
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(8, 8);
  header.writeUInt32LE(deflated.length, 18);
  header.writeUInt32LE(bytes, 22);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, name, deflated]);
}
