import { describe, expect, it } from 'vitest';
import { emptyDatabase } from '#test/support/memoryCore.ts';
import { CLIENT_SQL, HABITS_SQL } from './client.ts';
import { TIMELINE_SQL } from './clientTimeline.ts';

/** How SQLite would run a statement, one line per table it reads. */
function planOf(sql: string): string[] {
  const db = emptyDatabase();
  try {
    const names = [...new Set([...sql.matchAll(/@(\w+)/g)].map((match) => match[1] ?? ''))];
    const args = Object.fromEntries(names.map((name) => [name, name === 'limit' ? 51 : null]));
    const rows = db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(args) as { detail: string }[];
    return rows.map((row) => row.detail);
  } finally {
    db.close();
  }
}

describe('statements of the client page (demand 19)', () => {
  const all = [
    ...Object.entries(CLIENT_SQL),
    ...Object.entries(HABITS_SQL),
    ...Object.entries(TIMELINE_SQL).map(([kind, sql]) => [`timeline of ${kind}`, sql] as const),
  ];

  it.each(all)('%s reads no table from end to end', (_name, sql) => {
    const plan = planOf(sql);
    // A subquery that was read by an index may itself be gone through.
    const scanned = plan.filter((line) => /^SCAN (?!\(subquery)/.test(line) && !/^SCAN CONSTANT/.test(line));
    expect(scanned, plan.join('\n')).toEqual([]);
  });

  it('finds the newest contacts of a client without sorting all of them', () => {
    const plan = planOf(TIMELINE_SQL.contact).join('\n');
    expect(plan).toContain('ix_comm_log_client_id_happened_at');
    // Only entries of one and the same second are put in order.
    expect(plan).not.toContain('USE TEMP B-TREE FOR ORDER BY');
  });
});
