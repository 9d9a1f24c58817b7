import { statSync } from 'node:fs'
import type { Profile } from '../../../../shared/model/profile'
import type { Problem, ToolStatus } from '../../../../shared/model/switch'
import type { ToolInstallation } from '../../../../shared/model/tool'
import { ProblemError } from '../../../../shared/transport'
import { type ConfigObject, ConfigSyntaxError } from '../../files/editor'
import { readSnapshot } from '../../files/snapshot'
import { loadFormat } from '../../formats'
import type { Host } from '../../host'
import { keyCommandOf } from '../../key-command'
import { maskKey } from '../../mask-key'
import { readRecord, recordKey, type StateRecord, type ToolRecord } from '../../record'
import { readStatus } from '../../status'
import { targetOf } from '../../target'
import { findInstallation } from '../../tools/installation'
import type { JsonFault, ToolDoctor } from '../../tools/layers'
import type { FileValues, LiveConfig, ToolAdapter, ToolFile, ToolTarget } from '../../tools/tool'
import { maskedKeyOf, withoutUnlocking } from '../../vault/profile-keys'
import { keyAtHand } from '../key-at-hand'
import { forgiven } from './forgiven'
import { type FoundTool, installations } from './installations'
import { tried } from './tried'

/** One file of a tool as it is now, also when it is broken. */
export interface FileFacts {
  readonly file: ToolFile
  readonly exists: boolean
  readonly text: string | undefined
  readonly values: ConfigObject | undefined
  readonly mode: number | undefined
  readonly uid: number | undefined
  readonly changed: number | undefined
  /** Why it cannot be parsed. */
  readonly syntax: ConfigSyntaxError | undefined
  /** Why it cannot be read. */
  readonly problem: Problem | undefined
  /** What the tool forgives and Switchyard does not: it does not change such a file. */
  readonly fault: JsonFault | undefined
}

export interface ToolFacts {
  readonly id: string
  readonly label: string
  readonly adapter: ToolAdapter
  readonly doctor: ToolDoctor
  readonly installation: ToolInstallation | null
  /** Every installation on the PATH, the one that a terminal starts first. */
  readonly found: readonly FoundTool[]
  readonly files: readonly FileFacts[]
  readonly values: FileValues
  readonly live: LiveConfig
  readonly status: ToolStatus | undefined
  readonly record: ToolRecord | undefined
  /** The profile that Switchyard set, as long as it exists. */
  readonly profile: Profile | undefined
  /** While the vault is locked, asking for its key throws: a check that needs it is left out. */
  readonly target: ToolTarget | undefined
  /** The profile's key as it is shown; undefined without a profile. Known also while the vault is locked. */
  readonly keyMasked: string | undefined
  /** True for the profile's key. While the vault is locked, for what is shown the same way. */
  isKey(value: string): boolean
  /** True when the tool is pointed at a relay, by Switchyard or otherwise. */
  readonly usesRelay: boolean
}

export async function gatherTools(
  host: Host,
  adapters: readonly ToolAdapter[],
  profiles: readonly Profile[],
): Promise<readonly ToolFacts[]> {
  const record = readRecord(host)
  const find = (id: string) => profiles.find((profile) => profile.id === id)
  const statuses = await readStatus(host, adapters, find)
  return Promise.all(adapters.map((adapter) => gatherTool(host, adapter, record, find, statuses)))
}

async function gatherTool(
  host: Host,
  adapter: ToolAdapter,
  state: StateRecord,
  find: (id: string) => Profile | undefined,
  statuses: readonly ToolStatus[],
): Promise<ToolFacts> {
  const { id, label } = adapter.descriptor
  const doctor = await adapter.doctor()
  const files = await Promise.all(adapter.locate(host.place).map((file) => readFile(file, doctor)))
  const values: FileValues = Object.fromEntries(files.map(({ file, values: held }) => [file.id, held]))
  const record = state.tools[recordKey(id, files[0]?.file.path ?? '')]
  const profile = record === undefined ? undefined : find(record.profileId)
  const live = adapter.read(values)
  return {
    id,
    label,
    adapter,
    doctor,
    installation: findInstallation(adapter.command, host.place),
    found: installations(adapter.command, host.place),
    files,
    values,
    live,
    status: statuses.find(({ tool }) => tool === id),
    record,
    profile,
    target: profile === undefined ? undefined : lockableTarget(adapter, profile, host),
    keyMasked: profile === undefined ? undefined : maskedKeyOf(profile),
    isKey: (value) => profile !== undefined && isKeyOf(profile, value),
    usesRelay: profile !== undefined || live.baseUrl !== undefined,
  }
}

function isKeyOf(profile: Profile, value: string): boolean {
  const key = keyAtHand(profile)
  return key === undefined ? maskKey(value) === maskedKeyOf(profile) : value === key
}

function lockableTarget(adapter: ToolAdapter, profile: Profile, host: Host): ToolTarget {
  const target = targetOf(adapter, withoutUnlocking(profile), keyCommandOf(host, profile.id))
  return Object.defineProperty({ ...target }, 'key', { enumerable: true, get: () => profile.relay.key })
}

async function readFile(file: ToolFile, { forgives }: ToolDoctor): Promise<FileFacts> {
  const facts = await readStrictly(file)
  if (facts.syntax === undefined && facts.problem?.code !== 'file-not-utf8') return facts
  const read = forgiven(file, forgives)
  return read === undefined ? facts : { ...facts, ...read, syntax: undefined, problem: undefined }
}

async function readStrictly(file: ToolFile): Promise<FileFacts> {
  const stat = tried(() => statSync(file.path, { throwIfNoEntry: false }))
  const facts = {
    file,
    exists: stat !== undefined,
    mode: stat === undefined ? undefined : stat.mode & 0o7777,
    uid: stat?.uid,
    changed: stat?.mtimeMs,
  }
  const none = { fault: undefined, text: undefined, values: undefined, syntax: undefined, problem: undefined }
  try {
    const { content } = readSnapshot(file.path)
    if (content === undefined) return { ...facts, ...none }
    return { ...facts, ...none, text: content.text, ...(await parse(file, content.text)) }
  } catch (error) {
    if (error instanceof ProblemError) return { ...facts, ...none, problem: error.problem }
    throw error
  }
}

async function parse(file: ToolFile, content: string): Promise<Pick<FileFacts, 'values' | 'syntax'>> {
  const { editor } = await loadFormat(file.format, content)
  try {
    return { values: editor.isBlank(content) ? undefined : editor.parse(content), syntax: undefined }
  } catch (error) {
    if (error instanceof ConfigSyntaxError) return { values: undefined, syntax: error }
    throw error
  }
}
