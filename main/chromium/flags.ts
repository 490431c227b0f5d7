export interface FlagOptions {
  readonly profileDir: string;
  readonly headless: boolean;
  readonly sandbox: boolean;
  /** Opens the window without tabs and address bar. */
  readonly appWindow: boolean;
  readonly lang: string | null;
}

/**
 * The whole command line of the browser. The driver's own list is switched off: it turns protections
 * off (sandbox, site isolation, popup blocking) that a test wants rid of and a user does not.
 */
export function chromiumFlags(options: FlagOptions): string[] {
  const flags = [
    `--user-data-dir=${options.profileDir}`,
    '--remote-debugging-pipe',
    '--no-first-run',
    '--no-default-browser-check',
    '--no-pings',
    '--no-service-autorun',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-component-extensions-with-background-pages',
    '--disable-default-apps',
    '--disable-domain-reliability',
    '--disable-extensions',
    '--disable-breakpad',
    '--disable-sync',
    '--disable-search-engine-choice-screen',
    '--disable-features=Translate,OptimizationHints,MediaRouter,AutofillServerCommunication,CertificateTransparencyComponentUpdater,DialMediaRouteProvider,InterestFeedContentSuggestions',
    // No name resolves and no peer connection leaves, even if a request slipped past the router.
    '--host-resolver-rules=MAP * ~NOTFOUND',
    '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
    '--metrics-recording-only',
    '--password-store=basic',
    '--use-mock-keychain',
    '--disable-dev-shm-usage',
  ];
  if (options.lang !== null) flags.push(`--lang=${options.lang}`);
  if (options.headless) flags.push('--headless', '--hide-scrollbars', '--mute-audio', '--disable-gpu');
  if (!options.sandbox) flags.push('--no-sandbox');
  flags.push(options.appWindow ? '--app=about:blank' : 'about:blank');
  return flags;
}

export type SandboxDecision = 'on' | 'off' | 'refuse';

/**
 * Chromium's sandbox cannot start for root. A window on somebody's own data then needs their explicit
 * word; headless runs show our own sample or a test's data and may go without, saying so.
 */
export function decideSandbox(options: {
  readonly isRoot: boolean;
  readonly headless: boolean;
  readonly allowNoSandbox: boolean;
}): SandboxDecision {
  if (options.allowNoSandbox) return 'off';
  if (!options.isRoot) return 'on';
  return options.headless ? 'off' : 'refuse';
}
