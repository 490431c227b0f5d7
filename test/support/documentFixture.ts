import type { DocumentKind } from '#shared/domain/documents/content.ts';
import type { Locale } from '#shared/i18n/index.ts';
import type { ChannelName, InputOf, OutputOf } from '#shared/ipc/contract.ts';
import { type ReportFixture, SECRET, seedReportProject } from './reportFixture.ts';

type Request = <C extends ChannelName>(channel: C, input: InputOf<C>) => Promise<OutputOf<C>>;

interface Words {
  readonly requirement: string;
  readonly requirementMeasure: string;
  readonly implicit: string;
  readonly expectation: string;
  readonly quality: string;
  readonly acceptance: string;
  readonly goal: string;
  readonly purpose: string;
  readonly meeting: string;
  readonly topics: readonly [string, string];
  readonly decision: readonly [string, string];
  readonly action: string;
  readonly opinion: string;
  readonly effect: string;
  readonly contract: string;
  readonly clauses: readonly [string, string];
  readonly stages: readonly [string, string, string];
  readonly planRow: readonly [string, string, string];
  readonly questionnaire: string;
  readonly introduction: string;
  readonly questions: readonly [string, string, string, string];
  readonly choices: readonly [string, string, string];
  readonly problem: string;
  readonly causes: readonly [string, string, string, string, string, string];
  readonly promise: string;
}

