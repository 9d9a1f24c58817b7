import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Problem } from '../../shared/model/switch'
import { ProblemError } from '../../shared/transport'
import { KEY_A, relayInput } from '../support/relay-input'
import { type TempHome, tempHome } from '../support/temp-home'

const problemOf = async (work: Promise<unknown>): Promise<Problem> => {
  const error = await work.then(
    () => new Error('it worked'),
    (thrown: unknown) => thrown,
  )
  if (error instanceof ProblemError) return error.problem
  throw error
}

/** A home with one profile; `spoil` breaks a file before the switch. */
async function refusal(spoil: (home: TempHome) => void, tools?: readonly string[]) {
  const home = tempHome()
  const { id } = await home.core.api['profiles.add']({ profile: relayInput('Alpha') })
  home.write('.codex/config.toml', 'model = "mine"\n')
  home.write('.claude/settings.json', '{"model":"opus"}')
  spoil(home)
  const before = home.tree()
  const problem = await problemOf(home.core.api['switch.apply']({ profileId: id, ...(tools === undefined ? {} : { tools: [...tools] }) }))
  expect(home.tree()).toEqual(before)
  expect(problem.hint?.en).toBeTruthy()
  expect(problem.hint?.zh).toBeTruthy()
  expect(JSON.stringify(problem)).not.toContain(KEY_A)
  expect(await home.core.api['history.list']({})).toEqual([])
  return { home, problem }
}

describe('a switch refuses, changes nothing and says what, where and how to go on, when', () => {
  it.each([
    ['.claude/settings.json', '{\n  "env": {},\n  oops\n}', 3],
    ['.claude/settings.json', '{\n  // comment\n  "a": 1\n}', 2],
    ['.claude/settings.json', '{ "a": 1,\n "a": 2 }', 2],
    ['.claude.json', '[1, 2]', 1],
    ['.codex/config.toml', 'model = "x"\n\n[a\nb = 1\n', 3],
    ['.codex/config.toml', 'model = "x"\nmodel = "y"\n', 2],
    ['.gemini/settings.json', '{\n  "a": 1,\n}', 2],
    ['.gemini/.env', '# mine\nGEMINI_API_KEY=one\nGEMINI_API_KEY=two\n', 3],
  ])('%s is not valid', async (name, content, line) => {
    const { home, problem } = await refusal((spoiled) => spoiled.write(name, content))
    expect(problem).toMatchObject({ code: 'file-syntax', kind: 'refused', file: home.path(name), line })
    expect(problem.message.en).toContain(`line ${line}`)
  })

  it('a folder stands in the place of a file', async () => {
    const { problem } = await refusal((home) => mkdirSync(home.path('.claude.json')))
    expect(problem).toMatchObject({ code: 'not-a-file', kind: 'refused' })
  })

  it('a file stands in the place of a folder', async () => {
    const { problem } = await refusal((home) => writeFileSync(home.path('.gemini'), ''))
    expect(problem).toMatchObject({ code: 'folder-is-a-file', kind: 'refused' })
  })

  it('a link leads in a circle', async () => {
    const { problem } = await refusal((home) => {
      mkdirSync(home.path('.gemini'))
      symlinkSync('b', home.path('.gemini/settings.json'))
      symlinkSync('settings.json', home.path('.gemini/b'))
    })
    expect(problem).toMatchObject({ code: 'link-loop', kind: 'refused' })
  })

  it('a link leads to nothing', async () => {
    const { home, problem } = await refusal((spoiled) => {
      mkdirSync(spoiled.path('.gemini'))
      symlinkSync('../elsewhere/settings.json', spoiled.path('.gemini/settings.json'))
    })
    expect(problem).toMatchObject({ code: 'link-dangles', kind: 'refused', file: home.path('.gemini/settings.json') })
  })

  it('a folder is a link that leads to nothing', async () => {
    const { problem } = await refusal((home) => symlinkSync('nowhere', home.path('.gemini')))
    expect(problem).toMatchObject({ code: 'link-dangles', kind: 'refused' })
  })

  it('a file has 20 MB', async () => {
    const { problem } = await refusal((home) => home.write('.claude.json', `{"x":"${'y'.repeat(20 * 1024 * 1024)}"}`))
    expect(problem).toMatchObject({ code: 'file-too-large', kind: 'refused' })
    expect(problem.message.en).toContain('20 MB')
  })

  it('a file is not UTF-8', async () => {
    const { problem } = await refusal((home) => {
      mkdirSync(home.path('.gemini'))
      writeFileSync(home.path('.gemini/.env'), Buffer.from([0xff, 0xfe, 0x41, 0x00]))
    })
    expect(problem).toMatchObject({ code: 'file-not-utf8', kind: 'refused' })
  })

  it('a tool is unknown', async () => {
    const { problem } = await refusal(() => undefined, ['cursor'])
    expect(problem).toMatchObject({ code: 'unknown-tool', kind: 'usage' })
    expect(problem.hint?.en).toContain('claude')
  })

  it('something other than a table stands where a table is needed', async () => {
    const { problem } = await refusal((home) => home.write('.claude/settings.json', '{\n "env": "no"\n}'))
    expect(problem).toMatchObject({ code: 'file-shape', kind: 'refused', line: 2 })
  })
})

