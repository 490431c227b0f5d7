/**
 * Under our policy no text becomes HTML. The component library empties its live region with `innerHTML = ''` before it
 * reads out a changed number, and would take the whole screen down with it: nothing is the one text that is let through.
 * There is only one default policy, so nobody can put a wider one in its place.
 */
interface PolicyFactory {
  createPolicy(name: 'default', rules: { createHTML(text: string): string | null }): unknown;
}

/** What `innerHTML` may be set to: the empty text. null refuses. */
export const onlyNothing = (text: string): string | null => (text === '' ? '' : null);

const { trustedTypes } = globalThis as { readonly trustedTypes?: PolicyFactory };
trustedTypes?.createPolicy('default', { createHTML: onlyNothing });
