import { gapsOf } from '#db/queries/contract.ts';
import { ownersOf, readSubject } from '#main/app/document/subject.ts';
import { enumText, fieldText, textsIn } from '#main/app/texts.ts';
import { CHECKED_CLAUSES } from '#shared/domain/contract/completeness.ts';
import { documentOf, heading, paragraph, table } from '#shared/domain/documents/blocks.ts';
import { amountText } from './common.ts';
import type { KindSpec } from './types.ts';

/** D15: the check of a contract before it is signed, every type of clause with what it leaves open. Our own paper. */
export const clauseCheck: KindSpec = {
  subject: 'contract',
  audiences: ['internal'],
  compose(ctx, subjectId, language, audience) {
    const say = textsIn(language);
    const contract = readSubject(ctx, 'contract', subjectId);
    const { project } = ownersOf(ctx, subjectId);
    const gaps = new Map(gapsOf(ctx.store.read, contract).map((gap) => [gap.clause, gap]));
    const name = (field: string): string => fieldText(say, 'contract', field);
    const rows = CHECKED_CLAUSES.map((clause) => {
      const gap = gaps.get(clause);
      const lacks = (gap?.lacks ?? []).map((lack) => say(`docContent:clauseCheck.lack.${lack}`));
      return {
        id: clause,
        tone: gap === undefined ? ('muted' as const) : ('plain' as const),
        cells: [
          enumText(say, 'clause', 'kind', clause),
          say(`docContent:clauseCheck.${gap?.kind ?? 'complete'}`),
          gap?.kind === 'missing'
            ? say('docContent:clauseCheck.noClause')
            : [...lacks, ...(gap?.names ?? [])].join('\n'),
        ],
      };
    });
    return documentOf(
      {
        kind: 'clause_check',
        language,
        audience,
        title: say('docContent:clauseCheck.title', { contract: contract.title }),
        facts: [
          [name('code'), contract.code],
          [name('status'), enumText(say, 'contract', 'status', contract.status)],
          [name('total_minor'), amountText(contract.total_minor, project?.currency ?? 'CNY')],
          [say('docContent:clauseCheck.gaps'), String(gaps.size)],
        ],
      },
      [
        paragraph(
          'verdict',
          say(`docContent:clauseCheck.${gaps.size === 0 ? 'ready' : 'notReady'}`, { count: gaps.size }),
        ),
        heading('clauses:head', say('docContent:clauseCheck.clauses')),
        table(
          'clauses',
          say('docContent:clauseCheck.clauses'),
          [
            [fieldText(say, 'clause', 'kind'), 24],
            [say('docContent:clauseCheck.state'), 16],
            [say('docContent:clauseCheck.lacking'), 52],
          ],
          rows,
          '',
        ),
      ],
    );
  },
};
