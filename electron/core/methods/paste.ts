import type { Api } from '../../../shared/contract'
import type { PasteProbe } from '../../../shared/model/paste'
import { text } from '../../../shared/model/text'
import type { Drafts } from '../paste/drafts'
import type { Offers } from '../paste/offers'
import type { Recognition } from '../paste/recognise'
import { misused, refused } from '../problem'
import { profileById } from '../profile-lookup'
import { readProfiles } from '../profile-store'
import type { Scope } from '../scope'
import { readSettings } from '../settings-store'

type Methods = Pick<Api, 'paste.recognise' | 'paste.probe' | 'paste.save' | 'paste.addKey' | 'paste.forget'>

/**
 * Methods about pasted text. A key that was recognised stays in this process, under the name of a draft, until the user saves it; no answer holds it.
 * So a link's key never reaches a window's state, whoever sent the link. Everything behind them is loaded with the first call.
 */
export function pasteMethods(scope: Scope, into: Pick<Api, 'profiles.add' | 'keys.add'>, offers: Offers): Methods {
  const { host, adapters } = scope
  const running = new Map<string, AbortController>()
  let drafts: Drafts | undefined
  const now = () => host.now().getTime()
  const find = (id: string): Recognition => {
    const draft = drafts?.find(id, now())
    if (draft !== undefined) return draft
    throw refused(
      'draft-gone',
      text('What you pasted is no longer kept.', '粘贴的内容已不再保留。'),
      text('Paste it again.', '请重新粘贴。'),
    )
  }
  const agreed = (id: string, consent: boolean): Recognition => {
    const draft = find(id)
    if (consent || !draft.found.risks.some((risk) => risk.consent)) return draft
    throw misused(
      'consent-needed',
      text('What was pasted holds risks that nobody has agreed to.', '粘贴的内容含有尚未确认的风险。'),
      text('Read the risks and agree to them, or leave it.', '请先阅读并确认这些风险，或放弃。'),
    )
  }
  const forget = (id: string) => {
    running.get(id)?.abort()
    running.delete(id)
    drafts?.drop(id)
  }

  return {
    'paste.recognise': async ({ text: shown, previous }) => {
      const { Drafts: Kept } = await import('../paste/drafts')
      const { recognise } = await import('../paste/recognise')
      drafts ??= new Kept()
      if (previous !== undefined) forget(previous)
      const recognition = recognise(offers.meant(shown), adapters)
      if (recognition.key !== undefined) host.met?.([recognition.key])
      const { sameRelay } = await import('../paste/same-relay')
      const there = await sameRelay(readProfiles(host).profiles, recognition, host.vault)
      return { ...recognition.found, ...there, draft: drafts.keep(recognition, now()) }
    },
    'paste.probe': async ({ draft: id }) => {
      const recognition = find(id)
      running.get(id)?.abort()
      const control = new AbortController()
      running.set(id, control)
      try {
        return await probe(scope, recognition, control.signal)
      } finally {
        if (running.get(id) === control) running.delete(id)
      }
    },
    'paste.save': async ({ draft: id, profile, consent = false, replace }) => {
      const { key } = agreed(id, consent)
      const saved = await into['profiles.add']({
        profile: { ...profile, relay: { ...profile.relay, key: profile.relay.key ?? key } },
        replace,
      })
      forget(id)
      return saved
    },
    'paste.addKey': async ({ draft: id, profileId, consent = false, ...notes }) => {
      const { found, key } = agreed(id, consent)
      const { isAtHost, otherRelay } = await import('../paste/same-relay')
      const profile = profileById(host, profileId)
      if (found.url !== undefined && !isAtHost(profile, found.url)) throw otherRelay(profile, found.url)
      const saved = await into['keys.add']({ profileId, key: key ?? '', ...notes })
      forget(id)
      return saved
    },
    'paste.forget': async ({ draft }) => {
      forget(draft)
      return null
    },
  }
}

const unknown: PasteProbe = { outcome: 'unknown', protocols: {}, models: [] }

/** Asks the relay for its models and protocols; no tokens are spent. */
async function probe({ host, adapters }: Scope, { found, key }: Recognition, signal: AbortSignal): Promise<PasteProbe> {
  const adapter = adapters.find(({ descriptor }) => found.tools.includes(descriptor.id)) ?? adapters[0]
  if (found.url === undefined || key === undefined || adapter === undefined) return unknown
  const { ownWay } = await import('../connection/own-way')
  const { probeRelay } = await import('../paste/probe-relay')
  const target = { profileName: '', baseUrl: adapter.baseUrl(found.url), key, models: {}, options: {}, extra: {} }
  const options = found.options[adapter.descriptor.id]
  return probeRelay(adapter.probe({ ...target, options: { ...options } }), found.url, {
    place: ownWay(host.place, readSettings(host)),
    signal,
    now: () => host.now(),
  })
}
