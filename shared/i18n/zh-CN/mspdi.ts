/** Reading Microsoft Project XML, in simplified Chinese. Keys are the codes of `issues.ts`. */
export default {
  FILE_EMPTY: '文件是空的。请检查是否复制完整。',
  FILE_TOO_LARGE: '文件超过 {{limit}} MB。请在保存时去掉按时段分布的数据，或拆分项目后再导入。',
  FOREIGN_MPP:
    '这是 Microsoft Project 的 .mpp 文件，只有 Project 自己能打开。请在 Project 中选择“文件 > 另存为 > XML 格式 (*.xml)”，再导入该文件。',
  FOREIGN_MPX:
    '这是旧的 Project 交换文件 (.mpx)。请用 Microsoft Project 或 ProjectLibre 打开，另存为 XML 后再导入。',
  FOREIGN_XER:
    '这是 Primavera P6 的 .xer 文件。请在 P6 中把项目导出为“Microsoft Project XML”，再导入该文件。',
  FOREIGN_POD:
    '此 .pod 文件不含 XML 部分（OpenProj 和旧版 ProjectLibre 不写入）。请在 ProjectLibre 中打开，选择“另存为 > Microsoft Project XML”，再导入该文件。',
  FOREIGN_SPREADSHEET:
    '这是电子表格或 Office 文档。请在 Microsoft Project 中打开任务清单，另存为 XML 后再导入。',
  FOREIGN_ARCHIVE: '这是压缩包。请先解压，再导入其中的 XML 文件。',
  FOREIGN_P6_XML: '这是 Primavera P6 的 XML。请在 P6 中把项目导出为“Microsoft Project XML”，再导入该文件。',
  FOREIGN_HTML: '这是网页，不是项目文件。下载到的可能是登录页，请重新下载。',
  FOREIGN_PDF: '这是 PDF。请向对方索取 Microsoft Project XML 文件。',
  FOREIGN_JSON: '这是 JSON 文件。请选择 Microsoft Project XML、GanttProject 或 ProjectLibre 文件。',
  NOT_XML: '内容不是项目文件。请选择 Microsoft Project XML、GanttProject 或 ProjectLibre 文件。',
  NOT_MSPDI:
    '此 XML（根元素 {{root}}）既不是 Microsoft Project 计划，也不是 GanttProject 计划。请选择另存为 Microsoft Project XML 的文件。',
  ENCODING_UNSUPPORTED: '不支持文字编码 {{encoding}}。请把文件存为 UTF-8 后再导入。',
  ENCODING_BROKEN: '文件中有不符合 {{encoding}} 的字节，可能已损坏或被转换过。请重新导出。',
  XML_DOCTYPE:
    '第 {{line}} 行：文件含有文档类型声明 (DOCTYPE)。计划文件不需要它，且可能被用于攻击，因此拒绝导入。请重新导出计划。',
  XML_MALFORMED: 'XML 在第 {{line}} 行第 {{column}} 列（{{path}}）处损坏，没有导入任何内容。请重新导出计划。',
  XML_TRUNCATED: '文件不完整：在第 {{line}} 行（{{path}}）中断，没有导入任何内容。请重新复制或下载。',
  XML_TOO_DEEP: '第 {{line}} 行：嵌套超过 {{limit}} 层。这不是计划软件保存的文件。',
  XML_TEXT_TOO_LONG: '第 {{line}} 行：单个文本超过 {{limit}} 个字符。请缩短备注或删除嵌入对象后重新导出。',
  XML_TOO_MANY_ATTRIBUTES: '第 {{line}} 行：某个元素的属性超过 {{limit}} 个。这不是计划软件保存的文件。',
  RECORD_TOO_LARGE: '第 {{line}} 行：一条记录（{{path}}）超过 {{limit}} 个部分。文件已损坏，请重新导出。',
  TOO_MANY_RECORDS: '文件中 {{what}} 超过 {{limit}} 条。请拆分项目后分别导入。',
  UID_MISSING: '{{place}}（第 {{line}} 行）：没有唯一编号，已自动分配。指向该行的关系无法恢复。',
  UID_DUPLICATE: '{{place}}（第 {{line}} 行）：唯一编号 {{uid}} 重复，此条改为 {{newUid}}。请检查其关系。',
  DATE_UNREADABLE: '{{place}}（第 {{line}} 行）：“{{value}}”不是日期，已留空。请导入后补填。',
  DATE_OUT_OF_RANGE: '{{place}}（第 {{line}} 行）：{{value}} 不在 1900–2200 年之间，已留空。',
  DATE_ZONE_IGNORED: '{{place}}（第 {{line}} 行）：{{value}} 带有时区，按所写钟点读取。请核对时间。',
  DURATION_UNREADABLE: '{{place}}（第 {{line}} 行）：“{{value}}”不是工期，已留空。请导入后补填。',
  DURATION_IN_DAYS: '{{place}}（第 {{line}} 行）：{{value}} 以 24 小时的天数给出，已按工时读取。请核对工期。',
  NUMBER_UNREADABLE: '{{place}}（第 {{line}} 行）：“{{value}}”不是数字，已留空。',
  VALUE_UNKNOWN: '{{place}}（第 {{line}} 行）：{{value}} 在此没有含义，已取常用值。请核对该设置。',
  NAME_TOO_LONG: '{{place}}（第 {{line}} 行）：名称有 {{length}} 个字符，已保留。建议把一部分移到备注。',
  OUTLINE_LEVEL_JUMP:
    '{{place}}（第 {{line}} 行）：大纲级别为 {{level}}，此处最多为 {{expected}}；已放在上一行之下。',
  LINK_DANGLING: '{{place}}（第 {{line}} 行）：文件中没有前置任务 {{predecessor}}，该关系未导入。',
  LINK_SUCCESSOR_MISSING: '{{place}}（第 {{line}} 行）：它的后续任务 {{value}} 不在文件中，该链接未导入。',
  LINK_TO_SELF: '{{place}}（第 {{line}} 行）：任务以自己为前置任务，该关系未导入。',
  LINK_CYCLE: '任务关系形成循环：{{cycle}}。其中 {{count}} 个关系未导入；请判断哪一个有误，再补上其余关系。',
  LINK_DUPLICATE: '{{place}}（第 {{line}} 行）：与 {{predecessor}} 的关系重复，保留第一个。',
  LINK_TO_BLANK_ROW: '{{place}}（第 {{line}} 行）：与空行（{{predecessor}}）的关系未导入。',
  LINK_WITHIN_FAMILY:
    '{{place}}（第 {{line}} 行）：摘要任务与其下级任务（{{predecessor}}）之间的关系未导入。',
  LINK_CROSS_PROJECT:
    '{{place}}（第 {{line}} 行）：前置任务 {{predecessor}} 在另一个项目中。日期保留，该关系不参与计算。',
  SUBPROJECT: '有 {{count}} 行是插入的子项目（首个：{{place}}）。此处只有其日期，请另行导入这些文件。',
  EXTERNAL_TASK: '有 {{count}} 个任务属于其他项目（首个：{{place}}），保留其日期。',
  CALENDAR_MISSING: '文件中没有日历，采用标准周（周一至周五 8–12、13–17 时）。请核对工作时间。',
  CALENDAR_FALLBACK: '文件中没有项目日历“{{wanted}}”，改用“{{place}}”。请核对工作时间。',
  CALENDAR_BASE_MISSING: '日历“{{place}}”：基准日历 {{base}} 缺失或循环引用，以标准周代替。',
  CALENDAR_NO_WORKING_TIME: '日历“{{place}}”没有任何工作时间，无法用于排程，已改用其他日历。请导入后更正。',
  CALENDAR_HOURS_MISSING: '日历“{{place}}”（第 {{line}} 行）：工作日没有时段，采用 8–12、13–17 时。',
  CALENDAR_HOURS_PAST_MIDNIGHT:
    '日历“{{place}}”（第 {{line}} 行）：班次跨过午夜，已在 24:00 截断。请把余下时段加到次日。',
  CALENDAR_TOO_MANY_EXCEPTIONS:
    '日历“{{place}}”有 {{count}} 个例外，只读取了前一部分。请核对较晚年份的假日。',
  TASK_CALENDAR_MISSING: '{{place}}：任务日历 {{calendar}} 缺失或没有工作时间，改用项目日历。',
  RESOURCE_CALENDAR_MISSING: '资源“{{place}}”：日历 {{calendar}} 缺失或没有工作时间，改用项目日历。',
  ASSIGNMENT_DANGLING: '{{place}}：文件中没有对应的任务（{{task}}）或资源，该引用未导入。',
  MANUAL_TASKS: '有 {{count}} 个任务为手动排程（首个：{{place}}）。日期保持不变，关系不会移动它们。',
  INACTIVE_TASKS: '有 {{count}} 个任务为非活动（首个：{{place}}），已保留，不影响计划。',
  BLANK_ROWS: '有 {{count}} 个空行（首个：{{place}}，第 {{line}} 行），已保留位置，不参与排程。',
  LEVELED_TASKS: '有 {{count}} 个任务带有资源调配延迟（首个：{{place}}），其日期取决于源程序的资源调配。',
  FINISH_BEFORE_START: '{{place}}（第 {{line}} 行）：完成早于开始。两者均已保留，请更正其一。',
  CLOCK_12_HOUR:
    '有 {{count}} 个任务在同一天内完成早于开始（首个：{{place}}）。写出此文件的程序使用 12 小时制，07:00 可能表示 19:00。完成时刻不可靠，请按工期核对。',
  SLACK_UNIT_CONVERTED: '此文件由 ProjectLibre 或 OpenProj 写出，其浮动时间单位不同，已换算。',
  CONSTRAINT_DATE_MISSING:
    '{{place}}（第 {{line}} 行）：限制 {{constraint}} 没有日期，任务按“越早越好”排程。',
  CONSTRAINT_DATE_EPOCH: '{{place}}（第 {{line}} 行）：限制日期 1970-01-01 表示“无”，任务按“越早越好”排程。',
  ACTUALS_WITHOUT_PROGRESS:
    '有 {{count}} 个任务有实际开始但没有进度（首个：{{place}}）。有些程序会给每个任务都写上，请核对哪些确已开工。',
  SCHEDULED_FROM_FINISH: '此计划从完成日期向前推算。日期保留，新的计算从开始日期向后进行。',
  NO_TASKS: '文件中没有任务。日历和资源已读取。',
  START_DATE_MISSING: '项目没有开始日期，采用任务中最早的开始日期。',
  TIMEPHASED_LEFT_OUT: '有 {{count}} 条按时段分布的数据（每日工时）未导入。日期、工期和合计完整。',
  ELEMENTS_LEFT_OUT: '源程序的 {{count}} 项设置与细节（视图、报表、附加字段）因过大未导入。计划本身完整。',
  GAN_BASE_CALENDAR:
    '文件的节假日来自 GanttProject 内置日历（{{name}}），文件中并未包含。请在计划的日历中输入或导入节假日。',
} as const;
