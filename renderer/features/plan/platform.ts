import { displayKeys } from '#renderer/commands/keys.ts';

const mac = /mac/i.test(navigator.userAgent);

/** A shortcut as this computer's keyboard has it. */
export const shownKeys = (keys: string): string => displayKeys(keys, mac);
