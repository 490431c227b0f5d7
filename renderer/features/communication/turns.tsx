import { Ellipsis } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { composing, IconButton, Menu, showToast } from '#renderer/ui/index.ts';
import { TURN_INTO, type TurnInto } from '#shared/ipc/channels/communication.ts';
import { navigate, type Route } from '../../state/route.ts';
import { type RegisterTools, useRegisterTools } from '../register/public.ts';
import { run } from './run.ts';

/** One key for each thing that can be made of an entry, while it has the focus. */
const KEYS = {
  promise: 'P',
  requirement: 'R',
  expectation: 'E',
  issue: 'I',
  decision: 'D',
  task: 'T',
} as const;
type Turn = 'promise' | TurnInto;
const TURNS: readonly Turn[] = ['promise', ...TURN_INTO];

function routeOf(into: TurnInto, projectId: string, itemId: string): Route | null {
  if (into === 'task') return { name: 'plan', projectId, itemId };
  if (into === 'issue') return { name: 'risks', projectId, itemId };
  if (into === 'decision') return { name: 'communication', projectId, itemId };
  return null;
}

async function turnInto(tools: RegisterTools, into: TurnInto, id: string, projectId: string): Promise<void> {
  const { t } = tools;
  const made = await run(tools, 'comm.turn', { id, into });
  if (made === null) return;
  const route = routeOf(into, projectId, made.id);
  showToast({
    tone: 'good',
    text: t('communication:log.turned', { kind: t(`communication:log.into.${into}`) }),
    ...(route === null
      ? {}
      : { action: { label: t('communication:log.open'), onPress: () => navigate(route) } }),
  });
}

export interface TurnProps {
  /** Of an entry of the log or a line of minutes. */
  readonly id: string;
  readonly name: string;
  readonly projectId: string;
  readonly onPromise: () => void;
}

/** B3: what an entry makes necessary, by menu, or by one key while the focus is in it. */
export function useTurns({ id, name, projectId, onPromise }: TurnProps) {
  const tools = useRegisterTools();
  const { t } = tools;
  const act = (turn: Turn) => (turn === 'promise' ? onPromise() : void turnInto(tools, turn, id, projectId));
  const label = t('communication:log.turnItem', { name: name.slice(0, 40) });
  const menu = (
    <Menu
      label={t('communication:log.turn')}
      trigger={<IconButton small label={label} icon={<Ellipsis aria-hidden="true" />} />}
      entries={TURNS.map((turn) => ({
        id: turn,
        label: t(`communication:log.into.${turn}`),
        keys: KEYS[turn],
        onAction: () => act(turn),
      }))}
    />
  );
  const onKeyDown = (event: KeyboardEvent) => {
    if (composing(event) || event.ctrlKey || event.metaKey || event.altKey) return;
    const { target } = event;
    if (target instanceof HTMLElement && target.closest('input, textarea, [contenteditable], [role="menu"]'))
      return;
    const turn = TURNS.find((one) => KEYS[one] === event.key.toUpperCase());
    if (turn === undefined) return;
    event.preventDefault();
    act(turn);
  };
  return { menu, onKeyDown };
}
