import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { draftOf, inputOf, newDraft, sameDraft, suggestedName, type ToolDraft } from '../../../renderer/screens/profiles/form/draft'
import { dropDraft, isSafe, keepDraft, keptDraft, keptNewTarget, noteDraft } from '../../../renderer/screens/profiles/form/draft-storage'
import { formatExtra, parseExtra } from '../../../renderer/screens/profiles/form/extra-value'
import { fakeTools } from '../../support/fake-api/descriptors'
import { scenarios } from '../../support/fake-api/scenarios'
import { viewOf } from '../../support/fake-api/state'

const tools = fakeTools.map((tool) => tool.descriptor)

describe('a value of a further setting', () => {
  it('comes back as it was, whatever it is', () => {
    const value = fc.oneof(fc.string(), fc.boolean(), fc.integer(), fc.constantFrom('true', '5', '"x"', '', ' a ', '007', '1e5', '"'))
    fc.assert(fc.property(value, (one) => Object.is(parseExtra(formatExtra(one)), one)))
  })
  it('is a number or a truth value where it reads like one', () => {
    expect(['600', '-1.5', 'true', 'false'].map(parseExtra)).toEqual([600, -1.5, true, false])
    expect(['007', '1e999', '0x10', 'NaN', '', '"5"'].map(parseExtra)).toEqual(['007', '1e999', '0x10', 'NaN', '', '5'])
  })
})

/** The two places of drafts, and what is in them. */
function storages() {
  const [typed, kept] = [new Map<string, string>(), new Map<string, string>()]
  const over = (held: Map<string, string>) =>
    ({
      getItem: (name: string) => held.get(name) ?? null,
      setItem: (name: string, value: string) => void held.set(name, value),
      removeItem: (name: string) => void held.delete(name),
      key: (at: number) => [...held.keys()][at] ?? null,
      get length() {
        return held.size
      },
    }) as unknown as Storage
  return { places: { typed: over(typed), kept: over(kept) }, typed, kept }
}

describe('a draft', () => {
  it('of a stored profile becomes that profile again', () => {
    for (const profile of scenarios.working().profiles) {
      const view = viewOf(profile)
      const { key: _, ...relay } = profile.relay
      expect(JSON.parse(JSON.stringify(inputOf(draftOf(view, tools), view)))).toEqual({
        name: profile.name,
        ...(profile.color && { color: profile.color }),
        relay,
        tools: profile.tools,
      })
    }
  })
  it('is kept without the keys in it, wherever they were typed', () => {
    const draft = newDraft(tools)
    const secret = 'sk-hidden-0123456789abcdef'
    const claude = {
      ...(draft.tools.claude as ToolDraft),
      extra: [
        { id: 0, key: 'X_API_KEY', value: secret },
        { id: 1, key: 'OTHER', value: 'five' },
      ],
    }
    const typed = { ...draft, url: 'https://relay.example', key: secret, tools: { ...draft.tools, claude } }
    const { places, kept } = storages()
    keepDraft(places, 'new', typed)
    expect([...kept.values()].join()).not.toContain(secret)
    expect(keptDraft(places, 'new', draft)?.tools.claude?.extra).toMatchObject([{ value: '' }, { value: 'five' }])
  })
  it('knows whether something was typed', () => {
    const draft = newDraft(tools)
    expect(sameDraft(draft, { ...draft, notes: ' ' })).toBe(true)
    expect(sameDraft(draft, { ...draft, key: 'k' })).toBe(false)
  })
  it('comes back from storage; a damaged one as far as it is sound', () => {
    const { places, kept } = storages()
    const base = newDraft(tools)
    const draft = { ...base, name: 'Half', endpoints: ['https://b.example'], key: 'sk-secret' }
    keepDraft(places, 'new', draft)
    expect([...kept.values()].join()).not.toContain('sk-secret')
    expect(keptDraft(places, 'new', base)).toEqual({ ...draft, key: '' })
    for (const damaged of ['', '{"name":"Ha', 'null', '[]', '7']) {
      kept.set('switchyard.draft.new', damaged)
      expect(keptDraft(places, 'new', base), damaged).toBeUndefined()
    }
    const tool = { enabled: true, baseUrl: '', models: { main: 5 }, options: {}, extra: {} }
    kept.set('switchyard.draft.new', JSON.stringify({ name: 'Half', url: 5, endpoints: [1], tools: { claude: tool, codex: null } }))
    expect(keptDraft(places, 'new', base)).toEqual({ ...base, name: 'Half' })
  })
  it('is kept beyond what is typed later; what is typed comes back first, and dropping it drops both', () => {
    const { places, kept, typed } = storages()
    const base = newDraft(tools)
    noteDraft(places, 'new', { ...base, name: 'Typed' })
    expect(isSafe(places, 'new')).toBe(false)
    expect([kept.size, keptDraft(places, 'new', base)?.name]).toEqual([0, 'Typed'])
    keepDraft(places, 'new', { ...base, name: 'Kept' })
    expect([typed.size, keptDraft(places, 'new', base)?.name]).toEqual([0, 'Kept'])
    // In a browser both places go with the tab.
    expect([isSafe(places, 'new'), isSafe({ typed: places.kept, kept: places.kept }, 'new')]).toEqual([true, false])
    noteDraft(places, 'new', { ...base, name: 'Later' })
    expect(isSafe(places, 'new')).toBe(false)
    expect(keptDraft(places, 'new', base)?.name).toBe('Later')
    // The app is started again.
    typed.clear()
    expect([keptNewTarget(places), keptDraft(places, 'new', base)?.name]).toEqual(['new', 'Kept'])
    noteDraft(places, 'new', base)
    dropDraft(places, 'new')
    expect(keptDraft(places, 'new', base)).toBeUndefined()
  })
  it('is named after the host', () => {
    expect(['https://a.example:8443/x/y', 'b.example?q'].map(suggestedName)).toEqual(['a.example:8443', 'b.example'])
  })
})
