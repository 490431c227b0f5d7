import { describe, expect, it } from 'vitest';
import { isDangerousSwitch, parseArgv, parseSecondInstance } from './argv.ts';
import { isNetworkPath, resolveDataDir } from './dataDir.ts';
import { assertSecureWebPreferences, secureWebPreferences } from './windowOptions.ts';

describe('parseArgv', () => {
  it.each([
    '--inspect',
    '--inspect=0.0.0.0:9229',
    '--inspect-brk',
    '--INSPECT',
    '-inspect',
    '--remote-debugging-port=9222',
    '--remote-debugging-pipe',
    '--remote-allow-origins=*',
    '--js-flags=--expose-gc',
    '--load-extension=/tmp/x',
    '--no-sandbox',
    '--disable-gpu-sandbox',
    '--host-rules=MAP * evil.com',
    '--host-resolver-rules=MAP * 1.2.3.4',
    '--proxy-server=evil:80',
    '--proxy-pac-url=x',
    '--disable-web-security',
    '--disable-site-isolation-trials',
    '--ignore-certificate-errors-spki-list=x',
    '--user-data-dir=/tmp/x',
    '--renderer-cmd-prefix=gdb',
    '--gpu-launcher=sh',
    '--utility-cmd-prefix=sh',
    '--enable-blink-features=x',
    '--ssl-key-log-file=/tmp/k',
    '--log-net-log=/tmp/n',
    '--require=/tmp/x.js',
    '/inspect:9229',
  ])('refuses %s', (argument) => {
    expect(parseArgv([argument])).toMatchObject({ ok: false, code: 'DANGEROUS_SWITCH' });
  });

  it('refuses what it does not know, and values that are missing or wrong', () => {
    expect(parseArgv(['--frobnicate'])).toMatchObject({ ok: false, code: 'UNKNOWN_SWITCH' });
    expect(parseArgv(['--'])).toMatchObject({ ok: false, code: 'UNKNOWN_SWITCH' });
    expect(parseArgv(['--data-dir'])).toMatchObject({ ok: false, code: 'MISSING_VALUE' });
    expect(parseArgv(['--data-dir', '--report'])).toMatchObject({ ok: false, code: 'MISSING_VALUE' });
    expect(parseArgv(['--lang=fr'])).toMatchObject({ ok: false, code: 'BAD_VALUE' });
    expect(parseArgv(['--import', 'a\0b'])).toMatchObject({ ok: false, code: 'BAD_VALUE' });
    expect(parseArgv(Array.from({ length: 65 }, () => 'a'))).toMatchObject({ code: 'TOO_MANY_ARGUMENTS' });
  });

  it('reads every switch of its own', () => {
    const argv = [
      '--data-dir',
      'd',
      '--import=a.xml',
      'b.milepost',
      '--lang',
      'zh-TW',
      '--headless',
      '--report',
    ];
    expect(parseArgv([...argv, '--allow-no-sandbox'])).toEqual({
      ok: true,
      options: {
        dataDir: 'd',
        importFiles: ['a.xml', 'b.milepost'],
        report: true,
        lang: 'zh-TW',
        headless: true,
        allowNoSandbox: true,
      },
    });
  });

  it('takes a file whose name contains a switch word for a file', () => {
    expect(isDangerousSwitch('inspect.milepost')).toBe(false);
    expect(parseArgv(['/home/a/inspect.milepost'])).toMatchObject({ ok: true });
    expect(parseArgv(['/home/a/require.xml'])).toMatchObject({ ok: true });
  });
});

describe('parseSecondInstance', () => {
  it('keeps importable files and nothing else', () => {
    const argv = [
      'milepost',
      '--inspect',
      '--allow-file-access-from-files',
      'a.milepost',
      '/b/c.XML',
      'evil.exe',
      '\\\\s\\x.xml',
      'https://e/x.xml',
    ];
    expect(parseSecondInstance(argv, '/cwd')).toEqual(['/cwd/a.milepost', '/b/c.XML']);
  });
});

