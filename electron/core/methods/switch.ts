import type { Api } from '../../../shared/contract'
import { OFFICIAL_ID, type Profile } from '../../../shared/model/profile'
import type { Notice, ToolPlan } from '../../../shared/model/switch'
import { type LocalText, text } from '../../../shared/model/text'
import type { ToolId } from '../../../shared/model/tool'
import { chooseKey } from '../choose-key'
import { isOf, missingProtocol } from '../connection/missing-protocol'
import { hasResults, readResults } from '../connection/results'
import { type Entry, entryFile, readEntry } from '../files/journal'
import { readEntries, undoneIn } from '../history'
import { withKey } from '../key-in-step'
import { type Goal, planGoal } from '../plan-goal'
import { planUndo } from '../plan-undo'
import { showPlan } from '../planned'
import { misused, refused } from '../problem'
import { profileById, profileFinder, profileWithId } from '../profile-lookup'
import { unknownTool } from '../profile-names'
import { readRecord } from '../record'
import type { Scope } from '../scope'
import { readSettings } from '../settings-store'
import { readStatus } from '../status'
import type { ToolAdapter } from '../tools/tool'
import { endInterrupted, type Intent, type Outcome, transact } from '../transact'
import { isFilesEntry, planFilesUndo, transactFiles } from '../transact-files'
import { activeKey } from '../vault/profile-keys'
import { ready } from './ready'

type Methods = Pick<Api, 'switch.preview' | 'switch.apply' | 'switch.undo' | 'switch.restorePreview' | 'switch.restore'>

/** How far back an undo looks for an entry that is not undone yet. */
const UNDO_REACH = 200

/** Methods that change the tools' files. */
export function switchMethods(scope: Scope): Methods {
  const { host, adapters, shown } = scope
  const limit = () => readSettings(host).historyLimit
  /** Adds the tools that the transaction did not write, so that the report shows all. */
  const finish = async (outcome: Outcome) => {
    await scope.announce()
    const rest = adapters.filter(({ descriptor }) => !outcome.status.some(({ tool }) => tool === descriptor.id))
    const known = rest.length === 0 ? outcome.status : [...outcome.status, ...(await readStatus(host, rest, profileFinder(host)))]
    return { ...outcome, status: adapters.flatMap(({ descriptor }) => known.filter(({ tool }) => tool === descriptor.id)) }
  }
  const restoreIntent = (overwriteChanged: boolean | undefined): Intent => ({
    action: 'restore',
    title: text('Restored what stood before Switchyard', '恢复到使用 Switchyard 之前'),
    overwriteChanged,
    historyLimit: limit(),
  })

  return {
    'switch.preview': async ({ profileId, tools }) => {
      await ready(scope)
      const goal = goalOf(scope, profileId)
      const chosen = toolsFor(scope, goal, tools)
      const plan = showPlan(await shown.plan(host, goal, chosen), profileId)
      const missing = missingProtocols(scope, goal, chosen)
      return { ...plan, tools: plan.tools.map((each) => withNotice(each, missing.get(each.tool))) }
    },
    'switch.apply': async ({ profileId, tools, token, overwriteChanged }) => {
      await endInterrupted(host)
      const goal = goalOf(scope, profileId)
      const chosen = toolsFor(scope, goal, tools)
      const intent: Intent = { action: 'switch', title: titleOf(goal, chosen), profileId, token, overwriteChanged, historyLimit: limit() }
      const missing = missingProtocols(scope, goal, chosen)
      const report = await finish(await transact(host, intent, () => shown.take(host, goal, chosen)))
      return { ...report, notices: [...report.notices, ...missing.values()] }
    },
    'switch.restorePreview': async ({ tools }) => {
      await ready(scope)
      return showPlan(await planGoal(host, { kind: 'restore' }, toolsFor(scope, { kind: 'restore' }, tools)))
    },
    'switch.restore': async ({ tools, overwriteChanged }) => {
      await endInterrupted(host)
      const chosen = toolsFor(scope, { kind: 'restore' }, tools)
      return finish(await transact(host, restoreIntent(overwriteChanged), () => planGoal(host, { kind: 'restore' }, chosen)))
    },
    'switch.undo': async ({ historyId }) => {
      await endInterrupted(host)
      const entry = entryToUndo(scope, historyId)
      const intent: Intent = {
        action: 'undo',
        title: text(`Undid: ${entry.title.en}`, `撤销：${entry.title.zh}`),
        undoes: entry.id,
        ...keyBack(scope, entry),
        historyLimit: limit(),
      }
      if (isFilesEntry(entry)) return finish(await transactFiles(host, intent, async () => planFilesUndo(entry)))
      const chosen = adapters.filter(({ descriptor }) => entry.tools.includes(descriptor.id))
      const undo = () => transact(host, intent, () => planUndo(host, entry, chosen))
      return finish(await (intent.key === undefined ? undo() : withKey(scope, intent.key, undo)))
    },
  }
}

/**
 * What should be said before this switch writes: protocols that earlier tests found missing. Costs one look-up where nothing was ever tested.
 * @throws {ProblemError} as the switch itself would, for a profile or tools that it cannot take
 */
