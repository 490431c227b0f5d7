import { useReadyAnswer } from '../../client/hooks.ts';
import { ToExpectation } from '../feedback/public.ts';
import { Register, simpleRegister } from '../register/public.ts';

const concerns = simpleRegister('concern', {
  columns: ['text', { id: 'latent', field: 'latent_expectation', width: 380 }, 'status', 'raised_on'],
  sections: [
    {
      id: 'what',
      items: [
        'text',
        'latent_expectation',
        'status',
        'answer',
        'raised_on',
        'contact_id',
        'project_id',
        'clause_id',
      ],
    },
  ],
  filters: ['status'],
  quickLabel: ({ t }) => t('client:quick.concern'),
  defaults: ({ today }) => ({ raised_on: today }),
  hints: { latent_expectation: ({ t }) => t('client:latentHint') },
  empty: ({ t }) => t('client:empty.concerns'),
  sort: { column: 'raised_on', descending: true },
});

/** B12: doubts raised in talks, on their way to an expectation. */
export function Concerns({
  clientId,
  itemId,
}: {
  readonly clientId: string;
  readonly itemId?: string | undefined;
}) {
  const records = useReadyAnswer('concern.list', { where: { client_id: clientId } });
  return (
    <Register
      definition={concerns}
      records={records}
      scope={{ clientId }}
      itemId={itemId}
      panelActions={(record) => <ToExpectation record={record} clientId={clientId} />}
    />
  );
}
