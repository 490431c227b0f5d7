import type { BrowserContext, Request } from 'playwright-core';
import type { AssetReader } from '#main/host/assetFiles.ts';
import { isOurUrl } from '#main/policy/origin.ts';

export interface Router {
  /** How many requests were refused since the start: anything above zero deserves a look. */
  refused(): number;
  /** The last refused addresses, cut to 200 characters, for the log. */
  lastRefused(): readonly string[];
}

const KEPT = 20;

/** Answers every request of a context from our files, or not at all. */
export async function routeAssets(
  context: BrowserContext,
  assets: AssetReader,
  origin: string,
): Promise<Router> {
  const last: string[] = [];
  let count = 0;
  const refuse = (url: string): void => {
    count += 1;
    last.push(url.slice(0, 200));
    if (last.length > KEPT) last.shift();
  };
  await context.route(
    () => true,
    async (route) => {
      const request = route.request();
      const url = request.url();
      if (!isOurUrl(url, origin) || request.method() !== 'GET') {
        refuse(url);
        // "No content" leaves the page where it is; an aborted navigation would show an error page instead.
        if (leavesKnownPage(request)) await route.fulfill({ status: 204 });
        else await route.abort('blockedbyclient');
        return;
      }
      const response = await assets(url);
      if (response.status === 404) refuse(url);
      await route.fulfill({ status: response.status, headers: response.headers, body: response.body });
    },
  );
  await context.routeWebSocket(
    () => true,
    (socket) => {
      refuse(socket.url());
      void socket.close({ code: 1008, reason: 'no network' });
    },
  );
  return { refused: () => count, lastRefused: () => [...last] };
}

/** False for the first request of a popup, whose page the driver does not know yet: that one is aborted. */
function leavesKnownPage(request: Request): boolean {
  if (!request.isNavigationRequest()) return false;
  try {
    return request.frame().parentFrame() === null;
  } catch {
    return false;
  }
}
