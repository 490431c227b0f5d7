import { describe, expect, it } from 'vitest';
import { findInstalledBrowser } from './findBrowser.ts';

const only = (path: string) => (asked: string) => asked === path;

describe('findInstalledBrowser', () => {
  it('takes the browser that the user names', () => {
    expect(findInstalledBrowser({ MILEPOST_BROWSER: '/opt/my' }, 'linux', () => true)).toBe('/opt/my');
  });

  it('refuses a named browser that does not exist', () => {
    expect(() => findInstalledBrowser({ MILEPOST_BROWSER: '/opt/my' }, 'linux', () => false)).toThrow(
      '/opt/my',
    );
  });

  it('finds what is installed on each platform', () => {
    expect(findInstalledBrowser({}, 'linux', only('/usr/bin/google-chrome'))).toBe('/usr/bin/google-chrome');
    const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe';
    expect(
      findInstalledBrowser({ 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)' }, 'win32', only(edge)),
    ).toBe(edge);
    const chrome = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
    expect(findInstalledBrowser({}, 'darwin', only(chrome))).toBe(chrome);
  });

  it('says when there is none', () => {
    expect(findInstalledBrowser({}, 'linux', () => false)).toBe(null);
    expect(findInstalledBrowser({}, 'win32', () => false)).toBe(null);
  });
});
