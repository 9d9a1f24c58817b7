import * as z from 'zod/mini'
import { type Api, contract, type MethodName } from '../../shared/contract'
import type { Problem } from '../../shared/model/switch'
import { text } from '../../shared/model/text'
import type { Reply } from '../../shared/transport'
import { problemOf } from './problem-of'

/** Deepest nesting of an input; the contract's own deepest is a profile's option, at 5. */
const MAX_DEPTH = 32
/** Names that reach an object's prototype when used as a key. None of them is a name in the contract. */
const PROTOTYPE_NAMES: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

/** The one door for transports: looks the method up, checks the input against its schema, calls the core, turns every throw into a reply. Never throws. */
export async function dispatch(api: Api, method: unknown, input: unknown): Promise<Reply> {
  try {
    if (!isMethod(method)) return refuse(unknownMethod(method))
    const shape = shapeProblem(input, [], new Set())
    if (shape) return refuse(shape)
    const checked = z.safeParse(contract[method].input, input)
    if (!checked.success) return refuse(inputProblem(checked.error.issues))
    const call = api[method] as (input: unknown) => Promise<unknown>
    return { ok: true, value: await call(checked.data) }
  } catch (thrown) {
    return refuse(problemOf(thrown))
  }
}

const refuse = (error: Problem): Reply => ({ ok: false, error })

function isMethod(method: unknown): method is MethodName {
  return typeof method === 'string' && Object.hasOwn(contract, method)
}

function unknownMethod(method: unknown): Problem {
  const name = typeof method === 'string' ? JSON.stringify(method.slice(0, 60)) : typeof method
  return {
    code: 'unknown-method',
    kind: 'usage',
    message: text(`There is no method ${name}.`, `没有名为 ${name} 的方法。`),
    hint: text('Reload the page: it may be older than the app.', '请刷新页面：它的版本可能比应用旧。'),
  }
}

/** What no schema should meet: endless nesting and prototype names as keys. An object that was seen already (a cycle is possible over IPC) is not looked at again. */
function shapeProblem(value: unknown, path: readonly string[], seen: Set<object>): Problem | undefined {
  if (typeof value !== 'object' || value === null || seen.has(value)) return undefined
  seen.add(value)
  if (path.length >= MAX_DEPTH) {
    const message = text(`The input is nested more than ${MAX_DEPTH} levels deep.`, `输入的嵌套超过 ${MAX_DEPTH} 层。`)
    return { code: 'invalid-input', kind: 'usage', message }
  }
  for (const key of Object.keys(value)) {
    const inner = [...path, key]
    if (PROTOTYPE_NAMES.has(key)) return fieldProblem(inner, text('this name is not allowed', '不允许使用这个名称'))
    const found = shapeProblem((value as Record<string, unknown>)[key], inner, seen)
    if (found) return found
  }
  return undefined
}

/** Only the first fault is told, and never the value that was sent: it may be a key. */
function inputProblem(issues: readonly z.core.$ZodIssue[]): Problem {
  const issue = issues[0]
  if (!issue) return fieldProblem([], text('it is not valid', '无效'))
  const path = issue.path.map(String)
  if (issue.code === 'unrecognized_keys')
    return fieldProblem([...path, ...issue.keys.slice(0, 1)], text('there is no such field', '没有这个字段'))
  if (issue.code === 'invalid_type') return fieldProblem(path, text(`it must be of type ${issue.expected}`, `类型必须是 ${issue.expected}`))
  if (issue.code === 'invalid_value') {
    const values = issue.values.map(String).join(', ')
    return fieldProblem(path, text(`it must be one of: ${values}`, `必须是以下之一：${values}`))
  }
  if (issue.code === 'too_small') return fieldProblem(path, text(`it must be at least ${issue.minimum}`, `不能小于 ${issue.minimum}`))
  if (issue.code === 'too_big') return fieldProblem(path, text(`it must be at most ${issue.maximum}`, `不能大于 ${issue.maximum}`))
  return fieldProblem(path, text('it is not valid', '无效'))
}

function fieldProblem(path: readonly string[], fault: { readonly en: string; readonly zh: string }): Problem {
  const field = path.map((part) => part.slice(0, 60)).join('.')
  const message = field
    ? text(`The field "${field}" was refused: ${fault.en}.`, `字段“${field}”未被接受：${fault.zh}。`)
    : text(`The input was refused: ${fault.en}.`, `输入未被接受：${fault.zh}。`)
  return { code: 'invalid-input', kind: 'usage', message }
}
