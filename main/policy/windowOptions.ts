/** The web preferences of every window. Typed structurally: policy knows no host. */
export interface SecureWebPreferences {
  readonly contextIsolation: true;
  readonly sandbox: true;
  readonly nodeIntegration: false;
  readonly nodeIntegrationInWorker: false;
  readonly nodeIntegrationInSubFrames: false;
  readonly webSecurity: true;
  readonly allowRunningInsecureContent: false;
  readonly experimentalFeatures: false;
  readonly webviewTag: false;
  readonly navigateOnDragDrop: false;
  readonly safeDialogs: true;
  readonly spellcheck: false;
  readonly plugins: false;
  readonly devTools: boolean;
  readonly enableWebSQL: false;
  readonly disableBlinkFeatures: string;
}

const SECURE: Omit<SecureWebPreferences, 'devTools'> = Object.freeze({
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  safeDialogs: true,
  spellcheck: false,
  plugins: false,
  enableWebSQL: false,
  disableBlinkFeatures: 'Auxclick',
});

/** Frozen preferences; developer tools only in a build that is not packaged. */
export function secureWebPreferences(options: { devTools: boolean }): SecureWebPreferences {
  return Object.freeze({ ...SECURE, devTools: options.devTools });
}

const MAY_BE_ADDED = new Set(['preload', 'partition', 'devTools', 'backgroundThrottling']);

/**
 * Stands in front of every window constructor and throws on anything weaker than the list above,
 * also on keys nobody has thought about: a new preference has to be added here first.
 */
export function assertSecureWebPreferences(preferences: Readonly<Record<string, unknown>>): void {
  for (const [key, value] of Object.entries(SECURE)) {
    if (preferences[key] !== value) throw new Error(`insecure web preference: ${key}`);
  }
  for (const key of Object.keys(preferences)) {
    if (!(key in SECURE) && !MAY_BE_ADDED.has(key)) throw new Error(`unexpected web preference: ${key}`);
  }
}
