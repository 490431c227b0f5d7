import { useState } from 'react';
import { useReadyAnswer } from '#renderer/client/hooks.ts';
import { Badge, Banner, Button, DateField, EmptyState, Segmented } from '#renderer/ui/index.ts';
import { addDays } from '#shared/domain/deadline/dates.ts';
import { byResponsible, type MustGroup } from '#shared/domain/tracking/mustHappen.ts';
import type { MustRow } from '#shared/ipc/channels/milestones.ts';
import { navigate, type Route } from '../../state/route.ts';
import { type RegisterTools, useRegisterTools } from '../register/public.ts';
import { ListButtons, PlainTable } from './parts.tsx';
import styles from './tracking.module.css';

function routeOf(row: MustRow): Route {
  const projectId = row.project_id;
  if (row.kind === 'check') return { name: 'tracking', projectId, section: 'checks' };
  return row.kind === 'need' ? { name: 'project', projectId } : { name: 'plan', projectId, itemId: row.id };
}

function detailText(row: MustRow, { t, format }: RegisterTools): string {
  if (row.kind === 'check')
    return row.detail === null ? '' : t('tracking:must.milestoneOn', { date: row.detail });
  if (row.expectedOn !== null) return t('tracking:must.expected', { date: row.expectedOn });
  const percent = row.percent === null || row.percent === 0 ? [] : [format.percent(row.percent / 100)];
  return [...(row.detail === null ? [] : [row.detail]), ...percent].join(' · ');
}

const personText = (responsible: string | null, { t }: RegisterTools): string =>
  responsible ?? t('tracking:must.nobody');

interface ListProps {
  readonly group: MustGroup<MustRow>;
  readonly withProject: boolean;
}

function Group({ group, withProject }: ListProps) {
  const tools = useRegisterTools();
  const { t, today } = tools;
  const name = personText(group.responsible, tools);
  return (
    <div className={styles.block}>
      <h2>
        {name} <span className={styles.quiet}>{t('tracking:must.count', { count: group.items.length })}</span>
      </h2>
      <PlainTable
        label={name}
        heads={[
          { text: t('tracking:must.due'), share: 18 },
          { text: t('tracking:must.kindHead'), share: 14 },
          { text: t('tracking:must.what'), share: withProject ? 28 : 38 },
          { text: t('tracking:must.detail'), share: withProject ? 20 : 30 },
          ...(withProject ? [{ text: tools.entityName('project'), share: 20 }] : []),
        ]}
      >
        {group.items.map((row) => (
          <tr key={`${row.kind} ${row.id}`}>
            <td className={styles.day}>
              {row.dueOn}
              {row.dueOn < today ? <Badge tone="bad">{t('register:overdue')}</Badge> : null}
            </td>
            <td className={styles.day}>{t(`tracking:must.kind.${row.kind}`)}</td>
            <th scope="row">
              <Button look="link" onPress={() => navigate(routeOf(row))}>
                {row.name}
              </Button>
            </th>
            <td>{detailText(row, tools)}</td>
            {withProject ? <td>{row.project}</td> : null}
          </tr>
        ))}
      </PlainTable>
    </div>
  );
}

function cellsOf(groups: readonly MustGroup<MustRow>[], tools: RegisterTools): string[][] {
  const { t } = tools;
  const head = [
    t('tracking:must.responsible'),
    t('tracking:must.due'),
    t('tracking:must.kindHead'),
    t('tracking:must.what'),
    t('tracking:must.detail'),
    tools.entityName('project'),
  ];
  const rows = groups.flatMap(({ responsible, items }) =>
    items.map((row) => [
      personText(responsible, tools),
      row.dueOn,
      t(`tracking:must.kind.${row.kind}`),
      row.name,
      detailText(row, tools),
      row.project,
    ]),
  );
  return [head, ...rows];
}

/** As `cellsOf`, for one person: the name stands above the list. */
function paperGroup(group: MustGroup<MustRow>, tools: RegisterTools) {
  const [heads = [], ...rows] = cellsOf([group], tools).map((row) => row.slice(1));
  return { title: personText(group.responsible, tools), heads, rows };
}

/** Everything that must happen by a day: for the site meeting, by who has to do it. */
export function MustHappen({ projectId }: { readonly projectId: string }) {
  const tools = useRegisterTools();
  const { t, format } = tools;
  const [until, setUntil] = useState(addDays(tools.today, 7));
  const [all, setAll] = useState<'project' | 'all'>('project');
  const answer = useReadyAnswer('tracking.mustHappen', {
    until,
    projectId: all === 'all' ? null : projectId,
  });
  const groups = byResponsible(answer.rows, format.compare);
  return (
    <div className={styles.pane}>
      <div className={styles.flow}>
        <div className={styles.bar}>
          <DateField
            label={t('tracking:must.until')}
            value={until}
            onChange={(date) => date && setUntil(date)}
          />
          <div className={styles.low}>
            <Segmented
              label={t('tracking:must.scope')}
              value={all}
              onChange={setAll}
              options={[
                { id: 'project', label: t('tracking:must.thisProject') },
                { id: 'all', label: t('tracking:must.allProjects') },
              ]}
            />
          </div>
          <span className={styles.grow} />
          <ListButtons
            name={`${t('tracking:tabs.must')} ${until}`}
            cells={() => cellsOf(groups, tools)}
            paper={() => ({ groups: groups.map((group) => paperGroup(group, tools)) })}
            subtitle={all === 'all' ? t('tracking:must.allProjects') : (answer.rows[0]?.project ?? '')}
          />
        </div>
        {answer.cut ? <Banner tone="warn">{t('tracking:must.cut')}</Banner> : null}
        {groups.length === 0 ? <EmptyState text={t('tracking:must.empty', { date: until })} /> : null}
        {groups.map((group) => (
          <Group key={group.responsible ?? ''} group={group} withProject={all === 'all'} />
        ))}
      </div>
    </div>
  );
}
