import { afterEach, describe, expect, it } from 'vitest';
import { createI18n, fixedT } from '#renderer/i18n/index.ts';
import { pinyinKeys } from '#shared/domain/text/pinyin.ts';
import { acceleratorOf, displayKeys, matchesKeys, parseKeys } from './keys.ts';
import { toMenuModel } from './menuModel.ts';
import { type Command, matchCommand, registerCommands, runCommand, useRegistry } from './registry.ts';
import { searchCommands } from './search.ts';

const press = (
  key: string,
  held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>> = {},
) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});
const undo: Command = {
  id: 'edit.undo',
  title: (t) => t('common:verb.undo'),
  keys: ['Mod+Z'],
  menu: 'edit',
  run: () => {},
};
const plan: Command = {
  id: 'go.projects',
  title: (t) => t('shell:nav.projects'),
  keywords: ['job'],
  run: () => {},
};

afterEach(() => useRegistry.setState({ commands: [] }));

describe('shortcuts', () => {
  it('match exactly, with Cmd on macOS and Ctrl elsewhere', () => {
    expect(matchesKeys('Mod+Z', press('z', { ctrlKey: true }), false)).toBe(true);
    expect(matchesKeys('Mod+Z', press('Z', { ctrlKey: true, shiftKey: true }), false)).toBe(false);
    expect(matchesKeys('Mod+Z', press('z', { metaKey: true }), true)).toBe(true);
    expect(matchesKeys('Mod+Z', press('z', { ctrlKey: true }), true)).toBe(false);
  });

  it('refuse bare letters and unknown modifiers', () => {
    expect(() => parseKeys('C')).toThrow('typing');
    expect(() => parseKeys('Shift+C')).toThrow('typing');
    expect(() => parseKeys('Hyper+C')).toThrow('not a shortcut');
    expect(parseKeys('F6').key).toBe('f6');
  });

  it('are written for people and for menus', () => {
    expect(displayKeys('Alt+ArrowLeft', false)).toBe('Alt+←');
    expect(displayKeys('Mod+Shift+Z', true)).toBe('⌘+⇧+Z');
    expect(acceleratorOf('Mod+ArrowLeft')).toBe('CmdOrCtrl+Left');
  });
});

describe('command registry', () => {
  it('refuses to guess between two commands, and takes the one that can run', () => {
    const rival = { ...undo, id: 'draw.undo' };
    const z = press('z', { ctrlKey: true });
    expect(matchCommand([undo, rival], z, false).kind).toBe('ambiguous');
    expect(matchCommand([undo, { ...rival, when: () => false }], z, false).commands).toEqual([undo]);
    expect(matchCommand([undo], press('z'), false).kind).toBe('none');
  });

  it('refuses a second command with the same id and forgets what is disposed', () => {
    const dispose = registerCommands([undo]);
    expect(() => registerCommands([undo])).toThrow('exists');
    dispose();
    expect(useRegistry.getState().commands).toEqual([]);
  });

  it('reports failures and does not run what may not run', async () => {
    const failed: string[] = [];
    const report = { onFailed: (command: Command) => failed.push(command.id) };
    registerCommands([
      { ...undo, id: 'a.fails', run: () => Promise.reject(new Error('no')) },
      { ...undo, id: 'b.never', when: () => false },
    ]);
    expect(await runCommand('a.fails', { onFailed: report.onFailed })).toBe(false);
    expect(await runCommand('b.never', { onFailed: report.onFailed })).toBe(false);
    expect(failed).toEqual(['a.fails']);
  });

  it('finds by name, pinyin initials, spelling and keyword, recent first', () => {
    const entries = [
      { command: undo, title: '撤销' },
      { command: plan, title: '项目' },
    ];
    const find = (text: string) =>
      searchCommands(entries, text, ['go.projects'], pinyinKeys).map((e) => e.command.id);
    expect(find('xm')).toEqual(['go.projects']);
    expect(find('xiangm')).toEqual(['go.projects']);
    expect(find('job')).toEqual(['go.projects']);
    expect(find('撤')).toEqual(['edit.undo']);
    expect(find('')).toEqual(['go.projects', 'edit.undo']);
    expect(find('zzz')).toEqual([]);
    const dotted = [{ command: plan, title: '导入文件…' }];
    expect(searchCommands(dotted, '导入文件…', [], null)).toHaveLength(1);
  });

  it('makes the application menu in the language asked for', () => {
    const t = fixedT(createI18n('zh-TW'));
    const edit = toMenuModel([undo], t).find((menu) => menu.id === 'menu.edit');
    expect(edit?.label).toBe('編輯');
    expect(edit?.submenu?.[0]).toMatchObject({
      id: 'edit.undo',
      label: '復原',
      accelerator: 'CmdOrCtrl+Z',
      enabled: true,
    });
    expect(edit?.submenu?.some((item) => item.role === 'paste')).toBe(true);
  });
});
