import { getRecord } from '#db/queries/records.ts';
import type { AppContext } from '#main/app/context.ts';
import { readSubject } from '#main/app/document/subject.ts';
import { enumText, fieldText, type Say, textsIn } from '#main/app/texts.ts';
import { documentOf, facts, heading, paragraph } from '#shared/domain/documents/blocks.ts';
import type { RecordOf } from '#shared/model/registry.ts';
import { blank, bothSign, chapter, optionalChapter } from './agreed.ts';
import { amountText, clientText } from './common.ts';
import type { KindSpec } from './types.ts';

type Adjustment = RecordOf<'adjustment'>;

/** The expectation or goal it is about, in the client's wording. */
function aboutOf(ctx: AppContext, { expectation_id, goal_id }: Adjustment): string | null {
  const goal = goal_id === null ? null : getRecord(ctx.store.read, 'goal', goal_id);
  if (goal) return `G-${goal.no} ${clientText(goal, 'client') ?? ''}`;
  const expectation =
    expectation_id === null ? null : getRecord(ctx.store.read, 'expectation', expectation_id);
  return expectation?.client_visible ? clientText(expectation, 'client') : null;
}

/** Words of a number of days: `+3 days`, `none`. */
function daysText(say: Say, days: number | null): string {
  if (days === null) return say('docAgreement:open');
  if (days === 0) return say('docAgreement:adjustment.noDays');
  return say('docAgreement:adjustment.days', { count: Math.abs(days), sign: days > 0 ? '+' : '−' });
}

function impact(say: Say, record: Adjustment, currency: string) {
  const { impact_cost_minor: cost, impact_resource: resource } = record;
  return facts('impact', [
    [
      fieldText(say, 'adjustment', 'impact_cost_minor'),
      cost === null ? say('docAgreement:open') : `${cost > 0 ? '+' : ''}${amountText(cost, currency)}`,
    ],
    [say('docAgreement:adjustment.time'), daysText(say, record.impact_days)],
    [fieldText(say, 'adjustment', 'impact_resource'), blank(resource) ? say('docAgreement:open') : resource],
    [fieldText(say, 'adjustment', 'impact_note'), record.impact_note],
  ]);
}

/** G22: what is adjusted, why, and what it costs; confirmed in writing by both sides. */
export const adjustment: KindSpec = {
  subject: 'adjustment',
  audiences: ['client'],
  compose(ctx, subjectId, language, audience) {
    const say = textsIn(language);
    const record = readSubject(ctx, 'adjustment', subjectId);
    const project = readSubject(ctx, 'project', record.project_id);
    const name = (field: string): string => fieldText(say, 'adjustment', field);
    const target = record.new_target_value;
    return documentOf(
      {
        kind: 'adjustment',
        language,
        audience,
        title: say('docAgreement:adjustment.title', { project: project.name, no: record.no }),
        facts: [
          [say('docAgreement:adjustment.about'), aboutOf(ctx, record)],
          [name('trigger'), enumText(say, 'adjustment', 'trigger', record.trigger)],
          [name('raised_on'), record.raised_on],
        ],
      },
      [
        heading('title:head', record.title),
        ...(blank(record.client_text) ? [] : [paragraph('words', (record.client_text ?? '').trim())]),
        ...chapter(say, 'reason', name('reason'), record.reason),
        ...chapter(say, 'before', name('before'), record.before),
        ...chapter(say, 'after', name('after'), record.after),
        ...facts('new', [
          [
            name('adjusts'),
            record.goal_id === null ? null : enumText(say, 'adjustment', 'adjusts', record.adjusts),
          ],
          [name('new_due_on'), record.new_due_on],
          [name('new_target_value'), target === null ? null : String(target)],
        ]),
        heading('impact:head', say('docAgreement:adjustment.impact')),
        ...impact(say, record, project.currency),
        ...optionalChapter(
          'duties',
          say('docAgreement:adjustment.duties'),
          say('docAgreement:adjustment.basis'),
        ),
        ...bothSign(say, say('docAgreement:adjustment.statement')),
      ],
    );
  },
};
