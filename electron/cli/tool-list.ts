import { text } from '../../shared/model/text'
import type { Arguments } from './arguments'
import { usage } from './usage'

/** The tools of `--tools a,b`; undefined when the option is not given. Whether they exist, the core says. */
export function toolList(args: Arguments): string[] | undefined {
  const value = args.value('tools')
  if (value === undefined) return undefined
  const tools = value
    .split(/[,，\s]+/)
    .map((tool) => tool.trim().toLowerCase())
    .filter((tool) => tool !== '')
  if (tools.length === 0)
    throw usage(
      text('--tools names no tool.', '--tools 没有指定任何工具。'),
      text('For example: --tools claude,codex', '例如：--tools claude,codex'),
    )
  return [...new Set(tools)]
}
