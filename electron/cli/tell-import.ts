import { text } from '../../shared/model/text'
import type { Imported, TransferItem, TransferList } from '../../shared/model/transfer'
import { plain } from './paint'
import type { Ui } from './ui'

/** Lines that say what lies in a file; what a stranger wrote cannot steer the terminal. */
export function tellContents(ui: Ui, { source, items, notices }: TransferList): string {
  const count = text(`${items.length} profiles:`, `${items.length} 个配置：`)
  return [
    `${ui.say(source)}, ${ui.say(count)}`,
    ...items.flatMap((item) => tellItem(ui, item)),
    ...notices.map((notice) => ui.paint.dim(`  ${ui.say(notice)}`)),
  ].join('\n')
}

function tellItem({ say, paint }: Ui, { name, url, keys, tools, conflict, notices, risks }: TransferItem): readonly string[] {
  const labelled = keys.map(({ masked, label }) => (label === undefined ? masked : `${masked} (${label})`))
  const facts = [url, labelled.join(', '), tools.join(', ')].filter(Boolean).map(plain).join('  ')
  const clash =
    conflict &&
    (conflict.same
      ? text('is there already, with the same relay and keys', '已存在，且中转与密钥相同')
      : text('a profile of this name is there already, and differs', '已有同名配置，内容不同'))
  return [
    `  ${paint.accent(plain(name))}  ${facts}`,
    ...(clash ? [`    ${say(clash)}`] : []),
    ...notices.map((notice) => paint.dim(`    ${say(notice)}`)),
    ...risks.map(({ message, evidence }) =>
      paint.warn(
        `    ${say(text(`risk: ${message.en}`, `风险：${message.zh}`))}${evidence && !message.en.includes(evidence) ? ` (${plain(evidence)})` : ''}`,
      ),
    ),
  ]
}

/** What an import did. */
export function tellImported(ui: Ui, { added, replaced, skipped }: Imported): string {
  const line = (names: readonly string[], en: string, zh: string) =>
    names.length === 0 ? [] : [ui.say(text(`${en}: ${names.join(', ')}`, `${zh}：${names.join('、')}`))]
  return [
    ...line(added, 'Added', '已添加'),
    ...line(replaced, 'Replaced', '已替换'),
    ...line(skipped, 'Skipped, as the name is there already', '已跳过（名称已存在）'),
    ...(skipped.length === 0
      ? []
      : [ui.say(text('To take those too: --on-conflict rename, or replace.', '若也要导入：--on-conflict rename 或 replace。'))]),
  ].join('\n')
}
