import { describe, expect, it } from 'vitest'
import { findNamed, findProfiles, maxResults } from '../../../renderer/screens/palette/search'
import type { ProfileView } from '../../../shared/model/profile'

const profile = (name: string, url = `https://${name.toLowerCase().replace(/\W/g, '')}.example`): ProfileView => ({
  id: name,
  kind: 'relay',
  name,
  relay: { url, keyMasked: 'sk-…0001' },
  tools: {},
  createdAt: '',
  updatedAt: '',
})

describe('the palette finds', () => {
  it('actions whose words are in the title or beside it, the title first', () => {
    const found = findNamed([{ title: 'Open settings', words: 'theme' }, { title: 'Theme: dark' }, { title: 'Add profile' }], 'theme')
    expect(found.map(({ title }) => title)).toEqual(['Theme: dark', 'Open settings'])
  })
  it('nothing when one word is nowhere', () => {
    expect(findNamed([{ title: 'Theme: dark' }], 'theme zebra')).toEqual([])
  })
  it('a profile by name and URL, the name that begins with it first', () => {
    const found = findProfiles([profile('My Harbor'), profile('Harbor'), profile('Other', 'https://harbor.example/x')], 'harb')
    expect(found.map((one) => one.profile.name)).toEqual(['Harbor', 'My Harbor', 'Other'])
  })
  it('what to do with it in the words that are left', () => {
    expect(findProfiles([profile('Harbor'), profile('Other')], 'edit harbor')).toMatchObject([
      { profile: { name: 'Harbor' }, rest: 'edit' },
    ])
  })
  it('among 10,000 profiles never more than it shows', () => {
    const many = Array.from({ length: 10_000 }, (_, at) => profile(`Relay ${at}`))
    expect(findProfiles(many, 'relay')).toHaveLength(maxResults)
    expect(findProfiles(many, 'test relay')).toHaveLength(maxResults)
    expect(findProfiles(many, '9999').map((one) => one.profile.name)).toEqual(['Relay 9999'])
  })
})
