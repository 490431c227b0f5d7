import { FishboneLinks } from '../expectations/public.ts';
import type { WidgetProps } from '../register/public.ts';

/** G7: the causes of an issue. */
export function IssueCauses({ record }: WidgetProps<'issue'>) {
  return <FishboneLinks projectId={record.project_id} subjectId={record.id} problem={record.title} />;
}