const WORDS: Readonly<Record<Locale, Words>> = {
  'zh-CN': {
    requirement: '夜间施工噪声不超过场界限值，周边住户无投诉。',
    requirementMeasure: '场界噪声',
    implicit: '希望展厅能在董事会参观前具备讲解条件。',
    expectation: '开馆前两周具备整体试运行条件，讲解与多媒体联动无卡顿。',
    quality: '联动响应不超过 300 毫秒，连续运行 72 小时无故障。',
    acceptance: '双方共同测试并签署试运行记录。',
    goal: '12 月 18 日前完成整体试运行',
    purpose: '把园区展厅改造为可对外接待的多媒体展示空间，满足年底开馆。',
    meeting: '第八周进展例会',
    topics: ['强弱电管线敷设完成 45%，比计划慢 3 天。', '空调与消防改造按计划进行。'],
    decision: ['主屏采用 P1.2 规格', '增加费用 18 万元，由变更单确认。'],
    action: '提交重型展柜移位后的结构复核报告',
    opinion: '希望每周五下班前收到照片。',
    effect: '试运行开始时间推迟 3 天，开馆日期不变。',
    contract: '展厅改造工程施工合同',
    clauses: ['工期与里程碑', '违约责任'],
    stages: ['预付款', '设备到场款', '质保金'],
    planRow: ['启元科技项目组', '周进展通报', '已完成、下周计划、需要决定的事项'],
    questionnaire: '展厅使用需求调研问卷',
    introduction: '为了让展厅真正好用，请您花十分钟回答以下问题。回答只用于本项目的设计。',
    questions: [
      '您最希望参观者记住什么？',
      '预计的主要参观对象是？',
      '讲解需要几种语言？',
      '对互动体验的重视程度',
    ],
    choices: ['政府与合作伙伴', '员工与家属', '公众预约参观'],
    problem: '管线敷设比计划慢 3 天',
    causes: [
      '夜班人手不足',
      '同期两个工地抽调',
      '桥架安装返工',
      '图纸与现场不符',
      '电缆到货分两批',
      '园区限制噪声作业时段',
    ],
    promise: '周三前提供展柜移位方案',
  },
  'zh-TW': {
    requirement: '夜間施工噪音不超過管制標準，周邊住戶無陳情。',
    requirementMeasure: '周界噪音',
    implicit: '希望展示館能在董事會參訪前具備導覽條件。',
    expectation: '開館前兩週具備整體試營運條件，導覽與多媒體連動順暢。',
    quality: '連動回應不超過 300 毫秒，連續運轉 72 小時無故障。',
    acceptance: '雙方共同測試並簽署試營運紀錄。',
    goal: '12 月 18 日前完成整體試營運',
    purpose: '將園區展示館整修為可對外接待的多媒體展示空間，趕上年底開館。',
    meeting: '第八週進度會議',
    topics: ['強弱電管線配置完成 45%，較計畫慢 3 天。', '空調與消防改善依計畫進行。'],
    decision: ['主螢幕採用 P1.2 規格', '增加費用 80 萬元，以變更單確認。'],
    action: '提交重型展櫃移位後的結構複核報告',
    opinion: '希望每週五下班前收到照片。',
    effect: '試營運開始時間延後 3 天，開館日期不變。',
    contract: '展示館整修工程合約',
    clauses: ['工期與里程碑', '違約責任'],
    stages: ['預付款', '設備進場款', '保固金'],
    planRow: ['啟元科技專案小組', '每週進度通報', '已完成事項、下週計畫、待決事項'],
    questionnaire: '展示館使用需求問卷',
    introduction: '為了讓展示館真正好用，請您花十分鐘回答以下問題。回答僅用於本專案的設計。',
    questions: ['您最希望訪客記住什麼？', '預計的主要訪客是？', '導覽需要幾種語言？', '對互動體驗的重視程度'],
    choices: ['政府與合作夥伴', '員工與家屬', '一般民眾預約參觀'],
    problem: '管線配置較計畫慢 3 天',
    causes: [
      '夜班人手不足',
      '同期兩個工地調派',
      '線架安裝重做',
      '圖面與現場不符',
      '電纜分兩批到貨',
      '園區限制噪音施工時段',
    ],
    promise: '週三前提供展櫃移位方案',
  },
  en: {
    requirement:
      'Night work stays below the noise limit at the site boundary and neighbours do not complain.',
    requirementMeasure: 'Noise at the boundary',
    implicit: 'The hall should be ready for guided tours before the board visits.',
    expectation:
      'Two weeks before the opening everything can be tried out together, guided tours and media without stutter.',
    quality: 'Response within 300 ms, 72 hours of operation without a fault.',
    acceptance: 'Joint test with a signed record of the trial operation.',
    goal: 'Trial operation complete by 18 December',
    purpose: 'Turn the campus hall into a media exhibition that can receive visitors at the end of the year.',
    meeting: 'Progress meeting, week eight',
    topics: [
      'Power and data cabling is 45% complete, 3 days behind plan.',
      'Air conditioning and fire protection run to plan.',
    ],
    decision: ['The main screen becomes P1.2', 'CNY 180,000 more, to be confirmed by a change order.'],
    action: 'Hand in the structural check of the moved showcases',
    opinion: 'Photos every Friday before closing time, please.',
    effect: 'Trial operation starts 3 days later; the opening date holds.',
    contract: 'Contract for the refurbishment of the exhibition hall',
    clauses: ['Schedule and milestones', 'Liability'],
    stages: ['Advance payment', 'Equipment on site', 'Retention'],
    planRow: [
      'Project team of Qiyuan',
      'Weekly progress note',
      'Work done, plan for next week, decisions needed',
    ],
    questionnaire: 'How the hall will be used',
    introduction:
      'So that the hall works for you, please take ten minutes for these questions. The answers are used for the design of this project only.',
    questions: [
      'What should visitors remember?',
      'Who will visit the hall mainly?',
      'Are guided tours needed in several languages?',
      'How important is interaction to you?',
    ],
    choices: ['Authorities and partners', 'Staff and families', 'The public, by appointment'],
    problem: 'Cabling is 3 days behind plan',
    causes: [
      'Too few people at night',
      'Shared with a second site',
      'Cable trays installed twice',
      'Drawings differ from the site',
      'Cables delivered in two lots',
      'Campus limits noisy work',
    ],
    promise: 'A plan for moving the showcases by Wednesday',
  },
};

