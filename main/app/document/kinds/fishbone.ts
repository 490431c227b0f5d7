import { listRecords } from '#db/queries/records.ts';
import { readSubject } from '#main/app/document/subject.ts';
import { enumText, fieldText, textsIn } from '#main/app/texts.ts';
import { documentOf, facts, heading, list } from '#shared/domain/documents/blocks.ts';
import type { FishCause } from '#shared/domain/documents/content.ts';
import { type CauseNode, causeTrees } from '#shared/domain/expectation/causes.ts';
import type { KindSpec } from './types.ts';

const fishCause = ({ id, text, is_root: root, children }: CauseNode): FishCause => ({
  id,
  text,
  root,
  causes: children.map(fishCause),
});

const rootsOf = (causes: readonly FishCause[]): string[] =>
  causes.flatMap((cause) => [...(cause.root ? [cause.text] : []), ...rootsOf(cause.causes)]);

/** G7, L4: the causes of a problem as a fishbone, and the root causes in words. Our own paper. */
export const fishbone: KindSpec = {
  subject: 'fishbone',
  audiences: ['internal'],
  compose(ctx, subjectId, language, audience) {
    const say = textsIn(language);
    const record = readSubject(ctx, 'fishbone', subjectId);
    const causes = listRecords(ctx.store.read, 'cause', { fishbone_id: record.id });
    const branches = [...causeTrees(record.branches, causes)].map(([branch, nodes]) => ({
      id: branch,
      label: enumText(say, 'cause', 'branch', branch) ?? '',
      causes: nodes.map(fishCause),
    }));
    const roots = branches.flatMap((branch) => rootsOf(branch.causes));
    return documentOf(
      {
        kind: 'fishbone',
        language,
        audience,
        paper: 'landscape',
        title: say('docContent:fishbone.title', { problem: record.problem }),
      },
      [
        {
          kind: 'figure',
          id: 'fish',
          label: say('docContent:fishbone.title', { problem: record.problem }),
          figure: { type: 'fishbone', problem: record.problem, branches },
        },
        ...(roots.length === 0
          ? []
          : [heading('roots:head', say('docContent:fishbone.roots')), list('roots', roots, true)]),
        ...facts('notes', [[fieldText(say, 'fishbone', 'notes'), record.notes]]),
      ],
    );
  },
};
