import { useAnswer } from '#renderer/client/hooks.ts';
import { Button } from '#renderer/ui/index.ts';
import { navigate } from '../../state/route.ts';
import { createRecord, useRegisterTools } from '../register/public.ts';
import styles from './expectations.module.css';
import { useTellProblem } from './parts.tsx';

export interface FishboneLinksProps {
  readonly projectId: string;
  /** An expectation, an issue or a deviation. */
  readonly subjectId: string;
  /** What a new fishbone asks for the causes of. */
  readonly problem: string;
  /** Shows one; goes to its place unless given. */
  readonly onOpen?: (id: string) => void;
}

/** G7, L4: fishbones about a record, and the way to a new one. */
export function FishboneLinks({ projectId, subjectId, problem, onOpen }: FishboneLinksProps) {
  const { t } = useRegisterTools();
  const { data = [] } = useAnswer('fishbone.list', { where: { project_id: projectId } });
  const tell = useTellProblem();
  const open =
    onOpen ??
    ((itemId: string) => navigate({ name: 'expectations', projectId, section: 'fishbones', itemId }));
  const add = async () => {
    try {
      open(
        await createRecord('fishbone', {
          project_id: projectId,
          subject_id: subjectId,
          problem: problem.slice(0, 500),
        }),
      );
    } catch (error) {
      tell(error);
    }
  };
  return (
    <div className={styles.quick}>
      {data
        .filter((fishbone) => fishbone.subject_id === subjectId)
        .map((fishbone) => (
          <Button small look="link" key={fishbone.id} onPress={() => open(fishbone.id)}>
            {t('expectation:fishbone.show', { name: fishbone.problem.slice(0, 60) })}
          </Button>
        ))}
      <Button small onPress={() => void add()}>
        {t('expectation:fishbone.addFor')}
      </Button>
    </div>
  );
}
