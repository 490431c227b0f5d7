import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { fixedT } from '#renderer/i18n/index.ts';
import { Sheets } from '#renderer/print/Sheets.tsx';
import { sayWith } from '#renderer/print/say.ts';
import type { ReportSnapshot } from '#shared/domain/report/snapshot.ts';
import { PagePreview } from '../paper/public.ts';

/** The report as it will be printed. */
export function Preview({ snapshot }: { readonly snapshot: ReportSnapshot }) {
  const { i18n } = useTranslation();
  const say = useMemo(() => sayWith(fixedT(i18n, snapshot.language)), [i18n, snapshot.language]);
  return <PagePreview>{(onPages) => <Sheets snapshot={snapshot} say={say} onPages={onPages} />}</PagePreview>;
}