describe('resolveDataDir', () => {
  const base = {
    env: {},
    homeDir: '/home/li',
    fromArgv: null,
    cwd: '/home/me/desk',
    platform: 'linux',
  } as const;
  const windows = { ...base, platform: 'win32', homeDir: 'C:\\Users\\li', cwd: 'C:\\work' } as const;

  it('uses the folder of the platform', () => {
    expect(resolveDataDir(base)).toMatchObject({ path: '/home/li/.local/share/milepost', warning: null });
    expect(resolveDataDir({ ...base, env: { XDG_DATA_HOME: '/x' } })).toMatchObject({ path: '/x/milepost' });
    expect(resolveDataDir({ ...base, env: { XDG_DATA_HOME: 'rel' } })).toMatchObject({
      path: '/home/li/.local/share/milepost',
    });
    expect(resolveDataDir({ ...base, platform: 'darwin', homeDir: '/Users/li' })).toMatchObject({
      path: '/Users/li/Library/Application Support/Milepost',
    });
    expect(resolveDataDir({ ...windows, env: { APPDATA: 'C:\\Users\\li\\AppData\\Roaming' } })).toMatchObject(
      {
        path: 'C:\\Users\\li\\AppData\\Roaming\\Milepost',
      },
    );
  });

  it('lets the switch win over the variable', () => {
    const env = { MILEPOST_DATA_DIR: '/env' };
    expect(resolveDataDir({ ...base, env })).toMatchObject({ path: '/env' });
    expect(resolveDataDir({ ...base, env, fromArgv: 'rel' })).toMatchObject({ path: '/home/me/desk/rel' });
  });

  it.each([
    ['/home/li/Dropbox/m', 'Dropbox'],
    ['/home/li/OneDrive - 公司/m', 'OneDrive'],
    ['/home/li/我的坚果云/m', 'Nutstore'],
    ['/home/li/Nutstore Files/m', 'Nutstore'],
    ['/Users/li/Library/Mobile Documents/com~apple~CloudDocs/m', 'iCloud'],
    ['/Users/li/Library/CloudStorage/OneDrive-Personal/m', 'CloudStorage'],
    ['/home/li/Google Drive/m', 'Google Drive'],
  ])('warns about %s', (fromArgv, provider) => {
    expect(resolveDataDir({ ...base, fromArgv })).toMatchObject({
      ok: true,
      warning: 'SYNCED_FOLDER',
      provider,
    });
  });

  it('warns on Windows paths and not about look-alikes', () => {
    expect(resolveDataDir({ ...windows, fromArgv: 'D:\\OneDrive\\m' })).toMatchObject({
      provider: 'OneDrive',
    });
    expect(resolveDataDir({ ...base, fromArgv: '/home/li/Dropboxes' })).toMatchObject({ warning: null });
  });

  it.each([
    '\\\\server\\share\\m',
    '//server/share/m',
    '\\\\?\\UNC\\server\\share',
    'smb://server/m',
    '/run/user/1000/gvfs/smb',
    '/net/host/x',
  ])('refuses the network path %s', (path) => {
    expect(isNetworkPath(path)).toBe(true);
    expect(resolveDataDir({ ...windows, fromArgv: path })).toMatchObject({ ok: false, code: 'NETWORK_PATH' });
  });

  it('refuses empty names and NUL', () => {
    expect(resolveDataDir({ ...base, fromArgv: ' ' })).toMatchObject({ code: 'BAD_PATH' });
    expect(resolveDataDir({ ...base, fromArgv: 'a\0b' })).toMatchObject({ code: 'BAD_PATH' });
  });
});

describe('web preferences', () => {
  const good = { ...secureWebPreferences({ devTools: false }), preload: '/p', partition: 'persist:x' };

  it('passes its own list', () => {
    expect(() => assertSecureWebPreferences(good)).not.toThrow();
    expect(Object.isFrozen(secureWebPreferences({ devTools: false }))).toBe(true);
  });

  it.each([
    { contextIsolation: false },
    { sandbox: false },
    { sandbox: undefined },
    { nodeIntegration: true },
    { nodeIntegrationInWorker: true },
    { webSecurity: false },
    { webviewTag: true },
    { allowRunningInsecureContent: true },
    { experimentalFeatures: true },
    { enableBlinkFeatures: 'x' },
    { additionalArguments: ['--x'] },
  ])('throws on %j', (change) => {
    expect(() => assertSecureWebPreferences({ ...good, ...change })).toThrow(/web preference/);
  });
});
