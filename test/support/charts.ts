/** Small charts for tests of what stands on paper. */
import { civilToDay, TENTHS_PER_DAY } from '#shared/schedule/calendar/instant.ts';
import type { ChartInput, ChartOptions, ChartRow, Mark } from '#shared/schedule/layout/chart.ts';

export const DAY0 = civilToDay(2026, 3, 2);
export const at = (day: number): number => (DAY0 + day) * TENTHS_PER_DAY;

export const OPTIONS: ChartOptions = {
  paper: { size: 'a4', landscape: true, margin: 28 },
  fit: { kind: 'width' },
  range: null,
  fontSize: 8,
  baseline: true,
  critical: true,
  slack: true,
  links: true,
  legend: true,
  grey: false,
};

const LEGEND = {
  task: 'Task',
  critical: 'Critical',
  manual: 'Manual',
  inactive: 'Inactive',
  summary: 'Summary',
  summaryCritical: 'Critical summary',
  overrun: 'Past its limit',
  milestone: 'Milestone',
  milestoneDone: 'Reached',
  buffer: 'Buffer',
  baseline: 'Baseline',
  slack: 'Slack',
  deadline: 'Deadline',
  promise: 'Promise',
  link: 'Link',
  offTime: 'Off',
  today: 'Today',
  status: 'Status',
  progressLine: 'Progress line',
};

export function row(index: number, part: Partial<ChartRow> = {}): ChartRow {
  return {
    id: `t${index}`,
    number: `${index + 1}`,
    name: `任务 ${index + 1}`,
    depth: 1,
    kind: 'task',
    start: at(index * 3),
    finish: at(index * 3 + 5),
    percent: 0,
    cells: [],
    label: '',
    ...part,
  };
}

export function input(
  rows: readonly ChartRow[],
  part: Partial<Omit<ChartInput, 'options'>> = {},
  options = OPTIONS,
) {
  return {
    rows,
    links: [],
    columns: [],
    options,
    today: null,
    status: null,
    progress: null,
    offSpans: () => [],
    words: {
      title: '厂房',
      subtitle: 'Client',
      issuer: 'Firm',
      footer: 'Printed',
      number: 'No.',
      name: 'Name',
      today: 'Today',
      status: 'Status',
      continued: (path) => `${path} (cont.)`,
      legend: LEGEND,
      timeLabel: (unit, from) => `${unit.slice(0, 1)}${from}`,
    },
    ...part,
  } satisfies ChartInput;
}

/** Marks with the planes of their windows taken away. */
export function flat(marks: readonly Mark[]): Exclude<Mark, { kind: 'clip' }>[] {
  return marks.flatMap((mark) => (mark.kind === 'clip' ? flat(mark.marks) : [mark]));
}
