import { listRecords } from '#db/queries/records.ts';
import type { AppContext } from '#main/app/context.ts';
import { readSubject } from '#main/app/document/subject.ts';
import { enumText, fieldText, type Say, textsIn } from '#main/app/texts.ts';
import { documentOf, facts, heading, table } from '#shared/domain/documents/blocks.ts';
import type { Block } from '#shared/domain/documents/content.ts';
import type { RecordOf } from '#shared/model/registry.ts';
import type { KindSpec } from './types.ts';

type Project = RecordOf<'project'>;

interface Source {
  readonly ctx: AppContext;
  readonly say: Say;
  readonly client: RecordOf<'client'>;
  readonly projects: readonly Project[];
  readonly inside: boolean;
}

const byName = <R extends { readonly name: string; readonly id: string }>(left: R, right: R): number =>
  `${left.name} ${left.id}` < `${right.name} ${right.id}` ? -1 : 1;

function contactTable({ ctx, say, client, inside }: Source): Block {
  const name = (field: string): string => fieldText(say, 'contact', field);
  const contacts = listRecords(ctx.store.read, 'contact', { client_id: client.id }).sort(byName);
  return table(
    'contacts',
    say('docContent:clientSheet.contacts'),
    [
      [name('name'), 18],
      [name('title'), 20],
      [name('phone'), 20],
      [name('email'), 30],
      ...(inside ? ([[name('decision_role'), 18]] as const) : []),
    ],
    contacts.map((contact) => ({
      id: contact.id,
      cells: [
        contact.name,
        contact.title,
        contact.phone,
        contact.email,
        enumText(say, 'contact', 'decision_role', contact.decision_role),
      ],
    })),
    say('docContent:clientSheet.noContacts'),
  );
}

/** The next milestone of a project that the client may see. */
function nextMilestone(ctx: AppContext, project: Project): string | null {
  const [next] = listRecords(ctx.store.read, 'task', { project_id: project.id })
    .filter(
      (task) =>
        task.milestone && task.active && task.client_visible && task.percent < 100 && task.finish_at !== null,
    )
    .sort((left, right) => ((left.finish_at ?? '') < (right.finish_at ?? '') ? -1 : 1));
  if (next === undefined) return null;
  return `${next.client_text?.trim() || next.name}\n${next.finish_at?.slice(0, 10)}`;
}

function projectTable({ ctx, say, projects }: Source): Block {
  const name = (field: string): string => fieldText(say, 'project', field);
  return table(
    'projects',
    say('docContent:clientSheet.projects'),
    [
      [name('name'), 30],
      [name('stage'), 16],
      [name('start_on'), 15],
      [name('finish_on'), 15],
      [say('docContent:clientSheet.next'), 32],
    ],
    projects.map((project) => ({
      id: project.id,
      cells: [
        project.name,
        enumText(say, 'project', 'stage', project.stage),
        project.start_on,
        project.finish_on,
        nextMilestone(ctx, project),
      ],
    })),
    say('docContent:clientSheet.noProjects'),
  );
}

/** What we wait for from the client. */
function decisionTable({ ctx, say, projects }: Source): Block {
  const name = (field: string): string => fieldText(say, 'decision', field);
  const open = projects.flatMap((project) =>
    listRecords(ctx.store.read, 'decision', { project_id: project.id })
      .filter((decision) => decision.status === 'open' && decision.client_visible)
      .sort((left, right) => left.no - right.no)
      .map((decision) => ({
        id: decision.id,
        cells: [decision.question, decision.options, decision.needed_on, project.name],
      })),
  );
  return table(
    'decisions',
    say('docContent:clientSheet.decisions'),
    [
      [name('question'), 34],
      [name('options'), 34],
      [name('needed_on'), 16],
      [name('project_id'), 24],
    ],
    open,
    say('docContent:clientSheet.noDecisions'),
  );
}

/** P2: what we have promised and not yet settled. */
function promiseTable({ ctx, say, client, inside }: Source): Block {
  const name = (field: string): string => fieldText(say, 'promise', field);
  const rows = listRecords(ctx.store.read, 'promise', { client_id: client.id })
    .filter(
      (promise) => ['made', 'renegotiated'].includes(promise.status) && (inside || promise.client_visible),
    )
    .sort((left, right) => left.no - right.no)
    .map((promise) => ({
      id: promise.id,
      cells: [
        inside ? promise.text : promise.client_text?.trim() || promise.text,
        promise.due_on,
        enumText(say, 'promise', 'status', promise.status),
      ],
    }));
  return table(
    'promises',
    say('docContent:clientSheet.promises'),
    [
      [name('text'), 62],
      [name('due_on'), 18],
      [name('status'), 18],
    ],
    rows,
    say('docContent:clientSheet.noPromises'),
  );
}

/** What we know about the client and keep to ourselves. */
function insideBlocks({ ctx, say, client }: Source): Block[] {
  const own = { client_id: client.id };
  const name = (field: string): string => fieldText(say, 'client', field);
  const preferences = listRecords(ctx.store.read, 'client_preference', own);
  const notes = listRecords(ctx.store.read, 'culture_note', own);
  const strategies = listRecords(ctx.store.read, 'client_strategy', own);
  const known = facts('known', [
    [name('tier'), enumText(say, 'client', 'tier', client.tier)],
    [name('source'), enumText(say, 'client', 'source', client.source)],
    [name('owner'), client.owner],
    [name('background'), client.background],
    [name('development_goals'), client.development_goals],
    [name('trends'), client.trends],
    [name('notes'), client.notes],
    [
      say('docContent:clientSheet.preferences'),
      preferences
        .map(({ topic, value }) => `${topic}: ${value}`)
        .sort()
        .join('\n'),
    ],
    [
      say('docContent:clientSheet.culture'),
      notes
        .map(({ text }) => text)
        .sort()
        .join('\n'),
    ],
    [
      say('docContent:clientSheet.strategy'),
      strategies
        .map(({ core_needs: needs, promotion }) => [needs, promotion].filter(Boolean).join('\n'))
        .sort()
        .join('\n'),
    ],
  ]);
  return [heading('known:head', say('docContent:clientSheet.known')), ...known];
}

/** B1, B14: the client on one paper. The client's own version says how things stand; ours adds what we know. */
export const clientSheet: KindSpec = {
  subject: 'client',
  audiences: ['client', 'internal'],
  compose(ctx, subjectId, language, audience) {
    const say = textsIn(language);
    const client = readSubject(ctx, 'client', subjectId);
    const projects = listRecords(ctx.store.read, 'project', { client_id: client.id }).sort(byName);
    const source: Source = { ctx, say, client, projects, inside: audience === 'internal' };
    const name = (field: string): string => fieldText(say, 'client', field);
    const part = (id: string, title: string, block: Block): Block[] => [heading(`${id}:head`, title), block];
    return documentOf(
      {
        kind: 'client_sheet',
        language,
        audience,
        title: say('docContent:clientSheet.title', { client: client.name }),
        facts: [
          [name('industry'), client.industry],
          [name('phone'), client.phone],
          [name('address'), client.address],
          [name('tax_no'), client.tax_no],
        ],
      },
      [
        ...part('contacts', say('docContent:clientSheet.contacts'), contactTable(source)),
        ...part('projects', say('docContent:clientSheet.projects'), projectTable(source)),
        ...part('decisions', say('docContent:clientSheet.decisions'), decisionTable(source)),
        ...part('promises', say('docContent:clientSheet.promises'), promiseTable(source)),
        ...(source.inside ? insideBlocks(source) : []),
      ],
    );
  },
};
