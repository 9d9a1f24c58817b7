import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { OFFICIAL_ID, type Profile } from '../../../shared/model/profile'
import type { Notice } from '../../../shared/model/switch'
import { text } from '../../../shared/model/text'
import { otherApps } from '../base-url'
import { makeFolders, missingFolders, settle, writeNew } from '../files/disk'
import { withLock } from '../files/lock'
import { keyCommandOf } from '../key-command'
import { writeLauncher } from '../launcher'
import { readTool, valuesOf } from '../plan-tool'
import { misused } from '../problem'
import { profileById } from '../profile-lookup'
import { readRecord } from '../record'
import type { Scope } from '../scope'
import { targetOf } from '../target'
import { launchArgs, launchEnv } from '../tools/launch'
import type { ToolAdapter } from '../tools/tool'
import { lockFile } from '../transact'

/** How to run one command with a profile: nothing outside it changes. */
export interface Launch {
  readonly command: string
  readonly args: readonly string[]
  /** Variables to set in addition to the caller's own. */
  readonly env: Readonly<Record<string, string>>
  readonly notices: readonly Notice[]
  /** Removes the private files; to be called when the command has ended. */
  cleanup(): void
}

/** The variables of a profile for other programs: every tool's own, and those of the OpenAI SDK. */
export function profileEnv(profile: Profile, adapters: readonly ToolAdapter[]): Record<string, string> {
  const openai = otherApps(profile.relay.url).find(({ id }) => id === 'openai-sdk')
  const sdk = openai === undefined ? {} : { OPENAI_BASE_URL: openai.baseUrl, OPENAI_API_KEY: profile.relay.key }
  return Object.assign({}, sdk, ...adapters.map((adapter) => adapter.launch(targetOf(adapter, profile)).env))
}

/** The tools that a profile serves, narrowed to the named ones. */
export const servedBy = (adapters: readonly ToolAdapter[], profile: Profile, names?: readonly string[]): ToolAdapter[] =>
  adapters.filter(
    ({ descriptor }) => profile.tools[descriptor.id]?.enabled === true && (names === undefined || names.includes(descriptor.id)),
  )

/** @throws {ProblemError} for the built-in profile, which has nothing to hand to a command */
export function relayProfile({ host }: Scope, id: string): Profile {
  if (id !== OFFICIAL_ID) return profileById(host, id)
  throw misused(
    'built-in',
    text('"Official" has no relay to hand to a command.', '“Official” 没有可传给命令的中转站。'),
    text('Name a profile with a relay.', '请指定一个带中转站的配置。'),
  )
}

/**
 * Makes the environment and arguments that let one command use a profile for itself alone. A key that a tool takes only from a file goes into a
 * private folder that lives as long as the command.
 */
export async function launchFor(scope: Scope, profileId: string, command: readonly string[]): Promise<Launch> {
  const { host, adapters } = scope
  const profile = relayProfile(scope, profileId)
  const served = servedBy(adapters, profile)
  const name = path.basename(command[0] ?? '').replace(/\.(exe|cmd|ps1)$/i, '')
  const env = { ...host.place.folders, ...profileEnv(profile, served) }
  const adapter = served.find((known) => known.command.name === name)
  const plain = { command: command[0] ?? '', args: command.slice(1), env, notices: [], cleanup: () => undefined }
  if (adapter === undefined) return plain
  if (profile.keyDelivery === 'command' && adapter.asks !== undefined)
    await withLock(lockFile(host.dataFolder), async () => writeLauncher(host))
  const reading = await readTool(adapter, host.place, readRecord(host))
  const launch = adapter.launch(targetOf(adapter, profile, keyCommandOf(host, profile.id)), {
    place: host.place,
    version: reading.version,
    values: valuesOf(reading.files),
  })
  const own = { ...plain, env: { ...env, ...launch.env }, notices: launch.notices ?? [] }
  if (launch.files === undefined || launch.files.length === 0) return { ...own, args: [...launch.args, ...plain.args] }
  const folder = mkdtempSync(path.join(tmpdir(), 'switchyard-'))
  const paths = Object.fromEntries(launch.files.map((file) => [file.id, path.join(folder, file.name)]))
  for (const file of Object.values(paths)) makeFolders(missingFolders(file))
  await settle(launch.files.map((file) => writeNew(paths[file.id] ?? '', file.content, 0o600)))
  return {
    ...own,
    env: { ...own.env, ...launchEnv(launch, folder) },
    args: [...launchArgs(launch, paths), ...plain.args],
    cleanup: () => rmSync(folder, { recursive: true, force: true }),
  }
}
