/** X9, A8: a day that does not fit the project or the stage it is said for: worth a word, never in the way. Pure. */
import { STAGES } from '../../model/entities/client.ts';

type Stage = (typeof STAGES)[number];

export interface ProjectDays {
  readonly start_on: string | null;
  readonly finish_on: string | null;
  readonly stage: Stage;
}

export type DateRemark = 'beforeStart' | 'afterFinish' | 'stageOver';

/** Work of these goes on after the project is finished. */
const AFTER: ReadonlySet<string | null> = new Set(['warranty', 'closed']);

/**
 * @param day the day that was typed, `YYYY-MM-DD`
 * @param stage the stage it is said for; null: none
 */
export function dateRemark(
  day: string,
  project: ProjectDays,
  stage: Stage | null,
  today: string,
): DateRemark | null {
  if (project.start_on !== null && day < project.start_on && stage !== 'presales' && stage !== 'contracting')
    return 'beforeStart';
  if (stage !== null && day >= today && STAGES.indexOf(stage) < STAGES.indexOf(project.stage))
    return 'stageOver';
  if (project.finish_on !== null && day > project.finish_on && !AFTER.has(stage)) return 'afterFinish';
  return null;
}
