/** Fields of a task list, and the names that programs and people give to their columns. */
import { catalogues } from '../../i18n/index.ts';
import { FIELDS, type TableField } from './model.ts';

/** Names beside those of our own templates; written as `normalTitle` leaves them. */
const NAMES: Readonly<Record<TableField, string>> = {
  name: `task|name|task name|taskname|activity|activity name|activity description|description of work|work item|item|title|subject|summary|phase name|phase|step|to do|todo|deliverable name|work package
    |任务名|任务|工作|工作名称|工作内容|工作项|工作项目|作业名称|作业|活动|活动名称|事项|标题|名称|分项工程|分部分项工程|工序|工序名称|施工内容|项目内容|阶段名称
    |任務名|任務|工作名稱|工作內容|工作項|工作項目|作業名稱|作業|作業項目|活動|活動名稱|標題|名稱|工項|工項名稱|項目名稱|施工項目|工程項目|階段名稱|content|card name|内容|內容|工程名称|工程名稱|vorgang|vorgangsname|aufgabe|tâche|tarea`,
  wbs: 'wbs|wbs code|wbs no|wbs number|outline number|outline no|outline code|wbs编码|wbs编号|wbs代码|wbs碼|wbs編碼|wbs編號|大纲数字|大纲编号|大纲编码|大綱編號|大綱數字|层级编号|層級編號|编号|編號|项次|項次',
  id: 'id|task id|taskid|unique id|uid|no|nr|number|s n|sn|s no|sno|sr no|sl no|item no|issue key|key|activity id|phase id|row|line|#|标识号|唯一标识号|标识|識別碼|唯一識別碼|序号|序號|任务编号|任務編號|任务id|任務id|行号|行號|nr',
  level:
    'outline level|level|wbs level|hierarchy|indent|depth|大纲级别|大纲层级|级别|层级|級別|層級|大綱階層|大綱層級|階層|層次',
  parent:
    'parent|parent task|parent id|parentid|parent key|parent name|parent summary|summary task|父任务|父级|父任务id|上级任务|上级|父任務|父級|上層任務|上級任務|父工作項',
  group:
    'section|section column|group|list|list name|bucket|bucket name|stage|category|phase group|epic|epic name|project id|area|zone|分组|分区|阶段|类别|区域|标段|专业|分組|分區|階段|類別|區域|標段|專業|清单|清單',
  start:
    'start|start date|startdate|start on|begin|begin date|planned start|planned start date|plan start|scheduled start|early start|from|start time|target start|开始|开始日期|开始时间|计划开始|计划开始日期|计划开始时间|预计开始|预计开始时间|开工|开工日期|计划开工|计划开工日期|起始日期|起始时间|開始|開始日期|開始時間|計畫開始|計劃開始|計畫開始日期|計劃開始日期|預計開始|預計開始日期|預定開始|預定開始日|開工|開工日|開工日期|預定開工|起始日期|起始日|timeline start|anfang|beginn|début|inicio|inicio planificado',
  finish:
    'finish|finish date|end|end date|enddate|due|due date|duedate|due on|deadline|planned finish|planned finish date|planned end|planned end date|plan finish|scheduled finish|early finish|to|until|completion date|target end|target date|target finish|finish time|end time|完成|完成日期|完成时间|结束|结束日期|结束时间|截止|截止日期|截止时间|计划完成|计划完成日期|计划完成时间|计划结束|计划结束日期|预计完成|预计完成时间|到期日|竣工|竣工日期|完工日期|完工|完成時間|結束|結束日期|結束時間|截止時間|計畫完成|計劃完成|計畫完成日期|計劃完成日期|計畫結束|預計完成|預計完成日期|預定完成|預定完成日|預定完工|完工日|完成日|結束日|竣工日期|到期日期|timeline end|date|dates|日期|时间|時間|起止时间|起止時間|起止日期|timeline|period|计划时间|計畫時間|ende|fin|fälligkeit',
  duration:
    'duration|planned duration|dur|days|working days|work days|duration days|original duration|length|estimate|estimated days|工期|工期天|计划工期|持续时间|历时|天数|工日|工作天数|時程|計畫工期|計劃工期|持續時間|歷時|天數|工作天|工作天數|日數|dauer|durée|duración',
  percent:
    'percent complete|complete|percent|progress|pct|done pct|progress pct|progress percent|completion|completion pct|done|pct complete|physical complete|% complete|%|完成百分比|完成率|完成比例|完成度|进度|进度百分比|完成%|进展|當前進度|進度|進度百分比|完成進度|status|state|状态|狀態|status category|完成情况|完成情況|完成状态|完成狀態|fertig|fortschritt|% abgeschlossen',
  predecessors:
    'predecessors|predecessor|depends on|dependency|dependencies|blocked by|blocked by dependencies|preceding tasks|predecessor ids|pred|after|前置任务|前置|紧前工作|紧前|前导任务|前置工作|依赖|依赖任务|前置任務|緊前工作|前置作業|先行作業|前項任務|相依|依賴|依賴任務|dependent on|vorgänger',
  responsible:
    'responsible|responsible party|assignee|assigned to|assigned|owner|resource names|resources|resource|resource name|who|person|person in charge|in charge|lead|task owner|contractor|负责人|责任人|责任方|责任单位|经办人|执行人|承办人|资源名称|资源|负责单位|施工单位|施工班组|班组|負責人|責任人|責任單位|承辦人|執行人|資源名稱|資源|負責單位|施工單位|負責廠商|廠商|經辦人|指派給|担当|ressourcennamen|verantwortlich|bearbeiter',
  milestone:
    'milestone|is milestone|milestones|里程碑|是否里程碑|关键节点|节点|關鍵節點|節點|type|task type|类型|類型',
  deliverable:
    'deliverable|deliverables|output|result|proof|evidence|交付物|交付成果|成果|完成标志|交付|交付項目|交付文件|完成標誌|成果文件',
  cost: 'cost|costs|budget|amount|price|budget aed|planned cost|total cost|fixed cost|estimated cost|value|成本|费用|造价|金额|预算|合价|总价|费用元|金额元|總價|費用|金額|預算|造價|複價|成本元|kosten|coût|coste|合同额|合約金額',
  notes:
    'notes|note|remarks|remark|comment|comments|description|content|details|internal notes|memo|备注|说明|描述|注释|注|備註|說明|附註|註記|註解|描述說明|notizen|bemerkung',
};

