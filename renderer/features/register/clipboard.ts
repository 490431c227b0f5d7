/** Puts text on the clipboard; the older way where the newer one is not permitted. */
export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const onCopy = (event: ClipboardEvent): void => {
      event.preventDefault();
      event.stopImmediatePropagation();
      event.clipboardData?.setData('text/plain', text);
    };
    document.addEventListener('copy', onCopy, { once: true, capture: true });
    document.execCommand('copy');
    document.removeEventListener('copy', onCopy, { capture: true });
  }
}
