import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { profileNamed, profileWithId } from '../../electron/core/profile-lookup'
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

it('what a killed write of the store left is removed by the next write', async () => {
  const home = tempHome()
  await home.core.api['profiles.add']({ profile: relayInput('Alpha') })
  home.write('.config/Switchyard/profiles.json.0123456789ab.tmp', 'left')
  home.write('.config/Switchyard/profiles.json.tmp-1234567890abcd', 'left')
  await home.core.api['profiles.add']({ profile: relayInput('Beta') })
  expect(readdirSync(home.data).sort()).toEqual(['profiles.json', 'vault.json', 'vault.key'])
})
