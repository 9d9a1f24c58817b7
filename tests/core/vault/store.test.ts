import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { KEY_A, KEY_B, relayInput } from '../../support/relay-input'
import { type TempHome, tempHome } from '../../support/temp-home'

/** Every file below a folder that holds one of these texts. */
function filesWith(folder: string, texts: readonly string[]): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(folder, name))
    .filter((file) => statSync(file).isFile() && texts.some((text) => readFileSync(file, 'latin1').includes(text)))
}

async function problemIn(work: Promise<unknown>): Promise<string> {
  try {
    await work
    return 'none'
  } catch (error) {
    return (error as { problem: { code: string } }).problem.code
  }
}

type Stored = { version: number; profiles: { id: string; relay: { keys: { id: string; masked: string; sealed: string }[] } }[] }
const storeOf = (home: TempHome) => JSON.parse(home.read('.config/Switchyard/profiles.json')) as Stored
const putStore = (home: TempHome, store: unknown) => home.write('.config/Switchyard/profiles.json', JSON.stringify(store), 0o600)

describe('what the data folder holds of keys', () => {
  it('is never plain: not in the store, the record, the history', async () => {
    const home = tempHome()
    home.write('.claude/settings.json', JSON.stringify({ env: { ANTHROPIC_AUTH_TOKEN: 'sk-foreign-0123456789abcdef' } }))
    home.write('.gemini/.env', "GEMINI_API_KEY='AIzaForeign0123456789'\n")
    const { api } = home.core
    const a = await api['profiles.add']({ profile: relayInput('Alpha', KEY_A) })
    const b = await api['profiles.add']({ profile: relayInput('Beta', KEY_B) })
    await api['switch.apply']({ profileId: a.id })
    await api['switch.apply']({ profileId: b.id, tools: ['claude'] })
    await api['switch.undo']({})
    await api['profiles.edit']({
      id: a.id,
      profile: { ...relayInput('Alpha'), relay: { url: 'https://alpha.example', key: 'sk-changed-0123456789-CCCC' } },
    })
    await api['switch.apply']({ profileId: a.id })
    const secrets = [KEY_A, KEY_B, KEY_A.slice(-20), 'sk-changed-0123456789-CCCC', 'sk-foreign-0123456789abcdef', 'AIzaForeign0123456789']
    expect(filesWith(home.data, secrets)).toEqual([])
    expect(filesWith(home.home, ['sk-changed-0123456789-CCCC']).length).toBeGreaterThan(2)
    for (const name of ['profiles.json', 'vault.json', 'vault.key']) expect(statSync(path.join(home.data, name)).mode & 0o777).toBe(0o600)
    await api['switch.restore']({})
    expect(home.read('.claude/settings.json')).toContain('sk-foreign-0123456789abcdef')
    expect(home.read('.gemini/.env')).toContain('AIzaForeign0123456789')
  })

  it('is not there before something is saved', async () => {
    const home = tempHome()
    await home.core.api['profiles.list']({})
    await home.core.api['tools.status']({})
    expect(await home.core.api['vault.status']({})).toMatchObject({ exists: false })
    expect(existsSync(home.data)).toBe(false)
  })

  it('opens in another shell', async () => {
    const home = tempHome()
    const { id } = await home.core.api['profiles.add']({ profile: relayInput('Alpha') })
    expect(await home.another().api['profiles.reveal']({ id })).toEqual({ key: KEY_A })
  })

  it('goes with a copy of the profile, sealed for that one', async () => {
    const { core } = tempHome()
    const { id } = await core.api['profiles.add']({ profile: relayInput('Alpha') })
    const copy = await core.api['profiles.duplicate']({ id, name: 'Copy' })
    expect(await core.api['profiles.reveal']({ id: copy.id })).toEqual({ key: KEY_A })
    expect(copy.relay).toMatchObject({ url: 'https://alpha.example', keyMasked: 'sk-…AAAA' })
  })
})

describe('a sealed key', () => {
  it.each(['of another profile', 'that was altered'])('%s is refused', async (how) => {
    const home = tempHome()
    const a = await home.core.api['profiles.add']({ profile: relayInput('Alpha', KEY_A) })
    const b = await home.core.api['profiles.add']({ profile: relayInput('Beta', KEY_B) })
    const store = storeOf(home)
    const [first, second] = store.profiles
    const key = first?.relay.keys[0]
    if (first === undefined || second === undefined || key === undefined) throw new Error('no profiles')
    if (how === 'of another profile') first.relay.keys = second.relay.keys
    else key.sealed = `${key.sealed.slice(0, -3)}${key.sealed.endsWith('AAA') ? 'BBB' : 'AAA'}`
    putStore(home, store)
    const { api } = home.another()
    expect(await problemIn(api['profiles.reveal']({ id: a.id }))).toBe('vault-tampered')
    expect(await problemIn(api['switch.apply']({ profileId: a.id }))).toBe('vault-tampered')
    expect(await api['profiles.reveal']({ id: b.id })).toEqual({ key: KEY_B })
  })

  it('is not opened with a key file that others can read', async () => {
    const home = tempHome()
    const { id } = await home.core.api['profiles.add']({ profile: relayInput('Alpha') })
    const { chmodSync } = await import('node:fs')
    chmodSync(path.join(home.data, 'vault.key'), 0o644)
    expect(await problemIn(home.another().api['profiles.reveal']({ id }))).toBe('vault-key-open')
  })
})

