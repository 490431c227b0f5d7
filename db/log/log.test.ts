import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dumpTables, MemoryCore, rebuilt } from '#test/support/memoryCore.ts';
import type { Tx } from './tx.ts';

let core: MemoryCore;
beforeEach(() => {
  core = new MemoryCore();
});
afterEach(() => core.close());

const commit = <T>(body: (tx: Tx) => T): T => core.log.commit({ key: 'update', args: {} }, body).value;
const client = (name = '甲'): string => commit((tx) => tx.create('client', { name }));
const project = (owner = client()): string =>
  commit((tx) => tx.create('project', { client_id: owner, name: 'P' }));

describe('a commit', () => {
  it('writes nothing at all when a value is set and set back', () => {
    const id = client('甲');
    const before = dumpTables(core.db);
    core.now += 5000;
    commit((tx) => {
      tx.update('client', id, { name: '乙' });
      tx.update('client', id, { name: '甲' });
    });
    expect(core.seq).toBe(1);
    expect(dumpTables(core.db)).toEqual(before);
  });

  it('keeps the keys of structured values in one order, so that a replay gives the same bytes', () => {
    const owner = project();
    const id = commit((tx) =>
      tx.create('calendar', { project_id: owner, name: 'K', definition: { z: 1, a: 2 } }),
    );
    expect(core.db.prepare('SELECT definition FROM calendar WHERE id = ?').pluck().get(id)).toBe(
      '{"a":2,"z":1}',
    );
    expect(rebuilt(core.db).tables).toEqual(dumpTables(core.db));
  });

  it('stays saved when the listener of its event fails', () => {
    const id = client('甲');
    core.failNextEvent = true;
    expect(() => commit((tx) => tx.update('client', id, { name: '乙' }))).not.toThrow();
    expect(core.seq).toBe(2);
    commit((tx) => tx.update('client', id, { name: '丙' }));
    expect(core.seq).toBe(3);
  });

  it.each([-1, 0.5, Number.NaN, 4_102_444_800_000, 8.64e15])(
    'gets a sortable stamp from a clock that says %s',
    (ms) => {
      core.now = ms;
      client();
      client();
      const stamps = core.db.prepare<[], string>('SELECT hlc FROM txn ORDER BY seq').pluck().all();
      for (const stamp of stamps) expect(stamp).toMatch(/^[0-9a-f]{12}-[0-9a-f]{4}-device-a$/);
      expect(stamps).toEqual([...new Set(stamps)].sort());
    },
  );

  it('refuses an asynchronous body and leaves nothing behind', () => {
    expect(() => commit(async (tx) => tx.create('client', { name: 'x' }))).toThrow(TypeError);
    expect(core.seq).toBe(0);
    expect(dumpTables(core.db).client).toEqual([]);
  });
});

describe('undo', () => {
  it.each([
    { patch: { status: 'solved', measure: 'm', reason: 'r' } },
    { patch: { measure: 'm', reason: 'r', status: 'solved' } },
  ] as const)('goes back and forth over fields that a rule binds, in any order: $patch', ({ patch }) => {
    const owner = project();
    const id = commit((tx) => tx.create('issue', { project_id: owner, title: 'T' }));
    commit((tx) => tx.update('issue', id, patch));
    core.undo();
    expect(dumpTables(core.db).issue).toMatchObject([{ status: 'raised', measure: null, reason: null }]);
    core.redo();
    expect(dumpTables(core.db).issue).toMatchObject([patch]);
  });
});

