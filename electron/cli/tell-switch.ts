import type { ChangedFile, Notice, SwitchPlan, ToolPlan, ToolStatus, ValueChange } from '../../shared/model/switch'
import { type LocalText, text } from '../../shared/model/text'
import { columns } from './columns'
import { plain } from './paint'
import type { Ui } from './ui'

const changeWords: Readonly<Record<ChangedFile['change'], LocalText>> = {
  create: text('created', '新建'),
  modify: text('changed', '修改'),
  delete: text('deleted', '删除'),
}

/** One line per file: what happened to it. */
export function fileLines(ui: Ui, files: readonly ChangedFile[]): string {
  return columns(files.map(({ change, path }) => [`  ${ui.say(changeWords[change])}`, plain(path)]))
}

/** Notices go to standard error, so that a script's output stays clean. */
export function tellNotices(ui: Ui, notices: readonly Notice[]): void {
  if (ui.json) return
  for (const { severity, message, cure } of notices) {
    const word = severity === 'warn' ? ui.paint.warn(ui.say(text('warning:', '警告：'))) : ui.paint.accent(ui.say(text('note:', '注意：')))
    ui.note(`${word} ${ui.say(message)}${cure ? `\n  ${ui.say(cure)}` : ''}`)
  }
}

/** The whole plan of a dry run as unified diffs, keys masked. */
export function planText(ui: Ui, plan: SwitchPlan): string {
  const parts = plan.tools.flatMap((tool) => [...tool.files.map((file) => paintedDiff(ui, file.diff)), ...conflictText(ui, tool)])
  return parts.length > 0 ? parts.join('\n') : ui.say(text('Nothing would change.', '不会有任何修改。'))
}

function paintedDiff(ui: Ui, diff: string): string {
  return plain(diff)
    .trimEnd()
    .split('\n')
    .map((line) => {
      if (line.startsWith('+++') || line.startsWith('---')) return ui.paint.bold(line)
      if (line.startsWith('@@')) return ui.paint.accent(line)
      return line.startsWith('+') ? ui.paint.good(line) : line.startsWith('-') ? ui.paint.bad(line) : line
    })
    .join('\n')
}

function conflictText(ui: Ui, { tool, conflicts }: ToolPlan): string[] {
  if (conflicts.length === 0) return []
  const head = text(
    `${tool}: changed by hand since the last switch; --force overwrites:`,
    `${tool}：上次切换后被手动修改；--force 可覆盖：`,
  )
  return [ui.paint.warn(ui.say(head)), ...conflicts.map((change) => `  ${changeLine(ui, change)}`)]
}

/** One value that differs from what was written. */
export function changeLine(ui: Ui, { file, setting, expected, found }: ValueChange): string {
  const none = ui.say(text('(none)', '（无）'))
  return plain(`${setting}: ${expected ?? none} → ${found ?? none}  (${file})`)
}

export const stateWords: Readonly<Record<ToolStatus['state'], LocalText>> = {
  'in-sync': text('in sync', '一致'),
  outdated: text('profile edited since', '配置已更新，尚未应用'),
  changed: text('changed by hand', '被手动修改'),
  foreign: text('set elsewhere', '由其他方式设置'),
  official: text('official, no relay', '官方，无中转'),
  unreadable: text('cannot be read', '无法读取'),
}

/** A table of what every tool's files say. */
export function statusTable(ui: Ui, status: readonly ToolStatus[]): string {
  const head = [text('TOOL', '工具'), text('PROFILE', '配置'), text('STATE', '状态'), text('BASE URL', '基础地址'), text('MODEL', '模型')]
  const rows = status.map((item) =>
    [item.tool, item.profileName ?? '-', ui.say(stateWords[item.state]), item.baseUrl ?? '-', item.model ?? '-'].map(plain),
  )
  return columns([head.map(ui.say), ...rows], (cell, line) => (line === 0 ? ui.paint.dim(cell) : cell))
}
