import { describe, expect, it } from 'vitest'
import type { ProfileInput } from '../../../shared/model/profile'
import { startFakeRelay } from '../../support/fake-relay/index'
import { labForTest } from '../../support/lab'
import { KEY } from '../../support/paste-samples'
import { tempHome } from '../../support/temp-home'

const profile = (url: string): ProfileInput => ({
  name: 'Pasted',
  relay: { url },
  tools: { claude: { enabled: true, models: {}, options: {}, extra: {} } },
})

describe('pasted text in the core', () => {
  it('keeps the key under a draft: no answer holds it, and the saved profile has it', async () => {
    const { core } = tempHome()
    const found = await core.api['paste.recognise']({ text: `https://relay.example.com ${KEY}` })
    const saved = await core.api['paste.save']({ draft: found.draft, profile: profile(found.url ?? '') })
    expect(JSON.stringify([found, saved])).not.toContain(KEY)
    expect(await core.api['profiles.reveal']({ id: saved.id })).toEqual({ key: KEY })
    await expect(core.api['paste.save']({ draft: found.draft, profile: profile('https://x.example') })).rejects.toThrow()
  })

  it('writes nothing to the disk before it is saved', async () => {
    const home = tempHome()
    const before = home.tree()
    const { draft } = await home.core.api['paste.recognise']({ text: `https://relay.example.com ${KEY}` })
    await home.core.api['paste.forget']({ draft })
    expect(home.tree()).toEqual(before)
    await expect(home.core.api['paste.probe']({ draft })).rejects.toMatchObject({ problem: { code: 'draft-gone' } })
  })

  it('saves what holds risks only with consent', async () => {
    const { core } = tempHome()
    const { draft, url = '' } = await core.api['paste.recognise']({ text: `http://relay.example.com ${KEY}` })
    await expect(core.api['paste.save']({ draft, profile: profile(url) })).rejects.toMatchObject({ problem: { code: 'consent-needed' } })
    expect(await core.api['paste.save']({ draft, profile: profile(url), consent: true })).toMatchObject({ name: 'Pasted' })
  })

  it('says when a profile has this relay and key already', async () => {
    const { core } = tempHome()
    const text = `https://relay.example.com ${KEY}`
    const first = await core.api['paste.recognise']({ text })
    const saved = await core.api['paste.save']({ draft: first.draft, profile: profile(first.url ?? '') })
    expect(await core.api['paste.recognise']({ text })).toMatchObject({ known: { id: saved.id, name: 'Pasted' } })
  })

  it('tells which profiles at the same host could take the key, and which of their keys it is', async () => {
    const { core } = tempHome()
    const add = (name: string, url: string, key: string) =>
      core.api['profiles.add']({ profile: { ...profile(url), name, relay: { url, key } } })
    await add('Elsewhere', 'https://elsewhere.example', KEY)
    const path = await add('Path', 'https://relay.example.com/team', 'sk-path-0123456789abcdef')
    const root = await add('Root', 'https://relay.example.com', 'sk-root-0123456789abcdef')
    const look = () => core.api['paste.recognise']({ text: `https://relay.example.com/v1 ${KEY}` })
    const found = await look()
    expect(found.known).toBeUndefined()
    expect(found.sameRelay.map(({ name }) => name)).toEqual(['Root', 'Path'])

    const view = await core.api['paste.addKey']({ draft: found.draft, profileId: root.id, label: 'team' })
    expect(view.relay.keys).toMatchObject([{ active: true }, { label: 'team', active: false }])
    const again = await look()
    expect(again).toMatchObject({ known: { id: root.id, key: { label: 'team', active: false } }, sameRelay: [{ id: path.id }] })
    expect(JSON.stringify([view, again])).not.toContain(KEY)
    const problem = async (draft: string, profileId: string) =>
      core.api['paste.addKey']({ draft, profileId }).then(
        () => undefined,
        (error) => error.problem.code,
      )
    expect(await problem(again.draft, root.id)).toBe('key-known')
    expect(await problem(found.draft, path.id)).toBe('draft-gone')
  })

  it('adds a key to no profile of another host, and none with risks unasked', async () => {
    const { core } = tempHome()
    const { id } = await core.api['profiles.add']({
      profile: { ...profile('https://one.example'), relay: { url: 'https://one.example', key: KEY } },
    })
    const other = await core.api['paste.recognise']({ text: 'https://two.example sk-two-0123456789abcdef' })
    await expect(core.api['paste.addKey']({ draft: other.draft, profileId: id })).rejects.toMatchObject({
      problem: { code: 'other-relay' },
    })
    const risky = await core.api['paste.recognise']({ text: 'http://one.example sk-two-0123456789abcdef' })
    await expect(core.api['paste.addKey']({ draft: risky.draft, profileId: id })).rejects.toMatchObject({
      problem: { code: 'consent-needed' },
    })
    expect((await core.api['paste.addKey']({ draft: risky.draft, profileId: id, consent: true })).relay.keys).toHaveLength(2)
  })

  it('probes the relay for models and protocols, and tells a refused key', async () => {
    const relay = await startFakeRelay({ keys: [KEY], models: ['claude-sonnet-5', 'gpt-6-sol', 'gemini-3.8-flash'] })
    const { core } = tempHome()
    const good = await core.api['paste.recognise']({ text: `${relay.url} ${KEY}` })
    const probe = await core.api['paste.probe']({ draft: good.draft })
    expect(probe).toMatchObject({ outcome: 'reached', protocols: { anthropic: true, gemini: true } })
    expect(probe.models.length).toBeGreaterThan(0)
    const bad = await core.api['paste.recognise']({ text: `${relay.url} sk-wrong-0123456789abcdef` })
    expect(await core.api['paste.probe']({ draft: bad.draft })).toMatchObject({ outcome: 'refused', models: [] })
    await relay.close()
    expect(await core.api['paste.probe']({ draft: good.draft })).toMatchObject({ outcome: 'unreachable' })
  })

  it('probes by the proxy of the settings', async () => {
    const lab = labForTest()
    const relay = await lab.relay({ keys: [KEY] })
    const proxy = await lab.httpProxy({ hosts: { 'relay.test': '127.0.0.1' } })
    const { core } = tempHome()
    await core.api['settings.set']({ proxy: proxy.url })
    const { draft } = await core.api['paste.recognise']({ text: `http://relay.test:${relay.port} ${KEY}` })
    expect(await core.api['paste.probe']({ draft })).toMatchObject({ outcome: 'reached' })
    expect(proxy.seen.map(({ target }) => target)).toContain(`relay.test:${relay.port}`)
  })
})

describe('tags', () => {
  const tagged = (tags?: readonly string[]): ProfileInput => ({
    ...profile('https://r.example'),
    relay: { url: 'https://r.example', key: KEY },
    tags,
  })

  it('are cleaned, and kept by an edit that says nothing of them', async () => {
    const { core } = tempHome()
    const saved = await core.api['profiles.add']({ profile: tagged([' Work ', 'work', 'Asia', '']) })
    expect(saved.tags).toEqual(['Work', 'Asia'])
    expect((await core.api['profiles.edit']({ id: saved.id, profile: tagged() })).tags).toEqual(['Work', 'Asia'])
    expect((await core.api['profiles.edit']({ id: saved.id, profile: tagged([]) })).tags).toBeUndefined()
    await expect(core.api['profiles.edit']({ id: saved.id, profile: tagged(['x'.repeat(41)]) })).rejects.toMatchObject({
      problem: { code: 'bad-tag' },
    })
  })
})
