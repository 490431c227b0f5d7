import type { Say } from '#shared/domain/report/phrases.ts';
import type {
  ReportDecision,
  ReportExpectation,
  ReportIssue,
  ReportMeasure,
  ReportPromise,
  ReportRisk,
  SectionId,
} from '#shared/domain/report/snapshot.ts';
import type { FlowItem } from '../flow.ts';
import { type Mark, MarkIcon } from '../marks.tsx';
import { type BlockContext, block, type Section } from './context.ts';
import { heading, labelled, nothing, ownWords } from './text.tsx';

interface Tag {
  readonly mark: Mark;
  readonly text: string;
}

/** First line of a card: short number, state, then the words, which may be long. */
function cardHead(
  id: string,
  no: string,
  text: string,
  tags: readonly Tag[],
  keepNext: boolean,
): readonly FlowItem[] {
  return [
    block(
      `${id}:tags`,
      <div className="rp-card-head">
        <span className="rp-card-no">{no}</span>
        {tags.map((tag) => (
          <span key={tag.text} className="rp-tag">
            <MarkIcon mark={tag.mark} />
            {tag.text}
          </span>
        ))}
      </div>,
      true,
    ),
    {
      id: `${id}:text`,
      text,
      keepNext: keepNext && text.length < 200,
      render: (part) =>
        part.first ? (
          <h3 className="rp-h3">
            <span data-split="">{part.text}</span>
          </h3>
        ) : (
          <p className="rp-h3">
            <span data-split="">{part.text}</span>
          </p>
        ),
    },
  ];
}

function measureLines(id: string, label: string, measures: readonly ReportMeasure[], say: Say): FlowItem[] {
  return measures.map((measure, index) => {
    const due = measure.due_on === null ? null : say('line.due', { date: measure.due_on });
    const after = measure.done ? say('line.done') : due;
    return labelled(`${id}:${index}`, index === 0 ? label : '', measure.text, after, false);
  });
}

const BAND_MARK: Readonly<Record<NonNullable<ReportRisk['band']>, Mark>> = {
  low: 'ok',
  medium: 'warn',
  high: 'bad',
  critical: 'bad',
};

function riskCard(risk: ReportRisk, say: Say): readonly FlowItem[] {
  const id = `risks:${risk.id}`;
  const tags: Tag[] = [];
  if (risk.occurred) tags.push({ mark: 'bad', text: say('line.occurred') });
  if (risk.band !== null)
    tags.push({ mark: BAND_MARK[risk.band], text: say('line.risk', { band: say(`band.${risk.band}`) }) });
  const measures = [
    ...measureLines(`${id}:p`, say('line.preventive'), risk.preventive, say),
    ...measureLines(`${id}:c`, say('line.contingency'), risk.contingency, say),
  ];
  const pending = labelled(`${id}:none`, say('line.preventive'), say('line.measuresPending'), null, false);
  return [
    ...cardHead(id, `R-${risk.no}`, risk.text, tags, true),
    ...(measures.length > 0 ? measures : [pending]),
  ];
}

const SEVERITY_MARK: Readonly<Record<ReportIssue['severity'], Mark>> = {
  low: 'ok',
  medium: 'warn',
  high: 'bad',
};

function issueCard(issue: ReportIssue, say: Say): readonly FlowItem[] {
  const id = `issues:${issue.id}`;
  const solved = issue.status === 'solved' || issue.status === 'confirmed';
  const tags: Tag[] = [
    { mark: SEVERITY_MARK[issue.severity], text: say(`severity.${issue.severity}`) },
    { mark: solved ? 'done' : 'open', text: say(`issueState.${issue.status}`) },
  ];
  const due = issue.due_on === null || solved ? null : say('line.due', { date: issue.due_on });
  const text = issue.measure ?? say('line.measurePending');
  return [
    ...cardHead(id, `I-${issue.no}`, issue.text, tags, true),
    labelled(`${id}:measure`, say('line.measure'), text, due, false),
  ];
}

