/** One entry of the application menu, as the renderer describes it and a host shows it. */
export interface MenuItemModel {
  readonly id: string;
  readonly label: string;
  readonly accelerator?: string;
  readonly enabled?: boolean;
  readonly checked?: boolean;
  /** Standard behaviours that the host knows how to do by itself. */
  readonly role?:
    | 'undo'
    | 'redo'
    | 'cut'
    | 'copy'
    | 'paste'
    | 'selectAll'
    | 'minimize'
    | 'close'
    | 'quit'
    | 'zoomIn'
    | 'zoomOut'
    | 'resetZoom'
    | 'togglefullscreen';
  readonly separator?: boolean;
  readonly submenu?: readonly MenuItemModel[];
}
