/** Reading Microsoft Project XML, in the terms of Taiwan. Keys are the codes of `issues.ts`. */
export default {
  FILE_EMPTY: '檔案是空的。請確認是否已完整複製。',
  FILE_TOO_LARGE: '檔案超過 {{limit}} MB。請在儲存時去除依時段分布的資料，或拆分專案後再匯入。',
  FOREIGN_MPP:
    '這是 Microsoft Project 的 .mpp 檔案，只有 Project 本身能開啟。請在 Project 中選擇「檔案 > 另存新檔 > XML 格式 (*.xml)」，再匯入該檔案。',
  FOREIGN_MPX:
    '這是舊的 Project 交換檔案 (.mpx)。請用 Microsoft Project 或 ProjectLibre 開啟，另存為 XML 後再匯入。',
  FOREIGN_XER:
    '這是 Primavera P6 的 .xer 檔案。請在 P6 中將專案匯出為「Microsoft Project XML」，再匯入該檔案。',
  FOREIGN_POD:
    '此 .pod 檔案不含 XML 部分（OpenProj 與舊版 ProjectLibre 不會寫入）。請在 ProjectLibre 中開啟，選擇「另存新檔 > Microsoft Project XML」，再匯入該檔案。',
  FOREIGN_SPREADSHEET:
    '這是試算表或 Office 文件。請在 Microsoft Project 中開啟工作清單，另存為 XML 後再匯入。',
  FOREIGN_ARCHIVE: '這是壓縮檔。請先解壓縮，再匯入其中的 XML 檔案。',
  FOREIGN_P6_XML: '這是 Primavera P6 的 XML。請在 P6 中將專案匯出為「Microsoft Project XML」，再匯入該檔案。',
  FOREIGN_HTML: '這是網頁，不是專案檔案。下載到的可能是登入頁，請重新下載。',
  FOREIGN_PDF: '這是 PDF。請向對方索取 Microsoft Project XML 檔案。',
  FOREIGN_JSON: '這是 JSON 檔案。請選擇 Microsoft Project XML、GanttProject 或 ProjectLibre 檔案。',
  NOT_XML: '內容不是專案檔案。請選擇 Microsoft Project XML、GanttProject 或 ProjectLibre 檔案。',
  NOT_MSPDI:
    '此 XML（根元素 {{root}}）既不是 Microsoft Project 計畫，也不是 GanttProject 計畫。請選擇另存為 Microsoft Project XML 的檔案。',
  ENCODING_UNSUPPORTED: '不支援文字編碼 {{encoding}}。請將檔案存為 UTF-8 後再匯入。',
  ENCODING_BROKEN: '檔案中有不符合 {{encoding}} 的位元組，可能已損壞或被轉換過。請重新匯出。',
  XML_DOCTYPE:
    '第 {{line}} 行：檔案含有文件類型宣告 (DOCTYPE)。計畫檔案不需要它，且可能被用於攻擊，因此拒絕匯入。請重新匯出計畫。',
  XML_MALFORMED: 'XML 在第 {{line}} 行第 {{column}} 欄（{{path}}）處損壞，沒有匯入任何內容。請重新匯出計畫。',
  XML_TRUNCATED: '檔案不完整：在第 {{line}} 行（{{path}}）中斷，沒有匯入任何內容。請重新複製或下載。',
  XML_TOO_DEEP: '第 {{line}} 行：巢狀超過 {{limit}} 層。這不是計畫軟體儲存的檔案。',
  XML_TEXT_TOO_LONG: '第 {{line}} 行：單一文字超過 {{limit}} 個字元。請縮短備註或刪除內嵌物件後重新匯出。',
  XML_TOO_MANY_ATTRIBUTES: '第 {{line}} 行：某個元素的屬性超過 {{limit}} 個。這不是計畫軟體儲存的檔案。',
  RECORD_TOO_LARGE: '第 {{line}} 行：一筆記錄（{{path}}）超過 {{limit}} 個部分。檔案已損壞，請重新匯出。',
  TOO_MANY_RECORDS: '檔案中 {{what}} 超過 {{limit}} 筆。請拆分專案後分別匯入。',
  UID_MISSING: '{{place}}（第 {{line}} 行）：沒有唯一編號，已自動指派。指向該列的關係無法還原。',
  UID_DUPLICATE: '{{place}}（第 {{line}} 行）：唯一編號 {{uid}} 重複，此筆改為 {{newUid}}。請檢查其關係。',
  DATE_UNREADABLE: '{{place}}（第 {{line}} 行）：「{{value}}」不是日期，已留空。請匯入後補填。',
  DATE_OUT_OF_RANGE: '{{place}}（第 {{line}} 行）：{{value}} 不在 1900–2200 年之間，已留空。',
  DATE_ZONE_IGNORED: '{{place}}（第 {{line}} 行）：{{value}} 帶有時區，依所寫時刻讀取。請核對時間。',
  DURATION_UNREADABLE: '{{place}}（第 {{line}} 行）：「{{value}}」不是工期，已留空。請匯入後補填。',
  DURATION_IN_DAYS: '{{place}}（第 {{line}} 行）：{{value}} 以 24 小時的天數表示，已依工時讀取。請核對工期。',
  NUMBER_UNREADABLE: '{{place}}（第 {{line}} 行）：「{{value}}」不是數字，已留空。',
  VALUE_UNKNOWN: '{{place}}（第 {{line}} 行）：{{value}} 在此沒有意義，已採用預設值。請核對該設定。',
  NAME_TOO_LONG: '{{place}}（第 {{line}} 行）：名稱有 {{length}} 個字元，已保留。建議將一部分移至備註。',
  OUTLINE_LEVEL_JUMP:
    '{{place}}（第 {{line}} 行）：大綱階層為 {{level}}，此處最多為 {{expected}}；已放在上一列之下。',
  LINK_DANGLING: '{{place}}（第 {{line}} 行）：檔案中沒有前置工作 {{predecessor}}，該關係未匯入。',
  LINK_SUCCESSOR_MISSING: '{{place}}（第 {{line}} 行）：它的後續任務 {{value}} 不在檔案中，該連結未匯入。',
  LINK_TO_SELF: '{{place}}（第 {{line}} 行）：工作以自己為前置工作，該關係未匯入。',
  LINK_CYCLE: '工作關係形成循環：{{cycle}}。其中 {{count}} 個關係未匯入；請判斷哪一個有誤，再補上其餘關係。',
  LINK_DUPLICATE: '{{place}}（第 {{line}} 行）：與 {{predecessor}} 的關係重複，保留第一個。',
  LINK_TO_BLANK_ROW: '{{place}}（第 {{line}} 行）：與空白列（{{predecessor}}）的關係未匯入。',
  LINK_WITHIN_FAMILY:
    '{{place}}（第 {{line}} 行）：摘要工作與其下層工作（{{predecessor}}）之間的關係未匯入。',
  LINK_CROSS_PROJECT:
    '{{place}}（第 {{line}} 行）：前置工作 {{predecessor}} 在另一個專案中。日期保留，該關係不參與計算。',
  SUBPROJECT: '有 {{count}} 列是插入的子專案（第一個：{{place}}）。此處只有其日期，請另行匯入這些檔案。',
  EXTERNAL_TASK: '有 {{count}} 個工作屬於其他專案（第一個：{{place}}），保留其日期。',
  CALENDAR_MISSING: '檔案中沒有行事曆，採用標準週（週一至週五 8–12、13–17 時）。請核對工作時間。',
  CALENDAR_FALLBACK: '檔案中沒有專案行事曆「{{wanted}}」，改用「{{place}}」。請核對工作時間。',
  CALENDAR_BASE_MISSING: '行事曆「{{place}}」：基準行事曆 {{base}} 缺少或循環參照，以標準週代替。',
  CALENDAR_NO_WORKING_TIME:
    '行事曆「{{place}}」沒有任何工作時間，無法用於排程，已改用其他行事曆。請匯入後更正。',
  CALENDAR_HOURS_MISSING: '行事曆「{{place}}」（第 {{line}} 行）：工作日沒有時段，採用 8–12、13–17 時。',
  CALENDAR_HOURS_PAST_MIDNIGHT:
    '行事曆「{{place}}」（第 {{line}} 行）：班次跨過午夜，已在 24:00 截斷。請將其餘時段加到次日。',
  CALENDAR_TOO_MANY_EXCEPTIONS:
    '行事曆「{{place}}」有 {{count}} 個例外，只讀取了前一部分。請核對較晚年份的假日。',
  TASK_CALENDAR_MISSING: '{{place}}：工作行事曆 {{calendar}} 缺少或沒有工作時間，改用專案行事曆。',
  RESOURCE_CALENDAR_MISSING: '資源「{{place}}」：行事曆 {{calendar}} 缺少或沒有工作時間，改用專案行事曆。',
  ASSIGNMENT_DANGLING: '{{place}}：檔案中沒有對應的工作（{{task}}）或資源，該參照未匯入。',
  MANUAL_TASKS: '有 {{count}} 個工作為手動排程（第一個：{{place}}）。日期保持不變，關係不會移動它們。',
  INACTIVE_TASKS: '有 {{count}} 個工作為非使用中（第一個：{{place}}），已保留，不影響計畫。',
  BLANK_ROWS: '有 {{count}} 個空白列（第一個：{{place}}，第 {{line}} 行），已保留位置，不參與排程。',
  LEVELED_TASKS: '有 {{count}} 個工作帶有資源撫平延遲（第一個：{{place}}），其日期取決於來源程式的資源撫平。',
  FINISH_BEFORE_START: '{{place}}（第 {{line}} 行）：完成早於開始。兩者均已保留，請更正其一。',
  CLOCK_12_HOUR:
    '有 {{count}} 個工作在同一天內完成早於開始（第一個：{{place}}）。寫出此檔案的程式使用 12 小時制，07:00 可能表示 19:00。完成時刻不可靠，請依工期核對。',
  SLACK_UNIT_CONVERTED: '此檔案由 ProjectLibre 或 OpenProj 寫出，其浮時單位不同，已換算。',
  CONSTRAINT_DATE_MISSING:
    '{{place}}（第 {{line}} 行）：限制式 {{constraint}} 沒有日期，工作依「越早越好」排程。',
  CONSTRAINT_DATE_EPOCH:
    '{{place}}（第 {{line}} 行）：限制日期 1970-01-01 表示「無」，工作依「越早越好」排程。',
  ACTUALS_WITHOUT_PROGRESS:
    '有 {{count}} 個工作有實際開始但沒有進度（第一個：{{place}}）。有些程式會為每個工作都寫上，請核對哪些確已開工。',
  SCHEDULED_FROM_FINISH: '此計畫自完成日期往前推算。日期保留，新的計算自開始日期往後進行。',
  NO_TASKS: '檔案中沒有工作。行事曆和資源已讀取。',
  START_DATE_MISSING: '專案沒有開始日期，採用工作中最早的開始日期。',
  TIMEPHASED_LEFT_OUT: '有 {{count}} 筆依時段分布的資料（每日工時）未匯入。日期、工期和合計完整。',
  ELEMENTS_LEFT_OUT: '來源程式的 {{count}} 項設定與細節（檢視、報表、附加欄位）因過大未匯入。計畫本身完整。',
  GAN_BASE_CALENDAR:
    '檔案的假日來自 GanttProject 內建行事曆（{{name}}），檔案中並未包含。請在計畫的行事曆中輸入或匯入假日。',
} as const;