export interface DocumentFixture extends ReportFixture {
  /** What each kind of document is about. */
  readonly subjects: Readonly<Partial<Record<DocumentKind, string>>>;
  readonly ids: { readonly requirement: string; readonly expectation: string; readonly goal: string };
}

const day = (date: string, time = '09:30:00'): string => `${date}T${time}`;

async function seedDemands(request: Request, projectId: string, w: Words) {
  const own = { project_id: projectId };
  const { id: requirement } = await request('requirement.create', {
    values: {
      ...own,
      text: `${w.requirement} ${SECRET}`,
      client_text: w.requirement,
      measure: w.requirementMeasure,
      target: '≤ 55',
      unit: 'dB(A)',
      source: 'TS-07',
      source_kind: 'specification',
      source_page: '14',
      rationale: SECRET,
      impact_note: SECRET,
      solution: SECRET,
      owner: SECRET,
    },
  });
  await request('requirement.create', {
    values: {
      ...own,
      kind: 'implicit',
      text: w.implicit,
      status: 'analysed',
      evidence: SECRET,
      confidence: 'medium',
    },
  });
  await request('requirement.create', { values: { ...own, text: SECRET, client_visible: false } });
  await request('charter.create', { values: { ...own, purpose: w.purpose } });
  const { id: expectation } = await request('expectation.create', {
    values: {
      ...own,
      text: `${w.expectation} ${SECRET}`,
      client_text: w.expectation,
      aspect: 'quality',
      kano: 'performance',
      maslow: 'esteem',
      requirement_id: requirement,
      key_date_on: '2026-12-18',
      quality_standard: w.quality,
      acceptance_standard: w.acceptance,
      expected_text: w.goal,
      factors: SECRET,
      reasonableness_note: SECRET,
      agreed_percent: 100,
      planned_percent: 90,
      actual_percent: 80,
    },
  });
  await request('expectation.create', { values: { ...own, text: SECRET, client_visible: false } });
  const { id: goal } = await request('goal.create', {
    values: {
      ...own,
      title: w.goal,
      expectation_id: expectation,
      due_on: '2026-12-18',
      specific: w.expectation,
      measurable: w.quality,
      achievable: w.acceptance,
      relevant: w.purpose,
      time_bound: w.goal,
    },
  });
  return { requirement, expectation, goal };
}

async function seedMeeting(request: Request, projectId: string, w: Words): Promise<string> {
  const { id } = await request('meeting.create', {
    values: {
      project_id: projectId,
      title: w.meeting,
      held_at: day('2026-11-20'),
      place: 'B3-201',
      attendees: '李文博、陈华',
      expectation_effect: w.effect,
      client_opinion: w.opinion,
      internal_notes: SECRET,
      next_at: day('2026-11-27'),
    },
  });
  const own = { meeting_id: id };
  await request('meeting_item.create', { values: { ...own, text: w.topics[0] } });
  await request('meeting_item.create', {
    values: { ...own, kind: 'info', text: `${w.topics[1]} ${SECRET}`, client_text: w.topics[1] },
  });
  await request('meeting_item.create', {
    values: { ...own, kind: 'decision', text: w.decision[0], result: w.decision[1] },
  });
  await request('meeting_item.create', {
    values: { ...own, kind: 'action', text: w.action, owner: '陈华', due_on: '2026-11-25' },
  });
  await request('meeting_item.create', { values: { ...own, kind: 'support', text: SECRET } });
  await request('meeting_item.create', { values: { ...own, text: SECRET, client_visible: false } });
  return id;
}

