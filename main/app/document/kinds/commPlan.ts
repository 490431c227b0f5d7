import { listRecords } from '#db/queries/records.ts';
import { readSubject } from '#main/app/document/subject.ts';
import { enumText, fieldText, textsIn } from '#main/app/texts.ts';
import { documentOf, heading, paragraph, table } from '#shared/domain/documents/blocks.ts';
import type { Block } from '#shared/domain/documents/content.ts';
import type { KindSpec } from './types.ts';

const GROUPS = ['client', 'parties', 'team', 'departments'] as const;

/** O1, O8: who is told what, how and how often. The client reads what concerns him. */
export const commPlan: KindSpec = {
  subject: 'project',
  audiences: ['client', 'internal'],
  compose(ctx, subjectId, language, audience) {
    const say = textsIn(language);
    const project = readSubject(ctx, 'project', subjectId);
    const inside = audience === 'internal';
    const items = listRecords(ctx.store.read, 'comm_plan_item', { project_id: project.id })
      .filter((item) => item.active)
      .sort((left, right) =>
        `${left.audience} ${left.purpose} ${left.id}` < `${right.audience} ${right.purpose} ${right.id}`
          ? -1
          : 1,
      );
    const groups = GROUPS.filter((group) => inside || group === 'client');
    const name = (field: string): string => fieldText(say, 'comm_plan_item', field);
    const blocks = groups.flatMap((group): Block[] => {
      const rows = items.filter((item) => item.audience_kind === group);
      if (rows.length === 0 && inside) return [];
      return [
        heading(`${group}:head`, enumText(say, 'comm_plan_item', 'audience_kind', group) ?? ''),
        table(
          group,
          enumText(say, 'comm_plan_item', 'audience_kind', group) ?? '',
          [
            [name('audience'), 20],
            [name('purpose'), 21],
            [name('content'), 26],
            [name('channel'), 11],
            [name('frequency'), 14],
            [name('owner'), 11],
            ...(inside ? ([[name('next_due_on'), 14]] as const) : []),
          ],
          rows.map((item) => ({
            id: item.id,
            cells: [
              item.audience,
              item.purpose,
              item.content,
              enumText(say, 'comm_plan_item', 'channel', item.channel),
              [
                enumText(say, 'comm_plan_item', 'frequency', item.frequency),
                enumText(say, 'comm_plan_item', 'stage', item.stage),
              ]
                .filter((text) => text !== null)
                .join('\n'),
              item.owner,
              item.next_due_on,
            ],
          })),
          say('docContent:commPlan.none'),
        ),
      ];
    });
    return documentOf(
      {
        kind: 'comm_plan',
        language,
        audience,
        title: say('docContent:commPlan.title', { project: project.name }),
        facts: [
          [fieldText(say, 'project', 'manager'), project.manager],
          [fieldText(say, 'project', 'communication_owner'), project.communication_owner],
        ],
      },
      [paragraph('intro', say('docContent:commPlan.intro')), ...blocks],
    );
  },
};
