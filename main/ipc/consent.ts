/** What the user was asked and agreed to, for as long as the request runs that says so. */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Consent } from '#shared/ipc/codec.ts';

/**
 * Not a parameter: dates follow at the end of any commit, and the commands that make it know nothing of promises.
 */
const given = new AsyncLocalStorage<readonly Consent[]>();

/** Runs a handler with what its request accepts. */
export const withConsents = <T>(consents: readonly Consent[] = [], work: () => T): T =>
  given.run(consents, work);

/** Whether the request that is being answered accepts this; never outside of a request. */
export const accepts = (consent: Consent): boolean => given.getStore()?.includes(consent) ?? false;
