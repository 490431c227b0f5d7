import { useCommand, useReadyAnswer } from '#renderer/client/hooks.ts';
import { Banner, Button, Card } from '#renderer/ui/index.ts';
import type { RecordOf } from '#shared/model/registry.ts';
import { navigate } from '../../state/route.ts';
import { DocumentButton } from '../documents/public.ts';
import { AutoText, updateRecord, useRegisterTools } from '../register/public.ts';
import { SignState } from '../signing/public.ts';
import { ChangedNote } from './ChangedSince.tsx';
import styles from './goals.module.css';

type CharterRecord = RecordOf<'charter'>;

/** H1: the four blocks, each with what else belongs to it. */
const BLOCKS = ['scope', 'time', 'cost', 'quality'] as const;
/** H1, H3, I6: the charter, and the two parts of it that are often confirmed by themselves. */
const DOCUMENTS = ['charter', 'scope', 'schedule'] as const;
const MORE = ['background', 'success', 'assumptions'] as const;

/** H2: the lists of the scope screen, which the charter prints. */
function ScopeLists({ projectId }: { readonly projectId: string }) {
  const { t } = useRegisterTools();
  const { items } = useReadyAnswer('scope.get', { projectId });
  return (
    <div className={styles.stack}>
      {(['in', 'out'] as const).map((side) => {
        const own = items.filter((item) => item.side === side && item.client_visible);
        return (
          <div key={side}>
            <p className={styles.listHead}>{t(`agreement:charter.${side}`)}</p>
            {own.length === 0 ? (
              <p className={styles.quiet}>{t('agreement:charter.noItems')}</p>
            ) : (
              <ul className={styles.plain}>
                {own.map((item) => (
                  <li key={item.id}>{item.client_text ?? item.text}</li>
                ))}
              </ul>
            )}
          </div>
        );
      })}
      <div>
        <Button look="link" onPress={() => navigate({ name: 'scope', projectId })}>
          {t('agreement:charter.editScope')}
        </Button>
      </div>
    </div>
  );
}

function Field({
  record,
  field,
  lines,
  labelHidden = false,
}: {
  readonly labelHidden?: boolean;
  readonly record: CharterRecord;
  readonly field: keyof CharterRecord & string;
  readonly lines: number;
}) {
  const tools = useRegisterTools();
  const value = record[field];
  return (
    <AutoText
      label={tools.fieldName('charter', field as never)}
      labelHidden={labelHidden}
      value={typeof value === 'string' ? value : null}
      required={field === 'purpose'}
      lines={lines}
      onSave={async (text) => {
        try {
          await updateRecord('charter', record.id, { [field]: text });
          return null;
        } catch (error) {
          return tools.problemText(error);
        }
      }}
    />
  );
}

function Written({ record, projectId }: { readonly record: CharterRecord; readonly projectId: string }) {
  const tools = useRegisterTools();
  const { t } = tools;
  return (
    <>
      <div className={styles.bar}>
        {DOCUMENTS.map((kind) => (
          <span key={kind} className={styles.inline}>
            <DocumentButton kind={kind} subjectId={projectId} projectId={projectId} />
            <SignState subjectId={projectId} kind={kind} />
          </span>
        ))}
      </div>
      <ChangedNote type="charter" record={record} />
      <Field record={record} field="purpose" lines={3} />
      <div className={styles.blocks}>
        {BLOCKS.map((block) => (
          <Card key={block} title={tools.fieldName('charter', block)}>
            <p className={styles.quiet}>{t(`agreement:charter.hint.${block}`)}</p>
            <Field record={record} field={block} lines={4} labelHidden />
            {block === 'scope' ? <ScopeLists projectId={projectId} /> : null}
          </Card>
        ))}
      </div>
      {MORE.map((field) => (
        <Field key={field} record={record} field={field} lines={3} />
      ))}
    </>
  );
}

/** H1: scope, time, cost and quality, agreed by client and team before the work begins. */
export function Charter({ projectId }: { readonly projectId: string }) {
  const tools = useRegisterTools();
  const { t } = tools;
  const [record] = useReadyAnswer('charter.list', { where: { project_id: projectId } });
  const create = useCommand('charter.create');
  return (
    <div className={styles.page}>
      {record ? (
        <Written record={record} projectId={projectId} />
      ) : (
        <>
          <Banner tone="info">{t('agreement:charter.empty')}</Banner>
          <AutoText
            label={tools.fieldName('charter', 'purpose')}
            value={null}
            lines={3}
            placeholder={t('agreement:charter.purposeExample')}
            onSave={async (purpose) => {
              if (purpose === null) return null;
              try {
                await create.mutateAsync({ values: { project_id: projectId, purpose } });
                return null;
              } catch (error) {
                return tools.problemText(error);
              }
            }}
          />
        </>
      )}
    </div>
  );
}
