import type { SenderInfo } from '#main/host/ports.ts';
import { isOurUrl } from './origin.ts';

export type SenderRefusal = 'no-window' | 'unknown-window' | 'not-top-frame' | 'no-url' | 'foreign-origin';

/**
 * Why a request is refused, or `null` when its sender is the top frame of a window that we opened,
 * showing our own origin. What the host could not tell counts as hostile: a frame that is gone
 * by the time its message arrives has no URL.
 */
export function refuseSender(
  sender: SenderInfo,
  registeredWindows: ReadonlySet<string>,
  origin: string,
): SenderRefusal | null {
  if (sender.windowId === null) return 'no-window';
  if (!registeredWindows.has(sender.windowId)) return 'unknown-window';
  if (!sender.topFrame) return 'not-top-frame';
  if (sender.url === null || sender.url === '') return 'no-url';
  return isOurUrl(sender.url, origin) ? null : 'foreign-origin';
}
