import './fonts.css';
import './sheet.css';
import './blocks.css';
import './list.css';
import { useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import type { Say } from '#shared/domain/report/phrases.ts';
import { type ListDocument, listDocumentSchema } from '#shared/domain/tracking/listDocument.ts';
import { createI18n, fixedT } from '../i18n/index.ts';
import { TrendSvg } from './blocks/trend.tsx';
import { fontsSettled } from './measure.ts';
import { sayWith } from './say.ts';

function Group({ group }: { readonly group: ListDocument['groups'][number] }) {
  return (
    <section>
      {group.title === '' ? null : <h2>{group.title}</h2>}
      <table>
        <thead>
          <tr>
            {group.heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {group.rows.map((row) => (
            <tr key={row.join('\u0000')}>
              {row.map((cell, i) => (
                <td key={group.heads[i]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Lists one below the other; the browser breaks the pages and repeats the heads. */
function ListPage({
  list,
  say,
  onReady,
}: {
  readonly list: ListDocument;
  readonly say: Say;
  readonly onReady: () => void;
}) {
  useEffect(() => {
    void fontsSettled().then(onReady);
  }, [onReady]);
  return (
    <main className="rp-report lp-document">
      <h1>{list.title}</h1>
      {list.subtitle === '' ? null : <p className="lp-subtitle">{list.subtitle}</p>}
      {list.trend === undefined ? null : <TrendSvg series={list.trend} say={say} />}
      {list.groups.map((group) => (
        <Group key={group.title} group={group} />
      ))}
    </main>
  );
}

/** Shows a list on the print page. @throws for data that is no list */
export function printList(
  data: unknown,
  host: HTMLElement,
  done: { readonly ready: () => void; readonly failed: (reason: string) => void },
): void {
  const list = listDocumentSchema.parse(data);
  document.documentElement.lang = list.language;
  const say = sayWith(fixedT(createI18n(list.language), list.language));
  createRoot(host, { onUncaughtError: (error) => done.failed(String(error)) }).render(
    <ListPage list={list} say={say} onReady={done.ready} />,
  );
}