function decisionCard(decision: ReportDecision, say: Say): readonly FlowItem[] {
  const id = `decisions:${decision.id}`;
  const tags: Tag[] = [];
  if (decision.needed_on !== null)
    tags.push({
      mark: decision.overdue ? 'bad' : 'warn',
      text: say('line.neededOn', { date: decision.needed_on }),
    });
  if (decision.overdue) tags.push({ mark: 'bad', text: say('line.overdue') });
  const lines: FlowItem[] = [];
  if (decision.options !== null)
    lines.push(labelled(`${id}:options`, say('line.options'), decision.options, null, false));
  if (decision.consequence !== null)
    lines.push(labelled(`${id}:consequence`, say('line.consequence'), decision.consequence, null, false));
  return [...cardHead(id, `D-${decision.no}`, decision.question, tags, lines.length > 0), ...lines];
}

const PROMISE_MARK: Readonly<Record<ReportPromise['state'], Mark>> = {
  open: 'open',
  moved: 'warn',
  late: 'bad',
  kept: 'done',
  kept_late: 'warn',
  broken: 'bad',
};

function promiseCard(promise: ReportPromise, say: Say): readonly FlowItem[] {
  const tags: Tag[] = [{ mark: PROMISE_MARK[promise.state], text: say(`promiseState.${promise.state}`) }];
  const date = promise.settled_on ?? promise.due_on;
  if (date !== null)
    tags.push({
      mark: 'open',
      text: say(promise.settled_on === null ? 'line.promiseDue' : 'line.promiseSettled', { date }),
    });
  return cardHead(`promises:${promise.id}`, `P-${promise.no}`, promise.text, tags, false);
}

/** A card is a run of items; the last one closes it with a rule. */
function section(
  context: BlockContext,
  id: SectionId,
  cards: readonly (readonly FlowItem[])[],
  none: string,
): readonly FlowItem[] {
  return [
    heading(context, id),
    ...ownWords(context, id),
    ...(cards.length > 0 ? cards.flat() : [nothing(id, none)]),
  ];
}

export const riskBlocks: Section = (context) => {
  const { snapshot, say } = context;
  return section(
    context,
    'risks',
    snapshot.risks.map((risk) => riskCard(risk, say)),
    say('line.noRisks'),
  );
};

export const issueBlocks: Section = (context) => {
  const { snapshot, say } = context;
  return section(
    context,
    'issues',
    snapshot.issues.map((issue) => issueCard(issue, say)),
    say('line.noIssues'),
  );
};

export const decisionBlocks: Section = (context) => {
  const { snapshot, say } = context;
  const cards = snapshot.decisions.map((decision) => decisionCard(decision, say));
  return section(context, 'decisions', cards, say('line.noDecisions'));
};

/** P2: only where something was promised. */
export const promiseBlocks: Section = (context) => {
  const { snapshot, say } = context;
  if (snapshot.promises === undefined) return [];
  const cards = snapshot.promises.map((promise) => promiseCard(promise, say));
  return section(context, 'promises', cards, '');
};

const EXPECTATION_MARK: Readonly<Record<ReportExpectation['state'], Mark>> = {
  open: 'open',
  agreed: 'ok',
  late: 'bad',
  short: 'warn',
  met: 'done',
  missed: 'bad',
};

function expectationCard(expectation: ReportExpectation, say: Say): readonly FlowItem[] {
  const { id, no, text, state, percent, due_on: date } = expectation;
  const tags: Tag[] = [{ mark: EXPECTATION_MARK[state], text: say(`expectationState.${state}`) }];
  if (percent !== null && state !== 'met')
    tags.push({ mark: 'open', text: say('line.fulfilled', { percent: `${Math.round(percent)}%` }) });
  if (date !== null && state !== 'met' && state !== 'missed')
    tags.push({ mark: 'open', text: say('line.promiseDue', { date }) });
  return cardHead(`expectations:${id}`, `EX-${no}`, text, tags, false);
}

/** A7, O9: every report says how the expectations stand, as far as there are any. */
export const expectationBlocks: Section = (context) => {
  const { snapshot, say } = context;
  if (snapshot.expectations === undefined) return [];
  return section(
    context,
    'expectations',
    snapshot.expectations.map((one) => expectationCard(one, say)),
    '',
  );
};

/** G12: what the client gains. */
export const valueBlocks: Section = (context) => {
  const { snapshot, say } = context;
  if (snapshot.values === undefined) return [];
  const lines = snapshot.values.map(({ id, kind, text }) => [
    labelled(`values:${id}`, say(`valueKind.${kind}`), text, null, false),
  ]);
  return section(context, 'values', lines, '');
};
