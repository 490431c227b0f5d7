/** A core for component tests: records in memory, answers by channel, and everything that was asked. */
import { entityOf, isEntityType } from '#shared/model/registry.ts';

type Row = Record<string, unknown> & { readonly id: string };
type Answer = (input: never, accepts?: readonly string[]) => unknown;

export interface FakeHost {
  readonly requests: {
    readonly channel: string;
    readonly input: unknown;
    readonly accepts: readonly string[];
  }[];
  /** Records by entity. */
  readonly rows: Record<string, Row[]>;
  /** Answers that go before the generic ones; a thrown `{ code, args, field?, reason? }` is a refusal. */
  readonly answers: Record<string, Answer>;
  /** Puts a record in with the initial values of its entity, and returns its id. */
  put(entity: string, values: Readonly<Record<string, unknown>>): string;
  emit(event: Readonly<Record<string, unknown>>): void;
  /** Inputs that a channel was asked with. */
  asked(channel: string): unknown[];
}

const prefs = {
  language: null,
  theme: 'light',
  density: 'normal',
  textSize: 100,
  onboarded: true,
  userName: '',
  ui: '{}',
};

/** Installs the fake as `window.host`; a new one replaces the old. */
export function installFakeHost(): FakeHost {
  let next = 1;
  let n = 1;
  const listeners = new Set<(json: string) => void>();
  const rows: Record<string, Row[]> = {};
  const fake: FakeHost = {
    requests: [],
    rows,
    answers: {
      'app.state': () => ({
        prefs,
        dataDir: 'D:\\Milepost',
        appVersion: '1.0.0',
        hasData: true,
        sample: null,
        storeWarnings: [],
        lastBackup: null,
        today: '2026-11-21',
      }),
      'undo.state': () => ({ undo: null, redo: null }),
      'search.find': () => [],
      'record.links': () => [],
      'attachment.of': () => [],
      'trash.list': () => [],
    },
    put(entity, values) {
      const { fields, prefix } = entityOf(entity);
      const id = `${prefix}_00000000-0000-7000-8000-${String(next++).padStart(12, '0')}`;
      const initial = Object.fromEntries(
        Object.entries(fields).map(([name, field]) => [name, field.initial ?? null]),
      );
      const at = '2026-11-20T08:00:00.000Z';
      const system = { id, created_at: at, updated_at: at, deleted_at: null, deleted_with: null };
      rows[entity] = [...(rows[entity] ?? []), { ...initial, ...values, ...system }];
      return id;
    },
    emit(event) {
      const json = JSON.stringify({ n: n++, ...event });
      for (const listener of [...listeners]) listener(json);
    },
    asked: (channel) => fake.requests.filter((one) => one.channel === channel).map((one) => one.input),
  };
  const changed = (entity: string, id: string) =>
    fake.emit({
      type: 'data.changed',
      seq: n,
      kind: 'user',
      label: { key: 'update', args: {} },
      touched: [{ entity, ids: [id] }],
    });
  const generic = (
    entity: string,
    verb: string,
    input: { id?: string; values?: object; patch?: object; where?: object },
  ): unknown => {
    const all = rows[entity] ?? [];
    switch (verb) {
      case 'list':
        return all.filter((row) =>
          Object.entries(input.where ?? {}).every(([field, value]) => row[field] === value),
        );
      case 'get':
        return all.find((row) => row.id === input.id) ?? null;
      case 'create': {
        const id = fake.put(entity, { ...input.values });
        changed(entity, id);
        return { id };
      }
      case 'update':
        rows[entity] = all.map((row) => (row.id === input.id ? { ...row, ...input.patch } : row));
        changed(entity, input.id ?? '');
        return { changed: true };
      case 'remove':
        rows[entity] = all.filter((row) => row.id !== input.id);
        changed(entity, input.id ?? '');
        return {};
      default:
        throw { code: 'UNKNOWN_CHANNEL', args: {} };
    }
  };
  const request = async (json: string): Promise<string> => {
    const parsed = JSON.parse(json) as { channel: string; input: never; accepts?: readonly string[] };
    const { channel, input, accepts = [] } = parsed;
    fake.requests.push({ channel, input, accepts });
    try {
      const [entity = '', verb = ''] = channel.split('.');
      const own = fake.answers[channel];
      const value = own
        ? await own(input, accepts)
        : isEntityType(entity)
          ? generic(entity, verb, input)
          : {};
      return JSON.stringify({ ok: true, value });
    } catch (err) {
      return JSON.stringify({ ok: false, err });
    }
  };
  const host = {
    request,
    subscribe: (listener: (json: string) => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    info: {
      kind: 'test',
      platform: 'linux',
      appVersion: '1.0.0',
      nativeMenus: false,
      nativeDialogs: false,
      preferredLanguages: ['en'],
    },
  };
  Object.defineProperty(window, 'host', { value: host, configurable: true });
  return fake;
}
