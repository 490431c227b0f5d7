import { createContext } from 'react';

/** Asked before the affirmative button of a form acts: false while a field holds what acting would lose. */
export const AffirmContext = createContext<() => boolean>(() => true);
