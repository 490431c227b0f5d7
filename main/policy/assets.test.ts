import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolveAsset } from './assets.ts';
import { CHROMIUM_ORIGIN, ELECTRON_ORIGIN } from './origin.ts';

const ATTACKS = [
  '/../secret.json',
  '/assets/../../secret.json',
  '/assets/./index.js',
  '/..%2f..%2fetc/passwd.txt',
  '/%2e%2e/secret.json',
  '/%2e%2e%2fsecret.json',
  '/.%2e/secret.json',
  '/%252e%252e%252fsecret.json',
  '/..%5c..%5cwindows%5cwin.json',
  '/..\\..\\windows\\win.json',
  '/assets\\index.js',
  '/index.html%00.png',
  '/%00index.html',
  '/index.html%0a.js',
  '/C:/Windows/win.json',
  '/C%3A/Windows/win.json',
  '/index.html:stream.js',
  '/index.html::$DATA.html',
  '//server/share/file.js',
  '/%2f%2fserver/share/file.js',
  '/\\\\server\\share\\file.js',
  '/.env.json',
  '/assets/.hidden.js',
  '/con.html',
  '/assets/NUL.js',
  '/lpt1.css',
  '/index.html.',
  '/index.html%20',
  '/assets/ index.js',
  '/assets//index.js',
  '/assets/',
  '/assets',
  '/main.ts',
  '/index.js.map',
  '/store.sqlite',
  '/index.html%',
  '/%ff%fe.js',
  '/%c0%ae%c0%ae/secret.json',
  '/\u2025/secret.json',
  '/a\u202egpj.js',
  `/${'a'.repeat(300)}.js`,
  `/${'a/'.repeat(20)}x.js`,
  '/__proto__',
  '/x.constructor',
];

const FOREIGN = [
  'https://milepost.invalid.evil.com/index.html',
  'https://evil.com/index.html',
  'https://milepost.invalid@evil.com/index.html',
  'https://user:pw@milepost.invalid/index.html',
  'https://milepost.invalid:8443/index.html',
  'http://milepost.invalid/index.html',
  'file:///index.html',
  'file://milepost.invalid/index.html',
  'app://bundle.evil/index.html',
  'app://evil/index.html',
  'data:text/html,x',
  'javascript:alert(1)',
  '',
  'index.html',
];

describe('resolveAsset', () => {
  for (const origin of [CHROMIUM_ORIGIN, ELECTRON_ORIGIN]) {
    it.each(ATTACKS)(`refuses ${origin}%s`, (path) => {
      expect(resolveAsset(origin + path, origin)).toBeNull();
    });

    it(`serves what the bundler emits from ${origin}`, () => {
      const at = (path: string) => resolveAsset(origin + path, origin);
      expect(at('/')).toEqual({ path: 'index.html', mime: 'text/html; charset=utf-8' });
      expect(at('/index.html?route=plan#x')?.path).toBe('index.html');
      expect(at('/assets/index-CGqlBikn.js')?.mime).toBe('text/javascript; charset=utf-8');
      expect(at('/assets/noto-sans-sc-0-400-normal-B_x-9.woff2')?.mime).toBe('font/woff2');
      expect(at('/assets/_shared-a.css')?.mime).toBe('text/css; charset=utf-8');
    });
  }

  it.each(FOREIGN)('refuses the foreign address %s', (url) => {
    expect(resolveAsset(url, CHROMIUM_ORIGIN)).toBeNull();
  });

  it('never yields a path that could leave the folder, whatever the address', () => {
    const part = fc.oneof(
      fc.constantFrom(
        '..',
        '.',
        '%2e',
        '%2f',
        '%5c',
        '\\',
        '/',
        ':',
        '%00',
        '%25',
        'a',
        'b.js',
        '.css',
        '~',
        ' ',
      ),
      fc.string({ maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 10 }), (parts) => {
        const asset = resolveAsset(`${CHROMIUM_ORIGIN}/${parts.join('')}`, CHROMIUM_ORIGIN);
        if (asset === null) return;
        for (const segment of asset.path.split('/')) expect(segment).toMatch(/^[A-Za-z0-9_][A-Za-z0-9._-]*$/);
      }),
    );
  });
});
