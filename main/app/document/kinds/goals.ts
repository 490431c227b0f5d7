import { getRecord, listRecords } from '#db/queries/records.ts';
import type { AppContext } from '#main/app/context.ts';
import { readSubject } from '#main/app/document/subject.ts';
import { agreedGoals } from '#main/app/signing/gaps.ts';
import { enumText, fieldText, type Say, textsIn } from '#main/app/texts.ts';
import { SMART_FIELDS } from '#shared/domain/agreement/smart.ts';
import { documentOf, facts, heading, paragraph, remark } from '#shared/domain/documents/blocks.ts';
import type { Block } from '#shared/domain/documents/content.ts';
import { clipped } from '#shared/domain/text/clip.ts';
import type { RecordOf } from '#shared/model/registry.ts';
import { blank, bothSign } from './agreed.ts';
import { clientText } from './common.ts';
import type { KindSpec } from './types.ts';

type Goal = RecordOf<'goal'>;

/** `15 Pa`; null without a target. */
export function targetText({
  target_value: value,
  unit,
}: Pick<Goal, 'target_value' | 'unit'>): string | null {
  return value === null ? null : [String(value), unit].filter(Boolean).join(' ');
}

/** What the goal hangs on, as far as the client sees it. */
function links(ctx: AppContext, say: Say, goal: Goal): [string, string | null][] {
  const { read } = ctx.store;
  const expectation =
    goal.expectation_id === null ? null : getRecord(read, 'expectation', goal.expectation_id);
  const deliverable =
    goal.deliverable_id === null ? null : getRecord(read, 'deliverable', goal.deliverable_id);
  const task = goal.task_id === null ? null : getRecord(read, 'task', goal.task_id);
  const name = (field: string): string => fieldText(say, 'goal', field);
  return [
    [name('expectation_id'), expectation?.client_visible ? clientText(expectation, 'client') : null],
    [
      name('deliverable_id'),
      deliverable?.client_visible
        ? clientText({ title: deliverable.name, client_text: deliverable.client_text }, 'client')
        : null,
    ],
    [
      name('task_id'),
      task?.client_visible ? clientText({ title: task.name, client_text: task.client_text }, 'client') : null,
    ],
  ];
}

/** G17: one goal. A field that is still empty is said to be open, so that nobody signs past it. */
function goalBlocks(ctx: AppContext, say: Say, goal: Goal): Block[] {
  const name = (field: string): string => fieldText(say, 'goal', field);
  return [
    heading(`${goal.id}:head`, `G-${goal.no} ${clipped(clientText(goal, 'client') ?? '', 160)}`, 3),
    ...facts(`${goal.id}:smart`, [
      ...SMART_FIELDS.map(
        (field) => [name(field), blank(goal[field]) ? say('docAgreement:open') : goal[field]] as const,
      ),
      [name('aspect'), enumText(say, 'goal', 'aspect', goal.aspect)],
      [name('target_value'), targetText(goal)],
      [name('due_on'), goal.due_on],
      ...links(ctx, say, goal),
    ]),
  ];
}

/** G17, G18: the SMART goals both sides confirm in writing. */
export const goals: KindSpec = {
  subject: 'project',
  audiences: ['client'],
  compose(ctx, subjectId, language, audience) {
    const say = textsIn(language);
    const project = readSubject(ctx, 'project', subjectId);
    const shown = agreedGoals(ctx.store.read, project.id);
    const contract = listRecords(ctx.store.read, 'contract', { project_id: project.id })
      .filter(({ direction }) => direction === 'upstream')
      .sort((a, b) => a.no - b.no)[0];
    return documentOf(
      {
        kind: 'goals',
        language,
        audience,
        title: say('docAgreement:goals.title', { project: project.name }),
        facts: [
          [say('docAgreement:goals.count'), String(shown.length)],
          [
            say('docAgreement:goals.annex'),
            contract ? [contract.code, contract.title].filter(Boolean).join(' ') : null,
          ],
        ],
      },
      [
        paragraph('intro', say('docAgreement:goals.intro')),
        heading('goals:head', say('docAgreement:goals.heading')),
        ...(shown.length === 0
          ? [remark('goals:none', say('docAgreement:goals.none'))]
          : shown.flatMap((goal) => goalBlocks(ctx, say, goal))),
        ...bothSign(say, say('docAgreement:goals.statement')),
      ],
    );
  },
};
