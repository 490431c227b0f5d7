import { daysText, dayText, percentText, periodText } from '#shared/domain/report/figures.ts';
import type { ReportMilestone, ReportWork } from '#shared/domain/report/snapshot.ts';
import type { FlowItem, FlowTable } from '../flow.ts';
import { type Mark, MarkIcon } from '../marks.tsx';
import { chartBlocks } from './chart.tsx';
import type { BlockContext, Section } from './context.ts';
import { heading, nothing, ownWords } from './text.tsx';

const MILESTONE_MARK: Readonly<Record<ReportMilestone['state'], Mark>> = {
  done: 'done',
  done_late: 'done',
  on_track: 'open',
  late: 'warn',
  overdue: 'bad',
};

function milestoneTable({ say }: BlockContext): FlowTable {
  return {
    id: 'milestones',
    className: 'rp-table',
    label: say('section.milestones'),
    columns: (
      <>
        <col className="rp-c-name" />
        <col className="rp-c-day" />
        <col className="rp-c-day" />
        <col className="rp-c-day" />
        <col className="rp-c-number" />
        <col className="rp-c-state" />
      </>
    ),
    head: (
      <tr>
        <th scope="col">{say('column.milestone')}</th>
        <th scope="col">{say('column.planned')}</th>
        <th scope="col">{say('column.forecast')}</th>
        <th scope="col">{say('column.actual')}</th>
        <th scope="col" className="rp-right">
          {say('column.days')}
        </th>
        <th scope="col">{say('column.state')}</th>
      </tr>
    ),
  };
}

function milestoneRow(milestone: ReportMilestone, table: FlowTable, { say }: BlockContext): FlowItem {
  const late = milestone.state !== 'done' && (milestone.days ?? 0) > 0;
  return {
    id: `milestones:${milestone.id}`,
    table,
    text: milestone.name,
    render: ({ text, first }) => (
      <tr>
        <th scope="row">
          <span data-split="">{text}</span>
        </th>
        <td className="rp-day">{first ? dayText(milestone.planned_on) : null}</td>
        <td className="rp-day">{first ? dayText(milestone.forecast_on) : null}</td>
        <td className="rp-day">{first ? dayText(milestone.actual_on) : null}</td>
        <td className={late ? 'rp-right rp-late' : 'rp-right'}>{first ? daysText(milestone.days) : null}</td>
        <td>
          {first ? (
            <span className="rp-state">
              <MarkIcon mark={MILESTONE_MARK[milestone.state]} />
              {say(`milestoneState.${milestone.state}`)}
            </span>
          ) : null}
        </td>
      </tr>
    ),
  };
}

/** I11: a chart to see, a table to read. */
export const milestoneBlocks: Section = (context) => {
  const { snapshot, say } = context;
  const table = milestoneTable(context);
  const rows = snapshot.milestones.map((milestone) => milestoneRow(milestone, table, context));
  return [
    heading(context, 'milestones'),
    ...ownWords(context, 'milestones'),
    ...chartBlocks(context),
    ...(rows.length > 0 ? rows : [nothing('milestones', say('line.noMilestones'))]),
  ];
};

function workTable(section: 'done' | 'next', { say }: BlockContext): FlowTable {
  return {
    id: section,
    className: 'rp-table',
    label: say(`section.${section}`),
    columns: (
      <>
        <col className="rp-c-name" />
        <col className="rp-c-day" />
        <col className="rp-c-day" />
        <col className="rp-c-percent" />
        <col className="rp-c-state" />
      </>
    ),
    head: (
      <tr>
        <th scope="col">{say('column.work')}</th>
        <th scope="col">{say('column.start')}</th>
        <th scope="col">{say('column.finish')}</th>
        <th scope="col" className="rp-right">
          {say('column.percent')}
        </th>
        <th scope="col">{say('column.state')}</th>
      </tr>
    ),
  };
}

const WORK_MARK: Readonly<Record<ReportWork['state'], Mark>> = {
  finished: 'done',
  started: 'ok',
  continues: 'ok',
  starts: 'open',
  finishes: 'open',
};

function workRow(section: string, work: ReportWork, table: FlowTable, { say }: BlockContext): FlowItem {
  return {
    id: `${section}:${work.id}`,
    table,
    text: work.name,
    render: ({ text, first }) => (
      <tr>
        <th scope="row">
          <span data-split="">{text}</span>
        </th>
        <td className="rp-day">{first ? dayText(work.start_on) : null}</td>
        <td className="rp-day">{first ? dayText(work.finish_on) : null}</td>
        <td className="rp-right">{first ? percentText(work.percent) : null}</td>
        <td>
          {first ? (
            <span className="rp-state">
              <MarkIcon mark={WORK_MARK[work.state]} />
              {say(`workState.${work.state}`)}
            </span>
          ) : null}
        </td>
      </tr>
    ),
  };
}

function workBlocks(section: 'done' | 'next', context: BlockContext): readonly FlowItem[] {
  const { snapshot, say } = context;
  const table = workTable(section, context);
  const rows = snapshot[section].map((work) => workRow(section, work, table, context));
  const period = section === 'done' ? snapshot.period : snapshot.next_period;
  return [
    heading(context, section, periodText(period)),
    ...ownWords(context, section),
    ...(rows.length > 0 ? rows : [nothing(section, say(section === 'done' ? 'line.noDone' : 'line.noNext'))]),
  ];
}

export const doneBlocks: Section = (context) => workBlocks('done', context);
export const nextBlocks: Section = (context) => workBlocks('next', context);
