import axe from 'axe-core';
import { type ReactNode, useState } from 'react';
import { I18nextProvider } from 'react-i18next';
import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { cleanup, render } from 'vitest-browser-react';
import { createI18n } from '#renderer/i18n/index.ts';
import type { Locale } from '#shared/i18n/index.ts';
import { compose } from '#test/support/compose.ts';
import * as ui from './index.ts';

interface Task {
  readonly id: string;
  readonly name: string;
  readonly days: string;
  readonly level: number;
}

const tasks: readonly Task[] = [
  { id: 'a', name: '施工准备', days: '5', level: 1 },
  { id: 'b', name: '线缆敷设', days: '3', level: 2 },
  { id: 'c', name: '设备安装', days: '8', level: 2 },
  { id: 'd', name: '验收', days: '1', level: 1 },
];

function Grid({ rows: start = tasks }: { readonly rows?: readonly Task[] }) {
  const [rows, setRows] = useState(start);
  const [selection, setSelection] = useState<ReadonlySet<string>>(new Set());
  const change = (row: Task, part: Partial<Task>) =>
    setRows((all) => all.map((other) => (other.id === row.id ? { ...other, ...part } : other)));
  const columns: readonly ui.Column<Task>[] = [
    {
      id: 'name',
      header: '任务',
      width: 200,
      grow: true,
      rowHeader: true,
      sortable: true,
      text: (row) => row.name,
      edit: {
        text: (row) => row.name,
        commit: (row, name) => (name === '' ? '需要名称' : void change(row, { name })),
      },
    },
    { id: 'days', header: '工期', width: 90, align: 'end', text: (row) => row.days },
  ];
  return (
    <ui.DataGrid
      label="任务表"
      columns={columns}
      rows={rows}
      rowId={(row) => row.id}
      tree={{
        level: (row) => row.level,
        expanded: (row) => (row.id === 'a' ? true : undefined),
        onToggle: () => {},
      }}
      selection={selection}
      onSelectionChange={setSelection}
      multiple
      empty={null}
    />
  );
}

function Fields() {
  const [name, setName] = useState('');
  const [date, setDate] = useState<string | null>('2026-11-21');
  const [money, setMoney] = useState<number | null>(1_250_000);
  const [kind, setKind] = useState<'a' | 'b' | null>('a');
  const options = [
    { id: 'a', label: '电气工程' },
    { id: 'b', label: '弱电工程', detail: '城南' },
  ] as const;
  return (
    <ui.Card title="资料">
      <ui.TextField label="名称" value={name} onChange={setName} isRequired hint="一句话说明" />
      <ui.TextField label="编号" defaultValue="P-??" error="编号只能含字母和数字" />
      <ui.TextArea label="备注" defaultValue="" lines={3} />
      <ui.NumberField label="数量" defaultValue={3} unit="台" />
      <ui.DateField label="开始日期" value={date} onChange={setDate} />
      <ui.MoneyField label="合同金额" value={money} currency="CNY" onChange={setMoney} />
      <ui.Select label="类别" options={options} value={kind} onChange={setKind} />
      <ui.ComboBox label="客户" options={options} value={null} onChange={() => {}} />
      <ui.SearchField label="查找" />
    </ui.Card>
  );
}

