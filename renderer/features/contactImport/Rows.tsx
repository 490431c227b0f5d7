import { useState } from 'react';
import { useI18n } from '#renderer/i18n/index.ts';
import { fieldName } from '#renderer/i18n/words.ts';
import { Badge, Card, type Column, DataGrid, Segmented } from '#renderer/ui/index.ts';
import { LEFT_OUT_NAMES } from '#shared/interchange/contacts/model.ts';
import type { ContactPreview, ContactRow } from '#shared/ipc/channels/contactImport.ts';
import { frameStyles } from '../importFrame/public.ts';
import styles from './contactImport.module.css';

export type Choice = ContactRow['choice'];

const CHOICES: readonly Choice[] = ['new', 'merge', 'skip'];

/** What is said about a row beside its values. */
function useFinding(): (row: ContactRow) => string {
  const { t } = useI18n();
  return (row) => {
    const parts: string[] = row.problems.map(({ code, text }) =>
      t(`contactImport:problem.${code}`, { text }),
    );
    if (row.closed === 'noFirm') parts.push(t('contactImport:noFirm'));
    if (row.match !== null) {
      const { match } = row;
      const who =
        match.row === null ? match.name : t('contactImport:rowOf', { row: match.row, name: match.name });
      parts.push(t(`contactImport:match.${match.reason}`, { name: who }));
    }
    const entity = row.name === '' ? 'client' : 'contact';
    if (row.fills.length > 0)
      parts.push(
        t('contactImport:fills', {
          fields: row.fills.map((field) => fieldName(t, entity, field)).join(', '),
        }),
      );
    if (row.differs.length > 0)
      parts.push(
        t('contactImport:differs', {
          fields: row.differs
            .map(({ field, ours, theirs }) => `${fieldName(t, entity, field)}: ${ours} ≠ ${theirs}`)
            .join('; '),
        }),
      );
    return parts.join(' ');
  };
}

function useColumns(choiceOf: (row: ContactRow) => Choice): readonly Column<ContactRow>[] {
  const { t } = useI18n();
  const finding = useFinding();
  const tone = { new: 'good', merge: 'info', skip: 'plain' } as const;
  return [
    { id: 'row', header: t('contactImport:row'), width: 56, align: 'end', text: (row) => String(row.row) },
    {
      id: 'choice',
      header: t('contactImport:becomes'),
      width: 110,
      text: (row) => t(`contactImport:choice.${choiceOf(row)}`),
      render: (row) =>
        row.closed === 'problem' ? (
          <Badge tone="bad">{t('contactImport:unusable')}</Badge>
        ) : (
          <Badge tone={tone[choiceOf(row)]}>{t(`contactImport:choice.${choiceOf(row)}`)}</Badge>
        ),
    },
    {
      id: 'name',
      header: fieldName(t, 'contact', 'name'),
      width: 150,
      rowHeader: true,
      text: (row) => row.name || (row.company ?? ''),
    },
    {
      id: 'client',
      header: fieldName(t, 'contact', 'client_id'),
      width: 190,
      text: (row) => row.client?.name ?? '',
      render: (row) => (
        <span className={styles.cell}>
          {row.client?.name ?? ''}
          {row.client?.isNew ? <Badge>{t('contactImport:newClient')}</Badge> : null}
        </span>
      ),
    },
    { id: 'phone', header: fieldName(t, 'contact', 'phone'), width: 150, text: (row) => row.phone ?? '' },
    { id: 'email', header: fieldName(t, 'contact', 'email'), width: 190, text: (row) => row.email ?? '' },
    { id: 'title', header: fieldName(t, 'contact', 'title'), width: 130, text: (row) => row.title ?? '' },
    {
      id: 'finding',
      header: t('contactImport:finding'),
      width: 360,
      grow: true,
      text: finding,
      render: (row) => <span title={finding(row)}>{finding(row)}</span>,
    },
  ];
}

/** What has no place here: columns by their titles, parts of a card by what people call them. */
function useLeftOut(): (preview: ContactPreview) => string {
  const { t, format } = useI18n();
  return ({ kind, leftOut }) =>
    format.list(
      leftOut.map((name) => {
        const known = kind === 'vcard' ? LEFT_OUT_NAMES.find((one) => one === name) : undefined;
        return known === undefined ? name : t(`contactImport:left.${known}`);
      }),
    );
}

export interface RowsProps {
  readonly preview: ContactPreview;
  readonly choiceOf: (row: ContactRow) => Choice;
  readonly onChoice: (rows: readonly ContactRow[], choice: Choice) => void;
}

/** Every row of the file: who is known already, and what becomes of it. The selected ones are decided together. */
export function Rows({ preview, choiceOf, onChoice }: RowsProps) {
  const { t } = useI18n();
  const [selection, setSelection] = useState<ReadonlySet<string>>(new Set());
  const columns = useColumns(choiceOf);
  const leftOut = useLeftOut();
  const chosen = preview.rows.filter((row) => selection.has(String(row.row)) && row.closed === null);
  const first = chosen[0];
  const allowed = CHOICES.filter(
    (choice) => choice !== 'merge' || chosen.every(({ match }) => match !== null),
  );
  return (
    <Card
      title={t('contactImport:rows')}
      {...(first === undefined
        ? {}
        : {
            actions: (
              <Segmented
                label={t('contactImport:decide', { count: chosen.length })}
                options={allowed.map((id) => ({ id, label: t(`contactImport:choice.${id}`) }))}
                value={choiceOf(first)}
                onChange={(choice) => onChoice(chosen, choice)}
              />
            ),
          })}
    >
      <p className={frameStyles.muted}>{t('contactImport:rowsHint')}</p>
      <div className={styles.grid}>
        <DataGrid
          label={t('contactImport:rows')}
          columns={columns}
          rows={preview.rows}
          rowId={(row) => String(row.row)}
          selection={selection}
          onSelectionChange={setSelection}
          multiple
        />
      </div>
      {preview.leftOut.length > 0 ? (
        <p className={frameStyles.muted}>{t('contactImport:leftOut', { names: leftOut(preview) })}</p>
      ) : null}
      {preview.cut > 0 ? (
        <p className={frameStyles.muted}>{t('contactImport:cut', { count: preview.cut })}</p>
      ) : null}
    </Card>
  );
}
