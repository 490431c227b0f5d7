import { buffersOf } from '#db/queries/buffers.ts';
import { milestonesOf } from '#db/queries/milestones.ts';
import { getRecord, listRecords } from '#db/queries/records.ts';
import type { AppContext } from '#main/app/context.ts';
import { readSubject } from '#main/app/document/subject.ts';
import { enumText, type Say, textsIn } from '#main/app/texts.ts';
import { documentOf, heading, list, paragraph, remark, table } from '#shared/domain/documents/blocks.ts';
import type { Block } from '#shared/domain/documents/content.ts';
import type { RecordOf } from '#shared/model/registry.ts';
import { bothSign } from './agreed.ts';
import { clientText } from './common.ts';
import type { KindSpec } from './types.ts';

function milestoneTable(ctx: AppContext, say: Say, projectId: string): Block {
  const shown = milestonesOf(ctx.store.read, projectId).filter(({ client_visible }) => client_visible === 1);
  return table(
    'milestones',
    say('docAgreement:schedule.milestones'),
    [
      [say('docAgreement:schedule.milestone'), 56],
      [say('docAgreement:schedule.date'), 16],
      [say('docAgreement:schedule.commitment'), 22],
    ],
    shown.map((row) => ({
      id: row.id,
      cells: [
        clientText({ title: row.name, client_text: row.client_text }, 'client'),
        row.finish_at.slice(0, 10),
        enumText(say, 'task', 'commitment', row.commitment),
      ],
    })),
    say('docAgreement:schedule.none'),
  );
}

/** I6: buffers the client may see. What was taken from one is not part of what was agreed, its whole length is. */
function buffers(ctx: AppContext, say: Say, project: RecordOf<'project'>): Block {
  const tenthsPerDay = project.minutes_per_day * 10;
  const lines = buffersOf(ctx.store.read, project, ctx.today()).flatMap(({ id, name, total }) => {
    const task = getRecord(ctx.store.read, 'task', id);
    if (!task?.client_visible) return [];
    const days = Math.round((total / tenthsPerDay) * 10) / 10;
    const text = clientText({ title: name, client_text: task.client_text }, 'client') ?? '';
    return [say('docAgreement:schedule.buffer', { name: text, days })];
  });
  return lines.length === 0
    ? remark('buffers', say('docAgreement:schedule.noBuffers'))
    : list('buffers', lines);
}

/** Risks as the client is told them. */
function risks(ctx: AppContext, say: Say, projectId: string): Block {
  const lines = listRecords(ctx.store.read, 'risk', { project_id: projectId })
    .filter(({ client_visible, status }) => client_visible && status !== 'closed')
    .sort((a, b) => a.no - b.no)
    .map((risk) => clientText(risk, 'client') ?? '');
  return lines.length === 0 ? remark('risks', say('docAgreement:schedule.noRisks')) : list('risks', lines);
}

/** I6: the timetable with its buffers and risks, confirmed with the client. */
export const schedule: KindSpec = {
  subject: 'project',
  audiences: ['client'],
  compose(ctx, subjectId, language, audience) {
    const say = textsIn(language);
    const project = readSubject(ctx, 'project', subjectId);
    return documentOf(
      {
        kind: 'schedule',
        language,
        audience,
        title: say('docAgreement:schedule.title', { project: project.name }),
        facts: [
          [say('docAgreement:schedule.start'), project.start_on],
          [say('docAgreement:schedule.finish'), project.finish_on],
        ],
      },
      [
        paragraph('intro', say('docAgreement:schedule.intro')),
        heading('milestones:head', say('docAgreement:schedule.milestones')),
        milestoneTable(ctx, say, project.id),
        heading('buffers:head', say('docAgreement:schedule.buffers')),
        buffers(ctx, say, project),
        heading('risks:head', say('docAgreement:schedule.risks')),
        risks(ctx, say, project.id),
        ...bothSign(say, say('docAgreement:schedule.statement')),
      ],
    );
  },
};
