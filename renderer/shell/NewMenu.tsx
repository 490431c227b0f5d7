import { ChevronDown, Plus } from 'lucide-react';
import { displayKeys } from '../commands/keys.ts';
import { type Command, canRun, useRegistry } from '../commands/registry.ts';
import { useI18n } from '../i18n/index.ts';
import { useRoute } from '../state/route.ts';
import { Button, Menu } from '../ui/index.ts';
import { invoke } from './CommandOverlays.tsx';
import styles from './shell.module.css';

/** What can be made from anywhere, in the order of a job; a gap starts a new group. */
const GROUPS: readonly (readonly string[])[] = [
  ['new.client', 'new.project'],
  ['new.task', 'new.risk'],
  ['new.contactNote', 'new.feedback'],
  ['file.import'],
];

/** Everything that can be made, in one place. What needs a project stays listed, but waits for one. */
export function NewMenu({ mac }: { readonly mac: boolean }) {
  const { t } = useI18n();
  const commands = useRegistry((state) => state.commands);
  // Whether a task can be made depends on the place.
  useRoute();
  const known = (id: string): readonly Command[] => commands.filter((command) => command.id === id);
  const groups = GROUPS.map((ids) => ids.flatMap(known)).filter((group) => group.length > 0);
  if (groups.length === 0) return null;
  return (
    <Menu
      label={t('shell:new.here')}
      trigger={
        <Button icon={<Plus />}>
          {t('shell:new.here')}
          <ChevronDown className={styles.chevron} aria-hidden="true" />
        </Button>
      }
      entries={groups.flatMap((group, at) =>
        group.map((command, index) => ({
          id: command.id,
          label: command.title(t),
          disabled: !canRun(command),
          startsGroup: at > 0 && index === 0,
          ...(command.keys?.[0] === undefined ? {} : { keys: displayKeys(command.keys[0], mac) }),
          onAction: () => void invoke(command.id, t),
        })),
      )}
    />
  );
}
