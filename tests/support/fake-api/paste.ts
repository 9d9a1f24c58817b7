import type { Api } from '../../../shared/contract'
import type { Recognised } from '../../../shared/model/paste'
import type { Profile, ProfileInput, ProfileView } from '../../../shared/model/profile'
import { text } from '../../../shared/model/text'
import { fakeDerive, maskKey } from './derive'
import { fakeTools } from './descriptors'
import { keyViews, plainKey } from './keys'
import type { FakeState } from './state'

type Methods = Pick<Api, 'paste.recognise' | 'paste.probe' | 'paste.save' | 'paste.addKey' | 'paste.forget'>

/** A small likeness of the core's recognisers: the first address and the first `sk-` word. `many-models` in the address gives a long list. */
export function fakePaste(state: FakeState, add: (profile: ProfileInput) => ProfileView, addKey: Api['keys.add']): Methods {
  const keyIn = (profile: Profile, key: string) => keyViews(profile).find(({ id }) => plainKey(profile, id) === key)
  const drafts = new Map<string, { readonly key?: string; readonly url?: string }>()
  return {
    async 'paste.recognise'({ text: pasted }): Promise<Recognised> {
      const address = /https?:\/\/[^\s"']+/.exec(pasted)?.[0]
      const key = /sk-[\w-]+/.exec(pasted)?.[0]
      const link = /^\w+:\/\/v1\//.test(pasted)
      const url = address === undefined ? undefined : fakeDerive(decodeURIComponent(address)).root.split('&')[0]
      const draft = `draft-${drafts.size + 1}`
      drafts.set(draft, { key, url })
      const there = state.profiles.filter(({ relay }) => url !== undefined && key !== undefined && relay.url === url)
      const known = there.find((profile) => keyIn(profile, key ?? ''))
      return {
        draft,
        ...(url || key ? { source: link ? text('CC-Switch link', 'CC-Switch 链接') : text('URL and key', 'URL 和密钥') } : {}),
        link,
        ...(url ? { url } : {}),
        problems: [],
        sameRelay: there.filter((profile) => !keyIn(profile, key ?? '')).map(({ id, name }) => ({ id, name })),
        ...(known && { known: { id: known.id, name: known.name, key: keyIn(known, key ?? '') } }),
        keyMasked: key ? maskKey(key) : '',
        tools: [],
        protocols: [],
        models: {},
        options: {},
        notices: [],
        risks: pasted.includes('NODE_OPTIONS')
          ? [
              {
                id: 'env-runs-code',
                message: text(
                  'It sets NODE_OPTIONS, which can run foreign code. Switchyard leaves it out.',
                  '其中设置了 NODE_OPTIONS，可能运行外部代码。Switchyard 不会写入它。',
                ),
                evidence: 'NODE_OPTIONS',
                consent: true,
              },
            ]
          : [],
      }
    },
    async 'paste.probe'({ draft }) {
      const many = drafts.get(draft)?.url?.includes('many-models')
      const names = fakeTools.flatMap(({ descriptor }) => descriptor.models[0]?.placeholder ?? [])
      const models = many ? Array.from({ length: 10_000 }, (_, at) => `model-${at}`) : names
      return { outcome: 'reached', protocols: { anthropic: true, 'openai-responses': true, gemini: true }, models }
    },
    async 'paste.save'({ draft, profile }) {
      return add({ ...profile, relay: { ...profile.relay, key: profile.relay.key ?? drafts.get(draft)?.key } })
    },
    'paste.addKey': ({ draft, profileId, label, expiresAt }) => addKey({ profileId, key: drafts.get(draft)?.key ?? '', label, expiresAt }),
    async 'paste.forget'({ draft }) {
      drafts.delete(draft)
      return null
    },
  }
}
