import { text } from '../../../../shared/model/text'
import type { ConfigValue, Path } from '../../files/editor'
import { valueAt } from '../../same-value'
import type { Check } from '../check'
import type { ToolFacts } from '../facts/tools'
import { edited, fileOf, files, setValue } from '../mend'
import { fact } from '../seen'
import { fail, ok, onTool } from '../verdict'

type Kind = 'text' | 'flag' | 'object' | 'list' | 'number'

/** Keys whose wrong type makes Claude Code ignore the whole file ("These settings did not load"; 2.1.330). */
const known: readonly { readonly path: Path; readonly kind: Kind }[] = [
  { path: ['env'], kind: 'object' },
  { path: ['model'], kind: 'text' },
  { path: ['apiKeyHelper'], kind: 'text' },
  { path: ['permissions'], kind: 'object' },
  { path: ['permissions', 'allow'], kind: 'list' },
  { path: ['permissions', 'deny'], kind: 'list' },
  { path: ['permissions', 'ask'], kind: 'list' },
  { path: ['hooks'], kind: 'object' },
  { path: ['includeCoAuthoredBy'], kind: 'flag' },
  { path: ['cleanupPeriodDays'], kind: 'number' },
  { path: ['statusLine'], kind: 'object' },
  { path: ['outputStyle'], kind: 'text' },
  { path: ['forceLoginMethod'], kind: 'text' },
]

export const claudeBadValue: Check = {
  id: 'claude-bad-value',
  group: 'settings',
  tool: 'claude',
  title: text('No value voids the settings of Claude Code', '没有值会让 Claude Code 的设置整体失效'),
  badTitle: text('A value voids all settings of Claude Code', '某个值让 Claude Code 的设置整体失效'),
  why: text(
    'One known setting with a wrong kind of value, such as "model": 5, makes Claude Code ignore all of settings.json and say “Not logged in”.',
    '某个已知设置的值类型不对（例如 "model": 5），会让 Claude Code 忽略整个 settings.json 并提示“Not logged in”。',
  ),
  seed: [7],
  run: async (facts) =>
    onTool(facts, 'claude', (tool) => {
      const bad = badValues(tool)
      if (bad.length === 0) return ok()
      const file = fileOf(tool, 'settings')?.file.path
      return fail({
        cause: text(
          'settings.json has a value of the wrong kind, so Claude Code ignores the whole file.',
          'settings.json 中有类型错误的值，因此 Claude Code 会忽略整个文件。',
        ),
        cure: text('Correct or remove the value.', '请修正或删除该值。'),
        evidence: bad.map(({ path, kind, value }) =>
          fact(`${path.join('.')}: ${JSON.stringify(value)} (${kind})`, { tool: 'claude', file }),
        ),
      })
    }),
  fix: {
    about: text(
      'Turns the value into the right kind where that is clear; an unusable one becomes empty.',
      '在含义明确时把值转换成正确的类型，否则置空。',
    ),
    async plan(facts) {
      const tool = facts.tool('claude')
      if (tool === undefined) return undefined
      return files(
        await edited(
          fileOf(tool, 'settings'),
          badValues(tool).map(({ path, kind, value }) => setValue(path, asKind(value, kind))),
        ),
      )
    },
  },
}

const kindOf = (value: ConfigValue): Kind | 'null' =>
  value === null
    ? 'null'
    : Array.isArray(value)
      ? 'list'
      : typeof value === 'string'
        ? 'text'
        : typeof value === 'boolean'
          ? 'flag'
          : typeof value === 'number'
            ? 'number'
            : 'object'

function badValues(tool: ToolFacts) {
  const values = fileOf(tool, 'settings')?.values
  const bad = known.flatMap(({ path, kind }) => {
    const value = valueAt(values, path)
    return value === undefined || kindOf(value) === kind ? [] : [{ path, kind, value }]
  })
  return bad.filter(({ path }) => !bad.some((other) => other.path.length < path.length && other.path[0] === path[0]))
}

function asKind(value: ConfigValue, kind: Kind): ConfigValue {
  if (kind === 'object') return {}
  if (kind === 'list') return typeof value === 'string' ? [value] : []
  if (kind === 'flag') return value === 'true' || value === 1
  if (kind === 'number') return Number.isFinite(Number(value)) ? Number(value) : 30
  return typeof value === 'object' ? '' : String(value)
}