/** Words that make a name the less likely meaning: what was, what is recorded, what others keep. */
const UNLIKELY =
  /actual|baseline|created|updated|modified|viewed|resolved|completed at|remaining|spent|original|variance|email|e-mail|\bid$|reminder|late|last|实际|基线|基准|剩余|实际工期|創建|建立|更新|實際|基準|剩餘/;
const LIKELY = /planned|plan|anticipated|forecast|expected|current|scheduled|计划|预计|計畫|計劃|預計|預定/;

/** A title for comparing: lower case, one blank between words, without units and signs around it. */
export function normalTitle(title: string): string {
  const lower = title.normalize('NFKC').toLowerCase();
  const custom = /^\s*custom field\s*\((.*)\)\s*$/s.exec(lower)?.[1] ?? lower;
  return custom
    .replace(/[（(【[][^）)】\]]*[）)】\]]/g, ' ')
    .replace(/[_\-./:：*&\s]+/g, ' ')
    .trim();
}

/** Names that fit a field only if no better one is there. */
const WEAK =
  /^(?:status|state|statuscategory|状态|狀態|完成情况|完成情況|完成状态|完成狀態|type|tasktype|类型|類型|projectid|category|类别|類別|area|zone|value|items?|step|no|nr|to|from|key|phasename|阶段名称|階段名稱|deadline|lead|content|内容|內容|after|timeline|period|计划时间|計畫時間|编号|編號|项次|項次|节点|節點|名称|名稱|成果|estimate|columns?|list|listname|section|sectioncolumn|阶段|階段)$/;

/** Of which date they speak nobody knows; taken where there is no other. */
const VAGUE = /^(?:dates?|日期|时间|時間)$/;

const compact = (text: string): string => text.replaceAll(' ', '');

interface Known {
  readonly exact: ReadonlySet<string>;
  readonly words: readonly string[];
}

const KNOWN: ReadonlyMap<TableField, Known> = new Map(
  FIELDS.map((field) => {
    const own = Object.values(catalogues).map((texts) => normalTitle(texts.tableImport.field[field]));
    const all = [...NAMES[field].split('|').map((name) => normalTitle(name) || name.trim()), ...own];
    const exact = new Set(all.map(compact));
    // Short words say too little inside a longer title.
    const words = all.filter((name) => (/^[\x20-\x7E]*$/.test(name) ? name.length >= 4 : name.length >= 2));
    return [field, { exact, words }];
  }),
);

/** The titles of our own template, which mean exactly one thing. */
const OWN: ReadonlyMap<string, TableField> = new Map(
  Object.values(catalogues).flatMap((texts) =>
    FIELDS.map((field) => [compact(normalTitle(texts.tableImport.field[field])), field] as const),
  ),
);

function contains(title: string, word: string): boolean {
  const at = title.indexOf(word);
  if (at < 0) return false;
  if (!/^[\x20-\x7E]*$/.test(word)) return true;
  // Whole words only: "friend" is no "end".
  return !/[a-z]/.test(title[at - 1] ?? '') && !/[a-z]/.test(title[at + word.length] ?? '');
}

const STATES = /status|state|状态|狀態|情况|情況/;

/** The title promises a state of the task rather than a number. */
export const namesState = (title: string): boolean => STATES.test(compact(normalTitle(title)));

/** Fields whose names are common words: only the whole title says them. */
const WHOLE: ReadonlySet<TableField> = new Set(['id', 'group', 'level', 'milestone', 'parent', 'wbs']);

/** How well a title names a field, 0–100. */
export function titleScore(title: string, field: TableField): number {
  const normal = normalTitle(title);
  if (normal === '' && title.trim() !== '%') return 0;
  // What blocks a task is written by Jira into a column for each link.
  if (/^inward issue link \(blocks\)$/i.test(title.trim())) return field === 'predecessors' ? 90 : 0;
  const key = normal === '' ? '%' : compact(normal);
  if (OWN.get(key) === field) return 100;
  const known = KNOWN.get(field);
  if (!known) return 0;
  if (known.exact.has(key)) return VAGUE.test(key) ? 20 : WEAK.test(key) ? 70 : 90;
  if (WHOLE.has(field) || !known.words.some((word) => contains(normal, word))) return 0;
  return 40 + (LIKELY.test(normal) ? 10 : 0) - (UNLIKELY.test(normal) ? 25 : 0);
}

/** Whether a cell looks like the title of any column. */
export const namesField = (title: string): boolean => FIELDS.some((field) => titleScore(title, field) >= 70);
