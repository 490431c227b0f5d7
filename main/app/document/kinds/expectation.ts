import { expectationRadar } from '#db/queries/expectation.ts';
import { listRecords } from '#db/queries/records.ts';
import type { AppContext } from '#main/app/context.ts';
import { ownersOf, readSubject } from '#main/app/document/subject.ts';
import { enumText, fieldText, type Say, textsIn } from '#main/app/texts.ts';
import { documentOf, facts, filled, heading, remark, table } from '#shared/domain/documents/blocks.ts';
import type { Audience, Block } from '#shared/domain/documents/content.ts';
import type { RecordOf } from '#shared/model/registry.ts';
import { clientText } from './common.ts';
import type { KindSpec } from './types.ts';

type Expectation = RecordOf<'expectation'>;

interface Source {
  readonly ctx: AppContext;
  readonly say: Say;
  readonly audience: Audience;
  readonly project: RecordOf<'project'>;
  readonly expectations: readonly Expectation[];
  readonly goals: readonly RecordOf<'goal'>[];
  readonly requirements: ReadonlyMap<string, RecordOf<'requirement'>>;
}

const labelOf = ({ no }: Expectation): string => `EX-${no}`;

function sourceOf(ctx: AppContext, say: Say, project: RecordOf<'project'>, audience: Audience): Source {
  const own = { project_id: project.id };
  const shown = <R extends { readonly client_visible: boolean }>(record: R): boolean =>
    audience === 'internal' || record.client_visible;
  return {
    ctx,
    say,
    audience,
    project,
    expectations: listRecords(ctx.store.read, 'expectation', own)
      .filter(shown)
      .sort((left, right) => left.no - right.no),
    goals: listRecords(ctx.store.read, 'goal', own)
      .filter((goal) => shown(goal) && goal.status !== 'withdrawn')
      .sort((left, right) => left.no - right.no),
    requirements: new Map(
      listRecords(ctx.store.read, 'requirement', own)
        .filter(shown)
        .map((requirement) => [requirement.id, requirement]),
    ),
  };
}

/** First part: who the client is. */
function clientPart({ ctx, say, project }: Source): Block[] {
  const { client } = ownersOf(ctx, project.id);
  const contacts = listRecords(ctx.store.read, 'contact', { client_id: client.id }).sort((left, right) =>
    left.name < right.name ? -1 : 1,
  );
  return [
    heading('who:head', say('docContent:expectation.client')),
    ...facts('who:facts', [
      [fieldText(say, 'client', 'name'), client.name],
      [fieldText(say, 'client', 'industry'), client.industry],
      [fieldText(say, 'client', 'address'), client.address],
      [fieldText(say, 'client', 'phone'), client.phone],
    ]),
    heading('contacts:head', say('docContent:expectation.contacts'), 3),
    table(
      'contacts',
      say('docContent:expectation.contacts'),
      [
        [fieldText(say, 'contact', 'name'), 20],
        [fieldText(say, 'contact', 'title'), 22],
        [fieldText(say, 'contact', 'decision_role'), 22],
        [fieldText(say, 'contact', 'phone'), 22],
      ],
      contacts.map((contact) => ({
        id: contact.id,
        cells: [
          contact.name,
          contact.title,
          enumText(say, 'contact', 'decision_role', contact.decision_role),
          contact.phone,
        ],
      })),
      say('docContent:expectation.noContacts'),
    ),
  ];
}

/** Second part: why there is a project. What we have noted about the client is for us alone. */
function backgroundPart({ ctx, say, project, audience }: Source): Block[] {
  const charter = listRecords(ctx.store.read, 'charter', { project_id: project.id })[0];
  const { client } = ownersOf(ctx, project.id);
  const inside = audience === 'internal';
  const period =
    project.start_on === null && project.finish_on === null
      ? null
      : `${project.start_on ?? '—'} – ${project.finish_on ?? '—'}`;
  return [
    heading('background:head', say('docContent:expectation.background')),
    ...facts('background:facts', [
      [fieldText(say, 'project', 'name'), project.name],
      [fieldText(say, 'project', 'code'), project.code],
      [say('docContent:expectation.period'), period],
      [fieldText(say, 'charter', 'purpose'), charter?.purpose],
      [fieldText(say, 'charter', 'background'), charter?.background],
      [fieldText(say, 'client', 'background'), inside ? client.background : null],
      [fieldText(say, 'client', 'development_goals'), inside ? client.development_goals : null],
      [fieldText(say, 'client', 'trends'), inside ? client.trends : null],
    ]),
  ];
}

