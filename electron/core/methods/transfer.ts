import type { Api } from '../../../shared/contract'
import type { Profile } from '../../../shared/model/profile'
import { text } from '../../../shared/model/text'
import { type Imported, SHORTEST_PASSPHRASE } from '../../../shared/model/transfer'
import type { Drafts } from '../paste/drafts'
import { misused } from '../problem'
import { comparable, known } from '../profile-names'
import { readProfiles, writeProfiles } from '../profile-store'
import { buildProfile } from '../profiles'
import { changing, type Scope } from '../scope'
import type { ImportStep } from '../transfer/plan-import'
import type { Candidate } from '../transfer/portable'
import type { ReadTransfer } from '../transfer/read-transfer'
import { consentNeeded, draftGone, nothingToExport, protectionNeeded, tooShort, twice } from '../transfer/transfer-problems'
import type { Vault } from '../vault/vault'

type Methods = Pick<Api, 'transfer.export' | 'transfer.inspect' | 'transfer.import' | 'transfer.forget'>

/** Files that wait for a decision at the same time: each may be large. */
const MOST_DRAFTS = 4

/**
 * Methods that carry profiles from one machine to another. Keys that a file holds stay in this process until they are sealed; no answer holds them.
 * Everything behind them is loaded with the first call.
 */
export function transferMethods(scope: Scope): Methods {
  const { host, adapters } = scope
  const { vault } = host
  let drafts: Drafts<ReadTransfer> | undefined
  const now = () => host.now().getTime()

  return {
    async 'transfer.export'({ ids, passphrase, plain = false }) {
      if (plain === (passphrase !== undefined)) throw protectionNeeded()
      if (passphrase !== undefined && passphrase.length < SHORTEST_PASSPHRASE) throw tooShort()
      const { openKeys, portable } = await import('../transfer/portable-keys')
      const { plainExport, sealedExport } = await import('../transfer/export-document')
      const stored = readProfiles(host).profiles
      const chosen = ids === undefined ? stored : ids.map((id) => known(stored, id))
      if (chosen.length === 0) throw nothingToExport()
      const profiles = chosen.map((profile) => portable(profile, openKeys(profile, vault)))
      const day = host.now().toISOString().slice(0, 10)
      return {
        text: passphrase === undefined ? plainExport(profiles) : await sealedExport(profiles, passphrase),
        fileName: `switchyard-${plain ? 'plain-text-keys' : 'export'}-${day}.json`,
        count: profiles.length,
      }
    },

    async 'transfer.inspect'({ text: content, file, passphrase }) {
      const { Drafts: Kept } = await import('../paste/drafts')
      const { readTransfer } = await import('../transfer/read-transfer')
      drafts ??= new Kept(MOST_DRAFTS)
      const read = await readTransfer({ text: content, name: file, passphrase }, adapters, host.now())
      if (read === 'sealed') return { sealed: true }
      const { openKeys } = await import('../transfer/portable-keys')
      const { itemOf } = await import('../transfer/show-item')
      const present = new Map(readProfiles(host).profiles.map((profile) => [comparable(profile.name), profile]))
      return {
        sealed: false,
        draft: drafts.keep(read, now()),
        source: read.source,
        items: read.candidates.map((candidate, at) =>
          itemOf(candidate, at, present.get(comparable(candidate.profile.name)), (profile) => openKeys(profile, vault)),
        ),
        notices: read.notices,
      }
    },

    async 'transfer.import'({ draft: id, take, consent = false }) {
      const draft = drafts?.find(id, now())
      if (draft === undefined) throw draftGone()
      const wanted = take.map(({ id: item, onConflict = 'skip' }) => ({ ...itemNamed(draft, item), onConflict }))
      if (new Set(take.map((each) => each.id)).size < take.length) throw twice()
      if (!consent && wanted.some(({ risks }) => risks.some((risk) => risk.consent))) throw consentNeeded()
      const { planImport } = await import('../transfer/plan-import')
      const { activeOf, sealKeys } = await import('../transfer/portable-keys')
      const make = ({ name, profile, previous }: ImportStep, seal: Vault['seal']): Profile => {
        const { keys } = profile.relay
        const built = buildProfile(
          { ...profile, name, relay: { ...profile.relay, key: activeOf(keys)?.key } },
          adapters,
          undefined,
          host.now(),
        )
        const placed = previous === undefined ? built : { ...built, id: previous.id, createdAt: previous.createdAt }
        return sealKeys(placed, keys, vault, seal)
      }
      await scope.prepareVault()
      const done = await changing(scope, () => {
        const { profiles, strange } = readProfiles(host)
        const seal = vault.sealer() ?? vault.seal
        const steps = planImport(profiles, wanted)
        const made = new Map(steps.flatMap((step) => (step.kind === 'skip' ? [] : [[step, make(step, seal)] as const])))
        const replacing = new Map(steps.flatMap((step) => (step.previous === undefined ? [] : [[step.previous, made.get(step)] as const])))
        const added = steps.flatMap((step) => (step.kind === 'add' ? (made.get(step) ?? []) : []))
        if (made.size > 0) writeProfiles(host, { profiles: [...profiles.map((each) => replacing.get(each) ?? each), ...added], strange })
        return outcome(steps)
      })
      drafts?.drop(id)
      return done
    },

    async 'transfer.forget'({ draft }) {
      drafts?.drop(draft)
      return null
    },
  }
}

function itemNamed(draft: ReadTransfer, id: string): Candidate {
  const found = /^\d{1,6}$/.test(id) ? draft.candidates[Number(id)] : undefined
  if (found === undefined)
    throw misused(
      'unknown-item',
      text('The file holds no such profile.', '文件中没有该配置。'),
      text('Open it again.', '请重新打开该文件。'),
    )
  return found
}

const named = (steps: readonly ImportStep[], kind: ImportStep['kind']) => steps.flatMap((step) => (step.kind === kind ? [step.name] : []))
const outcome = (steps: readonly ImportStep[]): Imported => ({
  added: named(steps, 'add'),
  replaced: named(steps, 'replace'),
  skipped: named(steps, 'skip'),
})
