import type { Locale } from '#shared/i18n/index.ts';
import type { ChannelName, InputOf, OutputOf } from '#shared/ipc/contract.ts';

type Request = <C extends ChannelName>(channel: C, input: InputOf<C>) => Promise<OutputOf<C>>;

/** Marks text that no client may ever read; a report that contains it leaks. */
export const SECRET = '内部机密';

interface Words {
  readonly firm: string;
  readonly address: string;
  readonly client: string;
  readonly contacts: readonly [string, string];
  readonly project: string;
  readonly phases: readonly string[];
  readonly tasks: readonly (readonly string[])[];
  readonly milestones: readonly string[];
  readonly risks: readonly (readonly [string, string])[];
  readonly issue: readonly [string, string];
  readonly decision: readonly [string, string, string];
}

export const WORDS: Readonly<Record<Locale, Words>> = {
  'zh-CN': {
    firm: '晨光工程技术有限公司',
    address: '上海市闵行区申富路 118 号 3 幢',
    client: '启元科技股份有限公司',
    contacts: ['李文博', '周敏'],
    project: '启元科技园区展厅改造工程',
    phases: ['方案设计', '土建与机电', '布展与调试'],
    tasks: [
      ['现场勘测与需求确认', '方案设计与评审', '施工图深化'],
      ['隔墙拆除与加固', '强弱电管线敷设', '空调与消防改造'],
      ['多媒体设备安装', '展项联合调试', '试运行与培训'],
    ],
    milestones: ['方案确认', '隐蔽工程验收', '设备到场', '竣工验收'],
    risks: [
      [
        '进口显示设备的海运可能延误两周以上，影响联合调试的开始时间。',
        '已向两家供应商询价备选机型，并预留国产替代方案。',
      ],
      ['汛期施工，地下管沟可能积水。', '在管沟最低点增设排水泵，每日巡查。'],
    ],
    issue: [
      '二层楼板的实际荷载低于原设计图纸，重型展柜的位置需要调整。',
      '已请结构工程师复核，建议把重型展柜移到一层东侧，不影响参观流线。',
    ],
    decision: [
      '主屏采用 P1.2 还是 P1.5 的 LED？',
      'P1.2：效果更好，费用增加 18 万元\nP1.5：满足观看距离要求，按原预算执行',
      '订货推迟，竣工验收顺延',
    ],
  },
  'zh-TW': {
    firm: '晨曦工程顧問有限公司',
    address: '臺北市內湖區瑞光路 208 號 5 樓',
    client: '啟元科技股份有限公司',
    contacts: ['林志豪', '陳怡君'],
    project: '啟元科技園區展示館整修工程',
    phases: ['規劃設計', '土建與機電', '布展與測試'],
    tasks: [
      ['現場勘查與需求確認', '設計方案與審查', '施工圖繪製'],
      ['隔間拆除與補強', '強弱電管線配置', '空調與消防改善'],
      ['多媒體設備安裝', '展項整合測試', '試營運與教育訓練'],
    ],
    milestones: ['方案確認', '隱蔽工程查驗', '設備進場', '竣工驗收'],
    risks: [
      [
        '進口顯示設備的海運可能延誤兩週以上，影響整合測試的開始時間。',
        '已向兩家供應商詢價備選機型，並保留國產替代方案。',
      ],
      ['颱風季施工，地下管溝可能積水。', '於管溝最低點增設抽水機，每日巡檢。'],
    ],
    issue: [
      '二樓樓板的實際載重低於原設計圖，重型展櫃的位置需要調整。',
      '已請結構技師複核，建議將重型展櫃移到一樓東側，不影響參觀動線。',
    ],
    decision: [
      '主螢幕採用 P1.2 還是 P1.5 的 LED？',
      'P1.2：效果較佳，費用增加 80 萬元\nP1.5：符合觀看距離，依原預算執行',
      '訂貨延後，竣工驗收順延',
    ],
  },
  en: {
    firm: 'Dawnlight Engineering Ltd.',
    address: '118 Shenfu Road, Building 3, Shanghai',
    client: 'Qiyuan Technology Co., Ltd.',
    contacts: ['Wenbo Li', 'Min Zhou'],
    project: 'Qiyuan Campus Exhibition Hall Refurbishment',
    phases: ['Design', 'Building and services', 'Fit-out and commissioning'],
    tasks: [
      ['Site survey and requirements', 'Concept design and review', 'Construction drawings'],
      [
        'Partition removal and strengthening',
        'Power and data cabling',
        'Air conditioning and fire protection',
      ],
      ['Media equipment installation', 'Integrated testing of exhibits', 'Trial operation and training'],
    ],
    milestones: ['Design approved', 'Concealed works accepted', 'Equipment on site', 'Final acceptance'],
    risks: [
      [
        'Sea freight of the imported displays may be delayed by more than two weeks, which would move the start of integrated testing.',
        'Two suppliers were asked for alternative models and a domestic fallback is reserved.',
      ],
      [
        'Work during the rainy season may flood the underground ducts.',
        'Pumps at the lowest point, inspected daily.',
      ],
    ],
    issue: [
      'The measured load capacity of the second floor is below the original drawings, so the heavy showcases have to move.',
      'A structural engineer has checked it; we propose the east side of the ground floor, which leaves the visitor route unchanged.',
    ],
    decision: [
      'P1.2 or P1.5 LED for the main screen?',
      'P1.2: better picture, CNY 180,000 more\nP1.5: sufficient for the viewing distance, within budget',
      'The order and the final acceptance move',
    ],
  },
};

