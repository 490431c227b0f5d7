import { dayText, periodText } from '#shared/domain/report/figures.ts';
import { PaperTitle } from '../heads.tsx';
import { type BlockContext, block, type Section } from './context.ts';

function metaOf({ snapshot, say }: BlockContext): readonly (readonly [string, string])[] {
  const { project } = snapshot;
  const contract =
    project.start_on === null && project.finish_on === null
      ? null
      : `${dayText(project.start_on)} – ${dayText(project.finish_on)}`;
  const rows: readonly (readonly [string, string | null])[] = [
    [say('print.client'), snapshot.client.name],
    [say('print.period'), periodText(snapshot.period)],
    [say('print.project'), project.code === null ? project.name : `${project.name} (${project.code})`],
    [say('print.status'), snapshot.status_on],
    [say('print.contract'), contract],
    [say('print.preparedOn'), snapshot.prepared_on],
    [say('print.preparedBy'), snapshot.prepared_by],
  ];
  return rows.flatMap(([label, value]) => (value === null ? [] : [[label, value] as const]));
}

/** Title and the facts that say what the report is about. */
export const headBlocks: Section = (context) => {
  const { snapshot, say } = context;
  return [
    block(
      'head',
      <div className="rp-title">
        <p className="rp-kind">
          {say('print.kind')}
          <span className="rp-no">
            {snapshot.no === null ? say('print.draft') : say('print.no', { no: snapshot.no })}
          </span>
        </p>
        <PaperTitle text={snapshot.title} />
        <dl className="rp-meta">
          {metaOf(context).map(([label, value]) => (
            <div key={label} className="rp-meta-item">
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </div>,
    ),
  ];
};
