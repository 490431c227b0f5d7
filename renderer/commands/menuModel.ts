import type { T } from '#renderer/i18n/index.ts';
import type { MenuItemModel } from '#shared/ipc/menu.ts';
import { acceleratorOf } from './keys.ts';
import { type Command, canRun, type MenuName } from './registry.ts';

const separator = (id: string): MenuItemModel => ({ id, label: '', separator: true });

function itemOf(command: Command, t: T): MenuItemModel {
  const keys = command.keys?.[0];
  return {
    id: command.id,
    label: command.title(t),
    enabled: canRun(command),
    ...(keys === undefined ? {} : { accelerator: acceleratorOf(keys) }),
  };
}

function standardItems(menu: MenuName, t: T): readonly MenuItemModel[] {
  if (menu === 'edit') {
    return [
      separator('edit.line'),
      { id: 'role.cut', label: t('shell:menu.cut'), role: 'cut' },
      { id: 'role.copy', label: t('common:verb.copy'), role: 'copy' },
      { id: 'role.paste', label: t('shell:menu.paste'), role: 'paste' },
      { id: 'role.selectAll', label: t('shell:menu.selectAll'), role: 'selectAll' },
    ];
  }
  if (menu === 'view') {
    return [
      separator('view.line'),
      { id: 'role.zoomIn', label: t('shell:menu.zoomIn'), role: 'zoomIn' },
      { id: 'role.zoomOut', label: t('shell:menu.zoomOut'), role: 'zoomOut' },
      { id: 'role.resetZoom', label: t('shell:menu.resetZoom'), role: 'resetZoom' },
      { id: 'role.fullScreen', label: t('shell:menu.fullScreen'), role: 'togglefullscreen' },
    ];
  }
  if (menu === 'file') {
    return [separator('file.line'), { id: 'role.quit', label: t('shell:menu.quit'), role: 'quit' }];
  }
  return [];
}

/** The application menu, made from the same commands as the palette; data only, so the host can show it. */
export function toMenuModel(commands: readonly Command[], t: T): readonly MenuItemModel[] {
  const names: Readonly<Record<MenuName, string>> = {
    file: t('shell:menu.file'),
    edit: t('shell:menu.edit'),
    view: t('shell:menu.view'),
    go: t('shell:menu.go'),
    help: t('shell:menu.help'),
  };
  const menus: readonly MenuName[] = ['file', 'edit', 'view', 'go', 'help'];
  const model = menus.map((menu): MenuItemModel => {
    const own = commands.filter((command) => command.menu === menu).map((command) => itemOf(command, t));
    const standard = standardItems(menu, t);
    return {
      id: `menu.${menu}`,
      label: names[menu],
      submenu: [...own, ...(own.length === 0 ? standard.slice(1) : standard)],
    };
  });
  const window: MenuItemModel = {
    id: 'menu.window',
    label: t('shell:menu.window'),
    submenu: [
      { id: 'role.minimize', label: t('shell:menu.minimize'), role: 'minimize' },
      { id: 'role.close', label: t('common:verb.close'), role: 'close' },
    ],
  };
  return [...model.slice(0, 4), window, ...model.slice(4)];
}
