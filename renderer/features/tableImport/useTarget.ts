import { useState } from 'react';
import { useAnswer } from '#renderer/client/hooks.ts';
import type { TablePreview } from '#shared/ipc/channels/table.ts';
import type { InputOf } from '#shared/ipc/contract.ts';
import type { PresetKind } from '#shared/schedule/calendar/presets.ts';
import { useClientChoice } from '../importFrame/public.ts';

export type TargetKind = 'new' | 'existing';
export type PlaceKind = 'end' | 'below';

const stem = (fileName: string): string => fileName.replace(/\.[A-Za-z0-9]{1,5}$/, '').slice(0, 300);

/** The project, client and place that the user has chosen; `into` is null while something is missing. */
export function useTarget(preview: TablePreview, projectId: string | undefined, taskId: string | undefined) {
  const who = useClientChoice(null);
  const projects = useAnswer('project.list', {}).data ?? [];
  const task = useAnswer('task.get', { id: taskId ?? '' }, taskId !== undefined).data ?? null;
  const [kind, setKind] = useState<TargetKind>(projectId === undefined ? 'new' : 'existing');
  const [chosen, setChosen] = useState<string | null>(projectId ?? null);
  const [place, setPlace] = useState<PlaceKind>(taskId === undefined ? 'end' : 'below');
  const [name, setName] = useState(stem(preview.fileName));
  const [calendar, setCalendar] = useState<PresetKind | null>(null);
  // The selected task is of the project that the screen was opened for.
  const below = place === 'below' && task !== null && chosen === task.project_id ? task : null;
  const into = ((): InputOf<'table.import'>['into'] | null => {
    if (kind === 'existing') {
      if (chosen === null) return null;
      const at =
        below === null ? { where: 'end' as const, id: null } : { where: 'child' as const, id: below.id };
      return { projectId: chosen, place: at };
    }
    const title = name.trim();
    return who.client === null || title === ''
      ? null
      : { client: who.client, name: title, calendar: calendar ?? preview.calendar };
  })();
  const projectName = projects.find(({ id }) => id === chosen)?.name ?? '';
  return {
    who,
    projects,
    task: chosen === task?.project_id ? task : null,
    kind,
    setKind,
    chosen,
    setChosen,
    place: below === null ? ('end' as const) : place,
    setPlace,
    name,
    setName,
    calendar: calendar ?? preview.calendar,
    setCalendar,
    into,
    title: kind === 'existing' ? projectName : name.trim(),
  };
}

export type TargetForm = ReturnType<typeof useTarget>;
