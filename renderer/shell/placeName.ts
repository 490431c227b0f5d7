import { useI18n } from '../i18n/index.ts';
import type { Route } from '../state/route.ts';
import { useWorkStatus } from '../state/workStatus.ts';

/** How a place is called, for breadcrumb and window title. */
export function usePlaceName(): (route: Route) => string {
  const { t } = useI18n();
  const names = useWorkStatus((state) => state.names);
  return (route) => {
    if (route.name === 'client') return names[route.clientId] ?? t('shell:nav.clients');
    if (route.name === 'project') return names[route.projectId] ?? t('shell:nav.currentProject');
    return t(`shell:nav.${route.name}`);
  };
}
