import { useI18n } from '#renderer/i18n/index.ts';
import { navigate } from '#renderer/state/route.ts';
import { EmptyState } from '#renderer/ui/index.ts';

export interface NoneYetProps {
  readonly projectId: string;
  /** What will be seen here. */
  readonly text: string;
}

/** Where expectations are looked at and none is written down yet: leads to where they are. */
export function NoneYet({ projectId, text }: NoneYetProps) {
  const { t } = useI18n();
  const onPress = () => navigate({ name: 'expectations', projectId, section: 'register' });
  return <EmptyState text={text} action={{ label: t('expectation:toRegister'), onPress }} />;
}
