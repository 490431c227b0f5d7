/** B4, B13, C5, C6: what clients say, on its way to the person who acts on it. */
import type { Tx } from '#db/log/tx.ts';
import { feedbackInbox } from '#db/queries/client.ts';
import { getRecord } from '#db/queries/records.ts';
import type { Handlers } from '#main/ipc/router.ts';
import { answerDue, FEEDBACK_STEPS } from '#shared/domain/client/feedback.ts';
import { clipped } from '#shared/domain/text/clip.ts';
import type { AppContext } from '../context.ts';
import { createLabel } from '../labels.ts';

/** C6, B13: who collects feedback: the custodian of the project's team, else its CRM owner, else any team's. */
function custodianOf(tx: Tx, projectId: string | null): string | null {
  const sql = `SELECT name FROM team_member WHERE deleted_at IS NULL AND role IN ('feedback_custodian', 'crm_owner')
    ORDER BY project_id IS ? DESC, role = 'feedback_custodian' DESC, created_at DESC, name LIMIT 1`;
  const name = tx.db.prepare<[string | null], { name: string }>(sql).get(projectId)?.name;
  return name ?? null;
}

/** A status moves on only: what was decided later stays decided. */
function atLeast(status: (typeof FEEDBACK_STEPS)[number], wanted: (typeof FEEDBACK_STEPS)[number]) {
  return FEEDBACK_STEPS.indexOf(status) < FEEDBACK_STEPS.indexOf(wanted) ? wanted : status;
}

export function feedbackHandlers(ctx: AppContext): Handlers {
  return {
    'feedback.inbox': () => feedbackInbox(ctx.store.read, ctx.today()),
    'feedback.capture': ({ clientId, projectId = null, contactId = null, channel, sort = null, text }) => {
      const label = createLabel('feedback', text);
      const { value } = ctx.log.commit(label, (tx) => {
        tx.get('client', clientId);
        return tx.create('feedback', {
          client_id: clientId,
          project_id: projectId,
          contact_id: contactId,
          received_on: ctx.today(),
          channel: channel ?? 'other',
          text,
          sort,
          status: sort === null ? 'received' : 'classified',
          due_on: sort === null ? null : answerDue(sort, ctx.today()),
          custodian: custodianOf(tx, projectId),
        });
      });
      return { id: value };
    },
    'feedback.route': ({ id, sort, assignee, due_on }) => {
      const name = clipped(getRecord(ctx.store.read, 'feedback', id)?.text);
      const { value } = ctx.log.commit({ key: 'feedbackRoute', args: { name } }, (tx) => {
        const before = tx.get('feedback', id);
        const person = assignee === undefined ? before.assignee : assignee;
        const due =
          due_on === undefined || (due_on === null && person !== null)
            ? (before.due_on ?? answerDue(sort, before.received_on))
            : due_on;
        return tx.update('feedback', id, {
          sort,
          assignee: person,
          due_on: due,
          status: atLeast(before.status, person ? 'assigned' : 'classified'),
        });
      });
      return { changed: value };
    },
  };
}
