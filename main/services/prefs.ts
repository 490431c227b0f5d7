import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeFileAtomic } from '#db/engine/writeFileAtomic.ts';
import type { Locale } from '#shared/i18n/index.ts';
import { type Prefs, prefsSchema } from '#shared/ipc/channels/app.ts';

const DEFAULTS: Prefs = {
  language: null,
  theme: 'system',
  density: 'normal',
  textSize: 100,
  onboarded: false,
  userName: '',
  ui: '{}',
};

/** Takes what is valid, one by one: one bad value, or one of a later version, costs only itself. */
function merged(data: unknown): Prefs {
  if (typeof data !== 'object' || data === null) return DEFAULTS;
  const known: Record<string, unknown> = {};
  for (const [key, schema] of Object.entries(prefsSchema.shape)) {
    const parsed = Object.hasOwn(data, key) ? schema.safeParse(data[key as never]) : null;
    if (parsed?.success) known[key] = parsed.data;
  }
  return { ...DEFAULTS, ...known };
}

/**
 * What this device remembers. A file beside the store, not in it: the recovery screen needs the user's
 * language when the store cannot be opened. A damaged file costs settings, never data.
 */
export class PrefsFile {
  readonly #path: string;
  #value: Prefs;

  constructor(dataDir: string) {
    this.#path = join(dataDir, 'prefs.json');
    this.#value = this.#read();
  }

  #read(): Prefs {
    if (!existsSync(this.#path)) return DEFAULTS;
    try {
      return merged(JSON.parse(readFileSync(this.#path, 'utf8')));
    } catch {
      return DEFAULTS;
    }
  }

  get value(): Prefs {
    return this.#value;
  }

  /** Language of what the core writes by itself: the chosen one, else Simplified Chinese. */
  get language(): Locale {
    return this.#value.language ?? 'zh-CN';
  }

  set(patch: Partial<Prefs>): void {
    const next = { ...this.#value, ...patch };
    writeFileAtomic(this.#path, JSON.stringify(next, null, 1));
    this.#value = next;
  }
}
