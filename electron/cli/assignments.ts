import { text } from '../../shared/model/text'
import type { ToolDescriptor } from '../../shared/model/tool'
import { didYouMean, usage } from './usage'

/** One `tool.field=value` of the command line. */
export interface Assignment {
  readonly tool: ToolDescriptor
  /** Empty when only the tool is named. */
  readonly field: string
  readonly value: string
  /** Left side, as written, for messages; never the value. */
  readonly written: string
}

type Kind = 'model' | 'option' | 'extra' | 'base-url'
const forms: Readonly<Record<Kind, { readonly form: string; readonly field: 'may' | 'must' | 'no' }>> = {
  model: { form: 'tool=ID, tool.slot=ID', field: 'may' },
  option: { form: 'tool.id=VALUE', field: 'must' },
  extra: { form: 'tool.KEY=VALUE', field: 'must' },
  'base-url': { form: 'tool=URL', field: 'no' },
}

/** @throws {ProblemError} kind `usage` when the form is wrong or the tool unknown */
export function assignment(kind: Kind, written: string, descriptors: readonly ToolDescriptor[]): Assignment {
  const { form, field: rule } = forms[kind]
  const equals = written.indexOf('=')
  const left = (equals === -1 ? written : written.slice(0, equals)).trim()
  const dot = left.indexOf('.')
  const field = dot === -1 ? '' : left.slice(dot + 1)
  if (equals === -1 || left === '' || (rule === 'must' && field === '') || (rule === 'no' && dot !== -1))
    throw usage(text(`--${kind} ${left} does not have the form ${form}.`, `--${kind} ${left} 的格式应为 ${form}。`))
  const tool = toolNamed(dot === -1 ? left : left.slice(0, dot), descriptors)
  return { tool, field, value: written.slice(equals + 1).trim(), written: left }
}

/** @throws {ProblemError} kind `usage` when there is no such tool */
export function toolNamed(id: string, descriptors: readonly ToolDescriptor[]): ToolDescriptor {
  const found = descriptors.find((descriptor) => descriptor.id === id.toLowerCase())
  if (found) return found
  const ids = descriptors.map((descriptor) => descriptor.id)
  const all = ids.join(', ')
  throw usage(text(`There is no tool "${id}".`, `没有工具 "${id}"。`), didYouMean(id, ids, text(`There are: ${all}.`, `可用：${all}。`)))
}

/**
 * The value of a tool's option; an empty one takes the option out.
 * @throws {ProblemError} kind `usage` when the tool has no such option or choice
 */
export function optionValue({ tool, field, value, written }: Assignment): string | boolean | undefined {
  const option = tool.options.find(({ id }) => id === field)
  if (!option) {
    const ids = tool.options.map(({ id }) => id)
    const all = ids.join(', ')
    const hint = didYouMean(field, ids, text(`It has: ${all}.`, `可用：${all}。`))
    throw usage(
      text(`--option ${written}: ${tool.id} has no option "${field}".`, `--option ${written}：${tool.id} 没有选项 "${field}"。`),
      hint,
    )
  }
  if (value === '') return undefined
  if (option.kind === 'text') return value
  if (option.kind === 'choice' && option.choices.some(({ id }) => id === value)) return value
  if (option.kind === 'toggle' && /^(true|on|yes|1)$/i.test(value)) return true
  if (option.kind === 'toggle' && /^(false|off|no|0)$/i.test(value)) return false
  const choices = option.kind === 'toggle' ? 'true, false' : option.choices.map(({ id }) => id).join(', ')
  throw usage(text(`--option ${written} must be one of: ${choices}.`, `--option ${written} 必须是以下之一：${choices}。`))
}

/** Numbers and true/false are taken as such, "quoted" text as text; an empty value takes the entry out. */
export function extraValue(value: string): string | number | boolean | undefined {
  if (value === '') return undefined
  if (value === 'true' || value === 'false') return value === 'true'
  if (/^-?(0|[1-9]\d{0,14})(\.\d+)?$/.test(value)) return Number(value)
  return /^"[^"]*"$/.test(value) ? value.slice(1, -1) : value
}
