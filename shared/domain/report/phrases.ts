/** Sentences made from figures, in the report's language. Used by the pages and by the e-mail alike. */
import { daysBetween } from '../deadline/dates.ts';
import { dayText, deviationText, percentText } from './figures.ts';
import type { Attention, ReportSnapshot } from './snapshot.ts';

/** Text of a key below `report:`. */
export type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string;

function finishSentence(snapshot: ReportSnapshot, say: Say): string | null {
  const { planned_finish_on: planned, forecast_finish_on: forecast } = snapshot.progress;
  if (forecast === null) return null;
  if (planned === null) return say('summary.forecast', { forecast });
  const days = daysBetween(planned, forecast);
  if (days === 0) return say('summary.onTime', { forecast });
  return say(days > 0 ? 'summary.late' : 'summary.early', { forecast, days: Math.abs(days) });
}

/** Where the project stands, in two sentences. */
export function summaryText(snapshot: ReportSnapshot, say: Say): string {
  const { planned, actual, deviation } = snapshot.progress;
  const values = {
    date: dayText(snapshot.status_on),
    actual: percentText(actual),
    planned: percentText(planned),
    deviation: deviationText(deviation, snapshot.progress.limit),
  };
  const key = actual === null ? 'unknown' : planned === null ? 'progressOnly' : 'progress';
  const finish = finishSentence(snapshot, say);
  const gap = snapshot.language === 'en' ? ' ' : '';
  return say(`summary.${key}`, values) + (finish === null ? '' : gap + finish);
}

/** One line of bad news. */
export function attentionText(item: Attention, snapshot: ReportSnapshot, say: Say): string {
  switch (item.kind) {
    case 'deviation':
      return say('attention.deviation', {
        value: deviationText(item.value, snapshot.progress.limit),
        limit: snapshot.progress.limit,
      });
    case 'finish_late':
      return say('attention.finishLate', {
        planned: item.planned_on,
        forecast: item.forecast_on,
        days: item.days,
      });
    case 'milestone_late':
      return say(item.overdue ? 'attention.milestoneOverdue' : 'attention.milestoneLate', {
        name: item.name,
        days: item.days,
      });
    case 'task_late':
      return say('attention.taskLate', { name: item.name, days: item.days });
    case 'risk_occurred':
      return say('attention.riskOccurred', { no: item.no, text: item.text });
    case 'issue_high':
      return say('attention.issueHigh', { no: item.no, text: item.text });
    case 'decision_overdue':
      return say('attention.decisionOverdue', { no: item.no, question: item.question, days: item.days });
  }
}
