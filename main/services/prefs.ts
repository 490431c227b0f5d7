import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeFileAtomic } from '#db/engine/writeFileAtomic.ts';
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
      const parsed = prefsSchema.partial().safeParse(JSON.parse(readFileSync(this.#path, 'utf8')));
      return parsed.success ? ({ ...DEFAULTS, ...parsed.data } as Prefs) : DEFAULTS;
    } catch {
      return DEFAULTS;
    }
  }

  get value(): Prefs {
    return this.#value;
  }

  set(patch: Partial<Prefs>): void {
    const next = { ...this.#value, ...patch };
    writeFileAtomic(this.#path, JSON.stringify(next, null, 1));
    this.#value = next;
  }
}
