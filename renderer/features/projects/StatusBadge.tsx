import type { ProjectStatus } from '#shared/ipc/channels/project.ts';
import { useI18n } from '../../i18n/index.ts';
import { Badge, type Tone } from '../../ui/index.ts';

const TONES: Readonly<Record<ProjectStatus, Tone | 'plain'>> = {
  late: 'bad',
  attention: 'warn',
  onTrack: 'good',
  closed: 'plain',
};

/** How a project stands, in a word. */
export function StatusBadge({ status }: { readonly status: ProjectStatus }) {
  const { t } = useI18n();
  return <Badge tone={TONES[status]}>{t(`project:status.${status}`)}</Badge>;
}
