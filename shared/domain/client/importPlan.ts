/**
 * B17: what an import of contacts would do. Who is known already is recognised; what becomes of each row is a
 * proposal that the user can change.
 */
import type { ContactDraft } from '../../interchange/contacts/model.ts';
import { isFatal } from '../../interchange/contacts/model.ts';
import type { RecordOf } from '../../model/registry.ts';
import {
  companyKey,
  emailKey,
  fullCompanyKey,
  hasLegalForm,
  isSure,
  type Match,
  People,
  phoneKey,
  samePhone,
} from './duplicates.ts';

/** `merge` fills what is empty and keeps what is there. */
export const CHOICES = ['new', 'merge', 'skip'] as const;
export type Choice = (typeof CHOICES)[number];

/** What becomes of people without a firm: each a client of their own, nobody, or people of one client. */
export type Loners = 'own' | 'skip' | { readonly clientId: string };

export type KnownClient = Pick<
  RecordOf<'client'>,
  'id' | 'name' | 'name_en' | 'tax_no' | 'address' | 'industry' | 'owner' | 'phone' | 'notes'
>;
export type KnownContact = Pick<
  RecordOf<'contact'>,
  'id' | 'client_id' | 'name' | 'title' | 'phone' | 'email' | 'im_id' | 'language' | 'notes'
>;

export interface Firm {
  /** Record, or a key that all rows of one new firm share. */
  readonly key: string;
  readonly id: string | null;
  readonly name: string;
}

/** What the row says is known: a contact, a client where the row names a firm only, or an earlier row. */
export interface Recognised {
  /** Record; null for an earlier row of the file. */
  readonly id: string | null;
  readonly row: number | null;
  readonly name: string;
  readonly reason: Match['reason'] | 'company';
  readonly sure: boolean;
}

export interface PlannedRow {
  readonly draft: ContactDraft;
  /** Null: the row cannot be taken over, or nobody wants people without a firm. */
  readonly firm: Firm | null;
  readonly match: Recognised | null;
  readonly choice: Choice;
  /** Why nothing else can be chosen. */
  readonly closed: 'problem' | 'noFirm' | null;
  /** Fields of the known record that the row would fill. */
  readonly fills: readonly string[];
  /** Fields in which the known record says something else; it stays. */
  readonly differs: readonly { readonly field: string; readonly ours: string; readonly theirs: string }[];
}

export interface Known {
  readonly clients: readonly KnownClient[];
  readonly contacts: readonly KnownContact[];
}

/** Values of a contact that a row brings. */
export const contactValues = (draft: ContactDraft) => ({
  title: draft.title,
  phone: draft.phone,
  email: draft.email,
  im_id: draft.im,
  language: draft.language,
  notes: draft.notes,
});

/** Values of a client that a row brings. Number and notes are the firm's where no person is named. */
export const clientValues = (draft: ContactDraft) => ({
  address: draft.address,
  industry: draft.industry,
  tax_no: draft.taxNo,
  owner: draft.owner,
  ...(draft.name === '' ? { phone: draft.phone, notes: draft.notes } : {}),
});

const sameValue = (field: string, ours: string, theirs: string): boolean => {
  if (field === 'phone') return samePhone(ours, theirs) || phoneKey(ours) === phoneKey(theirs);
  if (field === 'email') return emailKey(ours) === emailKey(theirs);
  return ours.trim() === theirs.trim() || (field === 'notes' && ours.includes(theirs.trim()));
};

type Values = Readonly<Record<string, string | null>>;

/** Fields that are empty here and brought by the row, and fields in which both say something. */
export function compareValues(ours: Values, theirs: Values): Pick<PlannedRow, 'fills' | 'differs'> {
  const fills: string[] = [];
  const differs: { field: string; ours: string; theirs: string }[] = [];
  for (const [field, value] of Object.entries(theirs)) {
    if (value === null) continue;
    const own = ours[field] ?? null;
    if (own === null || own.trim() === '') fills.push(field);
    else if (!sameValue(field, own, value)) differs.push({ field, ours: own, theirs: value });
  }
  return { fills, differs };
}

const NOTHING: Pick<PlannedRow, 'fills' | 'differs'> = { fills: [], differs: [] };

/** Firms by what they are called. A full name is never taken for that of a branch, a group or another firm. */
class Firms {
  readonly #byKey = new Map<string, { readonly name: string; readonly firm: Firm }[]>();
  readonly #records = new Map<string, KnownClient>();

  constructor(clients: readonly KnownClient[]) {
    for (const client of clients) {
      this.#records.set(client.id, client);
      const firm = { key: client.id, id: client.id, name: client.name };
      for (const name of [client.name, client.name_en]) if (name) this.#add(name, firm);
    }
  }

