/** Why a value was refused, for below its field. */
export default {
  BLANK: '请填写这一项。',
  tooLong: '内容超出允许的范围，请缩短或改小。',
  CONTROL_CHARACTERS: '含有不可见的控制字符。请删除后重新输入。',
  MALFORMED_TEXT: '含有不完整的字符。请重新输入。',
  NOT_A_DATE: '这不是日期。请写成 2026-11-28 的样子。',
  DATE_OUT_OF_RANGE: '没有这一天，或不在 1900–2200 年之间。',
  NOT_AN_EMAIL: '邮箱地址不完整。请写成 name@example.com 的样子。',
  NEXT_STEP_MISSING: '有期限时，请写明下一步做什么。',
  DATES_REVERSED: '完成日期早于开始日期。请改正其中一个。',
  SCORE_INCOMPLETE: '概率和影响要同时填写，或同时留空。',
  ASSIGNED_TWICE: '这个资源已经分配到该任务。请改为修改投入比例。',
  SUMMARY_ASSIGNED: '摘要任务自己没有工作量。请把资源分配到它的子任务。',
  RANGE_TOO_LONG: '一次最多显示三年。请缩短范围。',
} as const;
