import { Trash2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useReadyAnswer } from '#renderer/client/hooks.ts';
import {
  Button,
  composing,
  EmptyState,
  IconButton,
  Segmented,
  showToast,
  TextField,
} from '#renderer/ui/index.ts';
import { type BranchSet, fishFigure } from '#shared/domain/expectation/causes.ts';
import { type RecordOf, typeOfId } from '#shared/model/registry.ts';
import { DocumentButton } from '../documents/public.ts';
import {
  AutoText,
  createRecord,
  removeRecords,
  restoreRecord,
  updateRecord,
  useRegisterTools,
} from '../register/public.ts';
import { CauseOutline } from './CauseOutline.tsx';
import { FigureSvg } from './FigureSvg.tsx';
import styles from './fishbones.module.css';
import { useTellProblem } from './parts.tsx';

type Fishbone = RecordOf<'fishbone'>;

const FIGURE_WIDTH = 960;
const FONT = 13;

function useSave(id: string) {
  const { problemText } = useRegisterTools();
  return async (patch: Partial<Pick<Fishbone, 'problem' | 'branches' | 'notes'>>): Promise<string | null> => {
    try {
      await updateRecord('fishbone', id, patch);
      return null;
    } catch (error) {
      return problemText(error);
    }
  };
}

/** What the fish is about, in words; nothing when it stands alone. */
function Subject({ id }: { readonly id: string | null }) {
  const { t, entityName } = useRegisterTools();
  const type = id === null ? null : typeOfId(id);
  return type === null ? null : (
    <p className={styles.quiet}>{t('expectation:fishbone.about', { entity: entityName(type) })}</p>
  );
}

function Editor({ fishbone, onRemove }: { readonly fishbone: Fishbone; readonly onRemove: () => void }) {
  const { t, fieldName, valueName } = useRegisterTools();
  const causes = useReadyAnswer('cause.list', { where: { fishbone_id: fishbone.id } });
  const save = useSave(fishbone.id);
  const tell = useTellProblem();
  const figure = useMemo(
    () =>
      fishFigure(
        {
          problem: fishbone.problem,
          branches: fishbone.branches,
          causes,
          branchName: (branch) => valueName('cause', 'branch', branch),
        },
        FIGURE_WIDTH,
        FONT,
      ),
    [fishbone.problem, fishbone.branches, causes, valueName],
  );
  const choose = async (branches: BranchSet) => {
    const problem = await save({ branches });
    if (problem !== null) tell(new Error(problem));
  };
  return (
    <div className={styles.fish}>
      <div className={styles.fishHead}>
        <div className={styles.grow}>
          <AutoText
            label={fieldName('fishbone', 'problem')}
            value={fishbone.problem}
            required
            maxLength={500}
            onSave={(text) => save({ problem: text ?? fishbone.problem })}
          />
        </div>
        <Segmented<BranchSet>
          label={fieldName('fishbone', 'branches')}
          value={fishbone.branches}
          onChange={(branches) => void choose(branches)}
          options={(['production', 'project'] as const).map((id) => ({
            id,
            label: valueName('fishbone', 'branches', id),
          }))}
        />
        <DocumentButton
          kind="fishbone"
          subjectId={fishbone.id}
          projectId={fishbone.project_id}
          audience="internal"
        />
        <IconButton
          label={t('register:deleteOne', { name: fishbone.problem.slice(0, 60) })}
          icon={<Trash2 />}
          onPress={onRemove}
        />
      </div>
      <Subject id={fishbone.subject_id} />
      <div className={styles.fishFigure}>
        <FigureSvg figure={figure} label={t('expectation:fishbone.picture', { problem: fishbone.problem })} />
      </div>
      <CauseOutline fishboneId={fishbone.id} branches={fishbone.branches} causes={causes} />
      <AutoText
        label={fieldName('fishbone', 'notes')}
        value={fishbone.notes}
        lines={2}
        onSave={(notes) => save({ notes })}
      />
    </div>
  );
}

function NewFishbone({
  projectId,
  onCreated,
}: {
  readonly projectId: string;
  readonly onCreated: (id: string) => void;
}) {
  const { t } = useRegisterTools();
  const tell = useTellProblem();
  const [text, setText] = useState('');
  const add = async () => {
    const problem = text.trim();
    if (problem === '') return;
    setText('');
    try {
      onCreated(await createRecord('fishbone', { project_id: projectId, problem }));
    } catch (error) {
      setText(problem);
      tell(error);
    }
  };
  return (
    <div
      onKeyDownCapture={(event) => {
        if (composing(event) || event.key !== 'Enter') return;
        event.preventDefault();
        void add();
      }}
    >
      <TextField
        label={t('expectation:fishbone.quick')}
        labelHidden
        placeholder={t('expectation:fishbone.quick')}
        value={text}
        onChange={setText}
        maxLength={500}
      />
    </div>
  );
}

/** G7, L4: causes of a problem as a fish, with all its work on the keyboard. */
export function Fishbones({
  projectId,
  itemId,
}: {
  readonly projectId: string;
  readonly itemId?: string | undefined;
}) {
  const { t } = useRegisterTools();
  const fishbones = useReadyAnswer('fishbone.list', { where: { project_id: projectId } });
  const [chosen, setChosen] = useState<string | null>(itemId ?? null);
  const [linked, setLinked] = useState(itemId);
  const tell = useTellProblem();
  if (linked !== itemId) {
    setLinked(itemId);
    if (itemId !== undefined) setChosen(itemId);
  }
  const open = fishbones.find(({ id }) => id === chosen) ?? fishbones.at(-1);
  const remove = async (fishbone: Fishbone) => {
    try {
      await removeRecords([fishbone.id]);
      showToast({
        text: t('register:deletedOne', { name: fishbone.problem }),
        action: { label: t('common:verb.undo'), onPress: () => void restoreRecord(fishbone.id).catch(tell) },
      });
    } catch (error) {
      tell(error);
    }
  };
  return (
    <div className={styles.fishbones}>
      <nav className={styles.fishList} aria-label={t('expectation:tabs.fishbones')}>
        <NewFishbone projectId={projectId} onCreated={setChosen} />
        <ul>
          {fishbones.map((fishbone) => (
            <li key={fishbone.id}>
              <Button
                look={fishbone.id === open?.id ? 'normal' : 'quiet'}
                aria-current={fishbone.id === open?.id}
                onPress={() => setChosen(fishbone.id)}
              >
                {fishbone.problem.slice(0, 80)}
              </Button>
            </li>
          ))}
        </ul>
      </nav>
      {open === undefined ? (
        <EmptyState text={t('expectation:fishbone.empty')} />
      ) : (
        <Editor key={open.id} fishbone={open} onRemove={() => void remove(open)} />
      )}
    </div>
  );
}
