import { useI18n } from '../i18n/index.ts';
import { navigate, type Route } from '../state/route.ts';
import { EmptyState } from '../ui/index.ts';

/** Stands where a record was that is now in the trash. */
export function Gone({ back }: { readonly back: Route }) {
  const { t } = useI18n();
  return (
    <EmptyState
      text={t('history:gone')}
      action={{ label: t('history:openTrash'), onPress: () => navigate({ name: 'history' }) }}
      link={{ label: t('history:toList'), onPress: () => navigate(back) }}
    />
  );
}
