/** Commands that change something or look from anywhere; screens add their own. */
import type { Locale } from '#shared/i18n/index.ts';
import { request, runTask, type TaskOptions } from '../client/wire.ts';
import { type Command, registerCommands } from '../commands/registry.ts';
import type { T } from '../i18n/index.ts';
import { errorText } from '../i18n/words.ts';
import { openDialog } from '../state/dialogs.ts';
import { navigate, PROJECT_MODULES, type ProjectModule, selectRoute, useRouteStore } from '../state/route.ts';
import { showToast } from '../ui/index.ts';
import { lostFilesText } from './lostFiles.ts';

const currentProject = (): string | null => useRouteStore.getState().projectId;
const place = () => selectRoute(useRouteStore.getState());

/** Backs up and says so; used by the command and the settings. */
export async function backUpNow(t: T, options: TaskOptions = {}): Promise<void> {
  try {
    const { missing } = await runTask('backup.now', {}, options);
    showToast(
      missing.length === 0
        ? { tone: 'good', text: t('shell:done.backedUp') }
        : { tone: 'warn', text: lostFilesText(t, 'shell:backup.incomplete', missing) },
    );
  } catch (error) {
    if (options.signal?.aborted) showToast({ tone: 'info', text: t('shell:backup.cancelled') });
    else showToast({ tone: 'bad', text: errorText(t, error) });
  }
}

async function newTask(t: T): Promise<void> {
  const projectId = currentProject();
  if (projectId === null) return;
  const { id } = await request('task.create', {
    values: { project_id: projectId, name: t('shell:new.taskName') },
  });
  navigate({ name: 'plan', projectId, itemId: id });
}

async function newRisk(t: T): Promise<void> {
  const projectId = currentProject();
  if (projectId === null) return;
  const { id } = await request('risk.create', {
    values: { project_id: projectId, title: t('shell:new.riskName') },
  });
  navigate({ name: 'risks', projectId, itemId: id });
}

function newHere(): void {
  const route = place();
  if (route.name === 'clients') openDialog({ name: 'newClient' });
  else if (route.name === 'client') openDialog({ name: 'newProject', clientId: route.clientId });
  else openDialog({ name: 'newProject' });
}

function creation(t: T): readonly Command[] {
  const inProject = () => currentProject() !== null;
  return [
    {
      id: 'new.here',
      title: (tt) => tt('shell:new.here'),
      keys: ['Mod+N'],
      hidden: true,
      when: () => ['today', 'clients', 'client', 'projects', 'project'].includes(place().name),
      run: newHere,
    },
    {
      id: 'new.client',
      title: (tt) => tt('shell:new.client'),
      menu: 'file',
      run: () => openDialog({ name: 'newClient' }),
    },
    {
      id: 'new.project',
      title: (tt) => tt('shell:new.project'),
      menu: 'file',
      run: () => openDialog({ name: 'newProject' }),
    },
    {
      id: 'new.contactNote',
      title: (tt) => tt('shell:new.note'),
      keys: ['Mod+Shift+L'],
      menu: 'file',
      run: () => {
        const route = place();
        openDialog(
          route.name === 'client'
            ? { name: 'quickCapture', clientId: route.clientId }
            : { name: 'quickCapture' },
        );
      },
    },
    {
      id: 'new.feedback',
      title: (tt) => tt('shell:new.feedback'),
      keys: ['Mod+Shift+F'],
      menu: 'file',
      run: () => {
        const route = place();
        const projectId = 'projectId' in route ? route.projectId : undefined;
        openDialog({
          name: 'quickFeedback',
          ...(route.name === 'client' ? { clientId: route.clientId } : {}),
          ...(projectId === undefined ? {} : { projectId }),
        });
      },
    },
    {
      id: 'new.task',
      title: (tt) => tt('shell:new.task'),
      menu: 'file',
      when: inProject,
      run: () => newTask(t),
    },
    {
      id: 'new.risk',
      title: (tt) => tt('shell:new.risk'),
      menu: 'file',
      when: inProject,
      run: () => newRisk(t),
    },
    {
      id: 'file.import',
      title: (tt) => tt('shell:new.import'),
      menu: 'file',
      run: () => navigate({ name: 'import' }),
    },
    {
      id: 'file.importContacts',
      title: (tt) => tt('shell:nav.importContacts'),
      menu: 'file',
      keywords: ['vcard', 'vcf', 'crm'],
      run: () => navigate({ name: 'importContacts' }),
    },
    { id: 'file.backup', title: (tt) => tt('shell:command.backup'), menu: 'file', run: () => backUpNow(t) },
  ];
}

function projectPlaces(): readonly Command[] {
  const inProject = () => currentProject() !== null;
  const keys: Partial<Record<ProjectModule, string>> = {
    project: 'Mod+5',
    plan: 'Mod+6',
    risks: 'Mod+7',
    projectReports: 'Mod+8',
    tracking: 'Mod+9',
  };
  return PROJECT_MODULES.map((name) => ({
    id: `go.${name}`,
    title: (t: T) => t(`shell:nav.${name === 'project' ? 'overview' : name}`),
    ...(keys[name] === undefined ? {} : { keys: [keys[name]] }),
    menu: 'go' as const,
    when: inProject,
    run: () => {
      const projectId = currentProject();
      if (projectId !== null) navigate({ name, projectId });
    },
  }));
}

function look(): readonly Command[] {
  const theme = (value: 'light' | 'dark' | 'system') => () => void request('prefs.set', { theme: value });
  const language = (value: Locale) => () => void request('prefs.set', { language: value });
  return [
    {
      id: 'view.light',
      title: (t) => t('shell:command.light'),
      menu: 'view',
      keywords: ['theme'],
      run: theme('light'),
    },
    {
      id: 'view.dark',
      title: (t) => t('shell:command.dark'),
      menu: 'view',
      keywords: ['theme'],
      run: theme('dark'),
    },
    {
      id: 'view.system',
      title: (t) => t('shell:command.system'),
      menu: 'view',
      keywords: ['theme'],
      run: theme('system'),
    },
    {
      id: 'language.zhCN',
      title: () => '简体中文',
      keywords: ['language', 'chinese', '语言'],
      run: language('zh-CN'),
    },
    {
      id: 'language.zhTW',
      title: () => '繁體中文',
      keywords: ['language', 'chinese', '語言'],
      run: language('zh-TW'),
    },
    {
      id: 'language.en',
      title: () => 'English',
      keywords: ['language', '语言', '語言'],
      run: language('en'),
    },
  ];
}

/** Registers the commands; returns how to take them away. */
export function registerAppCommands(t: T): () => void {
  return registerCommands([...creation(t), ...projectPlaces(), ...look()]);
}
