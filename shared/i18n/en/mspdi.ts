/** Reading Microsoft Project XML: why a file is refused, and what was changed while reading it. Keys are the codes of `issues.ts`. */
export default {
  FILE_EMPTY: 'The file is empty. Check that it was copied completely.',
  FILE_TOO_LARGE:
    'The file is larger than {{limit}} MB. Save the project without assignment details (time-phased data) or split it, then import again.',
  FOREIGN_MPP:
    'This is a Microsoft Project file (.mpp), which only Project itself can open. In Microsoft Project choose File > Save As > XML Format (*.xml) and import that file.',
  FOREIGN_MPX:
    'This is an old Project exchange file (.mpx). Open it in Microsoft Project or ProjectLibre, save it as XML and import that file.',
  FOREIGN_XER:
    'This is a Primavera P6 file (.xer). In P6 export the project as “Microsoft Project XML” and import that file.',
  FOREIGN_POD:
    'This .pod file carries no XML part (OpenProj and old ProjectLibre write none). Open it in ProjectLibre, choose Save As > Microsoft Project XML and import that file.',
  FOREIGN_SPREADSHEET:
    'This is a spreadsheet or an Office document. Open the task list in Microsoft Project, save it as XML and import that file.',
  FOREIGN_ARCHIVE: 'This is a compressed archive. Unpack it first and import the XML file inside.',
  FOREIGN_P6_XML:
    'This is Primavera P6 XML. In P6 export the project as “Microsoft Project XML” and import that file.',
  FOREIGN_HTML:
    'This is a web page, not a project. The download may have been a sign-in page; download the file again.',
  FOREIGN_PDF: 'This is a PDF. Ask for the plan as a Microsoft Project XML file.',
  FOREIGN_JSON: 'This is a JSON file. Choose a Microsoft Project XML, GanttProject or ProjectLibre file.',
  NOT_XML:
    'The content is not that of a project file. Choose a Microsoft Project XML, GanttProject or ProjectLibre file.',
  NOT_MSPDI:
    'This XML (root element {{root}}) is neither a Microsoft Project nor a GanttProject plan. Choose a file saved as Microsoft Project XML.',
  ENCODING_UNSUPPORTED:
    'The text encoding {{encoding}} is not supported. Save the file as UTF-8 and import it again.',
  ENCODING_BROKEN:
    'The file contains bytes that are not valid {{encoding}}. It was damaged or converted; export it again.',
  XML_DOCTYPE:
    'Line {{line}}: the file declares a document type (DOCTYPE). Plans do not need one and it can be used for attacks, so it is refused. Export the plan again.',
  XML_MALFORMED:
    'The XML is damaged at line {{line}}, column {{column}} ({{path}}). Nothing was imported. Export the plan again.',
  XML_TRUNCATED:
    'The file ends in the middle (line {{line}}, in {{path}}). Nothing was imported. Copy or download it again.',
  XML_TOO_DEEP:
    'Line {{line}}: more than {{limit}} nested elements. This is not a plan saved by a planning program.',
  XML_TEXT_TOO_LONG:
    'Line {{line}}: a single text is longer than {{limit}} characters. Shorten the note or remove the embedded object, then export again.',
  XML_TOO_MANY_ATTRIBUTES:
    'Line {{line}}: an element has more than {{limit}} attributes. This is not a plan saved by a planning program.',
  RECORD_TOO_LARGE:
    'Line {{line}}: one entry ({{path}}) has more than {{limit}} parts. The file is damaged; export it again.',
  TOO_MANY_RECORDS:
    'The file has more than {{limit}} entries of the kind {{what}}. Split the project and import the parts.',
  UID_MISSING:
    '{{place}} (line {{line}}): no unique ID; one was assigned. Links to this row cannot be restored.',
  UID_DUPLICATE:
    '{{place}} (line {{line}}): the unique ID {{uid}} occurs twice; this entry got {{newUid}}. Check its links.',
  DATE_UNREADABLE:
    '{{place}} (line {{line}}): “{{value}}” is not a date; left empty. Enter it after the import.',
  DATE_OUT_OF_RANGE: '{{place}} (line {{line}}): {{value}} lies outside the years 1900–2200; left empty.',
  DATE_ZONE_IGNORED:
    '{{place}} (line {{line}}): {{value}} carries a time zone; the clock time as written was taken. Check the times.',
  DURATION_UNREADABLE:
    '{{place}} (line {{line}}): “{{value}}” is not a duration; left empty. Enter it after the import.',
  DURATION_IN_DAYS:
    '{{place}} (line {{line}}): {{value}} is given in days of 24 hours; it was read as working hours. Check the duration.',
  NUMBER_UNREADABLE: '{{place}} (line {{line}}): “{{value}}” is not a number; left empty.',
  VALUE_UNKNOWN:
    '{{place}} (line {{line}}): {{value}} has no meaning here; the usual value was taken. Check this setting.',
  NAME_TOO_LONG:
    '{{place}} (line {{line}}): the name has {{length}} characters. It was kept; consider moving part of it to the notes.',
  OUTLINE_LEVEL_JUMP:
    '{{place}} (line {{line}}): outline level {{level}} where {{expected}} was possible; placed under the row above.',
  LINK_DANGLING:
    '{{place}} (line {{line}}): the predecessor {{predecessor}} is not in the file; the link was left out.',
  LINK_SUCCESSOR_MISSING:
    '{{place}} (line {{line}}): its successor {{value}} is not in the file; the link was left out.',
  LINK_TO_SELF: '{{place}} (line {{line}}): the task is its own predecessor; the link was left out.',
  LINK_CYCLE:
    'The links run in a circle: {{cycle}}. {{count}} links of it were left out; decide which one is wrong and set the others again.',
  LINK_DUPLICATE:
    '{{place}} (line {{line}}): the link to {{predecessor}} occurs twice; the first one was kept.',
  LINK_TO_BLANK_ROW: '{{place}} (line {{line}}): a link with a blank row ({{predecessor}}) was left out.',
  LINK_WITHIN_FAMILY:
    '{{place}} (line {{line}}): a link between a summary and a task below it ({{predecessor}}) was left out.',
  LINK_CROSS_PROJECT:
    '{{place}} (line {{line}}): its predecessor {{predecessor}} lies in another project. The dates are kept, the link is not followed.',
  SUBPROJECT:
    '{{count}} rows stand for inserted projects (first: {{place}}). Only their dates are here; import those files as well.',
  EXTERNAL_TASK: '{{count}} tasks belong to other projects (first: {{place}}). They keep their dates.',
  CALENDAR_MISSING:
    'The file has no calendar; the standard week (Mon–Fri, 8–12 and 13–17) is used. Check the working hours.',
  CALENDAR_FALLBACK:
    'The project calendar “{{wanted}}” is not in the file; “{{place}}” is used. Check the working hours.',
  CALENDAR_BASE_MISSING:
    'Calendar “{{place}}”: its base calendar {{base}} is missing or refers back to it; the standard week takes its place.',
  CALENDAR_NO_WORKING_TIME:
    'Calendar “{{place}}” has no working time and cannot carry a plan; another calendar is used instead. Correct it after the import.',
  CALENDAR_HOURS_MISSING:
    'Calendar “{{place}}” (line {{line}}): a working day without hours; 8–12 and 13–17 were taken.',
  CALENDAR_HOURS_PAST_MIDNIGHT:
    'Calendar “{{place}}” (line {{line}}): a shift runs past midnight; it was cut at 24:00. Add the rest to the next day.',
  CALENDAR_TOO_MANY_EXCEPTIONS:
    'Calendar “{{place}}” has {{count}} exceptions; only the first part was read. Check holidays of later years.',
  TASK_CALENDAR_MISSING:
    '{{place}}: its calendar {{calendar}} is missing or has no working time; the project calendar is used.',
  RESOURCE_CALENDAR_MISSING:
    'Resource “{{place}}”: its calendar {{calendar}} is missing or has no working time; the project calendar is used.',
  ASSIGNMENT_DANGLING:
    '{{place}}: its task ({{task}}) or resource is not in the file; the reference was left out.',
  MANUAL_TASKS:
    '{{count}} tasks are scheduled by hand (first: {{place}}). Their dates stay as they are; links do not move them.',
  INACTIVE_TASKS:
    '{{count}} tasks are inactive (first: {{place}}). They are kept and have no effect on the plan.',
  BLANK_ROWS:
    '{{count}} blank rows (first: {{place}}, line {{line}}). They are kept in place and never scheduled.',
  LEVELED_TASKS:
    '{{count}} tasks carry a levelling delay (first: {{place}}). Their dates depend on the resource levelling of the source program.',
  FINISH_BEFORE_START:
    '{{place}} (line {{line}}): the finish lies before the start. Both were kept; correct one of them.',
  CLOCK_12_HOUR:
    '{{count}} tasks end before they start on the same day (first: {{place}}). The program that wrote the file used a 12-hour clock: 07:00 may stand for 19:00. Finish times are not reliable; check them against duration.',
  SLACK_UNIT_CONVERTED:
    'The file was written by ProjectLibre or OpenProj, which count slack in another unit; it was converted.',
  CONSTRAINT_DATE_MISSING:
    '{{place}} (line {{line}}): the constraint {{constraint}} has no date; the task is scheduled as soon as possible.',
  CONSTRAINT_DATE_EPOCH:
    '{{place}} (line {{line}}): the constraint date 1970-01-01 stands for “none”; the task is scheduled as soon as possible.',
  ACTUALS_WITHOUT_PROGRESS:
    '{{count}} tasks have an actual start but no progress (first: {{place}}). Some programs write this for every task; check what has really begun.',
  SCHEDULED_FROM_FINISH:
    'The plan is calculated backwards from its finish. The dates are kept; new calculations run forward from the start.',
  NO_TASKS: 'The file has no tasks. Calendars and resources were read.',
  START_DATE_MISSING: 'The project has no start date; the earliest start of its tasks was taken.',
  TIMEPHASED_LEFT_OUT:
    '{{count}} time-phased entries (work per day) were left out. Dates, durations and totals are complete.',
  ELEMENTS_LEFT_OUT:
    '{{count}} settings and details of the source program (views, reports, extra fields) were left out because they are too large. The plan itself is complete.',
  GAN_BASE_CALENDAR:
    'The file takes its holidays from a built-in calendar of GanttProject ({{name}}) that is not part of it. Enter or import the holidays in the calendar of the plan.',
} as const;