/** A logo as firms have them: wide, a mark and a colour. 40 by 16 pixels. */
export const LOGO =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAACgAAAAQCAIAAAAqpnlbAAAAQ0lEQVR42u3OMQ0AAAgDsPk3DQ5AQUnTK2lqqk3vAwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA8GgBFmAAAX0UbVkAAAAASUVORK5CYII=';

const at = (date: string, time: string): string => `${date}T${time}`;
const DAY = 4800;

export interface ReportFixture {
  readonly clientId: string;
  readonly projectId: string;
}

/**
 * A project as a contractor has it in its eighth week, in one language: three phases, four milestones, risks
 * with and without client wording, an issue, a decision. Everything internal carries `SECRET`.
 */
export async function seedReportProject(request: Request, locale: Locale): Promise<ReportFixture> {
  const w = WORDS[locale];
  await request('company.create', {
    values: {
      name: w.firm,
      address: w.address,
      phone: '+86 21 5555 0118',
      email: 'office@dawnlight.example',
      tax_no: '91310112MA1GXXXX0Q',
    },
  });
  const { id: clientId } = await request('client.create', {
    values: { name: w.client, name_en: 'Qiyuan Technology Co., Ltd.', language: locale, notes: SECRET },
  });
  await request('contact.create', {
    values: {
      client_id: clientId,
      name: w.contacts[0],
      email: 'li.wenbo@qiyuan.example',
      report_copy: 'to',
      notes: SECRET,
    },
  });
  await request('contact.create', {
    values: { client_id: clientId, name: w.contacts[1], email: 'zhou.min@qiyuan.example', report_copy: 'cc' },
  });
  const { id: projectId } = await request('project.create', {
    values: {
      client_id: clientId,
      name: w.project,
      code: 'QY-2026-07',
      stage: 'execution',
      start_on: '2026-10-05',
      finish_on: '2026-12-31',
      status_on: '2026-11-20',
      manager: locale === 'en' ? 'Hua Chen' : '陈华',
      description: SECRET,
    },
  });
  await seedPlan(request, projectId, w);
  await seedRisks(request, projectId, w);
  return { clientId, projectId };
}

const DATES = [
  [
    ['2026-10-05', '2026-10-09', 100],
    ['2026-10-12', '2026-10-23', 100],
    ['2026-10-26', '2026-11-06', 100],
  ],
  [
    ['2026-10-26', '2026-11-11', 100],
    ['2026-11-12', '2026-11-27', 45],
    ['2026-11-16', '2026-12-04', 20],
  ],
  [
    ['2026-12-01', '2026-12-11', 0],
    ['2026-12-14', '2026-12-24', 0],
    ['2026-12-25', '2027-01-06', 0],
  ],
] as const;

const MILESTONES = [
  ['2026-10-23', '2026-10-26', 100],
  ['2026-11-18', '2026-11-24', 0],
  ['2026-11-30', '2026-12-08', 0],
  ['2026-12-31', '2027-01-08', 0],
] as const;

