import { describe, expect, it } from 'vitest';
import { emptyDatabase } from '#test/support/memoryCore.ts';
import { CONTACTS_SQL, REPORTS_SQL, TODAY_SQL } from './today.ts';

/** How SQLite would run a statement, one line per table it reads. */
function planOf(sql: string): string[] {
  const db = emptyDatabase();
  try {
    const params = sql.includes('?') ? ['2026-12-05', 201] : [];
    const rows = db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...params) as { detail: string }[];
    return rows.map((row) => row.detail);
  } finally {
    db.close();
  }
}

/** Tables that grow with the work; reading all of one of them would make the first screen slow. */
const GROWING = [
  'comm_log',
  'task',
  'risk',
  'risk_action',
  'issue',
  'decision',
  'material_need',
  'report',
  'rectification',
  'promise',
  'meeting',
  'meeting_item',
  'comm_plan_item',
  'document',
];

describe('statements of the Today page', () => {
  const statements = { ...TODAY_SQL, report: REPORTS_SQL, contact: CONTACTS_SQL };

  it.each(Object.entries(statements))('%s never reads a growing table from end to end', (_kind, sql) => {
    const plan = planOf(sql);
    expect(plan.length).toBeGreaterThan(0);
    const scanned = plan.filter(
      (line) => /^SCAN (x|r)\b/.test(line) || GROWING.some((name) => line.startsWith(`SCAN ${name}`)),
    );
    expect(scanned, plan.join('\n')).toEqual([]);
  });

  it.each([
    ['next_step', 'ix_comm_log_done_at_due_on'],
    ['milestone', 'ix_task_milestone_finish_at_percent'],
    ['risk_action', 'ix_risk_action_status_due_on'],
    ['rectification', 'ix_rectification_due_on'],
    ['signature', 'ix_document_state_issued_at'],
  ] as const)('%s finds what is due by its own index', (kind, index) => {
    expect(planOf(TODAY_SQL[kind]!).join('\n')).toContain(index);
  });

  it('finds the last contact of a client without reading the others', () => {
    expect(planOf(CONTACTS_SQL).join('\n')).toContain('ix_comm_log_client_id_happened_at');
  });
});