/** One expectation: goals, requirement points, key date, quality and acceptance. What is open is said to be open. */
function detail(source: Source, expectation: Expectation): Block[] {
  const { say, audience, goals, requirements } = source;
  const own = goals.filter((goal) => goal.expectation_id === expectation.id);
  const requirement = requirements.get(expectation.requirement_id ?? '');
  const points = [
    requirement === undefined ? null : clientText(requirement, audience),
    expectation.agreed_text ?? expectation.expected_text,
  ].filter((text) => text !== null);
  const goalTexts = own.map((goal) =>
    [clientText(goal, audience), goal.due_on].filter((text) => text !== null).join(' · '),
  );
  const text = clientText(expectation, audience) ?? '';
  const parts: readonly (readonly [string, string | null])[] = [
    [say('docContent:expectation.goals'), goalTexts.join('\n')],
    [say('docContent:expectation.points'), points.join('\n')],
    [say('docContent:expectation.keyDate'), expectation.key_date_on],
    [say('docContent:expectation.quality'), expectation.quality_standard],
    [say('docContent:expectation.acceptance'), expectation.acceptance_standard],
  ];
  const open = parts.filter(([, value]) => (value ?? '').trim() === '').map(([label]) => label);
  return [
    heading(`${expectation.id}:head`, `${labelOf(expectation)} ${text.slice(0, 120)}`, 3),
    ...facts(`${expectation.id}:detail`, [
      ...parts,
      // In one line: five times "open" would hide what is settled.
      [say('docContent:expectation.open'), open.join(say('docContent:and'))],
    ]),
  ];
}

/** Fourth part, one row each: of which type it is and what stands behind it. */
function analysisTable({ say, audience, expectations }: Source): Block {
  const inside = audience === 'internal';
  return table(
    'analysis',
    say('docContent:expectation.analysis'),
    [
      [say('docContent:expectation.one'), 8],
      [say('docContent:expectation.type'), 30],
      [say('docContent:expectation.factors'), 40],
    ],
    expectations.map((expectation) => ({
      id: `${expectation.id}:analysis`,
      cells: [
        labelOf(expectation),
        filled([
          ['', enumText(say, 'expectation', 'aspect', expectation.aspect)],
          ['', enumText(say, 'expectation', 'kano', expectation.kano)],
          ['', enumText(say, 'expectation', 'maslow', expectation.maslow)],
        ])
          .map(({ value }) => value)
          .join(' · '),
        // The client reads what was agreed about it; our reading of his motives stays with us.
        inside ? expectation.factors : expectation.expected_text,
      ],
    })),
    say('docContent:expectation.none'),
  );
}

/** MS-4, for the team: how far expected, agreed, planned and actual are apart. */
function radarBlock({ ctx, say, project }: Source): Block {
  const at = new Date(ctx.ports.clock.now()).toISOString();
  const { axes } = expectationRadar(ctx.store.read, project, { today: ctx.today(), at });
  return {
    kind: 'figure',
    id: 'radar',
    label: say('docContent:expectation.radar'),
    figure: {
      type: 'radar',
      axes: axes.map(({ aspect, expected, agreed, planned, actual }) => ({
        id: aspect,
        label: enumText(say, 'expectation', 'aspect', aspect) ?? '',
        values: { expected, agreed, planned, actual },
      })),
    },
  };
}

/** G8: the document of the client's expectations, with exactly these four parts. */
export const expectation: KindSpec = {
  subject: 'project',
  audiences: ['client', 'internal'],
  compose(ctx, subjectId, language, audience) {
    const say = textsIn(language);
    const project = readSubject(ctx, 'project', subjectId);
    const source = sourceOf(ctx, say, project, audience);
    const { expectations } = source;
    const details = expectations.flatMap((one) => detail(source, one));
    return documentOf(
      {
        kind: 'expectation',
        language,
        audience,
        title: say('docContent:expectation.title', { project: project.name }),
        facts: [[say('docContent:expectation.count'), String(expectations.length)]],
      },
      [
        ...clientPart(source),
        ...backgroundPart(source),
        heading('detail:head', say('docContent:expectation.detail')),
        ...(details.length > 0 ? details : [remark('detail:none', say('docContent:expectation.none'))]),
        heading('analysis:head', say('docContent:expectation.analysis')),
        analysisTable(source),
        ...(audience === 'internal' && expectations.length > 0
          ? [heading('radar:head', say('docContent:expectation.radar'), 3), radarBlock(source)]
          : []),
      ],
    );
  },
};
