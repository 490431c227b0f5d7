/** Who is the same person (or machine) in two projects. Pure. */

export interface Identity {
  readonly name: string;
  readonly phone: string | null;
}

const nameKey = (name: string): string => name.normalize('NFKC').replace(/\s+/g, '').toLowerCase();

/** The last eight digits: `+86 138 0013 8000`, `138-0013-8000` and `13800138000` are one number. */
function phoneKey(phone: string | null): string | null {
  const digits = (phone ?? '').normalize('NFKC').replace(/\D/g, '');
  return digits.length < 6 ? null : digits.slice(-8);
}

/**
 * J1: two resources of different projects are the same if their phone numbers are; where one of them has no
 * phone, if their names are. Different phones are different people, even of one name.
 */
export function isSamePerson(a: Identity, b: Identity): boolean {
  const [left, right] = [phoneKey(a.phone), phoneKey(b.phone)];
  if (left !== null && right !== null) return left === right;
  const name = nameKey(a.name);
  return name !== '' && name === nameKey(b.name);
}