async function seedPlan(request: Request, projectId: string, w: Words): Promise<void> {
  const { id: baseline } = await request('baseline.create', {
    values: { project_id: projectId, number: 0, name: '0' },
  });
  const freeze = async (task: string, start: string, finish: string, days: number): Promise<void> => {
    await request('baseline_task.create', {
      values: {
        baseline_id: baseline,
        task_id: task,
        start_at: at(start, '08:00:00'),
        finish_at: at(finish, '17:00:00'),
        duration_tenths: days * DAY,
      },
    });
  };
  for (const [p, phase] of w.phases.entries()) {
    const { id: parent } = await request('task.create', {
      values: { project_id: projectId, name: phase, client_visible: false, notes: SECRET },
    });
    for (const [t, name] of (w.tasks[p] ?? []).entries()) {
      const [start, finish, percent] = DATES[p]?.[t] ?? ['', '', 0];
      const { id } = await request('task.create', {
        values: {
          project_id: projectId,
          parent_id: parent,
          name: `${name} ${SECRET}`,
          client_text: name,
          client_visible: true,
          start_at: at(start, '08:00:00'),
          finish_at: at(finish, '17:00:00'),
          duration_tenths: 10 * DAY,
          percent,
          responsible: SECRET,
          ...(percent > 0 ? { actual_start_at: at(start, '08:00:00') } : {}),
          ...(percent === 100 ? { actual_finish_at: at(finish, '17:00:00') } : {}),
        },
      });
      await freeze(id, start, p === 2 && t === 2 ? '2026-12-31' : finish, 10);
    }
  }
  for (const [m, name] of w.milestones.entries()) {
    const [planned, finish, percent] = MILESTONES[m] ?? ['', '', 0];
    const moment = at(finish, '17:00:00');
    const { id } = await request('task.create', {
      values: {
        project_id: projectId,
        name,
        milestone: true,
        client_visible: true,
        start_at: moment,
        finish_at: moment,
        duration_tenths: 0,
        percent,
        ...(percent === 100 ? { actual_start_at: moment, actual_finish_at: moment } : {}),
      },
    });
    await freeze(id, planned, planned, 0);
  }
  await request('task.create', {
    values: {
      project_id: projectId,
      name: SECRET,
      start_at: at('2026-11-02', '08:00:00'),
      finish_at: at('2026-11-20', '17:00:00'),
      duration_tenths: 5 * DAY,
      percent: 0,
    },
  });
}

async function seedRisks(request: Request, projectId: string, w: Words): Promise<void> {
  for (const [index, [text, measure]] of w.risks.entries()) {
    const { id: risk } = await request('risk.create', {
      values: {
        project_id: projectId,
        title: `${SECRET} ${index}`,
        cause: SECRET,
        probability: 4 - index,
        impact: 4,
        owner: SECRET,
        client_visible: true,
        client_text: text,
      },
    });
    await request('risk_action.create', {
      values: { risk_id: risk, text: SECRET, client_text: measure, due_on: '2026-11-28', owner: SECRET },
    });
    await request('risk_action.create', { values: { risk_id: risk, kind: 'contingency', text: SECRET } });
  }
  // One that is not for the client, and one that is but has no words for them yet.
  await request('risk.create', { values: { project_id: projectId, title: SECRET, client_text: SECRET } });
  await request('risk.create', { values: { project_id: projectId, title: SECRET, client_visible: true } });
  await request('issue.create', {
    values: {
      project_id: projectId,
      title: SECRET,
      severity: 'high',
      status: 'explained',
      measure: SECRET,
      reason: SECRET,
      client_visible: true,
      client_text: w.issue[0],
      client_measure: w.issue[1],
      due_on: '2026-11-25',
    },
  });
  await request('issue.create', { values: { project_id: projectId, title: SECRET, client_text: SECRET } });
  await request('decision.create', {
    values: {
      project_id: projectId,
      question: w.decision[0],
      options: w.decision[1],
      consequence: w.decision[2],
      needed_on: '2026-11-27',
    },
  });
  await request('decision.create', {
    values: { project_id: projectId, question: SECRET, client_visible: false },
  });
}
