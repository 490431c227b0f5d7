import styles from './Misc.module.css';

/** A shortcut such as `Ctrl+Shift+Z`, one box per key. */
export function Kbd({ keys }: { readonly keys: string }) {
  return (
    <kbd className={styles['keys']}>
      {keys.split(/\+(?!$)/).map((key) => (
        <kbd key={key} className={styles['key']}>
          {key}
        </kbd>
      ))}
    </kbd>
  );
}
