import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dutyMatrix, partyChain } from './raci.ts';

test('C1: each object says how many are accountable; 0 and 2 are omission and overlap', () => {
  const { people, rows } = dutyMatrix([
    { object: '周报', person: '王工', raci: 'accountable' },
    { object: '周报', person: '王工', raci: 'responsible' },
    { object: '周报', person: '李工', raci: 'informed' },
    { object: '试运行', person: '李工', raci: 'responsible' },
    { object: '验收', person: '王工', raci: 'accountable' },
    { object: '验收', person: '李工', raci: 'accountable' },
  ]);
  expect(people).toEqual(['王工', '李工']);
  expect(rows.map(({ object, accountable }) => [object, accountable])).toEqual([
    ['周报', 1],
    ['试运行', 0],
    ['验收', 2],
  ]);
  expect(rows[0]?.letters).toEqual({ 王工: 'RA', 李工: 'I' });
});

test('A3: the chain goes from the owner to our own suppliers', () => {
  const chain = partyChain([
    { id: 'we', upstream_id: 'main' },
    { id: 'owner', upstream_id: null },
    { id: 'sub', upstream_id: 'we' },
    { id: 'main', upstream_id: 'owner' },
  ]);
  expect(chain.map(({ link, depth }) => `${'-'.repeat(depth)}${link.id}`)).toEqual([
    'owner',
    '-main',
    '--we',
    '---sub',
  ]);
});

test('A3: every party appears once, whatever the chain looks like, circles included', () => {
  const id = fc.constantFrom('a', 'b', 'c', 'd', 'e');
  const links = fc.uniqueArray(fc.record({ id, upstream_id: fc.option(id) }), {
    selector: (link) => link.id,
  });
  fc.assert(
    fc.property(links, (given) => {
      expect(
        partyChain(given)
          .map(({ link }) => link.id)
          .sort(),
      ).toEqual(given.map((link) => link.id).sort());
    }),
  );
});
