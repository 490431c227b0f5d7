import { ListPlus } from 'lucide-react';
import { useState } from 'react';
import { useReadyAnswer } from '#renderer/client/hooks.ts';
import { Banner, Button, showToast, TextField } from '#renderer/ui/index.ts';
import { missingRows, type ProjectTraits } from '#shared/domain/communication/defaults.ts';
import type { RecordOf } from '#shared/model/registry.ts';
import { DocumentButton } from '../documents/public.ts';
import { Register, updateRecord, useRegisterTools } from '../register/public.ts';
import styles from './communication.module.css';
import { Duties } from './Duties.tsx';
import { planDefinition } from './planDefinition.tsx';
import { run } from './run.ts';

type Project = RecordOf<'project'>;

/** A5, A6: what the usual rows depend on; the latest screening counts. */
function useTraits(project: Project): ProjectTraits {
  const screenings = useReadyAnswer('risk_screening.list', { where: { project_id: project.id } });
  const latest = [...screenings].sort((a, b) => (a.screened_on < b.screened_on ? 1 : -1))[0];
  const { kind, stage, complexity, report_frequency } = project;
  return { kind, stage, complexity, report_frequency, risky: latest?.result === 'risky' };
}

/** C2: nobody collects and passes on what happens. */
function OwnerMissing({ project }: { readonly project: Project }) {
  const tools = useRegisterTools();
  const { t } = tools;
  const [name, setName] = useState('');
  const save = async () => {
    if (name.trim() === '') return;
    try {
      await updateRecord('project', project.id, { communication_owner: name.trim() });
    } catch (error) {
      showToast({ tone: 'bad', text: tools.problemText(error) });
    }
  };
  return (
    <Banner tone="warn">
      <span>{t('communication:plan.ownerMissing')}</span>
      <div className={styles.owner}>
        <TextField
          label={t('communication:plan.ownerField')}
          value={name}
          onChange={setName}
          onBlur={() => void save()}
        />
      </div>
    </Banner>
  );
}

export interface PlanProps {
  readonly project: Project;
  readonly itemId?: string | undefined;
}

/** O1, O8: the communication plan with its usual rows, and who has to do what of it. */
export function Plan({ project, itemId }: PlanProps) {
  const tools = useRegisterTools();
  const { t, locale } = tools;
  const records = useReadyAnswer('comm_plan_item.list', { where: { project_id: project.id } });
  const missing = missingRows(useTraits(project), records);
  const add = async () => {
    const added = await run(tools, 'comm.addStandard', { projectId: project.id, language: locale });
    if (added) showToast({ tone: 'good', text: t('communication:plan.added', { count: added.ids.length }) });
  };
  const label = t('communication:plan.addUsual', { count: missing.length });
  return (
    <div className={styles.fill}>
      {project.communication_owner === null ? <OwnerMissing project={project} /> : null}
      <div className={styles.rest}>
        <Register
          definition={planDefinition}
          records={records}
          projectId={project.id}
          itemId={itemId}
          tools={
            <>
              {missing.length === 0 ? null : (
                <Button icon={<ListPlus aria-hidden="true" />} onPress={() => void add()}>
                  {label}
                </Button>
              )}
              <DocumentButton kind="comm_plan" subjectId={project.id} projectId={project.id} />
            </>
          }
          {...(missing.length === 0 ? {} : { emptyAction: { label, onPress: () => void add() } })}
        />
      </div>
      <Duties project={project} rows={records} />
    </div>
  );
}
