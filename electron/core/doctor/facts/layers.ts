import { existsSync, readdirSync } from 'node:fs'
import type { EffectiveName, EffectiveValue, LayerValue } from '../../../../shared/model/finding'
import { type LocalText, text } from '../../../../shared/model/text'
import { ProblemError } from '../../../../shared/transport'
import { type ConfigObject, ConfigSyntaxError } from '../../files/editor'
import { readSnapshot } from '../../files/snapshot'
import { loadFormat } from '../../formats'
import { isKeyCommand } from '../../key-command'
import { maskKey } from '../../mask-key'
import type { JsonFault, LayerSource, LayerValues, Said } from '../../tools/layers'
import { pathsOf } from '../../tools/paths'
import type { FileFormat, Place } from '../../tools/tool'
import type { Alias } from './aliases'
import { forgiven } from './forgiven'
import { policyText } from './policies'
import { type Machine, type Refusal, refusalsOf } from './root-only'
import type { ToolFacts } from './tools'
import { tried } from './tried'

/** All layers of a tool, strongest first, with what is in them. */
export interface ReadLayer {
  readonly sources: readonly LayerSource[]
  readonly values: LayerValues
  /** The files that the tool passes over for who may write to them. */
  readonly refusals: readonly Refusal[]
}

/** Reads every layer that is there. One that cannot be read or parsed counts as absent: other checks tell of it. */
export async function readLayers(
  tool: ToolFacts,
  place: Place,
  folder: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
  aliases: readonly Alias[],
  machine?: Machine,
): Promise<ReadLayer> {
  const alias = aliases.find(({ name }) => name === tool.adapter.command.name)
  const flags = alias === undefined ? undefined : tool.doctor.flags(alias.args)
  const all = tool.doctor.layers(place, folder, flags).flatMap((source) => withDropIns(source, place))
  const refusals = await refusalsOf(all, place, tool.installation?.version, machine)
  const sources = all.map((source) => (refusals.has(source.id) ? refused(source, place) : source))
  const read = await Promise.all(
    sources.map(async (source) => {
      const stored = source.file !== undefined || source.policy !== undefined
      return [source.id, stored ? await valuesOf(source, tool.doctor.forgives) : source.kind === 'flag' ? flags : variablesOf(env)] as const
    }),
  )
  return { sources, values: Object.fromEntries(read), refusals: [...refusals.values()] }
}

/** A folder of drop-ins becomes one layer for each of its files, the strongest first. */
function withDropIns(source: LayerSource, place: Place): readonly LayerSource[] {
  const { dropIns, ...layer } = source
  if (dropIns === undefined) return [source]
  const names = (tried(() => readdirSync(dropIns.folder)) ?? []).filter((name) => name.endsWith(dropIns.ending) && !name.startsWith('.'))
  return names
    .sort()
    .reverse()
    .map((name) => ({
      ...layer,
      id: `${source.id}/${name}`,
      file: { path: pathsOf(place).join(dropIns.folder, name), format: dropIns.format },
    }))
}

/** Under an id of its own, so that no other layer takes its values for those in force. */
const refused = (source: LayerSource, { platform }: Place): LayerSource => ({
  ...source,
  id: `refused:${source.id}`,
  passedOver: () =>
    platform === 'win32'
      ? text(
          'Others than administrators may write to the file or a folder above it, so the tool does not read it.',
          '管理员以外的账户可写该文件或其上级文件夹，工具不读取它。',
        )
      : text(
          'The file or a folder above it is not root’s alone, so the tool does not read it.',
          '该文件或其上级文件夹并非仅由 root 可写，工具不读取它。',
        ),
})

const variablesOf = (env: Readonly<Record<string, string | undefined>>): ConfigObject =>
  Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined))

async function valuesOf({ file, policy }: LayerSource, forgives: readonly JsonFault[] | undefined): Promise<ConfigObject | undefined> {
  if (policy !== undefined) {
    const content = await policyText(policy)
    return content === undefined ? undefined : parsed(policy.format, () => content)
  }
  if (file === undefined || !existsSync(file.path)) return undefined
  return (await parsed(file.format, () => readSnapshot(file.path).content?.text ?? '')) ?? forgiven(file, forgives)?.values
}

async function parsed(format: FileFormat, read: () => string): Promise<ConfigObject | undefined> {
  try {
    const content = read()
    return (await loadFormat(format, content)).editor.parse(content)
  } catch (error) {
    if (error instanceof ProblemError || error instanceof ConfigSyntaxError) return undefined
    throw error
  }
}

interface Spoken {
  readonly source: LayerSource
  readonly said: Said
  readonly ignored: LocalText | undefined
}

const names: readonly EffectiveName[] = ['baseUrl', 'key', 'model', 'auth']

