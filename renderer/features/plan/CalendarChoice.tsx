import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useAnswer, useCommand } from '#renderer/client/hooks.ts';
import { useI18n } from '#renderer/i18n/index.ts';
import { Button, Select, TextField } from '#renderer/ui/index.ts';
import details from './details.module.css';

interface CalendarChoiceProps {
  readonly projectId: string;
  readonly current: string;
  readonly onChoose: (calendarId: string) => void;
}

/** Which calendar of the project is edited, and a new one beside it. */
export function CalendarChoice({ projectId, current, onChoose }: CalendarChoiceProps) {
  const { t } = useI18n();
  const [name, setName] = useState('');
  const add = useCommand('plan.calendar.add');
  const calendars = useAnswer('calendar.list', { where: { project_id: projectId } }).data ?? [];
  const create = () =>
    add.mutate(
      { projectId, name: name.trim(), preset: 'standard' },
      {
        onSuccess: ({ id }) => {
          setName('');
          onChoose(id);
        },
      },
    );
  return (
    <div className={details.pair}>
      <Select
        label={t('holidays:calendar')}
        options={calendars.map((calendar) => ({ id: calendar.id, label: calendar.name }))}
        value={current}
        onChange={onChoose}
      />
      <div className={details.reason}>
        <TextField label={t('holidays:newCalendar')} value={name} onChange={setName} />
        <Button icon={<Plus />} isDisabled={name.trim() === ''} onPress={create}>
          {t('common:verb.add')}
        </Button>
      </div>
    </div>
  );
}
