/** Regions of the window in the order of F6; features add theirs with `data-region`. Notifications come last. */
function regions(root: ParentNode): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>('[data-region], [role="region"]')].filter(
    (element) => element.getClientRects().length > 0,
  );
}

const FOCUSABLE = ':is(button, input, select, textarea, a[href], [tabindex="0"]):not(:disabled)';

/** Moves the focus to the next or previous region: its current item, its first control, or itself. */
export function focusRegion(step: 1 | -1, root: Document = document): void {
  const all = regions(root);
  const at = all.findIndex((region) => region.contains(root.activeElement));
  const next = all[(at + step + all.length) % all.length];
  if (!next) return;
  const target =
    next.querySelector<HTMLElement>(':is(button, a)[aria-current]') ??
    next.querySelector<HTMLElement>(FOCUSABLE) ??
    next;
  target.focus();
}
