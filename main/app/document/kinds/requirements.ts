import { listRecords } from '#db/queries/records.ts';
import { readSubject } from '#main/app/document/subject.ts';
import { enumText, fieldText, type Say, textsIn } from '#main/app/texts.ts';
import { documentOf, facts, heading, remark, table } from '#shared/domain/documents/blocks.ts';
import type { Audience, Block } from '#shared/domain/documents/content.ts';
import type { RecordOf } from '#shared/model/registry.ts';
import { clientText } from './common.ts';
import type { KindSpec } from './types.ts';

type Requirement = RecordOf<'requirement'>;

const labelOf = (requirement: Requirement): string => `REQ-${requirement.no}`;

/** What is measured, and below it the target: `≤ 45 dB` stays together. */
function measureOf({ measure, target, unit }: Requirement): string | null {
  const words = [measure, [target, unit].filter(Boolean).join(' ')].filter(Boolean);
  return words.length === 0 ? null : words.join('\n');
}

/** F7: where it is written. */
function sourceOf(say: Say, requirement: Requirement): string | null {
  const page = requirement.source_page;
  const words = [
    enumText(say, 'requirement', 'source_kind', requirement.source_kind),
    requirement.source,
    page === null ? null : say('docRequirements:page', { page }),
  ].filter((word) => word !== null);
  return words.length === 0 ? null : words.join(' · ');
}

function overview(
  say: Say,
  audience: Audience,
  kind: Requirement['kind'],
  all: readonly Requirement[],
): Block {
  const explicit = kind === 'explicit';
  return table(
    kind,
    say(`docRequirements:${kind}`),
    [
      [say('docRequirements:no'), 7],
      [say('docRequirements:text'), 34],
      explicit ? [say('docRequirements:measure'), 20] : [say('docRequirements:confidence'), 10],
      [say('docRequirements:urgency'), 11],
      [say('docRequirements:state'), 12],
    ],
    all.map((requirement) => ({
      id: requirement.id,
      tone: requirement.status === 'declined' ? ('muted' as const) : ('plain' as const),
      cells: [
        labelOf(requirement),
        clientText(requirement, audience),
        explicit
          ? measureOf(requirement)
          : enumText(say, 'requirement', 'confidence', requirement.confidence),
        enumText(say, 'requirement', 'urgency', requirement.urgency),
        enumText(say, 'requirement', 'status', requirement.status),
      ],
    })),
    say(`docRequirements:none.${kind}`),
  );
}

/** What is behind a requirement; the notes on impact and solution are our own. */
function details(say: Say, audience: Audience, requirement: Requirement): Block[] {
  const inside = audience === 'internal';
  const block = facts(`${requirement.id}:facts`, [
    [fieldText(say, 'requirement', 'topic'), enumText(say, 'requirement', 'topic', requirement.topic)],
    [say('docRequirements:source'), sourceOf(say, requirement)],
    [say('docRequirements:rationale'), inside ? requirement.rationale : null],
    [say('docRequirements:evidence'), inside ? requirement.evidence : null],
    [say('docRequirements:impact'), inside ? requirement.impact_note : null],
    [say('docRequirements:solution'), inside ? requirement.solution : null],
    [say('docRequirements:verified'), requirement.verified_on],
    [say('docRequirements:owner'), inside ? requirement.owner : null],
  ]);
  if (block.length === 0) return [];
  const text = clientText(requirement, audience) ?? '';
  return [heading(`${requirement.id}:head`, `${labelOf(requirement)} ${text.slice(0, 80)}`, 3), ...block];
}

/** F: the list of requirements. The client sees those shown to him, in his wording. */
export const requirements: KindSpec = {
  subject: 'project',
  audiences: ['client', 'internal'],
  compose(ctx, subjectId, language, audience) {
    const say = textsIn(language);
    const project = readSubject(ctx, 'project', subjectId);
    const shown = listRecords(ctx.store.read, 'requirement', { project_id: project.id })
      // F2: what we only suspect is not shown to the client before he has agreed to it.
      .filter(
        (r) => audience === 'internal' || (r.client_visible && (r.kind === 'explicit' || r.status !== 'new')),
      )
      .sort((left, right) => left.no - right.no);
    const of = (kind: Requirement['kind']) => shown.filter((requirement) => requirement.kind === kind);
    const parts = shown.flatMap((requirement) => details(say, audience, requirement));
    return documentOf(
      {
        kind: 'requirements',
        language,
        audience,
        title: say('docRequirements:title', { project: project.name }),
        facts: [[say('docRequirements:count'), String(shown.length)]],
      },
      [
        heading('explicit:head', say('docRequirements:explicit')),
        overview(say, audience, 'explicit', of('explicit')),
        heading('implicit:head', say('docRequirements:implicit')),
        overview(say, audience, 'implicit', of('implicit')),
        heading('details:head', say('docRequirements:details')),
        ...(parts.length > 0 ? parts : [remark('details:none', say('docRequirements:noDetails'))]),
      ],
    );
  },
};