function Rest() {
  const [view, setView] = useState<'day' | 'week'>('day');
  return (
    <div style={{ display: 'flex', flexDirection: 'column', gap: 12 }}>
      <ui.Toolbar label="操作">
        <ui.Button look="primary">新建</ui.Button>
        <ui.Button>导入</ui.Button>
        <ui.Button look="danger">删除风险</ui.Button>
        <ui.Button isDisabled>打印</ui.Button>
        <ui.Button look="link">查看示例</ui.Button>
        <ui.ToggleButton label="关键路径" defaultSelected />
        <ui.Menu
          label="更多"
          trigger={<ui.Button>更多</ui.Button>}
          entries={[{ id: 'x', label: '复制', keys: 'Ctrl+D' }]}
        />
      </ui.Toolbar>
      <ui.Segmented
        label="视图"
        options={[
          { id: 'day', label: '日' },
          { id: 'week', label: '周' },
        ]}
        value={view}
        onChange={setView}
      />
      <ui.RadioGroup
        label="影响"
        options={[
          { id: 'day', label: '低' },
          { id: 'week', label: '高' },
        ]}
        value={view}
        onChange={setView}
      />
      <ui.Checkbox label="仅显示逾期" defaultSelected />
      <ui.Switch label="显示周末" defaultSelected />
      <ui.Banner tone="info">已导入 12 项任务。</ui.Banner>
      <ui.Banner tone="warn" actions={<ui.Button small>立即备份</ui.Button>}>
        上次备份是 9 天前。
      </ui.Banner>
      <ui.Banner tone="bad">磁盘已满，改动没有保存。</ui.Banner>
      <div style={{ display: 'flex', gap: 6 }}>
        <ui.Badge>草稿</ui.Badge>
        <ui.Badge tone="good">已完成</ui.Badge>
        <ui.Badge tone="warn">逾期</ui.Badge>
        <ui.Badge tone="bad" onRemove={() => {}}>
          高风险
        </ui.Badge>
        <ui.Badge tone="info">示例</ui.Badge>
      </div>
      <ui.Progress label="正在导出" fraction={0.4} onCancel={() => {}} />
      <ui.FileDrop label="导入文件" onFiles={() => {}} />
      <ui.Tabs
        label="视图"
        items={[
          { id: 'day', label: '表格', content: '表' },
          { id: 'week', label: '看板', content: '板' },
        ]}
        value={view}
        onChange={setView}
      />
    </div>
  );
}

function Gallery() {
  return (
    <main
      style={{
        display: 'grid',
        gridTemplateColumns: '380px 1fr 420px',
        gap: 16,
        padding: 16,
        height: '100vh',
        overflow: 'auto',
      }}
    >
      <Fields />
      <Rest />
      <div style={{ display: 'grid', gridTemplateRows: '320px 1fr' }}>
        <Grid />
        <ui.EmptyState
          text="风险登记册记录可能发生的问题和应对办法。"
          action={{ label: '添加风险', onPress: () => {} }}
          link={{ label: '查看示例', onPress: () => {} }}
        />
      </div>
    </main>
  );
}

async function show(content: ReactNode, locale: Locale = 'zh-CN', theme = 'light') {
  document.documentElement.dataset['theme'] = theme;
  document.documentElement.lang = locale;
  document.title = 'Gallery';
  return render(
    <I18nextProvider i18n={createI18n(locale)}>
      <ui.UiProvider today="2026-11-21">{content}</ui.UiProvider>
    </I18nextProvider>,
  );
}

afterEach(async () => {
  await cleanup();
});

