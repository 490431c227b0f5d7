import { Check, Circle } from 'lucide-react';
import { useState } from 'react';
import { useCommand, useReadyAnswer } from '#renderer/client/hooks.ts';
import { valueName } from '#renderer/i18n/words.ts';
import { navigate, PROJECT_MODULES, type Route } from '#renderer/state/route.ts';
import { Badge, Button, Card, showToast, VisuallyHidden } from '#renderer/ui/index.ts';
import type { GateCheckRow } from '#shared/ipc/channels/stage.ts';
import type { OutputOf } from '#shared/ipc/contract.ts';
import type { RecordOf } from '#shared/model/registry.ts';
import { ChildList, useRegisterTools } from '../register/public.ts';
import { MoveDialog } from './MoveDialog.tsx';
import styles from './stages.module.css';

type Project = RecordOf<'project'>;

function placeRoute(place: GateCheckRow['place'], project: Project): Route | null {
  if (place === null || place === 'project') return null;
  if (place === 'client') return { name: 'client', clientId: project.client_id };
  const module = PROJECT_MODULES.find((known) => known === place);
  return module === undefined ? null : { name: module, projectId: project.id };
}

function CheckRow({ check, project }: { readonly check: GateCheckRow; readonly project: Project }) {
  const { t, problemText } = useRegisterTools();
  const tick = useCommand('stage.tick');
  const route = placeRoute(check.place, project);
  const set = (done: boolean) =>
    tick
      .mutateAsync({ projectId: project.id, check: check.id, done })
      .catch((error: unknown) => showToast({ tone: 'bad', text: problemText(error) }));
  const name = t(`stage:check.${check.id}`);
  return (
    <li className={styles.check}>
      {check.met ? <Check aria-hidden="true" className={styles.met} /> : <Circle aria-hidden="true" />}
      <span className={styles.name}>
        {name}
        <VisuallyHidden>{t(check.met ? 'stage:stateMet' : 'stage:stateOpen')}</VisuallyHidden>
        {check.open === null || check.open === 0 ? null : <Badge tone="warn">{String(check.open)}</Badge>}
      </span>
      {!check.met && route !== null ? (
        <Button look="link" aria-label={`${t('stage:goto')}: ${name}`} onPress={() => navigate(route)}>
          {t('stage:goto')}
        </Button>
      ) : null}
      {check.byHand || (!check.met && route === null) ? (
        <Button
          small
          aria-label={`${t(check.met ? 'stage:untick' : 'stage:tick')}: ${name}`}
          onPress={() => void set(!check.met)}
        >
          {t(check.met ? 'stage:untick' : 'stage:tick')}
        </Button>
      ) : null}
    </li>
  );
}

/** A7: a principle of expectation management that the project would break in the next stage. */
function PrincipleRow(props: {
  readonly broken: OutputOf<'stage.gate'>['principles'][number];
  readonly projectId: string;
}) {
  const { t } = useRegisterTools();
  const { principle, count } = props.broken;
  const name = t(`expectation:principles.${principle}.name`);
  const go = () => navigate({ name: 'expectations', projectId: props.projectId, section: 'gap' });
  return (
    <li className={styles.check}>
      <Circle aria-hidden="true" />
      <span className={styles.name}>
        <span>
          {name}: {t(`expectation:principles.${principle}.broken`, { count })}
        </span>
        <VisuallyHidden>{t('stage:stateOpen')}</VisuallyHidden>
      </span>
      <Button look="link" aria-label={`${t('stage:goto')}: ${name}`} onPress={go}>
        {t('stage:goto')}
      </Button>
    </li>
  );
}

/** X9: the stage of a project, what has to be true before it goes on, and the way on. */
export function StageCard({ project }: { readonly project: Project }) {
  const { t } = useRegisterTools();
  const gate = useReadyAnswer('stage.gate', { projectId: project.id });
  const [moving, setMoving] = useState<'next' | 'other' | null>(null);
  const { principles } = gate;
  const open = [...gate.checks, ...gate.own].filter((check) => !check.met).length + principles.length;
  const stageName = (stage: Project['stage']) => valueName(t, 'project', 'stage', stage);
  return (
    <Card
      title={`${t('stage:heading')}: ${stageName(gate.stage)}`}
      actions={
        <>
          {gate.next === null ? null : (
            <Button small look={open === 0 ? 'primary' : 'normal'} onPress={() => setMoving('next')}>
              {t('stage:next', { stage: stageName(gate.next) })}
            </Button>
          )}
          <Button small look="quiet" onPress={() => setMoving('other')}>
            {t('stage:other')}
          </Button>
        </>
      }
    >
      <p className={styles.quiet}>
        {open === 0 ? t('stage:allMet') : t('stage:openChecks', { count: open })}
      </p>
      <ul className={styles.checks} aria-label={t('stage:heading')}>
        {gate.checks.map((check) => (
          <CheckRow key={check.id} check={check} project={project} />
        ))}
        {principles.map((broken) => (
          <PrincipleRow key={broken.principle} broken={broken} projectId={project.id} />
        ))}
      </ul>
      <OwnChecks project={project} />
      {moving === null ? null : (
        <MoveDialog
          project={project}
          to={moving === 'next' ? gate.next : null}
          onClose={() => setMoving(null)}
        />
      )}
    </Card>
  );
}

/** A9: checks the user adds to a stage of this project. */
function OwnChecks({ project }: { readonly project: Project }) {
  const { t } = useRegisterTools();
  return (
    <details className={styles.own}>
      <summary>{t('stage:own')}</summary>
      <ChildList
        entity="checklist_item"
        owner={{ project_id: project.id }}
        fields={['text', 'stage', 'owner', 'due_on', 'done_on', 'not_needed', 'note']}
        shown={['stage', 'done_on']}
        asked={['text', 'owner', 'due_on']}
        defaults={{ stage: project.stage }}
      />
    </details>
  );
}
