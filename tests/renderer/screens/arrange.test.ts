import { describe, expect, it } from 'vitest'
import { searchProfiles, sortProfiles, tagsOf } from '../../../renderer/screens/profiles/arrange'
import type { ProbeVerdict, ProfileConnection } from '../../../shared/model/probe'
import type { ProfileView } from '../../../shared/model/profile'

const view = (name: string, more: Partial<ProfileView> = {}): ProfileView => ({
  id: name,
  kind: 'relay',
  name,
  relay: { url: `https://${name.toLowerCase()}.example`, keyMasked: '' },
  tools: { claude: { enabled: true, models: {}, options: {}, extra: {}, derived: { baseUrl: '', overridden: false, notes: [] } } },
  createdAt: '',
  updatedAt: '',
  ...more,
})
const names = (profiles: readonly ProfileView[]) => profiles.map(({ name }) => name)
const list = [
  view('Official', { kind: 'official' }),
  view('Beta 10', { tags: ['work', 'asia'] }),
  view('alpha'),
  view('Beta 2', { tags: ['work'], relay: { url: 'https://x.example', keyMasked: '', notes: 'for the night shift' } }),
]
const tested = (ms: number): ProfileConnection =>
  ({
    protocols: {},
    tools: { claude: { last: { verdict: { outcome: 'works' } as ProbeVerdict, timings: { totalMs: ms } } } },
  }) as unknown as ProfileConnection

describe('the list of profiles', () => {
  it('is searched by name, host, notes and tags, every word of it', () => {
    expect(names(searchProfiles(list, 'ALPHA example'))).toEqual(['alpha'])
    expect(names(searchProfiles(list, 'night'))).toEqual(['Beta 2'])
    expect(names(searchProfiles(list, 'work beta'))).toEqual(['Beta 10', 'Beta 2'])
    expect(names(searchProfiles(list, '', 'asia'))).toEqual(['Beta 10'])
    expect(searchProfiles(list, '  ')).toBe(list)
  })
  it('is sorted by name as people count, by latency with the untested last, and keeps official first', () => {
    expect(names(sortProfiles(list, 'name', {}))).toEqual(['Official', 'alpha', 'Beta 2', 'Beta 10'])
    expect(names(sortProfiles(list, 'latency', { results: { 'Beta 10': tested(90), alpha: tested(400) } }))).toEqual([
      'Official',
      'Beta 10',
      'alpha',
      'Beta 2',
    ])
    expect(sortProfiles(list, 'manual', {})).toBe(list)
  })
  it('is sorted by last use: what is in use now, then the later the higher, then the rest by name', () => {
    const status = [{ tool: 'codex', state: 'in-sync', profileId: 'Beta 2', changes: [] } as const]
    const lastUsed = {
      'Beta 10': '2026-01-03T00:00:00.000Z',
      alpha: '2025-12-31T23:00:00.000Z',
      'Beta 2': '2025-01-01T00:00:00.000Z',
      gone: '',
    }
    expect(names(sortProfiles(list, 'used', { status, lastUsed }))).toEqual(['Official', 'Beta 2', 'Beta 10', 'alpha'])
    expect(names(sortProfiles(list, 'used', { lastUsed: { alpha: '2026-01-01T00:00:00.000Z' } }))).toEqual([
      'Official',
      'alpha',
      'Beta 2',
      'Beta 10',
    ])
    expect(names(sortProfiles(list, 'used', {}))).toEqual(['Official', 'alpha', 'Beta 2', 'Beta 10'])
  })
  it('knows its tags once each', () => {
    expect(tagsOf(list)).toEqual(['asia', 'work'])
  })
})
