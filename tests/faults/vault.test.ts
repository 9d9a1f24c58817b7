import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { KEY_A, KEY_B, relayInput } from '../support/relay-input'
import { buildDriver } from './driver-process'
import type { Operation } from './operations'
import { makeSlot, type Slot } from './slot'

/** A kill before or after a flush leaves the same files as one after the call before it. */
const NOT_FSYNC = '^(?!fsync)'
const PASS = 'correct horse battery'
const driver = buildDriver()
const slot = makeSlot()
afterAll(() => slot.remove())

/** Two profiles, switched to twice, one of them taken back: keys everywhere. */
async function fill({ core }: Slot): Promise<Record<string, string>> {
  const { api } = core()
  const a = await api['profiles.add']({ profile: relayInput('Alpha', KEY_A) })
  const b = await api['profiles.add']({ profile: relayInput('Beta', KEY_B) })
  await api['switch.apply']({ profileId: a.id })
  await api['switch.apply']({ profileId: b.id })
  await api['switch.undo']({})
  return { [a.id]: KEY_A, [b.id]: KEY_B }
}

/** What an earlier version would have written: every sealed text plain, no vault. */
async function asBefore(keys: Record<string, string>): Promise<void> {
  const { openTexts } = await import('../../electron/core/vault/record-texts')
  const { createVault } = await import('../../electron/core/vault/vault')
  const vault = createVault(slot.data, { platform: 'linux', env: {} })
  for (const file of [path.join(slot.data, 'state.json'), ...historyFiles()]) {
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n')
    const plain = lines.map((line) => JSON.stringify(openTexts(JSON.parse(line), vault)))
    rmSync(file)
    writeFileSync(file, `${plain.join('\n')}\n`, { mode: 0o600 })
  }
  const file = path.join(slot.data, 'profiles.json')
  const { profiles } = JSON.parse(readFileSync(file, 'utf8')) as { profiles: { id: string; relay: { url: string } }[] }
  const old = profiles.map((one) => JSON.stringify({ ...one, relay: { url: one.relay.url, key: keys[one.id] } }))
  writeFileSync(file, `{"version":1,"profiles":[\n${old.join(',\n')}\n]}\n`, { mode: 0o600 })
  for (const name of ['vault.json', 'vault.key']) rmSync(path.join(slot.data, name))
}

const historyFiles = () => readdirSync(path.join(slot.data, 'history')).map((name) => path.join(slot.data, 'history', name))

/** Every file of the data folder that holds one of the keys. */
const plainFiles = (): string[] =>
  readdirSync(slot.data, { recursive: true, encoding: 'utf8' }).filter((name) => {
    const file = path.join(slot.data, name)
    return statSync(file).isFile() && [KEY_A, KEY_B].some((key) => readFileSync(file, 'latin1').includes(key))
  })

async function expectKeys(keys: Record<string, string>, passphrase?: string): Promise<void> {
  const { api } = slot.core()
  if (passphrase !== undefined) await api['vault.unlock']({ passphrase })
  for (const [id, key] of Object.entries(keys)) expect(await api['profiles.reveal']({ id })).toEqual({ key })
  await api['tools.status']({})
  const beta = Object.keys(keys)[1] ?? ''
  expect((await api['switch.apply']({ profileId: beta })).status.map(({ state }) => state)).toEqual(Array(3).fill('in-sync'))
  for (const [id, key] of Object.entries(keys)) expect(await api['profiles.reveal']({ id })).toEqual({ key })
  expect(plainFiles()).toEqual([])
  const left = () => readdirSync(slot.data).filter((name) => /tmp|draft/.test(name))
  // What a killed write of the vault's own files left has their mode, and goes with the next.
  if (left().some((name) => /^vault\.(json|key)\./.test(name))) await api['vault.rotate']({ passphrase })
  expect(left()).toEqual([])
  expect((JSON.parse(readFileSync(path.join(slot.data, 'vault.json'), 'utf8')) as { generations: unknown[] }).generations).toHaveLength(1)
  await api['switch.undo']({})
  await api['switch.restore']({})
}

const attacks: readonly { name: string; old?: boolean; attacked: Operation; passphrase?: string }[] = [
  { name: 'a store of version 1 moves in', old: true, attacked: { do: 'use', profile: 'Beta' } },
  { name: 'the data key is rotated', attacked: { do: 'rotate' } },
  { name: 'protection moves to a passphrase', attacked: { do: 'protect', protection: 'passphrase', passphrase: PASS }, passphrase: PASS },
]

describe('a kill before and in the middle of every write keeps every key', () => {
  it.each(attacks)('while $name', { timeout: 240_000 }, async ({ old, attacked, passphrase }) => {
    slot.reset({})
    const keys = await fill(slot)
    if (old) await asBefore(keys)
    const tree = slot.all()
    const task = { operations: [attacked] }
    const { calls, results } = await driver.run(slot.home, { ...task, fault: { mode: 'count', at: 0, only: NOT_FSYNC } })
    expect(results).toEqual(['done'])
    await expectKeys(keys, passphrase)
    expect(calls.length).toBeGreaterThan(20)
    for (const mode of ['kill-before', 'kill-in-the-middle'] as const) {
      for (let at = 1; at <= calls.length; at++) {
        slot.reset(tree)
        const where = `${mode} ${at}: ${calls[at - 1]}`
        expect((await driver.run(slot.home, { ...task, fault: { mode, at, only: NOT_FSYNC } })).signal, where).toBe('SIGKILL')
        try {
          await expectKeys(keys, passphrase)
        } catch (error) {
          throw new Error(where, { cause: error })
        }
      }
    }
  })
})
