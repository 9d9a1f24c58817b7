import { chmodSync, mkdirSync, rmSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { vaultMethods } from '../../electron/core/methods/vault'
import type { Scope } from '../../electron/core/scope'
import { ShownPlan } from '../../electron/core/shown-plan'
import { claude } from '../../electron/core/tools/claude'
import { KEY_A, KEY_B, relayInput } from '../support/relay-input'
import { type TempHome, tempHome } from '../support/temp-home'

const SETTINGS = '.claude/settings.json'
const NEW_KEY = 'sk-cccccccccccccccccccccccccccc-CCCC'

async function homeInUse() {
  const home = tempHome()
  home.write(SETTINGS, '{ "model": "opus" }\n')
  home.write('.codex/config.toml', '# mine\nmodel = "m"\n')
  const { id: a } = await home.core.api['profiles.add']({ profile: relayInput('Alpha', KEY_A) })
  const { id: b } = await home.core.api['profiles.add']({ profile: relayInput('Beta', KEY_B) })
  await home.core.api['switch.apply']({ profileId: a, tools: ['claude'] })
  return { home, a, b }
}

type Change = (home: TempHome, ids: { readonly a: string; readonly b: string }) => unknown

/** What may happen between the look at a plan and the switch. */
const changes: Readonly<Record<string, Change>> = {
  nothing: () => undefined,
  'a tool writes its own settings': (home) => home.write(SETTINGS, home.read(SETTINGS).replace('{', '{ "theme": "dark",')),
  'one of our values is changed by hand': (home) => home.write(SETTINGS, home.read(SETTINGS).replace(KEY_A, 'by-hand')),
  'a file is deleted': (home) => rmSync(home.path('.codex/config.toml')),
  'a file is made': (home) => home.write('.gemini/trustedFolders.json', '{}'),
  'the folder of a file to be made is made': (home) => mkdirSync(home.path('.gemini')),
  'an older version of a tool is installed': (home) => {
    home.write('.local/bin/codex', '', 0o755)
    home.write('.local/bin/package.json', '{ "name": "@openai/codex", "version": "0.62.0" }')
  },
  'permissions are changed': (home) => chmodSync(home.path('.codex/config.toml'), 0o640),
  'the profile is changed': (home, { b }) =>
    home.another().api['profiles.edit']({ id: b, profile: relayInput('Beta', KEY_B, 'https://moved.example') }),
  'the profile gets another key': (home, { b }) => home.another().api['profiles.edit']({ id: b, profile: relayInput('Beta', NEW_KEY) }),
  'another shell switches': (home, { b }) => home.another().api['switch.apply']({ profileId: b, tools: ['claude'] }),
  'another shell switches there and back': async (home, { a, b }) => {
    for (const profileId of [b, a]) await home.another().api['switch.apply']({ profileId, tools: ['claude'] })
  },
  'another shell restores': (home) => home.another().api['switch.restore']({}),
  'a folder is chosen in the settings': (home) => home.another().api['settings.set']({ toolFolders: { codex: home.path('elsewhere') } }),
}

describe('a switch after a look at its plan does what one without would', () => {
  for (const [name, change] of Object.entries(changes))
    it(`when ${name} in between`, async () => {
      const [looked, plain] = [await homeInUse(), await homeInUse()]
      await looked.home.core.api['switch.preview']({ profileId: looked.b })
      const trees = []
      for (const { home, a, b } of [looked, plain]) {
        await change(home, { a, b })
        await home.core.api['switch.apply']({ profileId: b, overwriteChanged: true })
        trees.push(home.tree(), (await home.core.api['history.list']({})).length)
        expect((await home.core.api['tools.status']({})).map(({ state }) => state)).toEqual(['in-sync', 'in-sync', 'in-sync'])
        await home.core.api['switch.restore']({})
        trees.push(home.tree())
      }
      expect(trees.slice(0, 3)).toEqual(trees.slice(3))
    })

  it('also for other tools than were looked at', async () => {
    const { home, b } = await homeInUse()
    await home.core.api['switch.preview']({ profileId: b })
    await home.core.api['switch.apply']({ profileId: b, tools: ['claude'] })
    expect([home.read(SETTINGS).includes(KEY_B), home.read('.codex/config.toml').includes(KEY_B)]).toEqual([true, false])
  })
})

describe('a kept plan', () => {
  const goal = { kind: 'official' } as const

  it('is taken over once, with the files as they are now', async () => {
    const { home } = await homeInUse()
    const shown = new ShownPlan()
    const [seen] = (await shown.plan(home.host, goal, [claude])).tools
    home.write(SETTINGS, home.read(SETTINGS))
    const [taken] = (await shown.take(home.host, goal, [claude])).tools
    const [anew] = (await shown.take(home.host, goal, [claude])).tools
    expect(taken?.files[0]?.written).toBe(seen?.files[0]?.written)
    expect(taken?.files[0]?.snapshot.content?.stamp).not.toBe(seen?.files[0]?.snapshot.content?.stamp)
    expect(anew?.files[0]?.written).not.toBe(seen?.files[0]?.written)
  })

  it('is gone once the vault was locked', async () => {
    const { home } = await homeInUse()
    const shown = new ShownPlan()
    const [seen] = (await shown.plan(home.host, goal, [claude])).tools
    await vaultMethods({ host: home.host, shown } as Scope)['vault.lock']({})
    const [anew] = (await shown.take(home.host, goal, [claude])).tools
    expect(anew?.files[0]?.written).not.toBe(seen?.files[0]?.written)
  })
})
