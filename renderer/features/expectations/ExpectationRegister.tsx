import { Lightbulb } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useReadyAnswer } from '#renderer/client/hooks.ts';
import { IconButton } from '#renderer/ui/index.ts';
import { DocumentButton } from '../documents/public.ts';
import { Register, useRegisterTools } from '../register/public.ts';
import { expectationDefinition } from './definition.tsx';
import { type ExpectationData, ExpectationDataProvider } from './facts.ts';
import { SuggestDialog } from './SuggestDialog.tsx';

export interface ExpectationRegisterProps {
  readonly projectId: string;
  readonly itemId?: string | undefined;
  readonly onFishbone: (id: string) => void;
}

/** The register of expectations with everything around each of them. */
export function ExpectationRegister({ projectId, itemId, onFishbone }: ExpectationRegisterProps) {
  const { t } = useRegisterTools();
  const { expectations, facts } = useReadyAnswer('expectation.register', { projectId });
  const project = useReadyAnswer('project.get', { id: projectId });
  const data = useMemo((): ExpectationData => {
    const byId = new Map(facts.map((fact) => [fact.id, fact]));
    return {
      projectId,
      currency: project?.currency ?? 'CNY',
      factOf: (id) => byId.get(id),
      onFishbone,
    };
  }, [facts, projectId, project?.currency, onFishbone]);
  const stage = project?.stage ?? 'presales';
  // A new one with every new fact: the list shows facts that are not in its records.
  const definition = useMemo(() => expectationDefinition(() => data, stage), [data, stage]);
  const [suggesting, setSuggesting] = useState(false);
  const suggest = () => setSuggesting(true);
  return (
    <ExpectationDataProvider value={data}>
      <Register
        definition={definition}
        records={expectations}
        projectId={projectId}
        itemId={itemId}
        tools={
          <>
            <IconButton label={t('expectation:suggest.open')} icon={<Lightbulb />} onPress={suggest} />
            <DocumentButton kind="expectation" subjectId={projectId} projectId={projectId} />
          </>
        }
        emptyAction={{ label: t('expectation:suggest.open'), onPress: suggest }}
      />
      {suggesting ? <SuggestDialog projectId={projectId} onClose={() => setSuggesting(false)} /> : null}
    </ExpectationDataProvider>
  );
}
