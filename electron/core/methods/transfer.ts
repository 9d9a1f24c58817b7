import type { Api } from '../../../shared/contract'
import type { Profile } from '../../../shared/model/profile'
import { text } from '../../../shared/model/text'
import { type Imported, SHORTEST_PASSPHRASE, type TransferItem } from '../../../shared/model/transfer'
import { ProblemError } from '../../../shared/transport'
import { maskKey } from '../api-key'
import type { Drafts } from '../paste/drafts'
import { misused, refused } from '../problem'
import { readProfiles, writeProfiles } from '../profile-store'
import { buildProfile, comparable, unknownProfile } from '../profiles'
import { changing, type Scope } from '../scope'
import type { ImportStep } from '../transfer/plan-import'
import type { Candidate, PortableKey } from '../transfer/portable'
import type { ReadTransfer } from '../transfer/read-transfer'
import type { Vault } from '../vault/vault'

type Methods = Pick<Api, 'transfer.export' | 'transfer.inspect' | 'transfer.import' | 'transfer.forget'>

/** Files that wait for a decision at the same time: each may be large. */
const MOST_DRAFTS = 4

/**
 * Methods that carry profiles from one machine to another. Keys that a file holds stay in this process until they are sealed; no answer holds them.
 * Everything behind them is loaded with the first call.
 */
export function transferMethods(scope: Scope, vault: Vault): Methods {
  const { host, adapters } = scope
  let drafts: Drafts<ReadTransfer> | undefined
  const now = () => host.now().getTime()

  return {
    async 'transfer.export'({ ids, passphrase, plain = false }) {
      if (plain === (passphrase !== undefined)) throw protectionNeeded()
      if (passphrase !== undefined && passphrase.length < SHORTEST_PASSPHRASE) throw tooShort()
      const { openKeys } = await import('../transfer/portable-keys')
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
      const make = ({ name, profile, previous }: ImportStep): Profile => {
        const { keys } = profile.relay
        const built = buildProfile(
          { ...profile, name, relay: { ...profile.relay, key: activeOf(keys)?.key } },
          adapters,
          undefined,
          host.now(),
        )
        const placed = previous === undefined ? built : { ...built, id: previous.id, createdAt: previous.createdAt }
        return sealKeys(placed, keys, vault)
      }
      await scope.prepareVault()
      const done = await changing(scope, () => {
        const { profiles, strange } = readProfiles(host)
        const steps = planImport(profiles, wanted)
        const made = new Map(steps.flatMap((step) => (step.kind === 'skip' ? [] : [[step, make(step)] as const])))
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

function known(profiles: readonly Profile[], id: string): Profile {
  const found = profiles.find((profile) => profile.id === id)
  if (found === undefined) throw unknownProfile()
  return found
}

const portable = ({ name, color, icon, tags, tools, relay }: Profile, keys: readonly PortableKey[]) => {
  const { url, website, notes, endpoints } = relay
  return { name, color, icon, tags, relay: { url, keys, website, notes, endpoints }, tools }
}

function itemOf(
  { profile, notices, risks }: Candidate,
  at: number,
  other: Profile | undefined,
  open: (profile: Profile) => readonly PortableKey[],
): TransferItem {
  const { name, relay, tools } = profile
  return {
    id: String(at),
    name,
    url: relay.url,
    endpoints: relay.endpoints ?? [],
    keys: relay.keys.map(({ key, label }) => ({ masked: maskKey(key), ...(label !== undefined && { label }) })),
    tools: Object.entries(tools).flatMap(([id, { enabled }]) => (enabled ? [id] : [])),
    ...(other !== undefined && { conflict: { id: other.id, name: other.name, same: isSame(other, relay.url, relay.keys, open) } }),
    notices,
    risks,
  }
}

/** False also where the present keys cannot be opened. */
function isSame(other: Profile, url: string, keys: readonly PortableKey[], open: (profile: Profile) => readonly PortableKey[]): boolean {
  if (other.relay.url !== url) return false
  try {
    const mine = new Set(open(other).map(({ key }) => key))
    return mine.size === keys.length && keys.every(({ key }) => mine.has(key))
  } catch (error) {
    if (error instanceof ProblemError) return false
    throw error
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

const protectionNeeded = () =>
  misused(
    'passphrase-needed',
    text(
      'An export is sealed with a passphrase, or plain when that is asked for: one of both.',
      '导出需用口令密封，或明确选择明文：二者之一。',
    ),
    text('Give a passphrase.', '请提供口令。'),
  )
const tooShort = () =>
  misused(
    'passphrase-short',
    text(`A passphrase has at least ${SHORTEST_PASSPHRASE} characters.`, `口令至少需要 ${SHORTEST_PASSPHRASE} 个字符。`),
    text('Use several words.', '建议使用多个单词。'),
  )
const nothingToExport = () =>
  misused('nothing-to-export', text('There is no profile to export.', '没有可导出的配置。'), text('Add one first.', '请先添加一个。'))
const draftGone = () =>
  refused('draft-gone', text('The file is no longer kept open.', '文件内容已不再保留。'), text('Open it again.', '请重新打开该文件。'))
const twice = () =>
  misused(
    'unknown-item',
    text('A profile of the file was named twice.', '文件中的某个配置被重复选择。'),
    text('Name each once.', '每个只选一次。'),
  )
const consentNeeded = () =>
  misused(
    'consent-needed',
    text('What would be imported holds risks that nobody has agreed to.', '要导入的内容含有尚未确认的风险。'),
    text('Read the risks and agree to them, or leave those profiles out.', '请先阅读并确认这些风险，或不导入这些配置。'),
  )
