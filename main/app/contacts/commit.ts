/** Writes planned contacts: everything in one step, or nothing. */
import type { Tx } from '#db/log/tx.ts';
import type { AppContext } from '#main/app/context.ts';
import {
  type Choice,
  clientValues,
  compareValues,
  contactValues,
  type Firm,
  type PlannedRow,
} from '#shared/domain/client/importPlan.ts';
import { clipped } from '#shared/domain/text/clip.ts';
import type { ContactDraft } from '#shared/interchange/contacts/model.ts';

export interface ImportedContacts {
  readonly clients: number;
  readonly contacts: number;
  readonly merged: number;
  readonly skipped: number;
  readonly clientId: string | null;
}

const NOTES_MAX = 20_000;

type Values = Readonly<Record<string, string | null>>;

const filled = (ours: Values, theirs: Values): Record<string, string> =>
  Object.fromEntries(compareValues(ours, theirs).fills.map((field) => [field, theirs[field] ?? '']));

/** Empty fields are filled, notes are continued, and what differs is kept beside them: nothing is overwritten. */
function mergePatch(ours: Values, theirs: Values): Record<string, string> {
  const { differs } = compareValues(ours, theirs);
  const patch = filled(ours, theirs);
  const marks: Readonly<Record<string, string>> = { phone: '☎ ', email: '✉ ' };
  const lines = differs
    .filter(({ field }) => field !== 'language')
    .map(({ field, theirs: text }) => `${marks[field] ?? ''}${text}`);
  const old = ours.notes ?? patch.notes ?? '';
  const added = lines.filter((line) => !old.includes(line));
  const notes = [old, ...added].filter((line) => line !== '').join('\n');
  // Notes that are full stay as they are: the rest is told to nobody but lost to nobody either.
  if (added.length > 0 && notes.length <= NOTES_MAX) patch.notes = notes;
  return patch;
}

class Writer {
  readonly #tx: Tx;
  readonly #firms = new Map<string, string>();
  /** Record that a row became, by row. */
  readonly #rows = new Map<number, string>();
  readonly #clients = new Set<string>();
  clients = 0;
  contacts = 0;
  merged = 0;
  skipped = 0;

  constructor(tx: Tx) {
    this.#tx = tx;
  }

  /** The client that everything went to, if it is one. */
  get onlyClient(): string | null {
    return this.#clients.size === 1 ? ([...this.#clients][0] ?? null) : null;
  }

  #client(firm: Firm, draft: ContactDraft): string {
    const known = firm.id ?? this.#firms.get(firm.key);
    const theirs = clientValues(draft) as Values;
    if (known !== undefined) {
      const ours = this.#tx.get('client', known) as unknown as Values;
      // What one of its people says otherwise is about that person, not about the firm.
      this.#tx.update('client', known, draft.name === '' ? mergePatch(ours, theirs) : filled(ours, theirs));
      this.#clients.add(known);
      return known;
    }
    const id = this.#tx.create('client', { name: firm.name, ...clientValues(draft) });
    this.#firms.set(firm.key, id);
    this.#clients.add(id);
    this.clients += 1;
    return id;
  }

  #merge(id: string, draft: ContactDraft, firm: Firm | null): void {
    const contact = this.#tx.get('contact', id);
    const patch = mergePatch(contact as unknown as Values, contactValues(draft) as Values);
    this.#tx.update('contact', id, patch);
    // The address of the firm, as long as the row means the firm the person is at.
    if (firm !== null && (firm.id ?? this.#firms.get(firm.key)) === contact.client_id)
      this.#client(firm, draft);
    this.#clients.add(contact.client_id);
    this.#rows.set(draft.row, id);
    this.merged += 1;
  }

  write({ draft, firm, match }: PlannedRow, choice: Choice): void {
    const target = match === null ? undefined : (match.id ?? this.#rows.get(match.row ?? -1));
    if (choice === 'skip' || (firm === null && target === undefined)) {
      this.skipped += 1;
      return;
    }
    if (draft.name === '' && firm !== null) {
      const before = this.clients;
      this.#client(firm, draft);
      if (this.clients === before) this.merged += 1;
      return;
    }
    // The row it belongs with may have been left out: then it stands for itself.
    if (choice === 'merge' && target !== undefined) {
      this.#merge(target, draft, firm);
      return;
    }
    if (firm === null) {
      this.skipped += 1;
      return;
    }
    const clientId = this.#client(firm, draft);
    const address = this.#tx.get('client', clientId).address;
    const own = draft.address !== null && draft.address !== address ? `⌂ ${draft.address}` : null;
    const values = contactValues(draft);
    const notes = [values.notes, own].filter((text) => text !== null).join('\n') || null;
    this.#rows.set(
      draft.row,
      this.#tx.create('contact', { client_id: clientId, name: draft.name, ...values, notes }),
    );
    this.contacts += 1;
  }
}

/** Takes over the rows in one step of the undo history. */
export function importContacts(
  ctx: AppContext,
  rows: readonly PlannedRow[],
  chosen: ReadonlyMap<number, Choice>,
  fileName: string,
): ImportedContacts {
  const choiceOf = (row: PlannedRow): Choice =>
    row.closed === null ? (chosen.get(row.draft.row) ?? row.choice) : 'skip';
  const count = rows.filter((row) => choiceOf(row) !== 'skip').length;
  const label = { key: 'importContacts', args: { count, name: clipped(fileName) } };
  const { value } = ctx.log.commit(
    label,
    (tx) => {
      const writer = new Writer(tx);
      for (const row of rows) writer.write(row, choiceOf(row));
      const { clients, contacts, merged, skipped, onlyClient } = writer;
      return { clients, contacts, merged, skipped, clientId: onlyClient };
    },
    'import',
  );
  return value;
}
