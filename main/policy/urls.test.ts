import { describe, expect, it } from 'vitest';
import { CONTENT_SECURITY_POLICY } from './csp.ts';
import { allowedExternalUrl, openExternalUrl } from './externalUrl.ts';
import { mayNavigate, mayOpenWindow, mayRequest } from './navigation.ts';
import { CHROMIUM_ORIGIN, ELECTRON_ORIGIN } from './origin.ts';
import { isPermissionGranted } from './permissions.ts';
import { refuseSender } from './sender.ts';

const HOSTILE = [
  'https://evil.com/',
  'https://milepost.invalid.evil.com/',
  'https://milepost.invalid@evil.com/',
  'https://evil.com#https://milepost.invalid/',
  'http://milepost.invalid/',
  'https://milepost.invalid:444/',
  'file:///etc/passwd',
  'file://evil.com/share',
  '\\\\evil.com\\share',
  'javascript:alert(1)',
  'data:text/html,<script>1</script>',
  'blob:https://milepost.invalid/1',
  'about:blank',
  'chrome://settings',
  'devtools://devtools/x',
  'view-source:https://milepost.invalid/',
  'filesystem:https://milepost.invalid/x',
  'app://bundle.evil.com/',
  'app://evil/bundle',
  'app:bundle',
  'app://bundle:1/',
  'app://x@bundle/',
  'ms-settings:',
  '',
  ' ',
  'not a url',
];

describe('navigation', () => {
  it.each(HOSTILE)('refuses %s in both hosts', (url) => {
    expect(mayNavigate(url, CHROMIUM_ORIGIN)).toBe(false);
    expect(mayNavigate(url, ELECTRON_ORIGIN)).toBe(false);
  });

  it('allows a reload of the start page only', () => {
    expect(mayNavigate('app://bundle/index.html?x#y', ELECTRON_ORIGIN)).toBe(true);
    expect(mayNavigate('https://milepost.invalid/', CHROMIUM_ORIGIN)).toBe(true);
    expect(mayNavigate('app://bundle/print.html', ELECTRON_ORIGIN)).toBe(false);
    expect(mayNavigate('app://bundle/assets/x.svg', ELECTRON_ORIGIN)).toBe(false);
  });

  it('opens no window, not even on our own origin', () => {
    expect(mayOpenWindow('app://bundle/index.html')).toBe(false);
  });

  it('lets nothing out but our own files and what the page made itself', () => {
    expect(mayRequest('app://bundle/a.js', ELECTRON_ORIGIN)).toBe(true);
    expect(mayRequest('blob:app://bundle/1', ELECTRON_ORIGIN)).toBe(true);
    expect(mayRequest('data:image/png;base64,', ELECTRON_ORIGIN)).toBe(true);
    for (const url of HOSTILE.filter((text) => !/^(data|blob):/.test(text))) {
      expect(mayRequest(url, ELECTRON_ORIGIN)).toBe(false);
    }
    expect(mayRequest('wss://evil.com/', ELECTRON_ORIGIN)).toBe(false);
  });
});

describe('external addresses', () => {
  it.each([
    'http://example.com/',
    'file:///C:/x.exe',
    'javascript:alert(1)',
    'ms-msdt:/id',
    'search-ms:query=x',
    'smb://server/share',
    'vbscript:x',
    'data:text/html,x',
    'https://user:pw@example.com/',
    'https://example.com@evil.com/',
    'https:example.com',
    'https:/example.com',
    'https:\\\\example.com',
    'https://example.com\\@evil.com',
    'https://example.com/\u0000',
    'https://example.com/\nx',
    'https://example.com/ x',
    ' https://example.com/',
    'https://example.com/\u202egpj.exe',
    'https://example.com/\u200b',
    'https://',
    'https:///',
    `https://example.com/${'a'.repeat(2000)}`,
    `https://example.com/${'文'.repeat(300)}`,
    'mailto:a@b.c?attach=/etc/passwd',
    'mailto:a@b.c?attachment=C:%5Cx',
    'mailto:a@b.c?subject=x%0d%0aBcc:%20evil@e.com',
    'mailto:a@b.c%0d%0aBcc:evil@e.com',
    'MAILTO:a@b.c?ATTACH=x',
    '',
    'example.com',
  ])('refuses %j', (url) => {
    expect(allowedExternalUrl(url)).toBeNull();
  });

  it.each([
    'https://example.com/a?b=c#d',
    'https://例子.中国/',
    'mailto:li@example.com?subject=%E4%BD%A0%E5%A5%BD&body=a%0d%0ab',
  ])('allows %s', (url) => {
    expect(allowedExternalUrl(url)).not.toBeNull();
  });

  it('calls the effect with allowed addresses alone', async () => {
    const opened: string[] = [];
    const open = (url: string): void => void opened.push(url);
    expect(await openExternalUrl('file:///x', open)).toBe(false);
    expect(await openExternalUrl('https://example.com', open)).toBe(true);
    expect(opened).toEqual(['https://example.com/']);
  });
});

describe('sender', () => {
  const windows = new Set(['main']);
  const good = { url: 'https://milepost.invalid/index.html', topFrame: true, windowId: 'main' };
  it.each([
    [{ ...good, windowId: null }, 'no-window'],
    [{ ...good, windowId: 'other' }, 'unknown-window'],
    [{ ...good, topFrame: false }, 'not-top-frame'],
    [{ ...good, url: null }, 'no-url'],
    [{ ...good, url: '' }, 'no-url'],
    [{ ...good, url: 'https://milepost.invalid.evil.com/' }, 'foreign-origin'],
    [{ ...good, url: 'about:blank' }, 'foreign-origin'],
    [{ ...good, url: 'app://bundle/index.html' }, 'foreign-origin'],
  ] as const)('refuses %j as %s', (sender, reason) => {
    expect(refuseSender(sender, windows, CHROMIUM_ORIGIN)).toBe(reason);
  });

  it('accepts the top frame of our window on our origin', () => {
    expect(refuseSender(good, windows, CHROMIUM_ORIGIN)).toBeNull();
  });
});

describe('content security policy', () => {
  it('starts from nothing and opens neither inline code nor the network', () => {
    expect(CONTENT_SECURITY_POLICY.startsWith("default-src 'none'")).toBe(true);
    expect(CONTENT_SECURITY_POLICY).not.toMatch(/unsafe|\*|https?:|wss?:/);
    expect(CONTENT_SECURITY_POLICY).toContain("connect-src 'none'");
    expect(CONTENT_SECURITY_POLICY).toContain("require-trusted-types-for 'script'");
  });
});

describe('permissions', () => {
  it.each(['media', 'geolocation', 'notifications', 'clipboard-read', 'unknown', 'something new'])(
    'denies %s',
    (name) => {
      expect(isPermissionGranted(name)).toBe(false);
    },
  );
});
