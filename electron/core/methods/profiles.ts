import type { Api } from '../../../shared/contract'
import { keysInSettings } from '../../../shared/model/key-in-setting'
import type { Derivation, Profile } from '../../../shared/model/profile'
import { text } from '../../../shared/model/text'
import { adoptInput } from '../adopt'
import { otherApps, readOverride, readRelayUrl } from '../base-url'
import { planGoal } from '../plan-goal'
import { readTool, valuesOf } from '../plan-tool'
import { misused } from '../problem'
import { profileById } from '../profile-lookup'
import { known, refuseOfficial, sameName, unknownTool } from '../profile-names'
import { readProfiles, writeProfiles } from '../profile-store'
import { viewOf } from '../profile-view'
import { buildProfile, checkUnique } from '../profiles'
import { readRecord } from '../record'
import { changing, type Scope } from '../scope'
import { readSettings } from '../settings-store'
import { deriveUrl } from '../target'
import type { ToolAdapter } from '../tools/tool'
import { transact } from '../transact'
import { withKeysOf } from '../vault/profile-keys'

type Methods = Pick<
  Api,
  'profiles.add' | 'profiles.edit' | 'profiles.remove' | 'profiles.duplicate' | 'profiles.reorder' | 'profiles.derive' | 'profiles.adopt'
>

/** Methods that change profiles. Live files never flow into them but through `adopt`. */
export function profileMethods(scope: Scope): Methods {
  const { host, adapters } = scope
  const view = (profile: Profile) => viewOf(profile, adapters)
  /** Changes the list under the lock and writes it back. */
  const update = (change: (profiles: readonly Profile[]) => { profiles: readonly Profile[]; changed?: Profile }) =>
    changing(scope, () => {
      const stored = readProfiles(host)
      const { profiles, changed } = change(stored.profiles)
      writeProfiles(host, { profiles, strange: stored.strange })
      return changed && profileById(host, changed.id)
    })
  const updateOne = async (change: (profiles: readonly Profile[]) => { profiles: readonly Profile[]; changed: Profile }) =>
    view((await update(change)) as Profile)
  const edit = (id: string, input: Parameters<Api['profiles.edit']>[0]['profile']) =>
    updateOne((profiles) => {
      refuseOfficial(id)
      const previous = known(profiles, id)
      checkUnique(profiles, input.name, id)
      refuseKeysInSettings(adapters, input.tools, previous)
      const changed = buildProfile(input, adapters, previous, host.now())
      return { profiles: profiles.map((known) => (known.id === id ? changed : known)), changed }
    })
  const add = async (input: Parameters<Api['profiles.add']>[0]['profile'], replace: boolean) => {
    if (!replace) buildProfile(input, adapters, undefined, host.now())
    if (!replace) refuseKeysInSettings(adapters, input.tools, undefined)
    await scope.prepareVault()
    return updateOne((profiles) => {
      const previous = replace ? profiles.find(({ name }) => sameName(name, input.name)) : undefined
      if (previous === undefined) checkUnique(profiles, input.name)
      refuseKeysInSettings(adapters, input.tools, previous)
      const changed = buildProfile(input, adapters, previous, host.now())
      return {
        profiles: previous === undefined ? [...profiles, changed] : profiles.map((known) => (known === previous ? changed : known)),
        changed,
      }
    })
  }

  return {
    'profiles.add': ({ profile, replace = false }) => add(profile, replace),
    'profiles.edit': ({ id, profile }) => edit(id, profile),
    'profiles.remove': async ({ id }) => {
      await update((profiles) => {
        refuseOfficial(id)
        const gone = known(profiles, id)
        return { profiles: profiles.filter((known) => known !== gone) }
      })
      return null
    },
    'profiles.duplicate': ({ id, name }) =>
      updateOne((profiles) => {
        const source = known(profiles, id)
        checkUnique(profiles, name)
        const built = buildProfile({ ...source, name }, adapters, undefined, host.now())
        const changed = withKeysOf(built, source, host.vault)
        return { profiles: profiles.flatMap((known) => (known === source ? [known, changed] : [known])), changed }
      }),
    'profiles.reorder': async ({ ids }) => {
      await update((profiles) => {
        const rank = new Map(ids.map((id, index) => [id, index]))
        return { profiles: profiles.toSorted((a, b) => (rank.get(a.id) ?? ids.length) - (rank.get(b.id) ?? ids.length)) }
      })
      return null
    },
    'profiles.derive': async ({ url, overrides = {} }) => derive(scope, url, overrides),
    'profiles.adopt': async ({ tool, name, id }) => {
      const adapter = adapters.find(({ descriptor }) => descriptor.id === tool)
      if (adapter === undefined) throw unknownTool(tool, adapters)
      const { profiles } = readProfiles(host)
      const into = id === undefined ? undefined : known(profiles, id)
      const reading = await readTool(adapter, host.place, readRecord(host))
      const input = adoptInput(adapter, adapter.read(valuesOf(reading.files)), name, into)
      const adopted = into === undefined ? await add(input, false) : await edit(into.id, input)
      const profile = profileById(host, adopted.id)
      const intent = {
        action: 'switch' as const,
        title: text(
          `Adopted ${adapter.descriptor.label}'s files as ${profile.name}`,
          `将 ${adapter.descriptor.label} 的文件采纳为 ${profile.name}`,
        ),
        profileId: profile.id,
        overwriteChanged: true,
        historyLimit: readSettings(host).historyLimit,
      }
      await transact(host, intent, () => planGoal(host, { kind: 'relay', profile }, [adapter]))
      await scope.announce()
      return view(profile)
    },
  }
}

function derive({ adapters }: Scope, url: string, overrides: Readonly<Record<string, string>>): Derivation {
  const read = readRelayUrl(url)
  if ('problem' in read) return { root: '', notes: [], problem: read.problem, tools: {}, others: [] }
  const tools = adapters.map((adapter) => {
    const { id } = adapter.descriptor
    const derived = deriveUrl(adapter, read.root, overrides[id])
    const own = derived.overridden ? readOverride(derived.baseUrl) : undefined
    const problem = own !== undefined && 'problem' in own ? [own.problem.message] : []
    const note = adapter.baseUrlNote === undefined ? [] : [adapter.baseUrlNote]
    return [id, { ...derived, notes: [...problem, ...derived.notes, ...note] }] as const
  })
  return { root: read.root, notes: read.notes, tools: Object.fromEntries(tools), others: otherApps(read.root) }
}

/**
 * Further settings are stored, shown and exported as they are. What an earlier version stored may stay, so that the profile can still be edited.
 * @throws {ProblemError} `key-in-setting`
 */
function refuseKeysInSettings(adapters: readonly ToolAdapter[], tools: Profile['tools'], previous: Profile | undefined): void {
  const [found] = keysInSettings(tools, previous?.tools)
  if (found === undefined) return
  const label = adapters.find(({ descriptor }) => descriptor.id === found.tool)?.descriptor.label ?? found.tool
  throw misused(
    'key-in-setting',
    text(
      `${label}: the further setting ${found.name} holds a key. Further settings are stored as plain text, keys are not.`,
      `${label}：附加设置 ${found.name} 中含有密钥。附加设置以明文保存，密钥则不会。`,
    ),
    text(
      'Add a key of this relay to the keys of the profile: “Keys…” in the window, or switchyard keys add. A key of something else belongs into its own settings or your shell.',
      '如果是该中转的密钥，请添加到配置的密钥中：窗口中的“密钥…”，或 switchyard keys add。其他服务的密钥请放在其自身的设置或 shell 中。',
    ),
  )
}
