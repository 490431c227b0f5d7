import { getRecord } from '#db/queries/records.ts';
import { readSubject } from '#main/app/document/subject.ts';
import { requireNoGaps } from '#main/app/signing/gaps.ts';
import { fieldText, textsIn } from '#main/app/texts.ts';
import { documentOf, heading, list, paragraph, remark, signatures } from '#shared/domain/documents/blocks.ts';
import type { Block } from '#shared/domain/documents/content.ts';
import { blank, chapter } from './agreed.ts';
import { clientText } from './common.ts';
import type { KindSpec } from './types.ts';

/** One date per line, as it was written. */
function linesOf(text: string | null): string[] {
  return (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** G15: a delay told with its cause, the measures, the recovery date and the dates that follow. */
export const delayNotice: KindSpec = {
  subject: 'delay_notice',
  audiences: ['client'],
  requireWhole: (ctx, id) => requireNoGaps(ctx.store.read, 'delay_notice', id),
  onIssued: (tx, id) => {
    if (tx.get('delay_notice', id).status === 'draft') tx.update('delay_notice', id, { status: 'issued' });
  },
  onSent: (tx, id, today) => {
    if (tx.find('delay_notice', id)) tx.update('delay_notice', id, { status: 'sent', sent_on: today });
  },
  compose(ctx, subjectId, language, audience) {
    const say = textsIn(language);
    const record = readSubject(ctx, 'delay_notice', subjectId);
    const project = readSubject(ctx, 'project', record.project_id);
    const task = record.task_id === null ? null : getRecord(ctx.store.read, 'task', record.task_id);
    const name = (field: string): string => fieldText(say, 'delay_notice', field);
    const dates = linesOf(record.revised_dates);
    const about = task && clientText({ title: task.name, client_text: task.client_text }, 'client');
    const open = (id: string): Block => remark(id, say('docAgreement:notYet'));
    return documentOf(
      {
        kind: 'delay_notice',
        language,
        audience,
        title: say('docAgreement:delay.title', { project: project.name }),
        facts: [
          [name('task_id'), about],
          [
            say('docAgreement:delay.late'),
            record.days === null ? null : say('docAgreement:delay.days', { count: record.days }),
          ],
        ],
      },
      [
        heading('title:head', record.title),
        paragraph('intro', say('docAgreement:delay.intro')),
        ...chapter(say, 'cause', name('cause'), record.cause),
        ...chapter(say, 'measures', name('measures'), record.measures),
        heading('recovery:head', name('recovery_on')),
        record.recovery_on === null ? open('recovery') : paragraph('recovery', record.recovery_on),
        heading('dates:head', name('revised_dates')),
        blank(record.revised_dates) ? open('dates') : list('dates', dates),
        heading('signatures:head', say('docAgreement:delay.receipt')),
        signatures('signatures', say('docAgreement:delay.statement'), [
          ['client', say('docAgreement:side.client')],
        ]),
      ],
    );
  },
};
