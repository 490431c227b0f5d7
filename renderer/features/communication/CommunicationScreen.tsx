import { Suspense, useState } from 'react';
import { useReadyAnswer } from '#renderer/client/hooks.ts';
import { Spinner, Tabs } from '#renderer/ui/index.ts';
import { type RecordOf, typeOfId } from '#shared/model/registry.ts';
import { COMMUNICATION_SECTIONS, type CommunicationSection } from '../../state/route.ts';
import { useRegisterTools } from '../register/public.ts';
import { Decisions } from '../risks/public.ts';
import { ContactLog } from './ContactLog.tsx';
import styles from './communication.module.css';
import { LastContactBadge } from './LastContactBadge.tsx';
import { Meetings } from './Meetings.tsx';
import { Plan } from './Plan.tsx';
import { Promises } from './Promises.tsx';
import { Untold } from './Untold.tsx';

export interface CommunicationScreenProps {
  readonly projectId: string;
  readonly section?: CommunicationSection | undefined;
  /** A row of the plan, entry of the log, meeting, promise or decision to open. */
  readonly itemId?: string | undefined;
}

const TAB_OF: Readonly<Record<string, CommunicationSection>> = {
  comm_plan_item: 'plan',
  comm_log: 'log',
  meeting: 'meetings',
  promise: 'promises',
  decision: 'decisions',
};

function tabOf({ section, itemId }: CommunicationScreenProps): CommunicationSection | undefined {
  const type = itemId === undefined ? null : typeOfId(itemId);
  return section ?? (type === null ? undefined : TAB_OF[type]);
}

function contentOf(section: CommunicationSection, project: RecordOf<'project'>, itemId: string | undefined) {
  switch (section) {
    case 'plan':
      return <Plan project={project} itemId={itemId} />;
    case 'log':
      return <ContactLog project={project} itemId={itemId} />;
    case 'meetings':
      return <Meetings project={project} itemId={itemId} />;
    case 'promises':
      return <Promises project={project} itemId={itemId} />;
    case 'decisions':
      return <Decisions projectId={project.id} itemId={itemId} />;
    case 'untold':
      return <Untold projectId={project.id} />;
  }
}

function Sections(props: CommunicationScreenProps & { readonly project: RecordOf<'project'> }) {
  const { project, itemId } = props;
  const { t } = useRegisterTools();
  const wanted = tabOf(props);
  const [tab, setTab] = useState<CommunicationSection>(wanted ?? 'plan');
  const link = `${wanted} ${itemId}`;
  const [linked, setLinked] = useState(link);
  // A new link leads to its tab; what the user chose since then stays otherwise.
  if (linked !== link) {
    setLinked(link);
    if (wanted !== undefined) setTab(wanted);
  }
  const itemOf = (section: CommunicationSection): string | undefined =>
    itemId !== undefined && TAB_OF[typeOfId(itemId) ?? ''] === section ? itemId : undefined;
  return (
    <Tabs<CommunicationSection>
      label={t('communication:heading')}
      value={tab}
      onChange={setTab}
      items={COMMUNICATION_SECTIONS.map((id) => ({
        id,
        label: t(`communication:tabs.${id}`),
        content: <Suspense fallback={<Spinner />}>{contentOf(id, project, itemOf(id))}</Suspense>,
      }))}
    />
  );
}

function Loaded(props: CommunicationScreenProps) {
  const { t } = useRegisterTools();
  const project = useReadyAnswer('project.get', { id: props.projectId });
  if (project === null) return null;
  return (
    <>
      <div className={styles.head}>
        <h1>{t('communication:heading')}</h1>
        <LastContactBadge clientId={project.client_id} />
      </div>
      <div className={styles.tabs}>
        <Sections {...props} project={project} />
      </div>
    </>
  );
}

/** O1–O14, P1–P4, C2, C12: everything that is said to the client, and what was promised. */
export function CommunicationScreen(props: CommunicationScreenProps) {
  return (
    <div className={styles.screen}>
      <Suspense fallback={<Spinner />}>
        <Loaded {...props} />
      </Suspense>
    </div>
  );
}
