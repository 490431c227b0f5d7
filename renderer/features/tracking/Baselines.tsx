import { Camera, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useReadyAnswer } from '#renderer/client/hooks.ts';
import { Badge, Button, EmptyState, IconButton, Select } from '#renderer/ui/index.ts';
import { NONE } from '#shared/domain/report/figures.ts';
import type { BaselineSummary } from '#shared/ipc/channels/tracking.ts';
import { AutoText, removeRecords, updateRecord, useRegisterTools } from '../register/public.ts';
import { Comparison } from './Comparison.tsx';
import { dayText, PlainTable, useTellProblem } from './parts.tsx';
import { TakeBaselineDialog } from './TakeBaselineDialog.tsx';
import styles from './tracking.module.css';

const NOW = 'now';

function Seal({ baseline }: { readonly baseline: BaselineSummary }) {
  const { t } = useRegisterTools();
  if (baseline.seal === 'altered') return <Badge tone="bad">{t('tracking:baseline.altered')}</Badge>;
  return baseline.seal === 'intact' ? <Badge tone="good">{t('tracking:baseline.intact')}</Badge> : null;
}

function Row({ baseline, currency }: { readonly baseline: BaselineSummary; readonly currency: string }) {
  const tools = useRegisterTools();
  const { t, format } = tools;
  const tell = useTellProblem();
  const rename = async (name: string | null): Promise<string | null> => {
    try {
      await updateRecord('baseline', baseline.id, { name: name ?? '' });
      return null;
    } catch (error) {
      return tools.problemText(error);
    }
  };
  const remove = () => removeRecords([baseline.id]).catch(tell);
  return (
    <tr>
      <th scope="row">
        <AutoText
          label={t('tracking:baseline.rename', { name: baseline.name })}
          labelHidden
          value={baseline.name}
          required
          maxLength={200}
          onSave={rename}
        />
      </th>
      <td>{baseline.taken_on ?? NONE}</td>
      <td>
        {tools.valueName('baseline', 'kind', baseline.kind)}
        {baseline.reason === null ? null : <div className={styles.quiet}>{baseline.reason}</div>}
      </td>
      <td className={styles.end}>{baseline.tasks}</td>
      <td>{dayText(baseline.start)}</td>
      <td>{dayText(baseline.finish)}</td>
      <td className={styles.end}>{baseline.cost === null ? NONE : format.money(baseline.cost, currency)}</td>
      <td>
        <span className={styles.badges}>
          {baseline.reference ? <Badge tone="info">{t('tracking:baseline.reference')}</Badge> : null}
          <Seal baseline={baseline} />
        </span>
      </td>
      <td>
        <IconButton
          small
          label={t('tracking:baseline.remove', { name: baseline.name })}
          icon={<Trash2 />}
          onPress={() => void remove()}
        />
      </td>
    </tr>
  );
}

function List({
  baselines,
  currency,
}: {
  readonly baselines: readonly BaselineSummary[];
  readonly currency: string;
}) {
  const { t, fieldName } = useRegisterTools();
  return (
    <PlainTable
      label={t('tracking:tabs.baselines')}
      heads={[
        { text: fieldName('baseline', 'name') },
        { text: fieldName('baseline', 'taken_on') },
        { text: fieldName('baseline', 'kind') },
        { text: t('tracking:baseline.tasks'), end: true },
        { text: t('tracking:baseline.start') },
        { text: t('tracking:baseline.finish') },
        { text: t('tracking:baseline.cost'), end: true },
        { text: t('tracking:baseline.state') },
        { text: t('tracking:actions'), hidden: true },
      ]}
    >
      {baselines.map((baseline) => (
        <Row key={baseline.id} baseline={baseline} currency={currency} />
      ))}
    </PlainTable>
  );
}

function Compare({
  projectId,
  baselines,
}: {
  readonly projectId: string;
  readonly baselines: readonly BaselineSummary[];
}) {
  const { t } = useRegisterTools();
  const [from, setFrom] = useState<string | null>(null);
  const [to, setTo] = useState<string>(NOW);
  const known = new Set(baselines.map(({ id }) => id));
  const standard = baselines.find(({ reference }) => reference)?.id ?? baselines[0]?.id ?? '';
  const fromId = from !== null && known.has(from) ? from : standard;
  const toId = known.has(to) && to !== fromId ? to : null;
  const options = baselines.map(({ id, name, taken_on }) => ({
    id,
    label: name,
    ...(taken_on === null ? {} : { detail: taken_on }),
  }));
  return (
    <section className={styles.block} aria-label={t('tracking:compare.heading')}>
      <div className={styles.bar}>
        <h2>{t('tracking:compare.heading')}</h2>
        <Select label={t('tracking:compare.from')} options={options} value={fromId} onChange={setFrom} />
        <Select
          label={t('tracking:compare.to')}
          options={[
            { id: NOW, label: t('tracking:compare.now') },
            ...options.filter(({ id }) => id !== fromId),
          ]}
          value={toId ?? NOW}
          onChange={setTo}
        />
      </div>
      <Comparison projectId={projectId} fromId={fromId} toId={toId} />
    </section>
  );
}

/** Demand 8: baselines without limit, and what is different between two of them or to the plan of today. */
export function Baselines({ projectId }: { readonly projectId: string }) {
  const { t } = useRegisterTools();
  const baselines = useReadyAnswer('plan.baselines', { projectId });
  const project = useReadyAnswer('project.get', { id: projectId });
  const [taking, setTaking] = useState(false);
  const take = { label: t('tracking:baseline.take'), onPress: () => setTaking(true) };
  return (
    <div className={styles.pane}>
      {baselines.length === 0 ? (
        <EmptyState text={t('tracking:baseline.empty')} action={take} />
      ) : (
        <div className={styles.flow}>
          <div className={styles.bar}>
            <Button look="primary" icon={<Camera aria-hidden="true" />} onPress={take.onPress}>
              {take.label}
            </Button>
          </div>
          <List baselines={baselines} currency={project?.currency ?? 'CNY'} />
          <Compare projectId={projectId} baselines={baselines} />
        </div>
      )}
      {taking ? <TakeBaselineDialog projectId={projectId} onClose={() => setTaking(false)} /> : null}
    </div>
  );
}
