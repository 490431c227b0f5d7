import type { T } from '#renderer/i18n/index.ts';
import type { MenuEntry } from '#renderer/ui/index.ts';
import type { PlanRow } from './model.ts';
import { shownKeys } from './platform.ts';
import type { ToolAct } from './Toolbar.tsx';
import type { PlanCommands } from './useCommands.ts';

export interface RowMenuNeeds {
  readonly t: T;
  readonly commands: PlanCommands;
  readonly row: PlanRow | null;
  readonly ids: readonly string[];
  readonly act: (act: ToolAct) => void;
  readonly addChild: () => void;
}

type Entries = readonly MenuEntry[];

const withRow = (row: PlanRow | null, run: (row: PlanRow) => void) => () => {
  if (row) run(row);
};

function newRows({ t, row, act, addChild }: RowMenuNeeds): Entries {
  return [
    {
      id: 'info',
      label: t('plan:tool.info'),
      keys: shownKeys('Shift+F2'),
      disabled: row === null,
      onAction: () => act('info'),
    },
    {
      id: 'add',
      label: t('plan:tool.add'),
      startsGroup: true,
      onAction: () => act('add'),
    },
    {
      id: 'child',
      label: t('plan:tool.addChild'),
      disabled: row === null,
      onAction: addChild,
    },
    {
      id: 'milestone',
      label: t('plan:tool.addMilestone'),
      onAction: () => act('milestone'),
    },
    {
      id: 'recurring',
      label: t('recurring:add'),
      onAction: () => act('recurring'),
    },
  ];
}

function order({ t, row, act, commands }: RowMenuNeeds): Entries {
  return [
    {
      id: 'indent',
      label: t('plan:tool.indent'),
      keys: shownKeys('Alt+Shift+ArrowRight'),
      disabled: row === null,
      startsGroup: true,
      onAction: () => act('indent'),
    },
    {
      id: 'outdent',
      label: t('plan:tool.outdent'),
      keys: shownKeys('Alt+Shift+ArrowLeft'),
      disabled: row === null,
      onAction: () => act('outdent'),
    },
    {
      id: 'up',
      label: t('plan:tool.up'),
      keys: shownKeys('Alt+Shift+ArrowUp'),
      disabled: row === null,
      onAction: withRow(row, (r) => commands.nudge(r, -1)),
    },
    {
      id: 'down',
      label: t('plan:tool.down'),
      keys: shownKeys('Alt+Shift+ArrowDown'),
      disabled: row === null,
      onAction: withRow(row, (r) => commands.nudge(r, 1)),
    },
  ];
}

function dates({ t, row, ids, commands }: RowMenuNeeds): Entries {
  const fixed = row === null || row.summary || row.milestone;
  return [
    {
      id: 'earlier',
      label: t('plan:tool.earlier'),
      keys: '[',
      disabled: row === null,
      startsGroup: true,
      onAction: withRow(row, (r) => commands.shift(ids, r, -1)),
    },
    {
      id: 'later',
      label: t('plan:tool.later'),
      keys: ']',
      disabled: row === null,
      onAction: withRow(row, (r) => commands.shift(ids, r, 1)),
    },
    {
      id: 'shorter',
      label: t('plan:tool.shorter'),
      keys: 'Shift+[',
      disabled: fixed,
      onAction: withRow(row, (r) => commands.resize(r, 'finish', -1)),
    },
    {
      id: 'longer',
      label: t('plan:tool.longer'),
      keys: 'Shift+]',
      disabled: fixed,
      onAction: withRow(row, (r) => commands.resize(r, 'finish', 1)),
    },
    {
      id: 'startEarlier',
      label: t('timeline:tool.startEarlier'),
      keys: shownKeys('Alt+['),
      disabled: fixed,
      onAction: withRow(row, (r) => commands.resize(r, 'start', -1)),
    },
    {
      id: 'startLater',
      label: t('timeline:tool.startLater'),
      keys: shownKeys('Alt+]'),
      disabled: fixed,
      onAction: withRow(row, (r) => commands.resize(r, 'start', 1)),
    },
  ];
}

function relations({ t, row, ids, act }: RowMenuNeeds): Entries {
  return [
    {
      id: 'link',
      label: t('plan:tool.link'),
      keys: shownKeys('Mod+F2'),
      disabled: ids.length < 2,
      startsGroup: true,
      onAction: () => act('link'),
    },
    {
      id: 'unlink',
      label: t('plan:tool.unlink'),
      keys: shownKeys('Mod+Shift+F2'),
      disabled: row === null,
      onAction: () => act('unlink'),
    },
    {
      id: 'remove',
      label: t('plan:tool.remove'),
      keys: shownKeys('Delete'),
      danger: true,
      disabled: row === null,
      startsGroup: true,
      onAction: () => act('remove'),
    },
  ];
}

/** What can be done with the active row and the selection: every drag has its place here too. */
export function rowMenu(needs: RowMenuNeeds): Entries {
  return [...newRows(needs), ...order(needs), ...dates(needs), ...relations(needs)];
}