describe('a switch goes on, when', () => {
  it.each(['', '  \n', '\uFEFF'])('a file is blank (%j), and restore brings that very text back', async (blank) => {
    const home = tempHome()
    const { id } = await home.core.api['profiles.add']({ profile: relayInput('Alpha') })
    for (const name of ['.claude/settings.json', '.claude.json', '.codex/config.toml', '.gemini/.env', '.gemini/settings.json'])
      home.write(name, blank)
    await home.core.api['switch.apply']({ profileId: id })
    expect((await home.core.api['tools.status']({})).map(({ state }) => state)).toEqual(['in-sync', 'in-sync', 'in-sync'])
    await home.core.api['switch.restore']({})
    for (const name of ['.claude/settings.json', '.claude.json', '.codex/config.toml', '.gemini/.env', '.gemini/settings.json'])
      expect(home.read(name)).toBe(blank)
  })

  it('a file is a link into a dotfiles folder: the link stays, its target changes', async () => {
    const home = tempHome()
    const { id } = await home.core.api['profiles.add']({ profile: relayInput('Alpha') })
    home.write('dotfiles/settings.json', '{\n  "model": "opus"\n}\n')
    mkdirSync(home.path('.claude'))
    symlinkSync('../dotfiles/settings.json', home.path('.claude/settings.json'))
    await home.core.api['switch.apply']({ profileId: id })
    expect(home.tree()['.claude/settings.json']).toBe('-> ../dotfiles/settings.json')
    expect(home.read('dotfiles/settings.json')).toContain(KEY_A)
  })

  it('a file with a key was readable by all: it is not any more', async () => {
    const home = tempHome()
    const { id } = await home.core.api['profiles.add']({ profile: relayInput('Alpha') })
    home.write('.codex/config.toml', 'model = "mine"\n')
    chmodSync(home.path('.codex/config.toml'), 0o644)
    await home.core.api['switch.apply']({ profileId: id })
    expect(home.tree()['.codex/config.toml']?.slice(0, 3)).toBe('600')
  })
})

describe('a profile is refused, with the cure, when', () => {
  it.each([
    ['its name is blank', { name: '  ' }, 'name-empty'],
    ['its name is "official"', { name: 'official' }, 'name-taken'],
    ['its URL is not http(s)', { relay: { url: 'ftp://relay.example', key: KEY_A } }, 'bad-url'],
    ['its key is empty', { relay: { url: 'https://relay.example', key: ' ' } }, 'bad-key'],
    ['its key has a line break inside', { relay: { url: 'https://relay.example', key: 'sk-aaaa\nbbbbbbbb' } }, 'bad-key'],
    ['it names an unknown tool', { tools: { cursor: { enabled: true, models: {}, options: {}, extra: {} } } }, 'unknown-tool'],
  ])('%s', async (_, change, code) => {
    const { core } = tempHome()
    const problem = await problemOf(core.api['profiles.add']({ profile: { ...relayInput('Alpha'), ...change } }))
    expect(problem).toMatchObject({ code, kind: 'usage' })
    expect(problem.hint?.zh).toBeTruthy()
    expect(await core.api['profiles.list']({})).toHaveLength(1)
  })

  it('its name is taken, in any case and Unicode form', async () => {
    const { core } = tempHome()
    await core.api['profiles.add']({ profile: relayInput('Café') })
    expect(await problemOf(core.api['profiles.add']({ profile: relayInput('CAFE\u0301') }))).toMatchObject({
      code: 'name-taken',
      kind: 'refused',
    })
  })

  it('blanks around a key or a name are only taken away', async () => {
    const { core } = tempHome()
    const profile = await core.api['profiles.add']({
      profile: { ...relayInput('x'), name: '  中转 ', relay: { url: ' https://relay.example/v1/ ', key: `  ${KEY_A} ` } },
    })
    expect(profile).toMatchObject({ name: '中转', relay: { url: 'https://relay.example', keyMasked: 'sk-…AAAA' } })
    expect((await core.api['profiles.reveal']({ id: profile.id })).key).toBe(KEY_A)
  })
})

describe('the store of profiles', () => {
  it('is set aside when it is not JSON, and the app goes on', async () => {
    const home = tempHome()
    mkdirSync(home.data, { recursive: true })
    writeFileSync(`${home.data}/profiles.json`, '{broken')
    const info = await home.core.api['host.info']({})
    expect(info.problems).toMatchObject([{ code: 'store-broken' }])
    expect(await home.core.api['profiles.list']({})).toHaveLength(1)
    await home.core.api['profiles.add']({ profile: relayInput('Alpha') })
    expect(Object.values((await import('../support/temp-home')).treeOf(home.data)).some((file) => file.includes('{broken'))).toBe(true)
  })

  it('of a newer version is left alone', async () => {
    const home = tempHome()
    mkdirSync(home.data, { recursive: true })
    const newer = '{"version":99,"profiles":[]}'
    writeFileSync(`${home.data}/profiles.json`, newer)
    expect(await problemOf(home.core.api['profiles.add']({ profile: relayInput('Alpha') }))).toMatchObject({
      code: 'newer-version',
      kind: 'refused',
    })
    expect(home.read('.config/Switchyard/profiles.json')).toBe(newer)
  })

  it('keeps entries that it does not understand', async () => {
    const home = tempHome()
    mkdirSync(home.data, { recursive: true })
    writeFileSync(`${home.data}/profiles.json`, '{"version":1,"profiles":[{"id":7,"strange":true}]}')
    await home.core.api['profiles.add']({ profile: relayInput('Alpha') })
    expect(home.read('.config/Switchyard/profiles.json')).toContain('{"id":7,"strange":true}')
    expect((await home.core.api['host.info']({})).problems).toMatchObject([{ code: 'profiles-not-understood' }])
  })
})
