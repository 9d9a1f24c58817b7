import type { Api } from '../../shared/contract'
import { OFFICIAL_ID } from '../../shared/model/profile'
import type { Notice, Problem } from '../../shared/model/switch'
import type { ToolId } from '../../shared/model/tool'
import { createEmitter, type EventListener } from './events'
import { guardedStore } from './guarded-store'
import { historyIds } from './history'
import type { Host } from './host'
import { keysInStep } from './key-in-step'
import { mendLauncher } from './launcher'
import { allMethods } from './methods/index'
import type { Launch } from './methods/launch'
import { Offers } from './paste/offers'
import { placeWithFolders } from './place'
import { problemOf } from './problem-of'
import { profileFinder, profileNamed, profileWithId } from './profile-lookup'
import { sameName } from './profile-names'
import { isProfileDocument, readProfiles } from './profile-store'
import { officialView, viewOf } from './profile-view'
import { redactedApi, redactedEvent } from './redact/boundary'
import { createRedactor } from './redact/redactor'
import { isLikelySecret } from './redact/shapes'
import type { Scope } from './scope'
import { isSettingsDocument, readSettings } from './settings-store'
import { ShownPlan } from './shown-plan'
import { readStatus } from './status'
import { adapters } from './tools/index'
import { prepareVault } from './vault/prepare'
import { isKeyPurpose } from './vault/profile-keys'
import { withVault } from './vault/with-vault'
import { watchFiles } from './watch'

export interface Core {
  readonly api: Api
  /** A profile by its name or id, without reading all the others where that can be avoided. */
  find(nameOrId: string): { readonly id: string; readonly name: string } | undefined
  /** A profile by its id alone. */
  findById(id: string): { readonly id: string; readonly name: string } | undefined
  /** What should be said before a switch to the profile writes anything; without names, for all tools that it serves. */
  warningsBefore(profileId: string, tools?: readonly ToolId[]): Promise<readonly Notice[]>
  /** What a command needs to use a profile for itself alone. */
  launch(profileId: string, command: readonly string[]): Promise<Launch>
  /** Takes a link that another program hands over. Returns what a window may show of it and hand back to be recognised: the link without its key. */
  offer(link: string): string
  /** Every event of the contract, also those caused by other processes while `watch` is on. Returns the function that ends the subscription. */
  subscribe(listener: EventListener): () => void
  /** Starts to notice what other processes change in the data folder and the tools' files. Returns the function that ends it. */
  watch(): () => void
}

/** The composition root: one core for window, terminal and local web. Nothing is written and nothing heavy is loaded before a method is called. `tell` hears what
 * the user should know once, also where nobody listens to events. */
export function createCore(given: Host, tell: (problem: Problem) => void = () => undefined): Core {
  const setAside: Problem[] = []
  const report = (problem: Problem) => {
    setAside.push(problem)
  }
  const redactor = createRedactor()
  const settings = guardedStore(given.settings, isSettingsDocument, report)
  const host: Host = {
    ...given,
    profiles: guardedStore(given.profiles, isProfileDocument, report),
    settings,
    met: (secrets) => redactor.learn(secrets.filter(isLikelySecret)),
    // Read each time: another shell may have chosen other folders meanwhile.
    get place() {
      return placeWithFolders(given.place, readSettings({ settings }).toolFolders, adapters)
    },
  }
  const { vault } = host
  vault.listen((purpose, plain) => {
    if (isKeyPurpose(purpose)) redactor.learn([plain])
  })
  const emitter = createEmitter((name, payload) => redactedEvent(name, payload, redactor))
  const announce = async () => {
    if (!emitter.hasListeners()) return
    const { profiles } = readProfiles(host)
    emitter.emit('profiles-changed', [officialView(adapters), ...profiles.map((profile) => viewOf(profile, adapters))])
    emitter.emit('settings-changed', readSettings(host))
    emitter.emit('status-changed', await readStatus(host, adapters, profileFinder(host, profiles)))
    emitter.emit('history-changed', { newest: historyIds(host.dataFolder)[0] ?? null })
  }
  const scope: Scope = {
    host,
    adapters,
    setAside,
    shown: new ShownPlan(),
    emit: emitter.emit,
    announce,
    async prepareVault() {
      for (const problem of await prepareVault(host)) {
        emitter.emit('problem', problem)
        tell(redactor.problem(problem))
      }
    },
  }
  const offers = new Offers()
  return {
    api: redactedApi(keysInStep(scope, withVault(scope, allMethods(scope, offers))), redactor),
    find: (nameOrId) =>
      sameName(nameOrId, OFFICIAL_ID)
        ? { id: OFFICIAL_ID, name: 'Official' }
        : (profileNamed(host, nameOrId) ?? profileWithId(host, nameOrId)),
    warningsBefore: async (profileId, tools) => (await import('./methods/switch')).warningsBefore(scope, profileId, tools),
    findById: (id) => profileWithId(host, id),
    async launch(profileId, command) {
      try {
        await vault.load()
        return await (await import('./methods/launch')).launchFor(scope, profileId, command)
      } catch (error) {
        throw redactor.thrown(error)
      }
    },
    offer: (link) => offers.keep(link, redactor.text),
    subscribe: emitter.subscribe,
    watch() {
      const complain = (error: unknown) => emitter.emit('problem', problemOf(error))
      try {
        mendLauncher(host)
      } catch (error) {
        complain(error)
      }
      return watchFiles(host, adapters, () => void announce().catch(complain))
    },
  }
}
