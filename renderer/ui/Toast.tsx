import { X } from 'lucide-react';
import { useState, useSyncExternalStore } from 'react';
import {
  UNSTABLE_Toast as AriaToast,
  UNSTABLE_ToastContent as AriaToastContent,
  UNSTABLE_ToastRegion as AriaToastRegion,
  Text,
  UNSTABLE_ToastQueue as ToastQueue,
} from 'react-aria-components';
import { useI18n } from '#renderer/i18n/index.ts';
import { Button, IconButton } from './Button.tsx';
import styles from './Misc.module.css';
import { type Tone, ToneIcon } from './Misc.tsx';

export interface ToastContent {
  readonly text: string;
  readonly tone?: Tone;
  /** Takes the act back or leads on: “Undo”. */
  readonly action?: { readonly label: string; readonly onPress: () => void };
  /** A second thing to do, such as asking for the reasons. */
  readonly more?: { readonly label: string; readonly onPress: () => void };
}

/** Time a notification stays; it stops while the pointer or the focus is on it. */
export const TOAST_MS = 8000;

const queue = new ToastQueue<ToastContent>({ maxVisibleToasts: 3 });

/** Shows a notification and returns how to take it away. Errors stay until they are closed. */
export function showToast(content: ToastContent): () => void {
  const key = queue.add(content, content.tone === 'bad' ? {} : { timeout: TOAST_MS });
  return () => queue.close(key);
}

const subscribe = (changed: () => void): (() => void) => queue.subscribe(changed);

/** Where notifications appear; F6 leads into it, Esc or closing the last one leads back. There from the first one on. */
export function ToastRegion() {
  const filled = useSyncExternalStore(subscribe, () => queue.visibleToasts.length > 0);
  const [used, setUsed] = useState(filled);
  if (filled && !used) setUsed(true);
  return used ? <Region /> : null;
}

function Region() {
  const { t } = useI18n();
  return (
    <AriaToastRegion queue={queue} aria-label={t('common:toast.region')} className={styles.toasts ?? ''}>
      {({ toast }) => (
        <AriaToast toast={toast} className={styles.toast ?? ''}>
          <ToneIcon tone={toast.content.tone ?? 'info'} />
          <AriaToastContent className={styles.toastText ?? ''}>
            <Text slot="title">{toast.content.text}</Text>
          </AriaToastContent>
          {[toast.content.action, toast.content.more].map((offer) =>
            offer === undefined ? null : (
              <Button
                key={offer.label}
                small
                onPress={() => {
                  offer.onPress();
                  queue.close(toast.key);
                }}
              >
                {offer.label}
              </Button>
            ),
          )}
          <IconButton small slot="close" label={t('common:verb.close')} icon={<X />} />
        </AriaToast>
      )}
    </AriaToastRegion>
  );
}
