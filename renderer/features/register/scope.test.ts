import { expect, test } from 'vitest';
import { ownedValues, targetQuery } from './scope.ts';

test('a new record takes from its place only the references it has', () => {
  const scope = { projectId: 'prj_1', clientId: 'cli_1', owner: { contract_id: 'ctr_1' } };
  expect(ownedValues('clause', scope)).toEqual({ contract_id: 'ctr_1' });
  expect(ownedValues('promise', scope)).toEqual({ project_id: 'prj_1', client_id: 'cli_1' });
  expect(ownedValues('party', scope)).toEqual({});
});

test('a reference offers the records of the same owner', () => {
  expect(targetQuery('task', { project_id: 'prj_1' }).where).toEqual({ project_id: 'prj_1' });
  expect(targetQuery('contact', { project_id: 'prj_1', client_id: 'cli_1' }).where).toEqual({
    client_id: 'cli_1',
  });
  expect(targetQuery('payment_stage', { project_id: 'prj_1', contract_id: 'ctr_1' }).where).toEqual({
    contract_id: 'ctr_1',
  });
});

test('records that belong to nobody are offered everywhere, those of another project nowhere', () => {
  const { where, keep } = targetQuery('benchmark', { project_id: 'prj_1' });
  expect(where).toEqual({});
  expect(keep({ project_id: null })).toBe(true);
  expect(keep({ project_id: 'prj_1' })).toBe(true);
  expect(keep({ project_id: 'prj_2' })).toBe(false);
  expect(targetQuery('party', { project_id: 'prj_1' }).where).toEqual({});
});
