import type { Api } from '../../../shared/contract'
import type { PasteProbe } from '../../../shared/model/paste'
import { text } from '../../../shared/model/text'
import type { Drafts } from '../paste/drafts'
import type { Recognition } from '../paste/recognise'
import { misused, refused } from '../problem'
import { readProfiles } from '../profile-store'
import type { Scope } from '../scope'
import { readSettings } from '../settings-store'

type Methods = Pick<Api, 'paste.recognise' | 'paste.probe' | 'paste.save' | 'paste.forget'>

/**
 * Methods about pasted text. A key that was recognised stays in this process, under the name of a draft, until the user saves it; no answer holds it.
 * So a link's key never reaches a window's state, whoever sent the link. Everything behind them is loaded with the first call.
 */
export function pasteMethods(scope: Scope, add: Api['profiles.add']): Methods {
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
  const forget = (id: string) => {
    running.get(id)?.abort()
    running.delete(id)
    drafts?.drop(id)
  }

  return {
    'paste.recognise': async ({ text: pasted, previous }) => {
      const { Drafts: Kept } = await import('../paste/drafts')
      const { recognise } = await import('../paste/recognise')
      drafts ??= new Kept()
      if (previous !== undefined) forget(previous)
      const recognition = recognise(pasted, adapters)
      const same = readProfiles(host).profiles.find(
        ({ relay }) => relay.url === recognition.found.url && recognition.key !== undefined && relay.key === recognition.key,
      )
      const draft = drafts.keep(recognition, now())
      return { ...recognition.found, draft, ...(same !== undefined && { known: { id: same.id, name: same.name } }) }
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
      const { found, key } = find(id)
      if (!consent && found.risks.some((risk) => risk.consent))
        throw misused(
          'consent-needed',
          text('What was pasted holds risks that nobody has agreed to.', '粘贴的内容含有尚未确认的风险。'),
          text('Read the risks and agree to them, or leave it.', '请先阅读并确认这些风险，或放弃。'),
        )
      const saved = await add({ profile: { ...profile, relay: { ...profile.relay, key: profile.relay.key ?? key } }, replace })
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
