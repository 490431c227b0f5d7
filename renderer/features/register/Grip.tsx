import { GripVertical } from 'lucide-react';
import { DRAG_TYPE } from './order.ts';
import styles from './register.module.css';

/** What a record is dragged by; keys and buttons do the same. */
export function Grip({ id }: { readonly id: string }) {
  return (
    <span
      className={styles.grip}
      draggable
      aria-hidden="true"
      // A list that takes the press for itself would keep the drag from starting.
      onMouseDown={(event) => event.stopPropagation()}
      onDragStart={(event) => {
        event.dataTransfer.setData(DRAG_TYPE, id);
        event.dataTransfer.effectAllowed = 'move';
      }}
    >
      <GripVertical />
    </span>
  );
}