describe('the kit', () => {
  it.each(['light', 'dark'])('has no accessibility finding in %s', async (theme) => {
    await show(<Gallery />, 'zh-CN', theme);
    await expect.element(page.getByRole('treegrid')).toBeVisible();
    const { violations } = await axe.run(document.body, { rules: { region: { enabled: false } } });
    expect(
      violations.map(
        (found) => `${found.id}: ${found.nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`,
      ),
    ).toEqual([]);
    await page.screenshot({ path: `../../test-results/gallery-${theme}.png` });
  });

  it('keeps a dialog open when Esc drops a composition, and closes it afterwards', async () => {
    let closed = 0;
    await show(
      <ui.Dialog
        open
        title="新建风险"
        onClose={() => {
          closed += 1;
        }}
      >
        <ui.TextField label="名称" autoFocus />
      </ui.Dialog>,
    );
    await page.getByRole('textbox').click();
    const ime = await compose('zhong', '中');
    await ime.press('Escape');
    expect(closed).toBe(0);
    await ime.finish();
    await userEvent.keyboard('{Escape}');
    expect(closed).toBe(1);
  });

  it.each(['removes', 'switches off'])('still hears Esc after a step that %s its own button', async (way) => {
    let closed = 0;
    const gone = way === 'removes';
    function Steps() {
      const [done, setDone] = useState(false);
      return (
        <ui.Dialog
          open
          title="签发"
          onClose={() => {
            closed += 1;
          }}
        >
          {done && gone ? <p>已签发</p> : null}
          {done && gone ? null : (
            <ui.Button isDisabled={done} onPress={() => setDone(true)}>
              签发第 1 版
            </ui.Button>
          )}
        </ui.Dialog>
      );
    }
    await show(<Steps />);
    await page.getByRole('button', { name: '签发第 1 版' }).click();
    await expect.poll(() => document.activeElement?.getAttribute('role')).toBe('dialog');
    await userEvent.keyboard('{Escape}');
    expect(closed).toBe(1);
  });

  it.each(['名称', '备注', '客户', '查找'])('takes composed text in %s', async (label) => {
    await show(<Fields />);
    const field = page.getByLabelText(label, { exact: false }).first();
    await field.click();
    const ime = await compose('zhong', '中');
    await ime.press('Enter');
    await ime.finish();
    await expect.element(field).toHaveValue('中');
  });

  it('reads a typed date on Enter and shows what was understood', async () => {
    await show(<Fields />);
    const field = page.getByLabelText('开始日期');
    await field.fill('+3d');
    await expect.element(page.getByText('2026-11-24 周二')).toBeVisible();
    await userEvent.keyboard('{Enter}');
    await expect.element(field).toHaveValue('2026-11-24 周二');
  });

  it('refuses an amount it cannot read and keeps what was typed', async () => {
    await show(<Fields />);
    const field = page.getByLabelText('合同金额');
    await field.fill('十万');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText('无法识别这个金额', { exact: false })).toBeVisible();
    await expect.element(field).toHaveValue('十万');
    await field.fill('12.5万');
    await userEvent.keyboard('{Enter}');
    await expect.element(field).toHaveValue('¥125,000.00');
  });

  it('offers undo in a notification', async () => {
    let undone = 0;
    await show(<main />);
    ui.showToast({
      text: '已删除 3 项风险',
      action: {
        label: '撤销',
        onPress: () => {
          undone += 1;
        },
      },
    });
    await page.getByRole('button', { name: '撤销' }).click();
    expect(undone).toBe(1);
  });
});

describe('DataGrid', () => {
  const active = () => document.activeElement?.closest('[data-cell]')?.getAttribute('data-cell');
  const box = (content: ReactNode) => <div style={{ height: 400 }}>{content}</div>;

  it('composes straight into the active cell; Enter of the composition does not commit, the next one does', async () => {
    await show(box(<Grid />));
    await page.getByText('线缆敷设').click();
    const ime = await compose('anzhuang', '安装');
    await ime.press('Enter');
    expect(active()).toBe('1:0');
    await ime.finish();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('rowheader', { name: '安装', exact: true })).toBeVisible();
    expect(active()).toBe('2:0');
  });

  it('edits with F2, reverts with Esc, and says why it refuses', async () => {
    await show(box(<Grid />));
    await page.getByText('验收').click();
    await userEvent.keyboard('{F2}x{Escape}');
    await expect.element(page.getByText('验收')).toBeInTheDocument();
    await userEvent.keyboard('{F2}{Backspace}{Enter}');
    expect(active()).toBe('3:0');
    await expect.element(page.getByText('未保存：需要名称')).toBeInTheDocument();
  });

  it('draws few of ten thousand rows and keeps the focus from end to end', async () => {
    const many = Array.from({ length: 10_000 }, (_, n) => ({
      id: `r${n}`,
      name: `任务 ${n}`,
      days: '1',
      level: 1,
    }));
    await show(box(<Grid rows={many} />));
    await page.getByText('任务 0', { exact: true }).click();
    await userEvent.keyboard('{Control>}{End}{/Control}');
    await expect.poll(active).toBe('9999:1');
    expect(document.querySelectorAll('[role="row"]').length).toBeLessThan(60);
    await userEvent.keyboard('{Control>}{Home}{/Control}');
    await expect.poll(active).toBe('0:0');
    expect(document.querySelector('[role="treegrid"]')?.getAttribute('aria-rowcount')).toBe('10001');
  });

  it('extends the selection with Shift and selects all with Ctrl+A', async () => {
    await show(box(<Grid />));
    await page.getByText('施工准备').click();
    await userEvent.keyboard('{Shift>}{ArrowDown}{/Shift}');
    expect(document.querySelectorAll('[aria-selected="true"]')).toHaveLength(2);
    await userEvent.keyboard('{Control>}a{/Control}');
    expect(document.querySelectorAll('[aria-selected="true"]')).toHaveLength(4);
  });
});
