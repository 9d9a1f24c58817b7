import { type LocalText, text } from '../../../shared/model/text'

/** Why a JSON text cannot be understood, for people. None of them quotes a value. */
export const jsonReasons = {
  root: text('The file must hold one object in { }.', '文件内容必须是一个 { } 对象。'),
  ended: text('The file ends too early: something is missing at its end.', '文件提前结束，末尾缺少内容。'),
  more: text('There is text after the closing } of the file. Remove it.', '文件末尾的 } 之后还有内容，请删除。'),
  key: text('A key in double quotes is expected here.', '此处应为用双引号括起的键。'),
  colon: text('A colon is missing after the key.', '键后缺少冒号。'),
  value: text('A value is expected here.', '此处应有一个值。'),
  objectSeparator: text('A comma or } is missing here.', '此处缺少逗号或 }。'),
  listSeparator: text('A comma or ] is missing here.', '此处缺少逗号或 ]。'),
  trailingComma: text('This comma has nothing after it. Remove it.', '此逗号后没有内容，请删除。'),
  comment: text('Comments are not allowed in this file. Remove it.', '此文件不允许使用注释，请删除。'),
  openComment: text('This comment is not closed with */.', '此注释没有用 */ 结束。'),
  openString: text('This text is not closed with a double quote.', '此字符串缺少结尾的双引号。'),
  control: text('A tab or control character inside quotes must be written as an escape.', '引号内的制表符或控制字符必须写成转义形式。'),
  escape: text('The backslash starts no valid escape. Write \\\\ for a backslash.', '反斜杠转义无效；反斜杠本身请写成 \\\\。'),
  number: text('This number is not valid JSON.', '此数字不是有效的 JSON 数字。'),
  deep: text('The values are nested too deeply.', '嵌套层数过多。'),
  notFinite: text('A number must be finite to be written as JSON.', 'JSON 只能写入有限的数字。'),
} as const satisfies Record<string, LocalText>
