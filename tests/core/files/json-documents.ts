import fc from 'fast-check'
import type { Node, ParseError } from 'jsonc-parser'
import { parseTree } from 'jsonc-parser'
import type { ConfigValue, Edit } from '../../../electron/core/files/editor'
import type { JsonDialect } from '../../../electron/core/files/json-read'

/** A value as a model: objects are maps, so that every key is plain data. */
export type Model = string | number | boolean | null | Model[] | Map<string, Model>

const keyPool = ['a', 'b', 'env', 'list', 'A.B', '模型', '__proto__', 'constructor', 'toString', 'q"uo\\te', '', 'x y', '// no', '😀']
const texts = ['', 'v', 'sk-1', 'a // b', '/* c */', 'q"\\', '中文 😀', '{[,:]}', '\u2028', 'line\nbreak', '<&>']
const key = fc.constantFrom(...keyPool)
const scalar = fc.oneof(
  fc.constantFrom<Model>(...texts),
  fc.string({ maxLength: 6, unit: 'binary' }).map((each) => each.replace(/\p{Surrogate}/gu, '\uFFFD')),
  fc.constantFrom<Model>(0, -1, 1.5, 1e21, true, false, null),
)

const { value } = fc.letrec<{ value: Model; object: Model; list: Model }>((tie) => ({
  value: fc.oneof({ maxDepth: 3, depthSize: 'small' }, { weight: 3, arbitrary: scalar }, tie('object'), tie('list')),
  object: fc.uniqueArray(fc.tuple(key, tie('value')), { selector: ([name]) => name, maxLength: 5 }).map((pairs) => new Map(pairs)),
  list: fc.array(tie('value'), { maxLength: 3 }),
}))
const root = fc.uniqueArray(fc.tuple(key, value), { selector: ([name]) => name, maxLength: 7 }).map((pairs) => new Map(pairs))

export const toConfig = (model: Model): ConfigValue => {
  if (Array.isArray(model)) return model.map(toConfig)
  if (!(model instanceof Map)) return model
  const result: Record<string, ConfigValue> = Object.create(null)
  for (const [name, each] of model) result[name] = toConfig(each)
  return result
}

/** The same text for equal values, whatever the order of keys. */
export const canonical = (model: Model): string => {
  if (Array.isArray(model)) return `[${model.map(canonical).join()}]`
  if (!(model instanceof Map)) return JSON.stringify(model)
  const members = [...model].sort(([left], [right]) => (left < right ? -1 : 1))
  return `{${members.map(([name, each]) => `${JSON.stringify(name)}:${canonical(each)}`).join()}}`
}

function modelOf(node: Node): Model {
  if (node.type === 'array') return (node.children ?? []).map(modelOf)
  if (node.type !== 'object') return node.value
  const pairs = (node.children ?? []).map((each): [string, Model] => [
    String(each.children?.[0]?.value),
    modelOf(each.children?.[1] ?? each),
  ])
  return new Map(pairs)
}

/** The independent reader: VS Code's parser, told what the dialect allows. Throws for what it refuses. */
export function oracleTree(text: string, dialect: JsonDialect): Node {
  const errors: ParseError[] = []
  const options = { allowTrailingComma: dialect.trailingCommas, disallowComments: !dialect.comments }
  const tree = parseTree(text.replace(/^\uFEFF/, ''), errors, options)
  if (tree === undefined || errors.length > 0) throw new Error(`refused: ${JSON.stringify(errors)} in ${text}`)
  return tree
}
export const oracle = (text: string, dialect: JsonDialect): Model => modelOf(oracleTree(text, dialect))

type Layout = { unit: string; eol: string; bom: boolean; final: string; broken: 'all' | 'none' | 'some'; compact: boolean; odd: boolean }

