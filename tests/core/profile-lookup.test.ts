import { readdirSync, statSync, utimesSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { CHUNK } from '../../electron/core/files/find-line'
import { profileNamed, profileWithId } from '../../electron/core/profile-lookup'
import { storeVersion } from '../../electron/core/profile-store'
import { serializeStore } from '../../electron/core/store-format'
import type { Profile } from '../../shared/model/profile'
import { relayInput } from '../support/relay-input'
import { tempHome } from '../support/temp-home'

describe('a profile that is looked up', () => {
  it.each(['Alpha', 'alpha ', 'ALPHA'])('is found by its name spelled %j', async (name) => {
    const home = tempHome()
    await home.core.api['profiles.add']({ profile: relayInput('Before') })
    const { id } = await home.core.api['profiles.add']({ profile: relayInput('Alpha') })
    expect(profileNamed(home.host, name)?.id).toBe(id)
    expect(profileWithId(home.host, id)?.name).toBe('Alpha')
  })

  it.each(['中转 "一号"', 'back\\slash', 'Café'])('may be called %s', async (name) => {
    const home = tempHome()
    const { id } = await home.core.api['profiles.add']({ profile: { ...relayInput('x'), name } })
    await home.core.api['profiles.add']({ profile: relayInput('After') })
    expect(profileNamed(home.host, name)?.id).toBe(id)
    expect(profileNamed(home.host, name.normalize('NFD'))?.id).toBe(id)
  })

  it('is not mistaken for one whose note quotes its name', async () => {
    const home = tempHome()
    const note = { ...relayInput('Other'), relay: { ...relayInput('Other').relay, notes: '"name":"Alpha",' } }
    await home.core.api['profiles.add']({ profile: note })
    const { id } = await home.core.api['profiles.add']({ profile: relayInput('Alpha') })
    expect(profileNamed(home.host, 'Alpha')?.id).toBe(id)
  })

  it('is found in a store that someone laid out by hand', async () => {
    const home = tempHome()
    const { id } = await home.core.api['profiles.add']({ profile: relayInput('Alpha') })
    home.write('.config/Switchyard/profiles.json', JSON.stringify(JSON.parse(home.read('.config/Switchyard/profiles.json')), null, 4))
    expect(profileNamed(home.host, 'Alpha')?.id).toBe(id)
    expect(profileWithId(home.host, id)?.name).toBe('Alpha')
  })

  it('is not found when it is not there', () => {
    expect(profileNamed(tempHome().host, 'Alpha')).toBeUndefined()
  })
})

/** A store of so many profiles that it is read in pieces; `special` ones stand among them. */
function largeStore(special: Readonly<Record<number, Partial<Profile>>>, count = 2000) {
  const home = tempHome()
  const one = (index: number): Profile => ({
    ...relayInput(`Relay${index}`),
    id: `relay-${index}`,
    relay: { url: 'https://relay.example', key: `sk-${index}`, notes: '备注'.repeat(50) },
    createdAt: '2026-01-01T00:00:00.000Z',
    updatedAt: '2026-01-01T00:00:00.000Z',
    ...special[index],
  })
  const store = '.config/Switchyard/profiles.json'
  const fill = (profiles: readonly Profile[]) => {
    home.write(store, serializeStore({ version: 1, profiles }))
    // Old enough for its stamp to be believed.
    utimesSync(home.path(store), 1_700_000_000, 1_700_000_000)
  }
  fill(Array.from({ length: count }, (_, index) => one(index)))
  expect(statSync(home.path(store)).size).toBeGreaterThan(3 * CHUNK)
  return { ...home, one, fill }
}

describe('in a store that is read in pieces, a profile', () => {
  it('is found wherever it stands, over the seams of the pieces too', () => {
    const { host } = largeStore({})
    for (let index = 0; index < 2000; index += 37) {
      if (profileNamed(host, `Relay${index}`)?.id !== `relay-${index}`) expect.fail(`Relay${index} is not found by its name`)
      if (profileWithId(host, `relay-${index}`)?.relay.key !== `sk-${index}`) expect.fail(`relay-${index} is not found by its id`)
    }
    expect(storeVersion(host)).toBe(1)
  })

  it.each(['中转 "一号"', 'back\\slash', 'Café', 'tab\tname'])('may be called %j', (name) => {
    const { host } = largeStore({ 1999: { name } })
    for (const spelled of [name, name.normalize('NFD'), name.toUpperCase(), ` ${name} `])
      expect(profileNamed(host, spelled)?.id, spelled).toBe('relay-1999')
  })

  it('is not mistaken for one that has its name or id in another place', () => {
    const quoting = { tools: { claude: { enabled: true, models: {}, options: {}, extra: { name: 'Last', z: '' } } } }
    const { host } = largeStore({ 3: quoting, 1500: quoting, 1999: { name: 'Last' } })
    expect(profileNamed(host, 'Last')?.id).toBe('relay-1999')
  })

  it('is found although a line is longer than a piece', () => {
    const long = { relay: { url: 'https://relay.example', key: 'sk-long', notes: 'x'.repeat(2 * CHUNK) } }
    const { host } = largeStore({ 7: long, 1999: { name: 'Last' } })
    expect(profileNamed(host, 'Last')?.id).toBe('relay-1999')
    expect(profileNamed(host, 'Relay7')?.relay.key).toBe('sk-long')
  })

  it('is as it is now, not as it was when it was looked up before', () => {
    const { host, one, fill } = largeStore({})
    expect(profileNamed(host, 'Relay5')?.id).toBe('relay-5')
    fill(Array.from({ length: 2100 }, (_, index) => ({ ...one(index), id: `moved-${index}` })))
    expect(profileNamed(host, 'Relay5')?.id).toBe('moved-5')
    expect(profileWithId(host, 'relay-5')).toBeUndefined()
  })

  it('with two spellings of one name is the one spelled so', () => {
    const { host } = largeStore({ 2: { name: 'LAST' }, 1999: { name: 'Last' } })
    expect(profileNamed(host, 'Last')?.id).toBe('relay-1999')
    expect(profileNamed(host, 'LAST')?.id).toBe('relay-2')
  })
})

it('what a killed write of the store left is removed by the next write', async () => {
  const home = tempHome()
  await home.core.api['profiles.add']({ profile: relayInput('Alpha') })
  home.write('.config/Switchyard/profiles.json.0123456789ab.tmp', 'left')
  home.write('.config/Switchyard/profiles.json.tmp-1234567890abcd', 'left')
  await home.core.api['profiles.add']({ profile: relayInput('Beta') })
  expect(readdirSync(home.data).sort()).toEqual(['profiles.json', 'vault.json', 'vault.key'])
})
