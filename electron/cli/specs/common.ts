import { text } from '../../../shared/model/text'
import type { OptionSpec } from '../spec'

export const jsonOption: OptionSpec = { name: 'json', about: text('print JSON for scripts', '输出供脚本使用的 JSON') }
export const helpOption: OptionSpec = { name: 'help', short: 'h', about: text('show this help', '显示本帮助') }
/** Every command has these. */
export const commonOptions: readonly OptionSpec[] = [jsonOption, helpOption]

export const toolsOption: OptionSpec = {
  name: 'tools',
  value: 'a,b',
  about: text('only these tools (claude, codex, gemini)', '仅限这些工具（claude、codex、gemini）'),
  completes: 'tool',
}
export const dryRunOption: OptionSpec = {
  name: 'dry-run',
  about: text('print the diff, keys masked, and change nothing', '只输出差异（密钥已遮盖），不做任何修改'),
}
export const forceOption: OptionSpec = {
  name: 'force',
  about: text('overwrite values that were changed by hand', '覆盖被手动修改过的值'),
}
