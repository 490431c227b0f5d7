import { GitCompareArrows, Target } from 'lucide-react';
import { useMemo } from 'react';
import { useCommand, useReadyAnswer } from '#renderer/client/hooks.ts';
import { Button, Menu, showToast } from '#renderer/ui/index.ts';
import type { RecordOf } from '#shared/model/registry.ts';
import { navigate } from '../../state/route.ts';
import { DocumentButton } from '../documents/public.ts';
import { Register, useRegisterTools } from '../register/public.ts';
import { SignState } from '../signing/public.ts';
import { useConformity } from './Conformity.tsx';
import { goalDefinition } from './goalDefinition.tsx';
import styles from './goals.module.css';

/** Expectations offered at once; more are found in their own register. */
const OFFERED = 40;

/** Expectations nobody has made a goal of yet. */
function useOpenExpectations(projectId: string, goals: readonly RecordOf<'goal'>[]) {
  const expectations = useReadyAnswer('expectation.list', { where: { project_id: projectId } });
  const taken = new Set(goals.map(({ expectation_id }) => expectation_id));
  return expectations
    .filter(({ id, status }) => !taken.has(id) && status !== 'not_realised')
    .sort((a, b) => a.no - b.no)
    .slice(0, OFFERED);
}

function FromExpectation({
  projectId,
  goals,
}: {
  readonly projectId: string;
  readonly goals: readonly RecordOf<'goal'>[];
}) {
  const { t, problemText } = useRegisterTools();
  const make = useCommand('goal.fromExpectation');
  const open = useOpenExpectations(projectId, goals);
  const create = async (expectationId: string) => {
    try {
      const { id } = await make.mutateAsync({ expectationId });
      navigate({ name: 'goals', projectId, section: 'goals', itemId: id });
    } catch (error) {
      showToast({ text: problemText(error), tone: 'bad' });
    }
  };
  if (open.length === 0) return null;
  return (
    <Menu
      label={t('agreement:fromExpectation')}
      trigger={<Button icon={<Target aria-hidden="true" />}>{t('agreement:fromExpectation')}</Button>}
      entries={open.map((expectation) => ({
        id: expectation.id,
        label: `E-${expectation.no} ${expectation.text.split('\n')[0]?.slice(0, 60) ?? ''}`,
        onAction: () => void create(expectation.id),
      }))}
    />
  );
}

function Adjust({ goal }: { readonly goal: RecordOf<'goal'> }) {
  const { t, problemText } = useRegisterTools();
  const propose = useCommand('adjustment.propose');
  const start = async () => {
    try {
      const title = t('agreement:adjustTitle', { name: goal.title }).slice(0, 300);
      const { id } = await propose.mutateAsync({ subjectId: goal.id, title });
      navigate({ name: 'goals', projectId: goal.project_id, section: 'adjustments', itemId: id });
    } catch (error) {
      showToast({ text: problemText(error), tone: 'bad' });
    }
  };
  return (
    <Button small icon={<GitCompareArrows aria-hidden="true" />} onPress={() => void start()}>
      {t('agreement:adjust')}
    </Button>
  );
}

/** G17, G18: SMART goals, from the draft to the signed confirmation. */
export function Goals({
  projectId,
  itemId,
}: {
  readonly projectId: string;
  readonly itemId?: string | undefined;
}) {
  const records = useReadyAnswer('goal.list', { where: { project_id: projectId } });
  const trendOf = useConformity(projectId);
  const definition = useMemo(() => goalDefinition(trendOf), [trendOf]);
  return (
    <div className={styles.pane}>
      <Register
        definition={definition}
        records={records}
        scope={{ projectId }}
        itemId={itemId}
        tools={
          <>
            <FromExpectation projectId={projectId} goals={records} />
            <SignState subjectId={projectId} kind="goals" />
            <DocumentButton kind="goals" subjectId={projectId} projectId={projectId} />
          </>
        }
        panelActions={(goal) => (goal.signed_as === null ? null : <Adjust goal={goal} />)}
      />
    </div>
  );
}