export function warningsBefore(scope: Scope, profileId: string, tools: readonly ToolId[] | undefined): readonly Notice[] {
  if (!hasResults(scope.host.dataFolder)) return []
  const goal = goalOf(scope, profileId)
  return [...missingProtocols(scope, goal, toolsFor(scope, goal, tools)).values()]
}

/** What earlier tests of the connection found missing for these tools, by tool. Reads one small file, if it is there. */
function missingProtocols({ host }: Scope, goal: Goal, tools: readonly ToolAdapter[]): ReadonlyMap<ToolId, Notice> {
  if (goal.kind !== 'relay') return new Map()
  const { id, relay } = goal.profile
  const known = readResults(host.dataFolder).find(({ profileId }) => profileId === id)
  if (known === undefined || !isOf(relay, known)) return new Map()
  return new Map(
    tools.flatMap(({ descriptor }) => {
      const notice = missingProtocol(descriptor, known)
      return notice === undefined ? [] : [[descriptor.id, notice] as const]
    }),
  )
}

const withNotice = (plan: ToolPlan, notice: Notice | undefined): ToolPlan =>
  notice === undefined ? plan : { ...plan, notices: [...plan.notices, notice] }

const goalOf = ({ host }: Scope, profileId: string): Goal =>
  profileId === OFFICIAL_ID ? { kind: 'official' } : { kind: 'relay', profile: profileById(host, profileId) }

/** The named tools; without names all that the profile serves, or for a way back all that we ever changed. */
function toolsFor({ host, adapters }: Scope, goal: Goal, names: readonly string[] | undefined): readonly ToolAdapter[] {
  for (const name of names ?? []) if (!adapters.some(({ descriptor }) => descriptor.id === name)) throw unknownTool(name, adapters)
  const named = adapters.filter(({ descriptor }) => names === undefined || names.includes(descriptor.id))
  if (goal.kind !== 'relay') {
    const ours = new Set(Object.values(readRecord(host).tools).map(({ tool }) => tool))
    return named.filter(({ descriptor }) => ours.has(descriptor.id))
  }
  const served = named.filter(({ descriptor }) => goal.profile.tools[descriptor.id]?.enabled === true)
  const missing = names === undefined ? [] : named.filter((adapter) => !served.includes(adapter))
  if (missing[0] !== undefined) throw notServed(goal.profile, missing[0])
  if (served.length === 0) throw noTools(goal.profile)
  return served
}

function titleOf(goal: Goal, tools: readonly ToolAdapter[]): LocalText {
  const names = tools.map(({ descriptor }) => descriptor.label).join(', ')
  if (goal.kind !== 'relay') return text('Switched to Official (no relay)', '切换到 Official（无中转）')
  return text(`Switched ${names} to ${goal.profile.name}`, `将 ${names} 切换到 ${goal.profile.name}`)
}

function entryToUndo({ host }: Scope, id: string | undefined): Entry {
  const recent = readEntries(host, UNDO_REACH)
  const undone = undoneIn(recent)
  if (id === undefined) {
    const newest = recent.find((entry) => entry.undoes === undefined && !undone.has(entry.id))
    if (newest === undefined)
      throw refused(
        'nothing-to-undo',
        text('There is nothing to undo.', '没有可撤销的操作。'),
        text('Look at the history.', '请查看历史记录。'),
      )
    return newest
  }
  const entry = /^\d+$/.test(id) ? readEntry(entryFile(host.dataFolder, id), host.vault) : undefined
  if (entry === undefined || entry === 'torn') {
    throw misused(
      'unknown-entry',
      text(`The history has no entry ${id}.`, `历史记录中没有 ${id}。`),
      text('Look at the history for its number.', '请在历史记录中查看编号。'),
    )
  }
  if (undone.has(id))
    throw refused(
      'undone-already',
      text('This entry was undone already.', '该操作已被撤销。'),
      text('Undo its undo to have it again.', '如需恢复，请撤销那次撤销操作。'),
    )
  return entry
}

/** What undoes the change of a profile's active key that an entry made. Nothing where another key was chosen since, or the one of before is gone. */
function keyBack(scope: Scope, { key }: Entry): Pick<Intent, 'key' | 'alongside'> {
  if (key === undefined) return {}
  const { profileId, before, after } = key
  const profile = profileWithId(scope.host, profileId)
  const isThere = profile?.relay.keys?.some(({ id }) => id === before) === true
  if (profile === undefined || !isThere || activeKey(profile)?.id !== after) return {}
  return { key: { profileId, before: after, after: before }, alongside: () => chooseKey(scope, profileId, before) }
}

const notServed = (profile: Profile, { descriptor }: ToolAdapter) =>
  misused(
    'tool-not-in-profile',
    text(`The profile ${profile.name} is not set up for ${descriptor.label}.`, `配置 ${profile.name} 未启用 ${descriptor.label}。`),
    text('Enable the tool in the profile first.', '请先在配置中启用该工具。'),
  )

const noTools = (profile: Profile) =>
  misused(
    'no-tools',
    text(`The profile ${profile.name} has no tool enabled.`, `配置 ${profile.name} 没有启用任何工具。`),
    text('Enable at least one tool in it.', '请至少启用一个工具。'),
  )
