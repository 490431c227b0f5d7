import {
  CalendarClock,
  CalendarCog,
  ChevronsDownUp,
  ChevronsUpDown,
  DiamondPlus,
  IndentDecrease,
  IndentIncrease,
  Info,
  Link,
  Maximize2,
  Minimize2,
  MoveHorizontal,
  Plus,
  Printer,
  Repeat,
  ScanSearch,
  Trash2,
  Unlink,
  ZoomIn,
  ZoomOut,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { useI18n } from '#renderer/i18n/index.ts';
import { Button, IconButton, Toolbar, ToolbarRule } from '#renderer/ui/index.ts';
import styles from './plan.module.css';
import { shownKeys } from './platform.ts';
import { ShowMenu, type ShowMenuProps } from './timeline/ShowMenu.tsx';
import { ZoomSlider } from './ZoomSlider.tsx';

export interface PlanToolbarProps extends ShowMenuProps {
  readonly selected: number;
  /** Px of one day. */
  readonly perDay: number;
  readonly onZoom: (perDay: number) => void;
  /** The plan has the whole window. */
  readonly zen: boolean;
  readonly onAct: (act: ToolAct) => void;
  /** Tools of other parts of the app. */
  readonly more?: ReactNode;
}

export type ToolAct =
  | 'add'
  | 'milestone'
  | 'recurring'
  | 'remove'
  | 'indent'
  | 'outdent'
  | 'link'
  | 'unlink'
  | 'info'
  | 'collapse'
  | 'expand'
  | 'zoomIn'
  | 'zoomOut'
  | 'fit'
  | 'zoomSelection'
  | 'zen'
  | 'today'
  | 'calendar'
  | 'print';

export function PlanToolbar(props: PlanToolbarProps) {
  const { t } = useI18n();
  const { selected, onAct } = props;
  const icon = (act: ToolAct, label: string, shape: React.ReactNode, keys?: string, needs = 0) => (
    <IconButton
      small
      label={label}
      icon={shape}
      isDisabled={selected < needs}
      onPress={() => onAct(act)}
      {...(keys === undefined ? {} : { keys: shownKeys(keys) })}
    />
  );
  return (
    <div className={styles.tools}>
      <Toolbar label={t('plan:tool.label')}>
        <Button small icon={<Plus />} onPress={() => onAct('add')}>
          {t('plan:tool.add')}
        </Button>
        {icon('milestone', t('plan:tool.addMilestone'), <DiamondPlus />)}
        {icon('recurring', t('recurring:add'), <Repeat />)}
        <ToolbarRule />
        {icon('outdent', t('plan:tool.outdent'), <IndentDecrease />, 'Alt+Shift+ArrowLeft', 1)}
        {icon('indent', t('plan:tool.indent'), <IndentIncrease />, 'Alt+Shift+ArrowRight', 1)}
        {icon('link', t('plan:tool.link'), <Link />, 'Mod+F2', 2)}
        {icon('unlink', t('plan:tool.unlink'), <Unlink />, 'Mod+Shift+F2', 1)}
        {icon('remove', t('plan:tool.remove'), <Trash2 />, 'Delete', 1)}
        {icon('info', t('plan:tool.info'), <Info />, 'Shift+F2', 1)}
        <ToolbarRule />
        {icon('collapse', t('plan:tool.collapseAll'), <ChevronsDownUp />)}
        {icon('expand', t('plan:tool.expandAll'), <ChevronsUpDown />)}
        <ToolbarRule />
        {icon('zoomOut', t('plan:tool.zoomOut'), <ZoomOut />)}
        {icon('zoomIn', t('plan:tool.zoomIn'), <ZoomIn />)}
        {icon('fit', t('plan:tool.zoomFit'), <MoveHorizontal />)}
        {icon('zoomSelection', t('timeline:tool.zoomSelection'), <ScanSearch />, undefined, 1)}
        {icon('today', t('plan:tool.goToday'), <CalendarClock />, 'Alt+Home')}
        <ShowMenu look={props.look} onLook={props.onLook} />
        {icon('calendar', t('plan:tool.calendar'), <CalendarCog />)}
        {icon('print', t('ganttPrint:open'), <Printer />, 'Mod+P')}
        {icon(
          'zen',
          t(props.zen ? 'timeline:tool.zenLeave' : 'timeline:tool.zen'),
          props.zen ? <Minimize2 /> : <Maximize2 />,
        )}
        {props.more}
      </Toolbar>
      {/* Not among the tools, whose arrow keys go from one to the next. */}
      <ZoomSlider perDay={props.perDay} onZoom={props.onZoom} />
    </div>
  );
}
