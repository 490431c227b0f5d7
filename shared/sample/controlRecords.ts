import type { CreateInput } from '#shared/model/registry.ts';
import type { SampleContent } from './content/content.ts';
import { plannedActions, plannedReviews, plannedRisks } from './control.ts';
import { plannedDecisions, plannedIssues } from './dealings.ts';
import type { SampleCalendar } from './layout.ts';
import type { SampleRecord } from './sample.ts';

type Day = (days: number) => string;

function riskRecords({ control, people }: SampleContent, day: Day): SampleRecord[] {
  return plannedRisks.map(([key, risk], index) => {
    const { client, ...text } = control.risks[key];
    const values: CreateInput<'risk'> = {
      project_id: 'project',
      no: index + 1,
      ...text,
      category: risk.category,
      method: risk.method,
      status: risk.status,
      probability: risk.score?.[0] ?? null,
      impact: risk.score?.[1] ?? null,
      residual_probability: risk.residual?.[0] ?? null,
      residual_impact: risk.residual?.[1] ?? null,
      strategy: risk.strategy ?? null,
      owner: risk.owner ? people.parties[risk.owner] : null,
      review_on: risk.review === undefined ? null : day(risk.review),
      identified_on: day(risk.identified),
      task_id: risk.task ? `task/${risk.task}` : null,
      client_visible: risk.visible === true,
      client_text: client ?? null,
    };
    return { type: 'risk', key: `risk/${key}`, values };
  });
}

function actionRecords({ control, people }: SampleContent, day: Day): SampleRecord[] {
  return plannedActions.map(([key, action]) => {
    const { text, client } = control.actions[key];
    const values: CreateInput<'risk_action'> = {
      risk_id: `risk/${action.risk}`,
      kind: action.kind,
      text,
      client_text: client ?? null,
      owner: people.parties[action.owner],
      due_on: day(action.due),
      status: action.done === undefined ? 'open' : 'done',
      done_on: action.done === undefined ? null : day(action.done),
    };
    return { type: 'risk_action', key: `action/${key}`, values };
  });
}

function reviewRecords({ control }: SampleContent, day: Day): SampleRecord[] {
  return plannedReviews.map(([key, review]) => ({
    type: 'risk_review',
    key: `review/${key}`,
    values: {
      risk_id: `risk/${review.risk}`,
      reviewed_on: day(review.day),
      probability: review.score[0],
      impact: review.score[1],
      note: control.reviews[key],
    },
  }));
}

function issueRecords({ control, people }: SampleContent, day: Day): SampleRecord[] {
  return plannedIssues.map(([key, issue], index) => {
    const text = control.issues[key];
    const values: CreateInput<'issue'> = {
      project_id: 'project',
      no: index + 1,
      title: text.title,
      severity: issue.severity,
      status: issue.status,
      contact_id: issue.contact ? `contact/${issue.contact}` : null,
      risk_id: issue.risk ? `risk/${issue.risk}` : null,
      raised_on: day(issue.raised),
      measure: text.measure ?? null,
      reason: text.reason ?? null,
      owner: people.parties[issue.owner],
      due_on: day(issue.due),
      client_visible: issue.visible,
      client_text: text.client ?? null,
      client_measure: text.clientMeasure ?? null,
    };
    return { type: 'issue', key: `issue/${key}`, values };
  });
}

function decisionRecords({ control }: SampleContent, day: Day): SampleRecord[] {
  return plannedDecisions.map(([key, decision], index) => {
    const { chosen, ...text } = control.decisions[key];
    const values: CreateInput<'decision'> = {
      project_id: 'project',
      no: index + 1,
      ...text,
      needed_on: day(decision.needed),
      status: decision.decided === undefined ? 'open' : 'decided',
      chosen: chosen ?? null,
      decided_on: decision.decided === undefined ? null : day(decision.decided),
      contact_id: `contact/${decision.contact}`,
      client_visible: true,
    };
    return { type: 'decision', key: `decision/${key}`, values };
  });
}

/** Risks with their measures and reviews, issues and decisions. */
export function controlRecords(content: SampleContent, calendar: SampleCalendar): SampleRecord[] {
  return [riskRecords, actionRecords, reviewRecords, issueRecords, decisionRecords].flatMap((records) =>
    records(content, calendar.date),
  );
}
