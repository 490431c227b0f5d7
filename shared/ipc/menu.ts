import { z } from 'zod';

export const MENU_ROLES = [
  'undo',
  'redo',
  'cut',
  'copy',
  'paste',
  'selectAll',
  'minimize',
  'close',
  'quit',
  'zoomIn',
  'zoomOut',
  'resetZoom',
  'togglefullscreen',
] as const;

/** One entry of the application menu, as the renderer describes it and a host shows it. */
export interface MenuItemModel {
  readonly id: string;
  readonly label: string;
  readonly accelerator?: string | undefined;
  readonly enabled?: boolean | undefined;
  readonly checked?: boolean | undefined;
  /** Standard behaviours that the host knows how to do by itself. */
  readonly role?: (typeof MENU_ROLES)[number] | undefined;
  readonly separator?: boolean | undefined;
  readonly submenu?: readonly MenuItemModel[] | undefined;
}

const item: z.ZodType<MenuItemModel> = z.strictObject({
  id: z.string().max(100),
  label: z.string().max(200),
  accelerator: z.string().max(60).optional(),
  enabled: z.boolean().optional(),
  checked: z.boolean().optional(),
  role: z.enum(MENU_ROLES).optional(),
  separator: z.boolean().optional(),
  submenu: z.lazy(() => z.array(item).max(100)).optional(),
});

export const menuSchema = z.array(item).max(20);