/** Writes a model as text; `noise` decides about comments, odd blanks, spelling and broken lines. */
function write(model: Model, layout: Layout, dialect: JsonDialect, noise: readonly number[]): string {
  let turn = 0
  const roll = (sides: number): number => (noise[turn++ % noise.length] ?? 0) % sides
  const comment = (indent: string): string => {
    const kind = dialect.comments ? roll(12) : 9
    if (kind === 0) return ' // note, "x": {'
    if (kind === 1) return ` /* c } */`
    if (kind === 2) return `${layout.eol}${indent}// own line`
    if (kind === 3) return ` /* two${layout.eol}lines */`
    return ''
  }
  const blank = (): string => (layout.odd ? (['', ' ', '  ', '\t', ' '][roll(5)] ?? '') : '')
  const spell = (each: string): string =>
    roll(6) === 0
      ? `"${[...each].map((c) => [...Array(c.length).keys()].map((i) => `\\u${c.charCodeAt(i).toString(16).padStart(4, '0')}`).join('')).join('')}"`
      : JSON.stringify(each)
  const render = (each: Model, indent: string): string => {
    if (typeof each === 'string') return spell(each)
    if (each === 1.5 && roll(2) === 0) return '15.0e-1'
    if (typeof each !== 'object' || each === null) return JSON.stringify(each)
    const [open = '', close = ''] = Array.isArray(each) ? '[]' : '{}'
    const members = Array.isArray(each)
      ? each.map((item) => (inner: string) => render(item, inner))
      : [...each].map(
          ([name, item]) =>
            (inner: string) =>
              `${spell(name)}${blank()}:${layout.compact ? '' : ' '}${blank()}${render(item, inner)}`,
        )
    const broken = layout.broken === 'all' || (layout.broken === 'some' && roll(2) === 0)
    const inner = indent + layout.unit
    const closing = (trivia: string): string => (broken || trivia.includes('//') ? `${trivia}${layout.eol}${indent}` : trivia)
    if (members.length === 0) return open + ['', ' ', closing(comment(inner)), layout.eol + indent][roll(4)] + close
    let text = open
    members.forEach((member, index) => {
      const lead = comment(inner)
      const newLine = broken || lead.includes('//')
      text +=
        lead +
        (newLine ? (layout.odd && roll(8) === 0 ? layout.eol : '') + layout.eol + inner : layout.compact ? '' : ' ') +
        blank() +
        member(inner)
      const last = index === members.length - 1
      if (!last || (dialect.trailingCommas && roll(2) === 0)) text += `${blank()},`
    })
    const end = comment(inner)
    return text + closing(end + (broken || layout.compact ? '' : ' ')) + close
  }
  const before = dialect.comments && roll(6) === 0 ? `// head${layout.eol}` : ''
  return (layout.bom ? '\uFEFF' : '') + before + render(model, '') + layout.final
}

export const dialect = fc.constantFrom<JsonDialect>(
  { comments: false, trailingCommas: false },
  { comments: true, trailingCommas: false },
  { comments: true, trailingCommas: true },
)

const layout: fc.Arbitrary<Layout> = fc
  .record({
    unit: fc.constantFrom('  ', '    ', '\t', ' ', ''),
    eol: fc.constantFrom('\n', '\r\n'),
    bom: fc.boolean(),
    end: fc.constantFrom(0, 1, 1, 2),
    broken: fc.constantFrom<Layout['broken']>('all', 'all', 'none', 'some'),
    compact: fc.boolean(),
    odd: fc.boolean(),
  })
  .map(({ end, ...rest }) => ({ ...rest, final: rest.eol.repeat(end) }))

/** A document in some dialect, written in some way, with the values that it holds. */
export const document = fc
  .tuple(root, layout, dialect, fc.array(fc.nat(9999), { minLength: 8, maxLength: 40 }))
  .map(([model, shape, rules, noise]) => ({ model, dialect: rules, text: write(model, shape, rules, noise) }))

const path = fc.array(key, { minLength: 1, maxLength: 3 })
export const edit: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ op: fc.constant('set' as const), path, value: value.map(toConfig) }) },
  {
    weight: 1,
    arbitrary: fc.record({ op: fc.constant('include' as const), path, item: fc.constantFrom('v', 'sk-1', 'new "item"', '中文') }),
  },
)
export const edits = fc.array(edit, { minLength: 1, maxLength: 5 })

const fromConfig = (each: ConfigValue): Model => {
  if (Array.isArray(each)) return each.map(fromConfig)
  if (typeof each !== 'object' || each === null) return each as Model
  return new Map(Object.entries(each).map(([name, member]) => [name, fromConfig(member)]))
}

/** What an edit must make of the values; undefined where a container is needed and something else stands. Changes `model`. */
export function applyToModel(model: Map<string, Model>, change: Edit): boolean {
  let here = model
  for (const name of change.path.slice(0, -1)) {
    const next = here.get(name) ?? (here.has(name) ? null : new Map<string, Model>())
    if (!(next instanceof Map)) return false
    here.set(name, next)
    here = next
  }
  const last = change.path.at(-1) ?? ''
  if (change.op === 'set') here.set(last, fromConfig(change.value))
  if (change.op === 'include') {
    const list = here.has(last) ? here.get(last) : []
    if (!Array.isArray(list)) return false
    if (!list.includes(change.item)) list.push(change.item)
    here.set(last, list)
  }
  return true
}
