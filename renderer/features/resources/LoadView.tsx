import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { useAnswer } from '#renderer/client/hooks.ts';
import { useI18n } from '#renderer/i18n/index.ts';
import {
  Button,
  DateField,
  EmptyState,
  IconButton,
  Segmented,
  Spinner,
  SplitPane,
  Switch,
  useToday,
} from '#renderer/ui/index.ts';
import { Causes } from './Causes.tsx';
import { type Chosen, LoadGrid } from './LoadGrid.tsx';
import { type LoadUnit, rangeFrom, step } from './loadRange.ts';
import { Overloads } from './Overloads.tsx';
import styles from './resources.module.css';

interface Choice {
  readonly unit: LoadUnit;
  readonly from: string;
  readonly across: boolean;
}

function Controls({
  choice,
  onChange,
}: {
  readonly choice: Choice;
  readonly onChange: (choice: Choice) => void;
}) {
  const { t } = useI18n();
  const today = useToday();
  const go = (direction: 1 | -1) => onChange({ ...choice, from: step(choice.from, choice.unit, direction) });
  return (
    <div className={styles.tools}>
      <Segmented<LoadUnit>
        label={t('resource:load.unit')}
        value={choice.unit}
        onChange={(unit) => onChange({ ...choice, unit })}
        options={[
          { id: 'day', label: t('resource:load.day') },
          { id: 'week', label: t('resource:load.week') },
        ]}
      />
      <IconButton label={t('resource:load.earlier')} icon={<ChevronLeft />} onPress={() => go(-1)} />
      <div className={styles.from}>
        <DateField
          label={t('resource:load.from')}
          labelHidden
          value={choice.from}
          onChange={(from) => {
            if (from !== null) onChange({ ...choice, from });
          }}
        />
      </div>
      <IconButton label={t('resource:load.later')} icon={<ChevronRight />} onPress={() => go(1)} />
      <Button onPress={() => onChange({ ...choice, from: today })}>{t('resource:load.today')}</Button>
      <Switch
        label={t('resource:load.across')}
        isSelected={choice.across}
        onChange={(across) => onChange({ ...choice, across })}
      />
    </div>
  );
}

/** J4: load against capacity of each person and machine, by day or week, and what causes it. */
export function LoadView({ projectId }: { readonly projectId: string }) {
  const { t } = useI18n();
  const today = useToday();
  const [choice, setChoice] = useState<Choice>({ unit: 'week', from: today, across: false });
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [width, setWidth] = useState(360);
  const range = rangeFrom(choice.from, choice.unit);
  const { data } = useAnswer('resource.load', {
    projectId,
    ...range,
    unit: choice.unit,
    across: choice.across,
  });
  const change = (next: Choice) => {
    setChosen(null);
    setChoice(next);
  };
  const row = data?.resources.find((resource) => resource.id === chosen?.resourceId);
  const span = chosen === null ? undefined : data?.spans[chosen.span];
  const chart =
    data === undefined ? (
      <Spinner />
    ) : data.resources.length === 0 ? (
      <EmptyState text={t('resource:empty.load')} />
    ) : (
      <div className={styles.chart}>
        <Overloads resources={data.resources} onShow={(on) => change({ ...choice, unit: 'day', from: on })} />
        <LoadGrid
          spans={data.spans}
          unit={choice.unit}
          resources={data.resources}
          chosen={chosen}
          onChoose={setChosen}
        />
        <p className={styles.legend}>{t('resource:load.legend')}</p>
      </div>
    );
  return (
    <div className={styles.load}>
      <Controls choice={choice} onChange={change} />
      <div className={styles.loadBody}>
        <SplitPane
          label={t('resource:load.resize')}
          sized="second"
          size={width}
          onSize={setWidth}
          min={280}
          max={640}
          first={chart}
          second={
            row && span && chosen ? (
              <Causes
                row={row}
                span={span}
                load={row.load[chosen.span] ?? 0}
                capacity={row.capacity[chosen.span] ?? 0}
                over={row.over[chosen.span] ?? false}
                across={choice.across}
                projectId={projectId}
                onClose={() => setChosen(null)}
              />
            ) : null
          }
        />
      </div>
    </div>
  );
}
