import { expect, it } from 'vitest';
import { tooLong, undeclaredVariables } from './check-size.ts';

it('names files over the limit, but not catalogues and fixtures', () => {
  const lines = (n: number): string => 'x\n'.repeat(n);
  const sizes: Record<string, number> = {
    'shared/a.ts': 400,
    'shared/b.ts': 401,
    'shared/i18n/en/model.ts': 900,
    'test/fixtures/plan.ts': 900,
    'renderer/host.d.ts': 900,
    'README.md': 900,
  };
  expect(tooLong(Object.keys(sizes), (file) => lines(sizes[file]!))).toEqual([
    'shared/b.ts: 401 lines, at most 400',
  ]);
});

it('names variables that nothing declares', () => {
  const found = undeclaredVariables([
    { file: 'tokens.css', text: ':root { --space: 4px; }' },
    {
      file: 'a.css',
      text: '.a { margin: var(--space); gap: var(--gap); width: var(--w, 3px); /* var(--old) */ }',
    },
    { file: 'b.tsx', text: "<div style={{ ['--indent' as string]: 1, '--row': 2 }} />" },
    { file: 'b.css', text: '.b { padding: var(--indent) var(--row) var(--trigger-width); }' },
  ]);
  expect(found).toEqual(['a.css: --gap is used but declared nowhere']);
});
