import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import Conf from 'conf'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { plainJsonStore } from '../../electron/core/json-store'
import { type LateStore, lateStore, electronStore as openStore } from '../../electron/main/stores'

/** electron-store 11.0.2 is this much over conf; the real one cannot be loaded outside Electron, and the desktop tests use it. */
vi.mock('electron-store', () => ({
  default: class extends Conf {
    constructor({ name, ...options }: { name: string; cwd: string }) {
      super({ ...options, configName: name, projectName: 'test' })
    }
  },
}))

const late: LateStore = lateStore()
const electronStore = (path: string) => openStore(path, late)
beforeAll(() => late.load())

let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'switchyard-stores-'))
  path = join(folder, 'profiles.json')
})
afterEach(() => rmSync(folder, { recursive: true }))

const document = {
  version: 1,
  profiles: [
    { id: 'a', name: 'Überländisch 中转' },
    { id: 'b', name: 'B' },
  ],
}

describe('a desktop store', () => {
  it('writes nothing until it is told to, not even when it is read', () => {
    expect(electronStore(path).read()).toBeUndefined()
    expect(readdirSync(folder)).toEqual([])
  })

  it('reads back what it wrote, readable for its owner only', () => {
    electronStore(path).write(document)
    expect(electronStore(path).read()).toEqual(document)
    expect(statSync(path).mode & 0o777).toBe(0o600)
  })

  it('makes an existing file private when it writes it', () => {
    writeFileSync(path, '{}', { mode: 0o644 })
    electronStore(path).write(document)
    expect(statSync(path).mode & 0o777).toBe(0o600)
  })

  it('keeps the very bytes of a file that it only reads', () => {
    const text = '{ "version":1,\n\n "profiles": [] }'
    writeFileSync(path, text)
    electronStore(path).read()
    expect(readFileSync(path, 'utf8')).toBe(text)
  })

  it('shares its file with the shells that run without Electron', () => {
    electronStore(path).write(document)
    const bytes = readFileSync(path, 'utf8')
    expect(plainJsonStore(path).read()).toEqual(document)
    plainJsonStore(path).write(document)
    expect(readFileSync(path, 'utf8')).toBe(bytes)
    expect(electronStore(path).read()).toEqual(document)
  })

  it('writes the same bytes before electron-store is loaded', () => {
    electronStore(path).write(document)
    const bytes = readFileSync(path, 'utf8')
    rmSync(path)
    openStore(path, lateStore()).write(document)
    expect(readFileSync(path, 'utf8')).toBe(bytes)
    expect(statSync(path).mode & 0o777).toBe(0o600)
  })

  it('sees what another shell wrote in the meantime', () => {
    const store = electronStore(path)
    store.write(document)
    plainJsonStore(path).write({ version: 1, profiles: [] })
    expect(store.read()).toEqual({ version: 1, profiles: [] })
  })

  it('replaces the whole document', () => {
    const store = electronStore(path)
    store.write({ version: 1, profiles: [], old: true })
    store.write({ version: 1, profiles: [] })
    expect(store.read()).toEqual({ version: 1, profiles: [] })
  })

  it.each([
    ['text that is cut off', '{"profiles":[{"key":"sk-secret-1234'],
    ['an empty file', ''],
    ['a byte order mark', '\uFEFF{"profiles":[]}'],
    ['a list', '[1]'],
    ['a bare string', '"sk-secret-1234"'],
  ])('refuses %s as a syntax error, without quoting it and without changing it', (_name, text) => {
    writeFileSync(path, text)
    let thrown: unknown
    try {
      electronStore(path).read()
    } catch (error) {
      thrown = error
    }
    expect(thrown).toBeInstanceOf(SyntaxError)
    expect(String(thrown)).toContain(path)
    expect(String(thrown)).not.toContain('sk-secret')
    expect((thrown as Error).cause).toBeUndefined()
    expect(readFileSync(path, 'utf8')).toBe(text)
  })

  it('moves a broken file aside with its bytes, private, and starts anew', () => {
    writeFileSync(path, '{"profiles":', { mode: 0o644 })
    const store = electronStore(path)
    const aside = store.setAside()
    expect(existsSync(path)).toBe(false)
    expect(dirname(aside)).toBe(folder)
    expect(aside).toMatch(/profiles\.broken-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d-\d{3}Z\.json$/)
    expect(readFileSync(aside, 'utf8')).toBe('{"profiles":')
    expect(statSync(aside).mode & 0o777).toBe(0o600)
    store.write(document)
    expect(store.read()).toEqual(document)
  })

  it('takes an object only', () => {
    expect(() => electronStore(path).write([1])).toThrow(TypeError)
    expect(existsSync(path)).toBe(false)
  })
})
