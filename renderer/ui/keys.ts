/** What both React's and the browser's keyboard events tell. */
interface KeyLike {
  readonly keyCode: number;
  readonly isComposing?: boolean;
  readonly nativeEvent?: { readonly isComposing: boolean };
}

/**
 * True while an input method composes: Enter then takes the candidate and Esc drops it, and neither is ours.
 * Chromium reports the key that ends a composition with code 229 and `isComposing` already false.
 */
export function composing(event: KeyLike): boolean {
  return event.keyCode === 229 || event.isComposing === true || event.nativeEvent?.isComposing === true;
}
