import { Circle, CircleCheck } from 'lucide-react';
import { useAnswer } from '../../client/hooks.ts';
import { type T, useI18n } from '../../i18n/index.ts';
import { backUpNow } from '../../shell/appCommands.ts';
import { openDialog } from '../../state/dialogs.ts';
import { dismiss, useDismissed } from '../../state/remember.ts';
import { navigate } from '../../state/route.ts';
import { Button, Card, cx } from '../../ui/index.ts';
import styles from './onboarding.module.css';

const HINT = 'checklist';

interface Step {
  readonly id: string;
  readonly label: string;
  readonly done: boolean;
  readonly act: () => void;
}

function useSteps(t: T): readonly Step[] | null {
  const clients = useAnswer('client.list', {});
  const logs = useAnswer('comm_log.list', {});
  const projects = useAnswer('project.list', {});
  const tasks = useAnswer('project.rows', {});
  const state = useAnswer('app.state', {});
  if (!clients.data || !logs.data || !projects.data || !tasks.data || !state.data) return null;
  const [project] = projects.data;
  const samples = new Set(clients.data.filter((client) => client.sample).map((client) => client.id));
  return [
    {
      id: 'client',
      label: t('onboarding:check.client'),
      done: clients.data.some((client) => !client.sample),
      act: () => openDialog({ name: 'newClient' }),
    },
    {
      id: 'note',
      label: t('onboarding:check.note'),
      done: logs.data.some((log) => !samples.has(log.client_id)),
      act: () => openDialog({ name: 'quickCapture' }),
    },
    {
      id: 'project',
      label: t('onboarding:check.project'),
      done: projects.data.some((one) => !one.sample),
      act: () => openDialog({ name: 'newProject' }),
    },
    {
      id: 'plan',
      label: t('onboarding:check.plan'),
      done: tasks.data.some((row) => !row.sample && row.tasks > 0),
      act: () => navigate(project ? { name: 'plan', projectId: project.id } : { name: 'projects' }),
    },
    {
      id: 'backup',
      label: t('onboarding:check.backup'),
      done: state.data.lastBackup !== null,
      act: () => void backUpNow(t),
    },
  ];
}

/** First steps, for the Today screen; disappears for good when it is dismissed or everything is done. */
export function Checklist() {
  const { t } = useI18n();
  const steps = useSteps(t);
  const gone = useDismissed((state) => state.ids.includes(HINT));
  if (gone || steps === null || steps.every((step) => step.done)) return null;
  return (
    <Card
      title={t('onboarding:checklist')}
      actions={
        <Button small look="quiet" onPress={() => dismiss(HINT)}>
          {t('common:verb.dismiss')}
        </Button>
      }
    >
      <ul className={styles.checklist}>
        {steps.map((step) => (
          <li key={step.id} className={cx(styles.step, step.done && styles.done)}>
            {step.done ? <CircleCheck aria-hidden="true" /> : <Circle aria-hidden="true" />}
            {step.done ? (
              <span>{t('onboarding:check.done', { step: step.label })}</span>
            ) : (
              <Button look="link" onPress={step.act}>
                {step.label}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