describe('a passphrase', () => {
  const PASS = 'correct horse battery'

  it('opens the vault, also for other shells until the user logs out', async () => {
    const run = tempHome()
    const { chmodSync } = await import('node:fs')
    chmodSync(run.home, 0o700)
    const home = tempHome({ XDG_RUNTIME_DIR: run.home })
    const { id } = await home.core.api['profiles.add']({ profile: relayInput('Alpha') })
    await home.core.api['switch.apply']({ profileId: id })
    await home.core.api['vault.protect']({ protection: 'passphrase', passphrase: PASS })
    expect(existsSync(path.join(home.data, 'vault.key'))).toBe(false)

    const locked = home.another()
    expect(await problemIn(locked.api['profiles.reveal']({ id }))).toBe('vault-locked')
    expect(await problemIn(locked.api['switch.apply']({ profileId: id }))).toBe('vault-locked')
    expect((await locked.api['profiles.list']({})).map(({ relay }) => relay.keyMasked)).toEqual(['', 'sk-…AAAA'])
    expect((await locked.api['tools.status']({})).map(({ state }) => state)).toEqual(['in-sync', 'in-sync', 'in-sync'])
    expect(JSON.stringify(await locked.api['history.list']({}))).not.toContain(KEY_A)

    expect(await problemIn(locked.api['vault.unlock']({ passphrase: 'wrong', session: true }))).toBe('wrong-passphrase')
    await locked.api['vault.unlock']({ passphrase: PASS, session: true })
    expect(await home.another().api['profiles.reveal']({ id })).toEqual({ key: KEY_A })
    await home.another().api['vault.lock']({})
    expect(await problemIn(home.another().api['profiles.reveal']({ id }))).toBe('vault-locked')
    expect(await home.another('terminal', { SWITCHYARD_PASSPHRASE: PASS }).api['profiles.reveal']({ id })).toEqual({ key: KEY_A })
  }, 60_000)
})

describe('SWITCHYARD_VAULT', () => {
  it.each([
    ['passphrase', 'passphrase-needed'],
    ['keychain', 'keychain-unavailable'],
    ['stone', 'bad-setting'],
  ])('%s is refused where it cannot be had, and nothing is written', async (pin, code) => {
    const home = tempHome({ SWITCHYARD_VAULT: pin, DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere' })
    const before = process.env.DBUS_SESSION_BUS_ADDRESS
    process.env.DBUS_SESSION_BUS_ADDRESS = 'unix:path=/nowhere'
    try {
      expect(await problemIn(home.core.api['profiles.add']({ profile: relayInput('Alpha') }))).toBe(code)
    } finally {
      if (before === undefined) delete process.env.DBUS_SESSION_BUS_ADDRESS
      else process.env.DBUS_SESSION_BUS_ADDRESS = before
    }
    expect(existsSync(path.join(home.data, 'profiles.json'))).toBe(false)
    expect(existsSync(path.join(home.data, 'vault.json'))).toBe(false)
  })

  it('refuses a vault that is protected in another way', async () => {
    const home = tempHome()
    const { id } = await home.core.api['profiles.add']({ profile: relayInput('Alpha') })
    const pinned = home.another('terminal', { SWITCHYARD_VAULT: 'passphrase' })
    expect(await problemIn(pinned.api['profiles.reveal']({ id }))).toBe('vault-pinned')
  })
})

it('a store of an earlier version is readable, and moves in with the first change', async () => {
  const home = tempHome()
  const { id } = await home.core.api['profiles.add']({ profile: relayInput('Alpha') })
  const store = storeOf(home)
  const old = { version: 1, profiles: store.profiles.map((one) => ({ ...one, relay: { url: 'https://alpha.example', key: KEY_A } })) }
  const { rmSync } = await import('node:fs')
  rmSync(path.join(home.data, 'vault.json'))
  rmSync(path.join(home.data, 'vault.key'))
  putStore(home, old)
  const { api } = home.another()
  expect((await api['profiles.list']({})).at(1)?.relay.keyMasked).toBe('sk-…AAAA')
  expect(await api['profiles.reveal']({ id })).toEqual({ key: KEY_A })
  await api['tools.status']({})
  expect(storeOf(home)).toEqual(old)
  await api['switch.apply']({ profileId: id })
  expect(storeOf(home).version).toBe(2)
  expect(filesWith(home.data, [KEY_A])).toEqual([])
  expect(await api['profiles.reveal']({ id })).toEqual({ key: KEY_A })
})
