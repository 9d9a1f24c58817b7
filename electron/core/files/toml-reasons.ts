import { type LocalText, text } from '../../../shared/model/text'

/** Why a TOML text cannot be understood or written, for people. None of them quotes a value. */
export const tomlReasons = {
  key: text('A key is expected here.', '此处应为键名。'),
  equals: text('An equals sign is missing after the key.', '键名后缺少等号。'),
  value: text('A value is expected here, or it is not valid: texts need quotes.', '此处缺少值，或值无效：文本需要加引号。'),
  lineEnd: text('Only a comment may follow on this line.', '此行后面只能跟注释。'),
  header: text('A closing ] is missing after the table name.', '表名后缺少 ]。'),
  arraySeparator: text('A comma or ] is missing here.', '此处缺少逗号或 ]。'),
  tableSeparator: text('A comma or } is missing here.', '此处缺少逗号或 }。'),
  openString: text(
    'This text has no closing quote, or has a line break or control character in it.',
    '此字符串缺少结尾引号，或其中含有换行或控制字符。',
  ),
  escape: text('The backslash starts no valid escape. Write \\\\ for a backslash.', '反斜杠转义无效；反斜杠本身请写成 \\\\。'),
  control: text('There is a control character here. Remove it.', '此处有控制字符，请删除。'),
  range: text('This number does not fit into 64 bits.', '此数字超出 64 位整数范围。'),
  deep: text('The values are nested too deeply.', '嵌套层数过多。'),
  duplicate: text('This key or table is defined twice. Remove one of them.', '此键或表重复定义，请删除其中一个。'),
  refused: text('The file is not valid TOML here.', '此处不是有效的 TOML。'),
  nothing: text('TOML has no null.', 'TOML 不支持 null。'),
  surrogate: text('The text holds half a character.', '文本中含有不完整的字符。'),
  occupied: text(
    'A table with other content stands here and would be lost. Remove it first.',
    '此处已有包含其他内容的表，写入会使其丢失，请先删除该表。',
  ),
} as const satisfies Record<string, LocalText>
