import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { closure, installedPackages, isAllowed, refusedPackages } from './licences.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

test('expressions are read as alternatives and conjunctions', () => {
  expect(isAllowed('(MIT OR GPL-3.0)')).toBe(true);
  expect(isAllowed('MIT AND GPL-3.0')).toBe(false);
  expect(isAllowed('AGPL-3.0')).toBe(false);
});

test('every installed package has a licence we may use', () => {
  const packages = installedPackages(root);
  expect(packages.length).toBeGreaterThan(100);
  expect(refusedPackages(packages).map((p) => `${p.name} ${p.licence}`)).toEqual([]);
});

test('what is shipped includes what the shipped packages depend on', () => {
  expect(closure(root, ['react-dom']).map((p) => p.name)).toContain('scheduler');
});
