import { type RefObject, useEffect, useRef } from 'react';
import { type Command, registerCommands } from '#renderer/commands/registry.ts';
import type { T } from '#renderer/i18n/index.ts';
import type { ToolAct } from './Toolbar.tsx';

interface Offer {
  readonly act: ToolAct;
  readonly title: (t: T) => string;
  /** Also handled by the grid itself, where a key press then goes no further. */
  readonly keys?: string;
  /** Tasks that have to be chosen. */
  readonly needs?: number;
}

const OFFERS: readonly Offer[] = [
  { act: 'add', title: (t) => t('plan:tool.add') },
  { act: 'milestone', title: (t) => t('plan:tool.addMilestone') },
  { act: 'recurring', title: (t) => t('recurring:add') },
  { act: 'indent', title: (t) => t('plan:tool.indent'), keys: 'Alt+Shift+ArrowRight', needs: 1 },
  { act: 'outdent', title: (t) => t('plan:tool.outdent'), keys: 'Alt+Shift+ArrowLeft', needs: 1 },
  { act: 'link', title: (t) => t('plan:tool.link'), keys: 'Mod+F2', needs: 2 },
  { act: 'unlink', title: (t) => t('plan:tool.unlink'), keys: 'Mod+Shift+F2', needs: 1 },
  { act: 'info', title: (t) => t('plan:tool.info'), keys: 'Shift+F2', needs: 1 },
  { act: 'collapse', title: (t) => t('plan:tool.collapseAll') },
  { act: 'expand', title: (t) => t('plan:tool.expandAll') },
  { act: 'zoomIn', title: (t) => t('plan:tool.zoomIn') },
  { act: 'zoomOut', title: (t) => t('plan:tool.zoomOut') },
  { act: 'fit', title: (t) => t('plan:tool.zoomFit') },
  { act: 'zoomSelection', title: (t) => t('timeline:tool.zoomSelection'), needs: 1 },
  { act: 'zen', title: (t) => t('timeline:tool.zen') },
  { act: 'today', title: (t) => t('plan:tool.goToday'), keys: 'Alt+Home' },
  { act: 'calendar', title: (t) => t('plan:tool.calendar') },
  { act: 'print', title: (t) => t('ganttPrint:open'), keys: 'Mod+P' },
];

/** Typing in a field of the plan: there Alt and Shift with an arrow move by words. */
function typesIn(screen: HTMLElement | null): boolean {
  const focused = document.activeElement;
  return (
    (focused instanceof HTMLInputElement || focused instanceof HTMLTextAreaElement) &&
    (screen?.contains(focused) ?? false)
  );
}

/** Offers the tools of the plan in the palette and the list of shortcuts while the plan is shown. */
export function useAppCommands(
  screen: RefObject<HTMLElement | null>,
  act: (act: ToolAct) => void,
  selected: number,
): void {
  const latest = useRef({ act, selected });
  latest.current = { act, selected };
  useEffect(
    () =>
      registerCommands(
        OFFERS.map(
          (offer): Command => ({
            id: `plan.${offer.act}`,
            title: offer.title,
            ...(offer.keys === undefined ? {} : { keys: [offer.keys] }),
            when: () => latest.current.selected >= (offer.needs ?? 0) && !typesIn(screen.current),
            run: () => latest.current.act(offer.act),
          }),
        ),
      ),
    [screen],
  );
}
