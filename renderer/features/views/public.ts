/** Saved views of any list. */
export { useKeptViews } from './store.ts';
export { useViews, type Views, type ViewsOf } from './useViews.ts';
export { ViewBar } from './ViewBar.tsx';
