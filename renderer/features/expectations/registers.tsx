/** Plain registers around expectations: demonstrations, rectifications, values, cases. */
import { useState } from 'react';
import { useAnswer, useReadyAnswer } from '#renderer/client/hooks.ts';
import { Badge, Button, Card } from '#renderer/ui/index.ts';
import {
  ChildList,
  createRecord,
  Register,
  simpleRegister,
  useRegisterTools,
  type WidgetProps,
} from '../register/public.ts';
import styles from './expectations.module.css';
import { figureText, OpenButton, useTellProblem } from './parts.tsx';

interface SectionProps {
  readonly projectId: string;
  readonly itemId?: string | undefined;
}

/** G16: the expectations that are adjusted after the client has seen finished work. */
function Adjusted({ record }: WidgetProps<'demo'>) {
  const { t } = useRegisterTools();
  return (
    <ChildList
      entity="adjustment"
      owner={{ demo_id: record.id }}
      fields={['title', 'expectation_id', 'reason', 'before', 'after']}
      shown={['after']}
      asked={['title', 'expectation_id', 'after']}
      defaults={{
        project_id: record.project_id,
        trigger: 'client_perception',
        raised_on: record.shown_on,
        reason: record.reaction,
      }}
      scope={{ projectId: record.project_id }}
      empty={t('expectation:demos.adjustedEmpty')}
    />
  );
}

const demos = simpleRegister('demo', {
  columns: ['topic', 'shown_on', 'attendees', 'reaction', 'effect'],
  sections: [
    {
      id: 'what',
      items: ['topic', 'shown_on', 'deliverable_id', 'attendees', 'reaction', 'effect'],
    },
    {
      id: 'adjusted',
      title: ({ t }) => t('expectation:demos.adjusted'),
      items: [{ id: 'adjustments', widget: Adjusted }],
    },
  ],
  quickLabel: ({ t }) => t('expectation:demos.quick'),
  defaults: ({ today }) => ({ shown_on: today }),
  empty: ({ t }) => t('expectation:demos.empty'),
  sort: { column: 'shown_on', descending: true },
});

/** G16: showings of finished work, the client's reaction, and what they did to expectations. */
export function Demos({ projectId, itemId }: SectionProps) {
  const records = useReadyAnswer('demo.list', { where: { project_id: projectId } });
  return <Register definition={demos} records={records} projectId={projectId} itemId={itemId} />;
}

const rectifications = simpleRegister('rectification', {
  prefix: 'RC',
  columns: ['text', 'owner', 'raised_on', 'due_on', 'done_on', 'client_visible'],
  sections: [
    {
      id: 'what',
      items: ['text', 'expectation_id', 'deliverable_id', 'contact_id', 'raised_on'],
    },
    {
      id: 'doing',
      title: ({ t }) => t('expectation:rectifications.doing'),
      items: ['owner', 'due_on', 'done_on', 'client_visible', 'client_text'],
    },
  ],
  filters: ['owner'],
  due: { field: 'due_on', over: (record) => record.done_on !== null },
  quickLabel: ({ t }) => t('expectation:rectifications.quick'),
  defaults: ({ today }) => ({ raised_on: today }),
  empty: ({ t }) => t('expectation:rectifications.empty'),
});

/** G4: what the client wants put right before acceptance. */
export function Rectifications({ projectId, itemId }: SectionProps) {
  const records = useReadyAnswer('rectification.list', { where: { project_id: projectId } });
  return <Register definition={rectifications} records={records} projectId={projectId} itemId={itemId} />;
}

const values = simpleRegister('value_statement', {
  columns: ['text', 'kind', 'evidence', 'client_visible'],
  sections: [
    {
      id: 'what',
      items: ['text', 'kind', 'evidence', 'expectation_id', 'client_visible', 'client_text'],
    },
  ],
  filters: ['kind'],
  quickLabel: ({ t }) => t('expectation:values.quick'),
  empty: ({ t }) => t('expectation:values.empty'),
});

/** G25: what pleased because nobody asked for it, and was there. */
function Delights({
  projectId,
  onOpen,
}: {
  readonly projectId: string;
  readonly onOpen: (id: string) => void;
}) {
  const { t } = useRegisterTools();
  const { expectations, facts } = useReadyAnswer('expectation.register', { projectId });
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  const delights = expectations.filter((record) => byId.get(record.id)?.kano.kind === 'excitement');
  const delivered = delights.filter((record) => (byId.get(record.id)?.actual ?? 0) >= 100);
  if (delights.length === 0) return null;
  return (
    <div className={styles.delights}>
      <Card title={t('expectation:values.delights', { count: delivered.length, all: delights.length })}>
        <p className={styles.quiet}>{t('expectation:values.delightsHint')}</p>
        <ul className={styles.refs}>
          {delights.map((record) => {
            const actual = byId.get(record.id)?.actual ?? null;
            return (
              <li key={record.id}>
                <OpenButton expectation={record} onOpen={onOpen} />
                <Badge tone={actual !== null && actual >= 100 ? 'good' : 'plain'}>
                  {actual !== null && actual >= 100
                    ? t('expectation:values.delivered', { value: figureText(actual) })
                    : t('expectation:values.notYet')}
                </Badge>
              </li>
            );
          })}
        </ul>
      </Card>
    </div>
  );
}

/** G12, G25: what the client gains, and what he did not even expect. */
export function Values({
  projectId,
  itemId,
  onOpen,
}: SectionProps & { readonly onOpen: (id: string) => void }) {
  const records = useReadyAnswer('value_statement.list', { where: { project_id: projectId } });
  return (
    <Register
      definition={values}
      records={records}
      projectId={projectId}
      itemId={itemId}
      above={<Delights projectId={projectId} onOpen={onOpen} />}
    />
  );
}

const cases = simpleRegister('case_study', {
  columns: ['title', 'industry', 'client_name', 'result'],
  sections: [
    { id: 'what', items: ['title', 'industry', 'client_name', 'source_project_id'] },
    {
      id: 'story',
      title: ({ t }) => t('expectation:cases.story'),
      items: ['situation', 'solution', 'result'],
    },
  ],
  filters: ['industry'],
  quickLabel: ({ t }) => t('expectation:cases.quick'),
  empty: ({ t }) => t('expectation:cases.empty'),
  sort: { column: 'title', descending: false },
});

/** G13, U8: cases of all projects, to be shown to the next client. */
export function Cases({ projectId, itemId }: SectionProps) {
  const { t } = useRegisterTools();
  const records = useReadyAnswer('case_study.list', {});
  const project = useReadyAnswer('project.get', { id: projectId });
  const { data: client } = useAnswer('client.get', { id: project?.client_id ?? '' }, project !== null);
  const tell = useTellProblem();
  const [made, setMade] = useState<string | undefined>(itemId);
  const fromProject = async () => {
    if (project === null) return;
    try {
      setMade(
        await createRecord('case_study', {
          title: project.name,
          industry: client?.industry ?? null,
          situation: project.description,
          source_project_id: project.id,
        }),
      );
    } catch (error) {
      tell(error);
    }
  };
  return (
    <Register
      definition={cases}
      records={records}
      scope={{}}
      itemId={made}
      tools={<Button onPress={() => void fromProject()}>{t('expectation:cases.fromProject')}</Button>}
    />
  );
}
