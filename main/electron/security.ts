import type { AssetReader } from '#main/host/assetFiles.ts';
import { mayNavigate, mayOpenWindow, mayRequest } from '#main/policy/navigation.ts';
import { ELECTRON_ORIGIN } from '#main/policy/origin.ts';
import { isPermissionGranted } from '#main/policy/permissions.ts';
import type { AppSession, ElectronModule } from './types.ts';

interface EarlyModule {
  readonly name: string;
  enable(electron: ElectronModule): void;
}

interface SessionModule {
  readonly name: string;
  enable(session: AppSession, assets: AssetReader): void | Promise<void>;
}

/** Must run before the app is ready. The order is the order of calls. */
export const earlySecurity: readonly EarlyModule[] = [
  { name: 'sandbox for every process', enable: ({ app }) => app.enableSandbox() },
  { name: 'our scheme is standard and secure', enable: registerScheme },
  { name: 'no navigation, no windows, no webviews', enable: guardContents },
  { name: 'no certificate exceptions, no logins', enable: refuseTrustQuestions },
];

/** Runs for each session before its first page. */
export const sessionSecurity: readonly SessionModule[] = [
  { name: 'deny permissions', enable: denyPermissions },
  { name: 'no network', enable: cutNetwork },
  { name: 'no downloads', enable: refuseDownloads },
  { name: 'serve the bundle', enable: serveBundle },
];

function registerScheme({ protocol }: ElectronModule): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: 'app',
      privileges: {
        standard: true,
        secure: true,
        supportFetchAPI: true,
        // Without it a page of another origin could read our responses (see docs/security.md).
        corsEnabled: true,
        bypassCSP: false,
        allowServiceWorkers: false,
        stream: false,
      },
    },
  ]);
}

function guardContents({ app }: ElectronModule): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => {
      if (!mayNavigate(event.url, ELECTRON_ORIGIN)) event.preventDefault();
    });
    contents.on('will-frame-navigate', (event) => {
      if (!event.isMainFrame || !mayNavigate(event.url, ELECTRON_ORIGIN)) event.preventDefault();
    });
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(({ url }) => ({ action: mayOpenWindow(url) ? 'allow' : 'deny' }));
  });
}

function refuseTrustQuestions({ app }: ElectronModule): void {
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, callback) => {
    event.preventDefault();
    callback(false);
  });
  app.on('login', (event) => event.preventDefault());
}

function denyPermissions(session: AppSession): void {
  session.setPermissionRequestHandler((_contents, permission, callback) =>
    callback(isPermissionGranted(permission)),
  );
  session.setPermissionCheckHandler((_contents, permission) => isPermissionGranted(permission));
  session.setDevicePermissionHandler(({ deviceType }) => isPermissionGranted(deviceType));
  session.setDisplayMediaRequestHandler((_request, callback) => callback(null));
}

/** Three locks on one door: no request passes, no proxy is asked, no dictionary is fetched. */
async function cutNetwork(session: AppSession): Promise<void> {
  session.webRequest.onBeforeRequest(({ url }, callback) => {
    callback({ cancel: !mayRequest(url, ELECTRON_ORIGIN) });
  });
  session.setSpellCheckerEnabled(false);
  await session.setProxy({ mode: 'direct' });
}

function refuseDownloads(session: AppSession): void {
  session.on('will-download', (event) => event.preventDefault());
}

function serveBundle(session: AppSession, assets: AssetReader): void {
  session.protocol.handle('app', async (request) => {
    if (request.method !== 'GET') return new Response(null, { status: 405 });
    const { status, headers, body } = await assets(request.url);
    return new Response(new Uint8Array(body), { status, headers });
  });
}
