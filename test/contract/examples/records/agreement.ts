import type { agreementEntities } from '#shared/model/entities/agreement.ts';
import { storedDocument } from '#test/support/documents.ts';
import type { NewRecords } from '../types.ts';

export const agreementRecords: NewRecords<keyof typeof agreementEntities> = {
  goal: (ids) => ({ project_id: ids.project, title: '5 月 31 日前通水' }),
  goal_status: (ids) => ({ goal_id: ids.goal, judged_on: '2026-03-09', conformity: 90 }),
  charter: (ids) => ({ project_id: ids.project, purpose: '提高汛期排水能力' }),
  adjustment: (ids) => ({ project_id: ids.project, title: '通水日期顺延' }),
  negotiation: (ids) => ({
    project_id: ids.project,
    adjustment_id: ids.adjustment,
    held_on: '2026-03-09',
    said: '客户同意顺延三天',
  }),
  delay_notice: (ids) => ({ project_id: ids.project, title: '设备到货延期' }),
  document: (ids) => ({
    client_id: ids.client,
    project_id: ids.project,
    ...storedDocument(),
    subject_id: ids.project,
    issued_at: '2026-03-09T01:00:00.000Z',
  }),
  signoff: (ids) => ({
    document_id: ids.document,
    content_sha256: '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a',
    side: 'client',
    name: '李工',
    method: 'drawn',
    signed_at: '2026-03-09T02:00:00.000Z',
    seal_sha256: '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a',
  }),
  read_receipt: (ids) => ({ document_id: ids.document, person: '王工', read_on: '2026-03-09' }),
  attachment: (ids) => ({
    project_id: ids.project,
    subject_id: ids.comm_log,
    name: '现场.jpg',
    sha256: '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a',
    bytes: 2,
  }),
};
