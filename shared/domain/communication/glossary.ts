/** O7: professional and easy to understand. */

export interface GlossaryTerm {
  readonly project_id: string | null;
  readonly term: string;
  readonly client_term: string | null;
}

/** A term holds in its own project, or in all of them. */
export const isTermOf = (term: Pick<GlossaryTerm, 'project_id'>, projectId: string | null): boolean =>
  term.project_id === null || term.project_id === projectId;

const WORD = /[\p{L}\p{N}]/u;
const HAN = /\p{Script=Han}/u;

/** Latin words are found as words only: "PE" does not stand in "PERT". Chinese has no gaps between words. */
function standsIn(text: string, term: string): boolean {
  for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + 1)) {
    const [before, after] = [text.charAt(at - 1), text.charAt(at + term.length)];
    const joinsBefore = WORD.test(before) && !HAN.test(before) && !HAN.test(term.charAt(0));
    const joinsAfter = WORD.test(after) && !HAN.test(after) && !HAN.test(term.charAt(term.length - 1));
    if (!joinsBefore && !joinsAfter) return true;
  }
  return false;
}

/**
 * Terms of the trade that stand in a text and have a word for the client, longest first; a term inside a longer one
 * that was found ("valve" in "check valve") is not named again. Upper and lower case are the same.
 */
export function termsIn<Term extends GlossaryTerm>(text: string, terms: readonly Term[]): readonly Term[] {
  const found: Term[] = [];
  let rest = text.toLowerCase();
  for (const term of [...terms].sort((a, b) => b.term.length - a.term.length)) {
    const word = term.term.trim().toLowerCase();
    if (word === '' || !term.client_term?.trim() || !standsIn(rest, word)) continue;
    found.push(term);
    rest = rest.replaceAll(word, ' ');
  }
  return found;
}
