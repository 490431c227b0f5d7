import { type ReactNode, useRef, useState } from 'react';
import { useI18n } from '../i18n/index.ts';
import { Banner, Button, Dialog } from '../ui/index.ts';
import type { DraftEditor } from './editor.ts';
import styles from './records.module.css';

export interface CreateDialogProps {
  readonly title: string;
  /** Verb of the button that creates. */
  readonly verb: string;
  readonly editor: DraftEditor;
  /** Fields that must be filled. */
  readonly needs: readonly string[];
  /** Sends the record to the core; what it throws is shown. */
  readonly create: () => Promise<void>;
  readonly onClose: () => void;
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** Asks for the facts of a new record; closes once the core has it. */
export function CreateDialog(props: CreateDialogProps) {
  const { t } = useI18n();
  const { editor, onClose } = props;
  const [problem, setProblem] = useState<string | null>(null);
  const busy = useRef(false);
  const submit = async () => {
    if (busy.current || !editor.complete(props.needs)) return;
    busy.current = true;
    try {
      await props.create();
      onClose();
    } catch (error) {
      setProblem(editor.fail(error));
    } finally {
      busy.current = false;
    }
  };
  return (
    <Dialog
      open
      {...(props.wide ? { wide: true } : {})}
      title={props.title}
      onClose={onClose}
      onSubmit={() => void submit()}
      actions={
        <>
          <Button onPress={onClose}>{t('common:verb.cancel')}</Button>
          <Button look="primary" onPress={() => void submit()}>
            {props.verb}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        {props.children}
        {problem === null ? null : <Banner tone="bad">{problem}</Banner>}
      </div>
    </Dialog>
  );
}
