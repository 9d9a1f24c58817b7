import { expect, it, onTestFinished } from 'vitest'
import type { EventName } from '../../shared/events'
import type { ToolStatus } from '../../shared/model/switch'
import { relayInput } from '../support/relay-input'
import { type TempHome, tempHome } from '../support/temp-home'

function listening(home: TempHome) {
  const core = home.another('desktop')
  const seen: { name: EventName; payload: unknown }[] = []
  onTestFinished(core.subscribe((name, payload) => seen.push({ name, payload })))
  onTestFinished(core.watch())
  const states = () => {
    const last = seen.findLast(({ name }) => name === 'status-changed')?.payload as readonly ToolStatus[] | undefined
    return last?.map(({ state }) => state)
  }
  return { core, seen, states, names: () => seen.map(({ name }) => name) }
}

it('a shell hears what another shell adds and switches', async () => {
  const home = tempHome()
  const other = listening(home)
  const { id } = await home.core.api['profiles.add']({ profile: relayInput('Alpha') })
  await expect.poll(other.names).toContain('profiles-changed')
  await home.core.api['switch.apply']({ profileId: id })
  await expect.poll(other.states).toEqual(['in-sync', 'in-sync', 'in-sync'])
  expect(other.names()).toContain('history-changed')
})

it('a shell hears that a tool or a person changed a file', async () => {
  const home = tempHome()
  const { id } = await home.core.api['profiles.add']({ profile: relayInput('Alpha') })
  await home.core.api['switch.apply']({ profileId: id })
  const other = listening(home)
  home.write('.codex/config.toml', home.read('.codex/config.toml').replace('Alpha-gpt', 'mine'))
  await expect.poll(other.states).toEqual(['in-sync', 'changed', 'in-sync'])
})

it('the same state is not told twice', async () => {
  const home = tempHome()
  const other = listening(home)
  const { id } = await other.core.api['profiles.add']({ profile: relayInput('Alpha') })
  await other.core.api['profiles.reorder']({ ids: [id] })
  await other.core.api['profiles.reorder']({ ids: [id] })
  expect(other.names().filter((name) => name === 'profiles-changed')).toHaveLength(1)
})

it('no event holds a key', async () => {
  const home = tempHome()
  const other = listening(home)
  const { id } = await other.core.api['profiles.add']({ profile: relayInput('Alpha') })
  await other.core.api['switch.apply']({ profileId: id })
  expect(JSON.stringify(other.seen)).not.toContain(relayInput('Alpha').relay.key)
})

it('opening the app changes no file', async () => {
  const home = tempHome()
  home.write('.codex/config.toml', 'model = "mine"\n')
  const before = home.tree()
  const { core } = listening(home)
  await Promise.all([
    core.api['host.info']({}),
    core.api['tools.list']({}),
    core.api['tools.status']({}),
    core.api['profiles.list']({}),
    core.api['history.list']({}),
    core.api['settings.get']({}),
  ])
  expect(home.tree()).toEqual(before)
  expect(Object.keys(home.tree())).not.toContain('.config/')
})
