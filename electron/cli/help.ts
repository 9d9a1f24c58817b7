import { text } from '../../shared/model/text'
import { columns } from './columns'
import type { CommandSpec, OptionSpec } from './spec'
import { visibleSpecs } from './specs'
import { commonOptions } from './specs/common'
import type { Ui } from './ui'
import { didYouMean, seeHelp, usage } from './usage'

/** Prints the help of one command, or of all. */
export function tellHelp(ui: Ui, name?: string): void {
  if (name === undefined) {
    ui.result({ commands: visibleSpecs }, () => overview(ui))
    return
  }
  const spec = visibleSpecs.find((candidate) => candidate.name === name)
  if (!spec) {
    const names = visibleSpecs.map((candidate) => candidate.name)
    throw usage(text(`There is no command "${name}".`, `没有命令 "${name}"。`), didYouMean(name, names, seeHelp()))
  }
  ui.result({ command: spec }, () => commandHelp(ui, spec))
}

function overview(ui: Ui): string {
  const heading = (value: string) => ui.paint.bold(value)
  const rows = visibleSpecs.map((spec) => [`  ${synopsis(spec)}`, ui.say(spec.about)])
  return [
    ui.say(
      text(
        'Switchyard points Claude Code, Codex and Gemini CLI at an API relay.',
        'Switchyard 让 Claude Code、Codex 和 Gemini CLI 使用 API 中转服务。',
      ),
    ),
    '',
    heading(ui.say(text('Commands', '命令'))),
    columns(rows, (cell, _, at) => (at === 0 ? ui.paint.accent(cell) : cell)),
    '',
    heading(ui.say(text('Start here', '从这里开始'))),
    '  switchyard add Work --url https://relay.example.com --key-stdin',
    '  switchyard use Work',
    '',
    ui.say(
      text(
        'Every command takes --json and --help. Exit codes: 0 done, 1 a check failed, 2 usage, 3 refused, nothing changed, 4 failed, rolled back.',
        '每个命令都支持 --json 和 --help。退出码：0 完成，1 检查未通过，2 用法错误，3 已拒绝且未做修改，4 失败且已回滚。',
      ),
    ),
  ].join('\n')
}

function commandHelp(ui: Ui, spec: CommandSpec): string {
  const heading = (value: string) => ui.paint.bold(value)
  const rows = [...spec.options, ...commonOptions].map((option) => [`  ${optionName(option)}`, ui.say(option.about)])
  return [
    ui.say(spec.about),
    '',
    heading(ui.say(text('Usage', '用法'))),
    `  switchyard ${synopsis(spec)}${spec.options.length > 0 ? ui.say(text(' [options]', ' [选项]')) : ''}${spec.rest ? ' -- <command...>' : ''}`,
    '',
    heading(ui.say(text('Options', '选项'))),
    columns(rows, (cell, _, at) => (at === 0 ? ui.paint.accent(cell) : cell)),
    '',
    heading(ui.say(text('Examples', '示例'))),
    ...spec.examples.map((example) => `  ${example}`),
  ].join('\n')
}

const synopsis = (spec: CommandSpec): string =>
  [spec.name, ...spec.positionals.map(({ name, optional, many }) => `${optional ? `[${name}]` : `<${name}>`}${many ? '...' : ''}`)].join(
    ' ',
  )

const optionName = (option: OptionSpec): string =>
  `${option.short ? `-${option.short}, ` : ''}--${option.name}${option.value === undefined ? '' : ` ${option.value}`}`
