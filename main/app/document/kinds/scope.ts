import { listRecords } from '#db/queries/records.ts';
import { scopeItems } from '#db/queries/scope.ts';
import type { AppContext } from '#main/app/context.ts';
import { readSubject } from '#main/app/document/subject.ts';
import type { Say } from '#main/app/texts.ts';
import { textsIn } from '#main/app/texts.ts';
import { documentOf, heading, list, paragraph, remark, table } from '#shared/domain/documents/blocks.ts';
import type { Block } from '#shared/domain/documents/content.ts';
import { bothSign } from './agreed.ts';
import { clientText } from './common.ts';
import type { KindSpec } from './types.ts';

/** H2: what is inside and what is not, in its order, as the client reads it. */
export function scopeLists(ctx: AppContext, say: Say, projectId: string, level: 2 | 3): Block[] {
  const items = scopeItems(ctx.store.read, projectId).filter(({ client_visible }) => client_visible === 1);
  return (['in', 'out'] as const).flatMap((side) => {
    const texts = items.filter((item) => item.side === side).map((item) => clientText(item, 'client') ?? '');
    return [
      heading(`scope:${side}:head`, say(`docAgreement:scope.${side}`), level),
      texts.length === 0
        ? remark(`scope:${side}`, say(`docAgreement:scope.none.${side}`))
        : list(`scope:${side}`, texts, true),
    ];
  });
}

function deliverables(ctx: AppContext, say: Say, projectId: string): Block[] {
  const shown = listRecords(ctx.store.read, 'deliverable', { project_id: projectId }).filter(
    ({ client_visible }) => client_visible,
  );
  return [
    heading('deliverables:head', say('docAgreement:scope.deliverables')),
    table(
      'deliverables',
      say('docAgreement:scope.deliverables'),
      [
        [say('docAgreement:scope.name'), 34],
        [say('docAgreement:scope.criteria'), 46],
        [say('docAgreement:scope.due'), 14],
      ],
      shown.map((record) => ({
        id: record.id,
        cells: [
          clientText({ title: record.name, client_text: record.client_text }, 'client'),
          record.acceptance_criteria ?? record.standard,
          record.due_on,
        ],
      })),
      say('docAgreement:scope.noDeliverables'),
    ),
  ];
}

/** H3: the scope the client understands and approves. */
export const scope: KindSpec = {
  subject: 'project',
  audiences: ['client'],
  compose(ctx, subjectId, language, audience) {
    const say = textsIn(language);
    const project = readSubject(ctx, 'project', subjectId);
    return documentOf(
      {
        kind: 'scope',
        language,
        audience,
        title: say('docAgreement:scope.title', { project: project.name }),
      },
      [
        paragraph('intro', say('docAgreement:scope.intro')),
        ...scopeLists(ctx, say, project.id, 2),
        ...deliverables(ctx, say, project.id),
        paragraph('creep', say('docAgreement:scope.creep')),
        ...bothSign(say, say('docAgreement:scope.statement')),
      ],
    );
  },
};
