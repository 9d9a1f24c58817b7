import { OFFICIAL_ID, type Profile } from '../../shared/model/profile'
import type { ToolStatus, ValueChange } from '../../shared/model/switch'
import { ProblemError } from '../../shared/transport'
import type { ConfigObject } from './files/editor'
import type { Host } from './host'
import { keyCommandOf } from './key-command'
import { maskKey } from './mask-key'
import { changesByHand } from './plan-file'
import { contextOf, readTool, type ToolReading, valuesOf } from './plan-tool'
import { type FileRecord, type Owned, readRecord, type ToolRecord } from './record'
import { sameValue, valueAt } from './same-value'
import { targetOf } from './target'
import type { LiveConfig, ToolAdapter, ToolSetting } from './tools/tool'
import { withoutUnlocking } from './vault/profile-keys'

/** What every tool's own files say now; `find` looks a profile up by its id. A file that cannot be read makes that tool `unreadable`, never the whole answer. */
export function readStatus(host: Host, adapters: readonly ToolAdapter[], find: (id: string) => Profile | undefined): Promise<ToolStatus[]> {
  const record = readRecord(host)
  // Once: each look reads the settings anew.
  const around = { dataFolder: host.dataFolder, place: host.place }
  return Promise.all(
    adapters.map(async (adapter) => {
      const tool = adapter.descriptor.id
      try {
        return statusOf(around, await readTool(adapter, around.place, record), find)
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error
        return { tool, state: 'unreadable', changes: [], problem: error.problem } satisfies ToolStatus
      }
    }),
  )
}

/** The status of a tool right after a switch, from what was just read back. */
export const switchedStatus = (
  { adapter }: { readonly adapter: ToolAdapter },
  live: LiveConfig,
  record: ToolRecord | undefined,
): ToolStatus => ({
  ...shownOf(adapter, live),
  state: 'in-sync',
  profileId: record?.profileId,
  profileName: record?.profileName,
  changes: [],
})

const shownOf = (
  adapter: ToolAdapter,
  live: LiveConfig,
): Pick<ToolStatus, 'tool' | 'baseUrl' | 'model' | 'keyMasked' | 'keyFromCommand'> => ({
  tool: adapter.descriptor.id,
  baseUrl: live.baseUrl,
  model: live.models[adapter.descriptor.models[0]?.id ?? ''],
  keyMasked: live.key === undefined || live.key === '' ? undefined : maskKey(live.key),
  ...(live.keyCommand === undefined ? {} : { keyFromCommand: true }),
})

function statusOf(around: Pick<Host, 'dataFolder' | 'place'>, reading: ToolReading, find: (id: string) => Profile | undefined): ToolStatus {
  const { adapter, record } = reading
  const live = adapter.read(valuesOf(reading.files))
  const shown = shownOf(adapter, live)
  const unmanaged = live.baseUrl === undefined ? 'official' : 'foreign'
  if (record === undefined) return { ...shown, state: unmanaged, changes: [] }
  const profile = find(record.profileId)
  const named = { ...shown, profileId: record.profileId, profileName: profile?.name ?? record.profileName }
  if (record.profileId === OFFICIAL_ID) return { ...named, state: unmanaged, changes: [] }
  const changes = reading.files.flatMap(({ file, values }) => changesIn(values ?? {}, file.path, record.files[file.id]))
  if (changes.length > 0) return { ...named, state: 'changed', changes }
  const fresh =
    profile !== undefined &&
    isAsWritten(
      record,
      adapter.settings(targetOf(adapter, withoutUnlocking(profile), keyCommandOf(around, profile.id)), contextOf(reading, around.place)),
    )
  return { ...named, state: fresh ? 'in-sync' : 'outdated', changes: [] }
}

function changesIn(
  values: NonNullable<ToolReading['files'][number]['values']>,
  path: string,
  record: FileRecord | undefined,
): ValueChange[] {
  if (record === undefined) return []
  return [...changesByHand(values, path, record.owned), ...record.owned.flatMap((owned) => goneFrom(values, path, owned))]
}

/** A value of ours that is gone, as from a file that was emptied or deleted. A switch may write it again unasked, but it is not in force. */
function goneFrom(values: ConfigObject, file: string, { path, before, wrote, secret }: Owned): ValueChange[] {
  if (wrote === undefined || before.kind !== 'absent' || valueAt(values, path) !== undefined) return []
  const expected = typeof wrote === 'string' ? (secret ? maskKey(wrote) : wrote) : secret ? '…' : JSON.stringify(wrote)
  return [{ file, setting: path.join('.'), expected, found: undefined }]
}

/** True when what we wrote is what the profile would have us write today. */
function isAsWritten(record: ToolRecord, settings: readonly ToolSetting[]): boolean {
  const written = Object.entries(record.files).flatMap(([file, { owned }]) =>
    owned.filter(({ wrote }) => wrote !== undefined).map((place) => ({ file, ...place })),
  )
  return (
    written.length === settings.length &&
    settings.every((setting) =>
      written.some(
        ({ file, path, wrote }) =>
          file === setting.file &&
          path.length === setting.path.length &&
          path.every((key, index) => key === setting.path[index]) &&
          sameValue(wrote, setting.op === 'set' ? setting.value : setting.item),
      ),
    )
  )
}
