import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { draftOf, inputOf, newDraft, sameDraft, suggestedName } from '../../../renderer/screens/profiles/form/draft'
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
  it('knows whether something was typed', () => {
    const draft = newDraft(tools)
    expect(sameDraft(draft, { ...draft, notes: ' ' })).toBe(true)
    expect(sameDraft(draft, { ...draft, key: 'k' })).toBe(false)
  })
  it('is named after the host', () => {
    expect(['https://a.example:8443/x/y', 'b.example?q'].map(suggestedName)).toEqual(['a.example:8443', 'b.example'])
  })
})
