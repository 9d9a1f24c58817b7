import { expect, it } from 'vitest'
import { OFFICIAL_ID } from '../../shared/model/profile'
import { KEY_A, relayInput } from '../support/relay-input'
import { tempHome } from '../support/temp-home'

const CLAUDE = '{\n  "model": "opus",\n  "env": { "EDITOR": "vi" }\n}\n'

it('official takes back exactly what was added and puts back what was there', async () => {
  const home = tempHome()
  home.write('.claude/settings.json', CLAUDE)
  const { id } = await home.core.api['profiles.add']({ profile: relayInput('Alpha') })
  await home.core.api['switch.apply']({ profileId: id })
  const { status } = await home.core.api['switch.apply']({ profileId: OFFICIAL_ID })
  expect(home.read('.claude/settings.json')).toBe(CLAUDE)
  expect(Object.values(home.tree()).join()).not.toContain(KEY_A)
  expect(status.map(({ state, profileId }) => [state, profileId])).toEqual([
    ['official', OFFICIAL_ID],
    ['official', OFFICIAL_ID],
    ['official', OFFICIAL_ID],
  ])
})

it('a relay that someone else had set is shown as foreign, kept by a switch, and put back', async () => {
  const home = tempHome()
  const foreign = '{"env":{"ANTHROPIC_BASE_URL":"https://other.example","ANTHROPIC_AUTH_TOKEN":"sk-foreign-000000000000"}}'
  home.write('.claude/settings.json', foreign)
  const [claude] = await home.core.api['tools.status']({})
  expect(claude).toMatchObject({ state: 'foreign', baseUrl: 'https://other.example', keyMasked: 'sk-…0000' })
  const { id } = await home.core.api['profiles.add']({ profile: relayInput('Alpha') })
  await home.core.api['switch.apply']({ profileId: id, tools: ['claude'] })
  await home.core.api['switch.restore']({})
  expect(home.read('.claude/settings.json')).toBe(foreign)
})

it('a foreign relay can be adopted as a profile, and then belongs to us', async () => {
  const home = tempHome()
  home.write(
    '.claude/settings.json',
    '{"env":{"ANTHROPIC_BASE_URL":"https://other.example/v9","ANTHROPIC_AUTH_TOKEN":"sk-foreign-000000000000","ANTHROPIC_MODEL":"m1"}}',
  )
  const adopted = await home.core.api['profiles.adopt']({ tool: 'claude', name: 'Other' })
  expect(adopted).toMatchObject({
    name: 'Other',
    relay: { keyMasked: 'sk-…0000' },
    tools: { claude: { enabled: true, models: { main: 'm1' } } },
  })
  const [claude] = await home.core.api['tools.status']({})
  expect(claude).toMatchObject({ state: 'in-sync', profileId: adopted.id, baseUrl: 'https://other.example/v9' })
})

it('a tool whose login is not a relay cannot be adopted', async () => {
  const home = tempHome()
  await expect(home.core.api['profiles.adopt']({ tool: 'codex', name: 'x' })).rejects.toMatchObject({
    problem: { code: 'nothing-to-adopt' },
  })
})

it('live values never leak into a profile by themselves', async () => {
  const home = tempHome()
  const { id } = await home.core.api['profiles.add']({ profile: relayInput('Alpha') })
  await home.core.api['switch.apply']({ profileId: id })
  const before = await home.core.api['profiles.list']({})
  home.write('.codex/config.toml', home.read('.codex/config.toml').replace('Alpha-gpt', 'mine'))
  await home.core.api['tools.status']({})
  await home.core.api['switch.apply']({ profileId: OFFICIAL_ID, overwriteChanged: true })
  expect(await home.core.api['profiles.list']({})).toEqual(before)
})

it('a profile that was edited since shows so, and the next switch writes it', async () => {
  const home = tempHome()
  const { id } = await home.core.api['profiles.add']({ profile: relayInput('Alpha') })
  await home.core.api['switch.apply']({ profileId: id })
  await home.core.api['profiles.edit']({ id, profile: { ...relayInput('Alpha'), relay: { url: 'https://alpha2.example' } } })
  expect((await home.core.api['tools.status']({})).map(({ state }) => state)).toEqual(['outdated', 'outdated', 'outdated'])
  const { status } = await home.core.api['switch.apply']({ profileId: id })
  expect(status.map(({ state, baseUrl }) => [state, baseUrl])).toEqual([
    ['in-sync', 'https://alpha2.example'],
    ['in-sync', 'https://alpha2.example/v1'],
    ['in-sync', 'https://alpha2.example'],
  ])
  expect((await home.core.api['profiles.reveal']({ id })).key).toBe(KEY_A)
})

it('configuration folders that were moved are other places: neither mixes with the other', async () => {
  const home = tempHome()
  const { id } = await home.core.api['profiles.add']({ profile: relayInput('Alpha') })
  await home.core.api['switch.apply']({ profileId: id, tools: ['claude'] })
  const elsewhere = home.another('web', { CLAUDE_CONFIG_DIR: home.path('elsewhere') })
  expect((await elsewhere.api['tools.status']({}))[0]?.state).toBe('official')
  await elsewhere.api['switch.apply']({ profileId: id, tools: ['claude'] })
  expect(home.read('elsewhere/settings.json')).toContain(KEY_A)
  await elsewhere.api['switch.restore']({})
  expect(Object.keys(home.tree())).not.toContain('elsewhere/settings.json')
  expect((await home.core.api['tools.status']({}))[0]?.state).toBe('in-sync')
})