/** For each value: every layer that says something, which one wins, and why the others do not. Pure. */
export function effectiveValues(tool: ToolFacts, { sources, values }: ReadLayer): readonly EffectiveValue[] {
  const spoken = sources.flatMap((source) => {
    const held = values[source.id]
    if (held === undefined) return []
    const ignored = source.passedOver?.(values) ?? hiddenInGroup(source, sources, values)
    return source.read(held, values).map((said): Spoken => ({ source, said, ignored }))
  })
  return names.map((name) => resolve(tool, name, spoken))
}

/** Another layer of the same group stands before this one. */
function hiddenInGroup(source: LayerSource, sources: readonly LayerSource[], values: LayerValues): LocalText | undefined {
  if (source.group === undefined) return undefined
  const first = sources.find(
    (other) => other.group === source.group && values[other.id] !== undefined && other.passedOver?.(values) === undefined,
  )
  if (first === undefined || first.id === source.id) return undefined
  return text(
    `Hidden by ${whereOf(first) ?? first.label.en}: only one of them is read.`,
    `被 ${whereOf(first) ?? first.label.zh} 遮住：只会读取其中一个。`,
  )
}

const whereOf = ({ file, policy }: LayerSource): string | undefined => file?.path ?? policy?.path

function resolve(tool: ToolFacts, name: EffectiveName, all: readonly Spoken[]): EffectiveValue {
  const mine = all.filter(({ said }) => said.name === name)
  const heard = mine.filter(({ ignored }) => ignored === undefined)
  const strongest = [...new Map(heard.toReversed().map((one) => [one.said.setting, one])).values()]
  const winner = strongest.filter(({ said }) => said.value.trim() !== '').sort((a, b) => a.said.rank - b.said.rank)[0]
  const show = (value: string, command = false) => {
    if (name !== 'key' || value === '') return value
    // A command of the user's own may hold a key.
    return command ? (isKeyCommand(value) ? value : '…') : maskKey(value)
  }
  const expected = expectedOf(tool, name)
  const ordered = mine.toSorted((a, b) => Number(b === winner) - Number(a === winner))
  return {
    tool: tool.id,
    name,
    layers: ordered.map(
      ({ source, said, ignored }, index): LayerValue => ({
        layer: source.id,
        kind: source.kind,
        label: source.label,
        setting: said.setting,
        ...(whereOf(source) === undefined ? {} : { file: whereOf(source) }),
        value: show(said.value, said.command),
        wins: index === 0 && winner !== undefined,
        why: reason({ source, said, ignored }, winner, strongest),
      }),
    ),
    ...(winner === undefined ? {} : { value: show(winner.said.value, winner.said.command) }),
    ...(expected === undefined ? {} : { expected: expected.shown }),
    asProfile: expected === undefined || (winner !== undefined && expected.is(winner.said.value.trim())),
  }
}

const asked = ({ target, adapter, installation }: ToolFacts): string | undefined =>
  target === undefined ? undefined : adapter.asks?.(target, installation?.version)

interface Expected {
  readonly shown: string
  is(value: string): boolean
}

const bare = (url: string): string => url.replace(/\/+$/, '')

function expectedOf(tool: ToolFacts, name: EffectiveName): Expected | undefined {
  const { target, adapter, keyMasked } = tool
  const exactly = (wanted: string | undefined) =>
    wanted === undefined ? undefined : { shown: wanted, is: (value: string) => value === wanted }
  if (target === undefined || name === 'auth') return undefined
  // A slash at its end changes nothing for any of the tools (Claude Code 2.1.330, Codex 0.169, Gemini CLI 0.61).
  if (name === 'baseUrl') return { shown: target.baseUrl, is: (value) => bare(value) === bare(target.baseUrl) }
  if (name === 'key') return exactly(asked(tool)) ?? { shown: keyMasked ?? '', is: tool.isKey }
  return exactly(target.models[adapter.descriptor.models[0]?.id ?? ''])
}

function reason(one: Spoken, winner: Spoken | undefined, strongest: readonly Spoken[]): LocalText {
  if (one.ignored !== undefined) return one.ignored
  if (winner !== undefined && one.source === winner.source && one.said === winner.said) return text('This one is used.', '使用的是这一项。')
  if (one.said.value.trim() === '') return text('Set to nothing, which blanks weaker layers.', '设为空，会屏蔽更弱的层级。')
  const same = strongest.find(({ said }) => said.setting === one.said.setting)
  const by = same !== undefined && same.said !== one.said ? same : winner
  if (by === undefined) return text('Not used.', '未使用。')
  return text(`${by.source.label.en} (${by.said.setting}) wins over it.`, `被“${by.source.label.zh}”（${by.said.setting}）覆盖。`)
}
