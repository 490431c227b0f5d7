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
import { child, type Node } from './tree.ts';
import { createFields, type Fields, type ReadContext } from './values.ts';

/** A row as read; its parent and corrected links follow when all rows are known. */
export type TaskRow = Omit<MspdiTask, 'parentUid' | 'summary'> & {
  readonly line: number;
  readonly uidGiven: boolean;
  readonly levelGiven: boolean;
  readonly summaryFlag: boolean;
};

const NAME_LENGTH = 512;

export function readEffort(fields: Fields): WorkAndCost {
  return {
    work: fields.duration('Work'),
    actualWork: fields.duration('ActualWork'),
    remainingWork: fields.duration('RemainingWork'),
    overtimeWork: fields.duration('OvertimeWork'),
    cost: fields.decimal('Cost'),
    actualCost: fields.decimal('ActualCost'),
    remainingCost: fields.decimal('RemainingCost'),
  };
}

/** Values of custom fields. */
export function readFieldValues(
  nodes: readonly Node[],
  place: string,
  context: ReadContext,
): MspdiFieldValue[] {
  return nodes.map((node) => {
    const fields = createFields(node, place, context);
    return {
      fieldId: fields.text('FieldID') ?? '',
      value: fields.text('Value'),
      durationFormat: fields.integer('DurationFormat'),
      valueGuid: fields.text('ValueGUID'),
      extra: fields.rest(),
    };
  });
}

function readBaseline(node: Node, place: string, context: ReadContext): MspdiBaseline {
  const fields = createFields(node, `${place} Baseline`, context);
  const hasFormat = child(node, 'DurationFormat') !== undefined;
  const format = fields.format('DurationFormat', 7);
  return {
    number: fields.integer('Number') ?? 0,
    start: fields.date('Start'),
    finish: fields.date('Finish'),
    duration: fields.duration('Duration'),
    durationFormat: hasFormat ? format : null,
    work: fields.duration('Work'),
    cost: fields.decimal('Cost'),
    fixedCost: fields.decimal('FixedCost'),
    interim: fields.flag('Interim') ?? false,
    extra: fields.rest(),
  };
}

function readLink(node: Node, place: string, context: ReadContext): MspdiLink[] {
  const fields = createFields(node, `${place} PredecessorLink`, context);
  const predecessorUid = fields.integer('PredecessorUID');
  if (predecessorUid === null) {
    context.log.add('LINK_DANGLING', place, node.line, { predecessor: '—' });
    return [];
  }
  return [
    {
      predecessorUid,
      type: fields.choice('Type', LINK_TYPES, 'FS'),
      lag: fields.integer('LinkLag') ?? 0,
      lagFormat: fields.format('LagFormat', 7),
      crossProject: fields.flag('CrossProject') ?? false,
      crossProjectName: fields.text('CrossProjectName'),
    },
  ];
}

function readSchedule(fields: Fields): Pick<TaskRow, 'stored' | 'progress' | 'manualSchedule'> {
  return {
    stored: {
      earlyStart: fields.date('EarlyStart'),
      earlyFinish: fields.date('EarlyFinish'),
      lateStart: fields.date('LateStart'),
      lateFinish: fields.date('LateFinish'),
      totalSlack: fields.decimal('TotalSlack'),
      freeSlack: fields.decimal('FreeSlack'),
      startSlack: fields.decimal('StartSlack'),
      finishSlack: fields.decimal('FinishSlack'),
      critical: fields.flag('Critical'),
    },
    progress: {
      percentComplete: Math.min(100, Math.max(0, fields.decimal('PercentComplete') ?? 0)),
      percentWorkComplete: fields.decimal('PercentWorkComplete'),
      physicalPercentComplete: fields.decimal('PhysicalPercentComplete'),
      actualStart: fields.date('ActualStart'),
      actualFinish: fields.date('ActualFinish'),
      actualDuration: fields.duration('ActualDuration'),
      remainingDuration: fields.duration('RemainingDuration'),
      stop: fields.date('Stop'),
      resume: fields.date('Resume'),
    },
    manualSchedule: {
      start: fields.date('ManualStart'),
      finish: fields.date('ManualFinish'),
      duration: fields.duration('ManualDuration'),
      startText: fields.text('StartText'),
      finishText: fields.text('FinishText'),
      durationText: fields.text('DurationText'),
    },
  };
}