async function seedContract(request: Request, projectId: string, w: Words): Promise<string> {
  const { id } = await request('contract.create', {
    values: {
      project_id: projectId,
      title: w.contract,
      code: 'QY-C-01',
      total_minor: 128_000_000,
      notes: SECRET,
    },
  });
  const own = { contract_id: id };
  await request('clause.create', {
    values: { ...own, kind: 'schedule', title: w.clauses[0], text: w.clauses[0], due_on: '2026-12-31' },
  });
  await request('clause.create', {
    values: { ...own, kind: 'liability', title: w.clauses[1], text: w.clauses[1], rate_percent: 0.1 },
  });
  const stage = async (name: string, percent: number, due: string): Promise<string> => {
    const made = await request('payment_stage.create', {
      values: { ...own, name, percent, due_rule: 'date', due_on: due, notes: SECRET },
    });
    return made.id;
  };
  const first = await stage(w.stages[0], 30, '2026-10-12');
  await stage(w.stages[1], 65, '2026-12-08');
  await stage(w.stages[2], 5, '2027-12-31');
  await request('receipt.create', {
    values: {
      payment_stage_id: first,
      received_on: '2026-10-14',
      amount_minor: 38_400_000,
      method: 'bank',
      voucher: '20261014-0371',
      note: SECRET,
    },
  });
  return id;
}

const BRANCHES = ['staff', 'resource', 'technology', 'process', 'resource', 'external'] as const;

async function seedFishbone(request: Request, projectId: string, w: Words): Promise<string> {
  const { id } = await request('fishbone.create', { values: { project_id: projectId, problem: w.problem } });
  let above: string | null = null;
  for (const [at, text] of w.causes.entries()) {
    const made: { id: string } = await request('cause.create', {
      values: {
        fishbone_id: id,

        text,
        branch: BRANCHES[at] ?? 'process',
        is_root: at === 1 || at === 3,
        parent_id: at === 3 ? above : null,
      },
    });
    above = made.id;
  }
  return id;
}

async function seedAround(
  request: Request,
  { clientId, projectId }: ReportFixture,
  w: Words,
): Promise<string> {
  const own = { project_id: projectId };
  const [audience, purpose, content] = w.planRow;
  await request('comm_plan_item.create', {
    values: { ...own, audience, purpose, content, channel: 'email' },
  });
  await request('comm_plan_item.create', {
    values: { ...own, audience: SECRET, audience_kind: 'team', purpose: SECRET },
  });
  await request('promise.create', {
    values: {
      ...own,
      client_id: clientId,
      text: w.promise,
      made_on: '2026-11-20',
      due_on: '2026-11-25',
      guard_note: SECRET,
    },
  });
  await request('client_preference.create', {
    values: { client_id: clientId, topic: SECRET, value: SECRET },
  });
  await request('client_strategy.create', { values: { client_id: clientId, core_needs: SECRET } });
  const [open, choice, yesNo, scale] = w.questions;
  const { id } = await request('questionnaire.create', {
    values: {
      ...own,
      title: w.questionnaire,
      introduction: w.introduction,
      questions: [
        { text: open, kind: 'open' },
        { text: choice, kind: 'choice', choices: [...w.choices] },
        { text: yesNo, kind: 'yes_no' },
        { text: scale, kind: 'scale' },
      ],
    },
  });
  return id;
}

/** A project with something for every kind of document. Everything internal carries `SECRET`. */
export async function seedDocuments(request: Request, locale: Locale): Promise<DocumentFixture> {
  const w = WORDS[locale];
  const project = await seedReportProject(request, locale);
  const { projectId, clientId } = project;
  const ids = await seedDemands(request, projectId, w);
  const meeting = await seedMeeting(request, projectId, w);
  const contract = await seedContract(request, projectId, w);
  const fishbone = await seedFishbone(request, projectId, w);
  const questionnaire = await seedAround(request, project, w);
  return {
    ...project,
    ids,
    subjects: {
      expectation: projectId,
      requirements: projectId,
      comm_plan: projectId,
      minutes: meeting,
      clause_check: contract,
      payment_plan: contract,
      fishbone,
      questionnaire,
      client_sheet: clientId,
    },
  };
}
