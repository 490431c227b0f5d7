import { Lock } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  Button as AriaButton,
  TextField as AriaTextField,
  Dialog,
  DialogTrigger,
  Group,
  Input,
  Popover,
  TextArea,
} from 'react-aria-components';
import { useI18n } from '#renderer/i18n/index.ts';
import { cx } from './classes.ts';
import styles from './Field.module.css';
import { FieldFrame } from './Field.tsx';
import overlay from './Overlay.module.css';

export interface SealedFieldProps {
  readonly label: string;
  readonly value: string;
  /** Height in lines; one line gives a plain input. */
  readonly lines?: number;
  /** Why it stays as it is and where the way on leads; opened by the lock. */
  readonly why: ReactNode;
}

/** A value that can be read and copied, and no longer changed. The lock says why. */
export function SealedField({ label, value, lines = 1, why }: SealedFieldProps) {
  const { t } = useI18n();
  const reason = t('common:field.whySealed', { field: label });
  return (
    <AriaTextField isReadOnly value={value} className={styles.field ?? ''}>
      <FieldFrame label={label}>
        <Group className={cx(styles.box, styles.sealed)}>
          {lines > 1 ? (
            <TextArea rows={lines} className={cx(styles.input, styles.area)} />
          ) : (
            <Input className={styles.input ?? ''} />
          )}
          <DialogTrigger>
            <AriaButton aria-label={reason} className={styles.inBox ?? ''}>
              <Lock />
            </AriaButton>
            <Popover placement="bottom end" offset={4} className={overlay['popover'] ?? ''}>
              <Dialog aria-label={reason} className={cx(overlay['padded'])}>
                {why}
              </Dialog>
            </Popover>
          </DialogTrigger>
        </Group>
      </FieldFrame>
    </AriaTextField>
  );
}
