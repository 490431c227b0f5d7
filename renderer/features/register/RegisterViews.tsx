import { Columns3 } from 'lucide-react';
import { useState } from 'react';
import { Button, Spacer } from '#renderer/ui/index.ts';
import type { EntityType } from '#shared/model/registry.ts';
import { ColumnsDialog, ViewBar } from '../views/public.ts';
import type { RegisterDefinition } from './definition.ts';
import type { useRegisterView } from './useRegister.ts';
import { fixedColumn, offeredColumns } from './view.ts';

/** The views of a register, and the columns of the one that is shown. */
export function RegisterViews<E extends EntityType>({
  definition,
  view,
}: {
  readonly definition: RegisterDefinition<E>;
  readonly view: ReturnType<typeof useRegisterView<E>>;
}) {
  const [choosing, setChoosing] = useState(false);
  const { views, tools } = view;
  const { t } = tools;
  return (
    <ViewBar views={views}>
      <Spacer />
      <Button small look="quiet" icon={<Columns3 aria-hidden="true" />} onPress={() => setChoosing(true)}>
        {t('views:columns.title')}
      </Button>
      {choosing ? (
        <ColumnsDialog
          all={offeredColumns(definition, tools)}
          fixed={fixedColumn(definition)}
          columns={views.definition.columns}
          onClose={() => setChoosing(false)}
          onDone={(columns) => {
            setChoosing(false);
            views.change({ ...views.definition, columns });
          }}
        />
      ) : null}
    </ViewBar>
  );
}
