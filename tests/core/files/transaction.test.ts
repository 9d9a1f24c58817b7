import { chmodSync, chownSync, linkSync, mkdirSync, readdirSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { checkUnmoved, FileMoved } from '../../../electron/core/files/moved'
import { readSnapshot, stampOf } from '../../../electron/core/files/snapshot'
import { type Fault, inject } from '../../faults/injector'
import { KEY_A, KEY_B, relayInput } from '../../support/relay-input'
import { type TempHome, tempHome } from '../../support/temp-home'

const OWN = '{\n  "theme": "x"\n}\n'
const SETTINGS = '.claude/settings.json'
const isRoot = process.getuid?.() === 0

async function homeWith(files: Record<string, string> = {}) {
  const home = tempHome()
  for (const [name, content] of Object.entries(files)) home.write(name, content)
  const { api } = home.core
  const a = await api['profiles.add']({ profile: relayInput('Alpha', KEY_A) })
  const b = await api['profiles.add']({ profile: relayInput('Beta', KEY_B) })
  return { home, api, a: a.id, b: b.id }
}

const modeOf = (home: TempHome, name: string) => statSync(home.path(name)).mode & 0o7777

async function under<T>(home: TempHome, fault: Omit<Fault, 'at' | 'mode'>, work: () => Promise<T>): Promise<T> {
  const injected = inject(home.home, { mode: 'fail-from', at: 1, ...fault })
  try {
    return await work()
  } finally {
    injected.remove()
  }
}

const umask = process.umask()
afterEach(() => void process.umask(umask))

describe('permissions', () => {
  it('are narrowed while a file holds our key and come back with restore', async () => {
    const { home, api, a, b } = await homeWith({ [SETTINGS]: OWN })
    chmodSync(home.path(SETTINGS), 0o664)
    await api['switch.apply']({ profileId: a })
    expect(modeOf(home, SETTINGS)).toBe(0o600)
    await api['switch.apply']({ profileId: b })
    await api['switch.restore']({})
    expect(modeOf(home, SETTINGS)).toBe(0o664)
  })

  it('come back with undo, and stay as the user set them meanwhile', async () => {
    const { home, api, a } = await homeWith({ [SETTINGS]: OWN })
    await api['switch.apply']({ profileId: a })
    await api['switch.undo']({})
    expect(modeOf(home, SETTINGS)).toBe(0o644)
    await api['switch.apply']({ profileId: a })
    chmodSync(home.path(SETTINGS), 0o400)
    await api['switch.restore']({})
    expect(modeOf(home, SETTINGS)).toBe(0o400)
  })

  it.each([0o000, 0o022, 0o077])('of everything that we write are private, whatever the umask (%i)', async (mask) => {
    process.umask(mask)
    const { home, api, a, b } = await homeWith()
    await api['switch.apply']({ profileId: a })
    await api['switch.apply']({ profileId: b })
    const visit = (folder: string): void => {
      for (const entry of readdirSync(folder, { withFileTypes: true })) {
        const file = path.join(folder, entry.name)
        expect((statSync(file).mode & 0o777).toString(8), file).toBe(entry.isDirectory() ? '700' : '600')
        if (entry.isDirectory()) visit(file)
      }
    }
    visit(home.home)
  })

  it('of a file without a key are kept whatever the umask', async () => {
    const { home, api, a } = await homeWith({ '.gemini/settings.json': '{}' })
    chmodSync(home.path('.gemini/settings.json'), 0o666)
    process.umask(0o077)
    await api['switch.apply']({ profileId: a })
    expect(modeOf(home, '.gemini/settings.json')).toBe(0o666)
  })

  it('of a key that is written in place are narrowed before it comes in', async () => {
    const { home, api, a } = await homeWith({ [SETTINGS]: OWN })
    linkSync(home.path(SETTINGS), home.path('second'))
    const { calls, remove } = inject(home.home, { mode: 'count', at: 0, only: 'second|settings.json$' })
    await api['switch.apply']({ profileId: a, tools: ['claude'] })
    remove()
    expect(calls.filter((call) => /claude\/settings\.json$/.test(call) && !call.startsWith('fsync'))).toEqual([
      `chmodSync ${SETTINGS}`,
      `openSync ${SETTINGS}`,
      `writeSync ${SETTINGS}`,
      `ftruncateSync ${SETTINGS}`,
    ])
    expect(home.read('second')).toContain(KEY_A)
    expect(modeOf(home, 'second')).toBe(0o600)
    await api['switch.restore']({})
    expect(home.read('second')).toBe(OWN)
    expect(modeOf(home, 'second')).toBe(0o644)
    expect(statSync(home.path('second')).nlink).toBe(2)
  })
})

describe('owners', () => {
  it.runIf(isRoot)('are kept through a switch, a rolled back switch and a restore', async () => {
    const { home, api, a, b } = await homeWith({ [SETTINGS]: OWN })
    chownSync(home.path(SETTINGS), 1234, 4321)
    const owner = () => [statSync(home.path(SETTINGS)).uid, statSync(home.path(SETTINGS)).gid]
    await api['switch.apply']({ profileId: a })
    expect(owner()).toEqual([1234, 4321])
    await under(home, { code: 'EIO', only: 'renameSync .*state.json$' }, () =>
      expect(api['switch.apply']({ profileId: b })).rejects.toThrow(),
    )
    expect(owner()).toEqual([1234, 4321])
    await api['switch.restore']({})
    expect(owner()).toEqual([1234, 4321])
    expect(home.read(SETTINGS)).toBe(OWN)
  })

  it.runIf(isRoot)('that we may not give are kept by writing in place', async () => {
    const { home, api, a } = await homeWith({ [SETTINGS]: OWN })
    chownSync(home.path(SETTINGS), 1234, 4321)
    const { ino } = statSync(home.path(SETTINGS))
    await under(home, { code: 'EPERM', only: 'chownSync' }, () => api['switch.apply']({ profileId: a }))
    expect(statSync(home.path(SETTINGS))).toMatchObject({ ino, uid: 1234, gid: 4321, nlink: 1 })
    expect(home.read(SETTINGS)).toContain(KEY_A)
  })
})

it('a folder that is a link into a dotfiles folder stays one, and what was made in it goes with restore', async () => {
  const { home, api, a } = await homeWith()
  mkdirSync(home.path('dotfiles/claude'), { recursive: true })
  symlinkSync('dotfiles/claude', home.path('.claude'))
  const before = home.tree()
  await api['switch.apply']({ profileId: a, tools: ['claude'] })
  expect(home.read('dotfiles/claude/settings.json')).toContain(KEY_A)
  await api['switch.restore']({})
  expect(home.tree()).toEqual(before)
})

describe('a file that appears or changes in the last moment', () => {
  it('is not written over when there was none before', async () => {
    const { home, api, a } = await homeWith()
    const injected = inject(home.home, { mode: 'fail', at: 1, code: 'EEXIST', only: 'linkSync .claude/settings.json$' })
    await api['switch.apply']({ profileId: a })
    injected.remove()
    expect(injected.calls.length).toBe(2)
  })

  it('is seen even when the clock is too coarse to show it', async () => {
    const { home } = await homeWith({ [SETTINGS]: '{"n":1}' })
    const file = home.path(SETTINGS)
    const now = new Date(Math.floor(Date.now() / 1000) * 1000)
    utimesSync(file, now, now)
    const change = { before: readSnapshot(file), after: '{}', hunks: () => [], secret: false, ownFolders: [] }
    expect(() => checkUnmoved(change)).not.toThrow()
    writeFileSync(file, '{"n":2}')
    utimesSync(file, now, now)
    expect(stampOf(statSync(file, { bigint: true }))).toBe(change.before.content?.stamp)
    expect(() => checkUnmoved(change)).toThrow(FileMoved)
  })
})

it('after the commit a failure is told and takes nothing back', async () => {
  const { home, api, a } = await homeWith()
  const report = await under(home, { code: 'EIO', only: 'renameSync .*history/' }, () => api['switch.apply']({ profileId: a }))
  expect(report.notices).toContainEqual(expect.objectContaining({ id: 'untidy', severity: 'warn' }))
  expect((await api['history.list']({})).map(({ id }) => id)).toEqual(['000000001'])
})

it('the journal and all new texts are durable before a file moves, and every new name before the journal goes', async () => {
  const { home, api, a, b } = await homeWith({ [SETTINGS]: OWN })
  await api['switch.apply']({ profileId: a })
  const { calls, remove } = inject(home.home, { mode: 'count', at: 0 })
  await api['switch.apply']({ profileId: b })
  remove()
  const first = (pattern: RegExp, from = 0) => calls.findIndex((call, index) => index >= from && pattern.test(call))
  const last = (pattern: RegExp) => calls.findLastIndex((call) => pattern.test(call))
  const data = /^fsync(Sync)? .config\/Switchyard$/
  const move = /^renameSync (\.claude|\.codex|\.gemini)/
  const record = first(/^renameSync .*state\.json$/)
  expect(first(/^fsync(Sync)? .*journal\.(draft\.)?json$/)).toBeLessThan(first(data))
  expect(first(data)).toBeLessThan(first(move))
  expect(last(/^fsync .*switchyard-tmp$/)).toBeLessThan(first(move))
  expect(last(move)).toBeLessThan(record)
  const done = first(/^renameSync .*history\//)
  for (const folder of ['.claude', '.codex', '.gemini']) {
    const flushed = first(new RegExp(`^fsync(Sync)? \\${folder}$`))
    expect(flushed).toBeGreaterThan(record)
    expect(flushed).toBeLessThan(done)
  }
  expect(first(data, record)).toBeGreaterThan(record)
  expect(first(data, record)).toBeLessThan(done)
  expect(calls.filter((call) => call.startsWith('fsync')).length).toBeLessThanOrEqual(14)
})
