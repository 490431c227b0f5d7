/**
 * The layer table: which folder may import what. One place, readable by people, checked over every
 * import in the sources (static, dynamic, re-export and type) by `check-layers.ts`.
 * The first layer whose folder is a prefix of the file wins, so the narrower ones stand first.
 */
export interface Layer {
  readonly folder: string;
  /** Folder prefixes this layer may import from (itself is always allowed). */
  readonly folders: readonly string[];
  /** npm packages, or `node:` for all built-in modules. A trailing `/*` allows sub-paths. */
  readonly packages: readonly string[];
  /** Nothing outside the folder may import from it. */
  readonly closed?: boolean;
}

/** What a test may use besides the doors of the folder it stands in. */
export const TEST_FOLDERS: readonly string[] = ['test/', 'build/'];
export const TEST_PACKAGES: readonly string[] = [
  'node:',
  'vitest',
  'vitest/*',
  'vitest-browser-react',
  'fast-check',
  'axe-core',
  'react-i18next',
];

const SHARED_PACKAGES = ['zod', 'saxes', 'fractional-indexing', 'pinyin-pro'];

export const layers: readonly Layer[] = [
  { folder: 'shared/', folders: [], packages: SHARED_PACKAGES },
  {
    folder: 'db/',
    folders: ['shared/'],
    packages: ['node:', 'better-sqlite3', 'drizzle-orm', 'drizzle-orm/*', 'zod'],
  },
  {
    folder: 'main/electron/',
    folders: ['main/', 'db/', 'shared/'],
    packages: ['node:', 'electron'],
    closed: true,
  },
  {
    folder: 'main/chromium/',
    folders: ['main/', 'db/', 'shared/'],
    packages: ['node:', 'playwright-core', '@sparticuz/chromium'],
    closed: true,
  },
  {
    folder: 'main/',
    folders: ['db/', 'shared/'],
    packages: [
      'node:',
      'zod',
      'i18next',
      'fractional-indexing',
      'nodemailer/*',
      '@cantoo/pdf-lib',
      'saxes',
      'write-excel-file/*',
    ],
  },
  {
    folder: 'renderer/ui/',
    folders: ['renderer/styles/', 'renderer/i18n/', 'shared/'],
    packages: [
      'react',
      'react/*',
      'react-dom',
      'react-aria-components',
      'react-aria-components/*',
      '@internationalized/date',
      '@tanstack/react-virtual',
      'lucide-react',
      'zustand',
    ],
  },
  {
    folder: 'renderer/',
    folders: ['shared/'],
    packages: [
      'react',
      'react/*',
      'react-dom',
      'react-dom/*',
      '@tanstack/react-query',
      '@tanstack/react-virtual',
      '@internationalized/date',
      'i18next',
      'react-i18next',
      'lucide-react',
      'zustand',
      'zustand/*',
      'zod',
      '@fontsource/*',
    ],
  },
];