  #add(name: string, firm: Firm): void {
    const key = companyKey(name);
    const known = this.#byKey.get(key);
    if (known) known.push({ name, firm });
    else this.#byKey.set(key, [{ name, firm }]);
  }

  #find(name: string): Firm | null {
    const alike = this.#byKey.get(companyKey(name)) ?? [];
    const same = alike.find((one) => fullCompanyKey(one.name) === fullCompanyKey(name));
    if (same) return same.firm;
    // A short name is one firm or several; which of several, nobody can tell.
    const open = hasLegalForm(name) ? alike.filter((one) => !hasLegalForm(one.name)) : alike;
    const firms = [...new Set(open.map(({ firm }) => firm))];
    return firms.length === 1 ? (firms[0] ?? null) : null;
  }

  named(name: string): Firm {
    const found = this.#find(name);
    if (found) return found;
    const firm = { key: `new:${fullCompanyKey(name)}`, id: null, name };
    this.#add(name, firm);
    return firm;
  }

  record(id: string | null): KnownClient | undefined {
    return id === null ? undefined : this.#records.get(id);
  }
}

function firmOf(draft: ContactDraft, firms: Firms, loners: Loners): Firm | null {
  if (draft.company !== null) return firms.named(draft.company);
  if (loners === 'skip') return null;
  if (loners === 'own') return firms.named(draft.name);
  const client = firms.record(loners.clientId);
  return client ? { key: client.id, id: client.id, name: client.name } : null;
}

interface Planning {
  readonly firms: Firms;
  readonly people: People;
  readonly contacts: ReadonlyMap<string, KnownContact>;
  /** New firms that an earlier row brings, by key. */
  readonly firmRows: Map<string, number>;
}

const closedRow = (draft: ContactDraft, closed: 'problem' | 'noFirm'): PlannedRow => ({
  draft,
  firm: null,
  match: null,
  choice: 'skip',
  closed,
  ...NOTHING,
});

/** A row that names a firm and nobody in it. */
function planFirm(draft: ContactDraft, firm: Firm, planning: Planning): PlannedRow {
  const client = planning.firms.record(firm.id);
  const before = planning.firmRows.get(firm.key);
  if (client) {
    const match: Recognised = { id: client.id, row: null, name: client.name, reason: 'company', sure: true };
    return {
      draft,
      firm,
      match,
      choice: 'merge',
      closed: null,
      ...compareValues(client, clientValues(draft)),
    };
  }
  if (before === undefined) {
    planning.firmRows.set(firm.key, draft.row);
    return { draft, firm, match: null, choice: 'new', closed: null, ...NOTHING };
  }
  const match: Recognised = { id: null, row: before, name: firm.name, reason: 'company', sure: true };
  return { draft, firm, match, choice: 'merge', closed: null, ...NOTHING };
}

function planPerson(draft: ContactDraft, firm: Firm | null, planning: Planning): PlannedRow {
  const wanted = {
    clientId: firm?.key ?? '',
    name: draft.name,
    phone: draft.phone,
    email: draft.email,
  };
  const found = planning.people.find(wanted);
  if (firm === null && found === null) return closedRow(draft, 'noFirm');
  if (found === null || !isSure(found)) planning.people.add({ ...wanted, id: `row:${draft.row}` });
  if (firm !== null && firm.id === null && !planning.firmRows.has(firm.key))
    planning.firmRows.set(firm.key, draft.row);
  if (found === null) return { draft, firm, match: null, choice: 'new', closed: null, ...NOTHING };
  const { person, reason } = found;
  const contact = planning.contacts.get(person.id);
  const match: Recognised = {
    id: contact ? person.id : null,
    row: contact ? null : Number(person.id.slice('row:'.length)),
    name: person.name,
    reason,
    sure: isSure(found),
  };
  const choice = isSure(found) ? 'merge' : firm === null ? 'skip' : 'new';
  const compared = contact ? compareValues(contact, contactValues(draft)) : NOTHING;
  return { draft, firm, match, choice, closed: null, ...compared };
}

/** Proposes what becomes of every row, in their order. */
export function planImport(drafts: readonly ContactDraft[], known: Known, loners: Loners): PlannedRow[] {
  const planning: Planning = {
    firms: new Firms(known.clients),
    people: new People(),
    contacts: new Map(known.contacts.map((contact) => [contact.id, contact])),
    firmRows: new Map(),
  };
  for (const { id, client_id: clientId, name, phone, email } of known.contacts)
    planning.people.add({ id, clientId, name, phone, email });
  return drafts.map((draft) => {
    if (draft.problems.some(isFatal)) return closedRow(draft, 'problem');
    const firm = firmOf(draft, planning.firms, loners);
    if (draft.name === '')
      return firm === null ? closedRow(draft, 'noFirm') : planFirm(draft, firm, planning);
    return planPerson(draft, firm, planning);
  });
}
