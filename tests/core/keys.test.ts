import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { createCore } from '../../electron/core/core'
import { keyExpiry } from '../../shared/model/key-expiry'
import type { ProfileView } from '../../shared/model/profile'
import { KEY_A, KEY_B, relayInput } from '../support/relay-input'
import { type TempHome, tempHome } from '../support/temp-home'

const KEY_C = 'sk-cccccccccccccccccccccccccccc-CCCC'
const claude = '.claude/settings.json'

/** A profile with the keys A ("mine", in use) and B ("team"). */
async function twoKeys(home: TempHome): Promise<{ profile: ProfileView; mine: string; team: string }> {
  const { api } = home.core
  const { id, relay } = await api['profiles.add']({ profile: relayInput('Alpha', KEY_A) })
  const mine = relay.keys?.[0]?.id ?? ''
  await api['keys.edit']({ profileId: id, keyId: mine, label: 'mine' })
  const profile = await api['keys.add']({ profileId: id, key: KEY_B, label: 'team', expiresAt: '2027-01-31' })
  return { profile, mine, team: profile.relay.keys?.[1]?.id ?? '' }
}
const code = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { problem: { code: string } }) => error.problem.code,
  )
const one = async (home: TempHome) => (await home.core.api['profiles.list']({}))[1] as ProfileView
const labels = ({ relay }: ProfileView) => relay.keys?.map(({ label, active }) => `${label}${active ? '*' : ''}`)

describe('keys of a profile', () => {
  it('are shown masked, with labels and last days, and are sealed on disk', async () => {
    const home = tempHome()
    const { profile } = await twoKeys(home)
    expect(profile.relay.keys).toEqual([
      { id: expect.any(String), label: 'mine', masked: 'sk-…AAAA', active: true },
      { id: expect.any(String), label: 'team', expiresAt: '2027-01-31', masked: 'sk-…BBBB', active: false },
    ])
    expect(JSON.stringify(profile)).not.toContain('"sealed"')
    const texts = readdirSync(home.data, { recursive: true, encoding: 'utf8' })
      .map((name) => path.join(home.data, name))
      .flatMap((file) => (statSync(file).isFile() ? [readFileSync(file, 'latin1')] : []))
    expect(texts.some((text) => text.includes(KEY_A) || text.includes(KEY_B))).toBe(false)
  })

  it('are revealed one by one', async () => {
    const home = tempHome()
    const { profile, team } = await twoKeys(home)
    const { api } = home.core
    expect(await api['profiles.reveal']({ id: profile.id })).toEqual({ key: KEY_A })
    expect(await api['profiles.reveal']({ id: profile.id, keyId: team })).toEqual({ key: KEY_B })
    expect(await code(api['profiles.reveal']({ id: profile.id, keyId: 'other' }))).toBe('unknown-key')
  })

  it('survive a new data key, and go with a copy of the profile', async () => {
    const home = tempHome()
    const { profile, team } = await twoKeys(home)
    const { api } = home.core
    await api['vault.rotate']({})
    const copy = await api['profiles.duplicate']({ id: profile.id, name: 'Copy' })
    expect(labels(copy)).toEqual(['mine*', 'team'])
    for (const id of [profile.id, copy.id]) expect(await home.another().api['profiles.reveal']({ id, keyId: team })).toEqual({ key: KEY_B })
  })

  it.each([
    ['a key that is there already', { key: ` ${KEY_A}\n` }, 'key-known'],
    ['what is no key', { key: 'https://alpha.example' }, 'bad-key'],
    ['a label twice', { key: KEY_C, label: ' Team ' }, 'label-taken'],
    ['a label with control characters', { key: KEY_C, label: 'a\u0007' }, 'bad-label'],
    ['a day that is none', { key: KEY_C, expiresAt: '2027-02-29' }, 'bad-day'],
  ])('%s is refused', async (_, input, problem) => {
    const home = tempHome()
    const { profile } = await twoKeys(home)
    expect(await code(home.core.api['keys.add']({ profileId: profile.id, ...input }))).toBe(problem)
    expect(labels(await one(home))).toEqual(['mine*', 'team'])
  })

  it('are removed, but neither the one in use nor the last one', async () => {
    const home = tempHome()
    const { profile, mine, team } = await twoKeys(home)
    const { api } = home.core
    expect(await code(api['keys.remove']({ profileId: profile.id, keyId: mine }))).toBe('key-in-use')
    expect(labels(await api['keys.remove']({ profileId: profile.id, keyId: team }))).toEqual(['mine*'])
    expect(await code(api['keys.remove']({ profileId: profile.id, keyId: mine }))).toBe('last-key')
    expect(await api['profiles.reveal']({ id: profile.id })).toEqual({ key: KEY_A })
  })

  it('lose label and last day when those are emptied, and the day when the key itself is replaced', async () => {
    const home = tempHome()
    const { profile, mine, team } = await twoKeys(home)
    const { api } = home.core
    const edited = await api['keys.edit']({ profileId: profile.id, keyId: team, label: '', expiresAt: '' })
    expect(edited.relay.keys?.[1]).toEqual({ id: team, masked: 'sk-…BBBB', active: false })
    await api['keys.edit']({ profileId: profile.id, keyId: mine, expiresAt: '2026-12-01' })
    const replaced = await api['profiles.edit']({ id: profile.id, profile: relayInput('Alpha', KEY_C) })
    expect(replaced.relay.keyMasked).toBe('sk-…CCCC')
    expect(replaced.relay.keys?.[0]).toEqual({ id: mine, label: 'mine', masked: 'sk-…CCCC', active: true })
  })

  it('are not doubled when an edit gives another key of the profile', async () => {
    const home = tempHome()
    const { profile, team } = await twoKeys(home)
    const edited = await home.core.api['profiles.edit']({ id: profile.id, profile: relayInput('Alpha', KEY_B) })
    expect(labels(edited)).toEqual(['mine', 'team*'])
    expect(edited.relay.keys?.[1]?.id).toBe(team)
  })
})