describe('removing and restoring', () => {
  it('brings back exactly what went with the record, not what was deleted before', () => {
    const owner = client();
    const p = project(owner);
    const [a, b] = commit((tx) => [
      tx.create('task', { project_id: p, name: 'a' }),
      tx.create('task', { project_id: p, name: 'b' }),
    ]);
    commit((tx) => tx.remove('task', a!));
    commit((tx) => tx.remove('client', owner));
    expect(() => commit((tx) => tx.restore('task', a!))).toThrow('OWNER_IN_TRASH');
    commit((tx) => tx.restore('client', owner));
    const live = core.db.prepare('SELECT id FROM task WHERE deleted_at IS NULL').pluck().all();
    expect(live).toEqual([b]);
    commit((tx) => tx.restore('task', a!));
    expect(core.db.prepare('SELECT count(*) FROM task WHERE deleted_at IS NULL').pluck().get()).toBe(2);
  });

  it('does not restore a record whose creation was undone', () => {
    const id = client();
    core.undo();
    expect(() => commit((tx) => tx.restore('client', id))).toThrow('NOT_FOUND');
  });

  it('takes thousands of records along without preparing a statement for each', () => {
    const p = project();
    commit((tx) => {
      for (let i = 0; i < 2000; i++) tx.create('task', { project_id: p, name: `t${i}` });
    });
    const prepare = core.db.prepare.bind(core.db);
    let prepared = 0;
    core.db.prepare = ((sql: string) => {
      prepared += 1;
      return prepare(sql);
    }) as typeof core.db.prepare;
    commit((tx) => tx.remove('project', p));
    expect(prepared).toBeLessThan(200);
  });
});

describe('references', () => {
  it('must exist even for a record that goes to the trash in the same action', () => {
    const owner = client();
    expect(() =>
      commit((tx) => {
        const id = tx.create('project', { client_id: owner, name: 'P', calendar_id: tx.newId('calendar') });
        tx.remove('project', id);
      }),
    ).toThrow('REFERENCE_BROKEN');
  });

  it.each([
    ['a parent', 'task', (p: string, t: string) => ({ project_id: p, parent_id: t })],
    ['a link', 'link', (p: string, t: string, u: string) => ({ project_id: p, from_id: t, to_id: u })],
    ['a risk of a task', 'risk', (p: string, t: string) => ({ project_id: p, title: 'x', task_id: t })],
  ] as const)('across projects are refused: %s', (_name, type, values) => {
    const owner = client();
    const [one, two] = [project(owner), project(owner)];
    const t = commit((tx) => tx.create('task', { project_id: one, name: 't' }));
    const u = commit((tx) => tx.create('task', { project_id: two, name: 'u' }));
    expect(() => commit((tx) => tx.create(type, values(two, t, u) as never))).toThrow('OTHER_PROJECT');
  });

  it('are looked at from both ends: a task cannot leave its project while others hang on it', () => {
    const owner = client();
    const [one, two] = [project(owner), project(owner)];
    const t = commit((tx) => tx.create('task', { project_id: one, name: 't' }));
    commit((tx) => tx.create('task', { project_id: one, name: 'child', parent_id: t }));
    expect(() => commit((tx) => tx.update('task', t, { project_id: two }))).toThrow('OTHER_PROJECT');
  });

  it('of a project to a calendar, of an assignment and of a baseline stay inside one project', () => {
    const owner = client();
    const [one, two] = [project(owner), project(owner)];
    const [calendar, t, r, b] = commit((tx) => [
      tx.create('calendar', { project_id: one, name: 'K', definition: {} }),
      tx.create('task', { project_id: one, name: 't' }),
      tx.create('resource', { project_id: two, name: 'r' }),
      tx.create('baseline', { project_id: two, name: 'b' }),
    ]);
    expect(() => commit((tx) => tx.update('project', two, { calendar_id: calendar! }))).toThrow(
      'OTHER_PROJECT',
    );
    expect(() => commit((tx) => tx.create('assignment', { task_id: t!, resource_id: r! }))).toThrow(
      'OTHER_PROJECT',
    );
    expect(() => commit((tx) => tx.create('baseline_task', { baseline_id: b!, task_id: t! }))).toThrow(
      'OTHER_PROJECT',
    );
    commit((tx) => tx.update('project', one, { calendar_id: calendar! }));
  });
});