function readHyperlink(fields: Fields): MspdiTask['hyperlink'] {
  const text = fields.text('Hyperlink');
  const address = fields.text('HyperlinkAddress');
  const subAddress = fields.text('HyperlinkSubAddress');
  return text === null && address === null && subAddress === null ? null : { text, address, subAddress };
}

function readFlags(fields: Fields) {
  return {
    milestone: fields.flag('Milestone') ?? false,
    manual: fields.flag('Manual') ?? false,
    active: fields.flag('Active') ?? true,
    isNull: fields.flag('IsNull') ?? false,
    external: fields.flag('ExternalTask') ?? false,
    subproject: fields.text('SubprojectName'),
    isSubproject: fields.flag('IsSubproject') ?? false,
    recurring: fields.flag('Recurring') ?? false,
    rollup: fields.flag('Rollup') ?? false,
    effortDriven: fields.flag('EffortDriven') ?? false,
    ignoreResourceCalendar: fields.flag('IgnoreResourceCalendar') ?? false,
    summaryFlag: fields.flag('Summary') ?? false,
  };
}

/** −1 and other negative numbers stand for “none”. */
const uidOrNone = (value: number | null) => (value === null || value < 0 ? null : value);

/** Outline level as given, else counted from the outline number (`1.2.3` is level 3). */
function readLevel(fields: Fields): {
  outlineLevel: number;
  levelGiven: boolean;
  outlineNumber: string | null;
} {
  const level = fields.integer('OutlineLevel');
  const outlineNumber = fields.text('OutlineNumber');
  if (level !== null) return { outlineLevel: Math.max(0, level), levelGiven: true, outlineNumber };
  const parts = outlineNumber === null || outlineNumber === '0' ? 0 : outlineNumber.split('.').length;
  return { outlineLevel: parts, levelGiven: outlineNumber !== null, outlineNumber };
}

/** One Task element. `fallbackUid` is used if it has none. */
export function readTask(node: Node, fallbackUid: number, context: ReadContext): TaskRow {
  const givenUid = uidOrNone(Math.round(Number(child(node, 'UID')?.text.trim() || '-1')));
  const uid = givenUid !== null && Number.isSafeInteger(givenUid) ? givenUid : fallbackUid;
  const name = child(node, 'Name')?.text ?? '';
  const place = `#${uid} ${name.slice(0, 60)}`.trimEnd();
  const fields = createFields(node, place, context);
  fields.integer('UID');
  fields.text('Name');
  if (uid === fallbackUid) context.log.add('UID_MISSING', place, node.line);
  if (name.length > NAME_LENGTH) context.log.add('NAME_TOO_LONG', place, node.line, { length: name.length });
  return {
    uid,
    uidGiven: uid !== fallbackUid,
    line: node.line,
    id: fields.integer('ID'),
    guid: fields.text('GUID'),
    name,
    wbs: fields.text('WBS'),
    ...readLevel(fields),
    ...readFlags(fields),
    type: fields.choice('Type', TASK_TYPES, 'fixedUnits'),
    priority: fields.integer('Priority'),
    start: fields.date('Start'),
    finish: fields.date('Finish'),
    duration: fields.duration('Duration'),
    durationFormat: fields.format('DurationFormat', 7),
    ...readSchedule(fields),
    effort: readEffort(fields),
    fixedCost: fields.decimal('FixedCost'),
    fixedCostAccrual: fields.integer('FixedCostAccrual'),
    constraintType: fields.choice('ConstraintType', CONSTRAINT_TYPES, 'ASAP'),
    constraintDate: fields.date('ConstraintDate'),
    deadline: fields.date('Deadline'),
    calendarUid: uidOrNone(fields.integer('CalendarUID')),
    levelingDelay: fields.integer('LevelingDelay') ?? 0,
    levelingDelayFormat: fields.format('LevelingDelayFormat', 8),
    notes: fields.text('Notes'),
    contact: fields.text('Contact'),
    hyperlink: readHyperlink(fields),
    links: fields.list('PredecessorLink').flatMap((link) => readLink(link, place, context)),
    baselines: fields.list('Baseline').map((baseline) => readBaseline(baseline, place, context)),
    fields: readFieldValues(fields.list('ExtendedAttribute'), place, context),
    extra: fields.rest(),
  };
}