describe('using another key', () => {
  it('writes it into the tools that the profile is active in, and an undo takes both back', async () => {
    const home = tempHome()
    const { profile, mine, team } = await twoKeys(home)
    const { api } = home.core
    const other = await api['profiles.add']({ profile: relayInput('Beta', KEY_C) })
    await api['switch.apply']({ profileId: profile.id })
    await api['switch.apply']({ profileId: other.id, tools: ['codex'] })
    const before = home.tree()
    const report = await api['keys.use']({ profileId: profile.id, keyId: team })
    expect(report.tools).toEqual(['claude', 'gemini'])
    expect(labels(report.profile)).toEqual(['mine', 'team*'])
    expect(report.status.map(({ tool, state, keyMasked }) => [tool, state, keyMasked])).toEqual([
      ['claude', 'in-sync', 'sk-…BBBB'],
      ['codex', 'in-sync', 'sk-…CCCC'],
      ['gemini', 'in-sync', 'sk-…BBBB'],
    ])
    expect(JSON.stringify(report)).not.toContain(KEY_B)
    expect(home.read(claude)).toContain(KEY_B)
    expect((await api['history.list']({ limit: 1 }))[0]).toMatchObject({
      id: report.historyId,
      title: { en: 'Used the key team for Alpha' },
    })

    const undone = await api['switch.undo']({})
    expect(home.tree()).toEqual(before)
    expect(labels(await one(home))).toEqual(['mine*', 'team'])
    expect(undone.status.map(({ state }) => state)).toEqual(['in-sync', 'in-sync', 'in-sync'])
    expect(await api['profiles.reveal']({ id: profile.id })).toEqual({ key: KEY_A })
    await api['switch.undo']({ historyId: undone.historyId })
    expect(labels(await one(home))).toEqual(['mine', 'team*'])
    expect(home.read(claude)).toContain(KEY_B)
    expect(mine).not.toBe(team)
  })

  it('changes the profile alone where no tool uses it', async () => {
    const home = tempHome()
    const { profile, team } = await twoKeys(home)
    const before = home.tree()
    const report = await home.core.api['keys.use']({ profileId: profile.id, keyId: team })
    expect(report).toMatchObject({ tools: [], files: [] })
    expect(report.historyId).toBeUndefined()
    expect(home.tree()).toEqual(before)
    expect(await home.another().api['profiles.reveal']({ id: profile.id })).toEqual({ key: KEY_B })
  })

  it('changes nothing at all where a value was changed by hand, unless asked to overwrite', async () => {
    const home = tempHome()
    const { profile, team } = await twoKeys(home)
    const { api } = home.core
    await api['switch.apply']({ profileId: profile.id })
    home.write(claude, home.read(claude).replace('Alpha-opus', 'my-own'))
    const before = home.tree()
    expect(await code(api['keys.use']({ profileId: profile.id, keyId: team }))).toBe('changed-by-hand')
    expect(home.tree()).toEqual(before)
    expect(labels(await one(home))).toEqual(['mine*', 'team'])
    await api['keys.use']({ profileId: profile.id, keyId: team, overwriteChanged: true })
    expect(home.read(claude)).toContain(KEY_B)
  })

  it('leaves the tools as they were when the profile cannot be stored', async () => {
    const home = tempHome()
    const { profile, team } = await twoKeys(home)
    await home.core.api['switch.apply']({ profileId: profile.id })
    const before = home.tree()
    const full = () => {
      throw Object.assign(new Error('full'), { code: 'ENOSPC' })
    }
    const { api } = createCore({ ...home.host, profiles: { ...home.host.profiles, write: full } })
    expect(await code(api['keys.use']({ profileId: profile.id, keyId: team }))).not.toBe('done')
    expect(home.tree()).toEqual(before)
    expect(labels(await one(home))).toEqual(['mine*', 'team'])
  })

  it('is taken back by an undo only while that key is still the one in use', async () => {
    const home = tempHome()
    const { profile, mine, team } = await twoKeys(home)
    const { api } = home.core
    await api['switch.apply']({ profileId: profile.id, tools: ['claude'] })
    await api['keys.use']({ profileId: profile.id, keyId: team })
    await api['keys.remove']({ profileId: profile.id, keyId: mine })
    await api['switch.undo']({})
    expect(home.read(claude)).toContain(KEY_A)
    expect(labels(await one(home))).toEqual(['team*'])
    expect((await api['tools.status']({}))[0]?.state).toBe('outdated')
  })

  it.each([
    ['official', 'x', 'built-in'],
    ['nobody', 'x', 'unknown-profile'],
  ])('of %s is refused', async (profileId, keyId, problem) => {
    expect(await code(tempHome().core.api['keys.use']({ profileId, keyId }))).toBe(problem)
  })
})

describe('the last day of a key', () => {
  const now = new Date(2026, 10, 25, 23, 30)
  it.each([
    ['2027-01-31', 'fine', 67],
    ['2026-12-10', 'fine', 15],
    ['2026-12-09', 'soon', 14],
    ['2026-11-25', 'soon', 0],
    ['2026-11-24', 'expired', -1],
  ])('%s is %s', (day, state, days) => {
    expect(keyExpiry(day, now)).toEqual({ state, days })
  })
  it('says nothing of a day that is none', () => {
    expect([undefined, '', 'soon', '2026-02-30'].map((day) => keyExpiry(day, now))).toEqual([undefined, undefined, undefined, undefined])
  })
})
