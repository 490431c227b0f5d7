import { describe, expect, it } from 'vitest';
import { violationsOf } from './check-layers.ts';
import { importsOf } from './imports.ts';

const why = (file: string, code: string): string[] => violationsOf(file, code).map((found) => found.why);

describe('importsOf', () => {
  it('sees every way to ask for a module, with its line', () => {
    const code = [
      "import a from 'a';",
      "import type { B } from 'b';",
      "export * from 'c';",
      "export { d } from 'd';",
      "type E = import('e').E;",
      "const f = await import('f');",
      "import g = require('g');",
      "const h = require('h');",
      "import 'i';",
      'const j = (name: string) => import(name);',
      "export const k = 'from x';",
      "// import 'l'",
    ].join('\n');
    expect(importsOf(code, 'ts')).toEqual([
      ...['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'].map((specifier, i) => ({ specifier, line: i + 1 })),
      { specifier: null, line: 10 },
    ]);
  });

  it('reads JSX', () => {
    expect(importsOf("import x from 'x'; export const A = () => <b>import 'y'</b>;", 'tsx')).toEqual([
      { specifier: 'x', line: 1 },
    ]);
  });
});

describe('the layer table', () => {
  it.each([
    ['shared/a/b.ts', "import '../c.ts'; import { z } from 'zod';"],
    ['db/log/x.ts', "import { z } from '#shared/model/x.ts'; import fs from 'node:fs';"],
    ['main/electron/x.ts', "import '#main/start.ts'; import { app } from 'electron';"],
    ['renderer/features/plan/x.tsx', "import '#renderer/ui/index.ts'; import '../risk/public.ts';"],
    ['renderer/ui/x.tsx', "import { Button } from 'react-aria-components';"],
    ['shared/a.test.ts', "import '#test/support/x.ts'; import { test } from 'vitest';"],
    ['test/e2e/x.ts', "import 'anything'; import '#main/start.ts';"],
  ])('lets %s pass', (file, code) => {
    expect(why(file, code)).toEqual([]);
  });

  it.each([
    ['a built-in in shared', 'shared/a.ts', "import fs from 'node:fs';"],
    ['another layer from shared, as a type', 'shared/a.ts', "import type { Log } from '#db/log/log.ts';"],
    ['another layer by a relative path', 'shared/a.ts', "export * from '../db/log/log.ts';"],
    ['a relative path where an alias is due', 'db/log/a.ts', "import '../../shared/model/id.ts';"],
    ['the core from the store', 'db/a.ts', "await import('#main/start.ts');"],
    ['a host from the core', 'main/app/a.ts', "import type { X } from '#main/electron/types.ts';"],
    ['one host from the other', 'main/chromium/a.ts', "import '#main/electron/main.ts';"],
    ['electron in the core', 'main/app/a.ts', "import type { App } from 'electron';"],
    ['electron in the other host', 'main/chromium/a.ts', "type A = import('electron').App;"],
    ['the store from the renderer', 'renderer/shell/a.tsx', "import '#db/queries/records.ts';"],
    ['a feature through the back door', 'renderer/features/plan/a.tsx', "import '../risk/RiskList.tsx';"],
    ['a feature from the kit', 'renderer/ui/a.tsx', "import '#renderer/features/plan/public.ts';"],
    ['the kit behind the kit', 'renderer/features/plan/a.tsx', "import 'react-aria-components';"],
    ['a built-in without node:', 'main/app/a.ts', "import fs from 'fs';"],
    ['a computed name', 'main/app/a.ts', 'export const x = (name: string) => import(name);'],
    ['test code in the product', 'main/app/a.ts', "import '#test/support/testApp.ts';"],
    ['a package nobody allowed', 'db/a.ts', "import _ from 'lodash';"],
  ])('refuses %s', (_name, file, code) => {
    expect(why(file, code)).toHaveLength(1);
  });
});
