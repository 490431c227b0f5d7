import type { MenuItemModel } from '#main/host/ports.ts';

/** Electron's menu template from our model; pure. Items with a role keep the behaviour the system gives them. */
export function menuTemplate(
  items: readonly MenuItemModel[],
  onCommand: (id: string) => void,
): Electron.MenuItemConstructorOptions[] {
  return items.map((item) => menuItem(item, onCommand));
}

/** On macOS the first menu is the application's: About, Hide and Quit live there. */
export function applicationTemplate(
  items: readonly MenuItemModel[],
  onCommand: (id: string) => void,
  platform: string,
): Electron.MenuItemConstructorOptions[] {
  const template = menuTemplate(items, onCommand);
  return platform === 'darwin' ? [{ role: 'appMenu' }, ...template] : template;
}

function menuItem(item: MenuItemModel, onCommand: (id: string) => void): Electron.MenuItemConstructorOptions {
  if (item.separator) return { type: 'separator' };
  const options: Electron.MenuItemConstructorOptions = { id: item.id, label: item.label };
  if (item.accelerator !== undefined) options.accelerator = item.accelerator;
  if (item.enabled !== undefined) options.enabled = item.enabled;
  if (item.submenu) return { ...options, submenu: menuTemplate(item.submenu, onCommand) };
  if (item.checked !== undefined) {
    options.type = 'checkbox';
    options.checked = item.checked;
  }
  if (item.role) return { ...options, role: item.role };
  return { ...options, click: () => onCommand(item.id) };
}
