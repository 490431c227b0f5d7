/** Short codes of documents (MS-3): printed on the paper, typed by the person who holds the photo. */

/** No 0/O, 1/I/L, U/V twins; a prime number of signs, so that the check finds what a typist does. */
const SIGNS = '23456789ABCDEFGHJKMNPRSTWXYZQ';
const BASE = SIGNS.length;
const LENGTH = 5;

function checkSign(signs: string): string {
  let sum = 0;
  for (let at = 0; at < signs.length; at++) sum += (at + 1) * SIGNS.indexOf(signs[at] ?? '');
  return SIGNS[sum % BASE] ?? '';
}

const printed = (signs: string): string => `MP-${signs.slice(0, 4)}-${signs.slice(4)}`;

/**
 * The code of a document, `MP-7K3D-9A`: five signs from a hash and one to check them. Any single wrong sign and
 * any two neighbours that changed places are found.
 * @param hash hexadecimal, at least 12 digits
 */
export function codeOf(hash: string): string {
  let rest = Number.parseInt(hash.slice(0, 12), 16);
  let signs = '';
  for (let n = 0; n < LENGTH; n++) {
    signs += SIGNS[rest % BASE];
    rest = Math.floor(rest / BASE);
  }
  return printed(signs + checkSign(signs));
}

/** The code as it is printed, from what somebody typed; null if it cannot be one. */
export function readCode(typed: string): string | null {
  const bare = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '');
  const signs = bare.length > LENGTH + 1 && bare.startsWith('MP') ? bare.slice(2) : bare;
  if (signs.length !== LENGTH + 1 || [...signs].some((sign) => !SIGNS.includes(sign))) return null;
  return checkSign(signs.slice(0, LENGTH)) === signs[LENGTH] ? printed(signs) : null;
}
