import { posix, win32 } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ConfigValue } from '../../electron/core/files/editor'
import { keyCommandOf } from '../../electron/core/key-command'
import type { FileValues, Place, Platform, ToolAdapter, ToolSetting, ToolTarget } from '../../electron/core/tools/tool'
import { type LocalText, languages } from '../../shared/model/text'

export const places: Readonly<Record<Platform, Place>> = {
  linux: { platform: 'linux', home: '/home/ada', env: {} },
  darwin: { platform: 'darwin', home: '/Users/ada', env: {} },
  win32: { platform: 'win32', home: 'C:\\Users\\ada', env: {} },
}

/** Commands with blanks and quotes in their way, as a data folder may have them. */
const commands = {
  linux: keyCommandOf({ dataFolder: "/home/ada/it's my data", place: places.linux }, 'work-1a2b3c4d'),
  darwin: keyCommandOf({ dataFolder: '/Users/ada/Library/Application Support/Switchyard', place: places.darwin }, 'work-1a2b3c4d'),
  win32: keyCommandOf({ dataFolder: 'C:\\Users\\ada b\\AppData\\Roaming\\Switchyard', place: places.win32 }, 'work-1a2b3c4d'),
}

const defaults = (adapter: ToolAdapter) => Object.fromEntries(adapter.descriptor.options.map((option) => [option.id, option.default]))

/** A target with the tool's default options and its own form of a root URL. */
export function targetFor(adapter: ToolAdapter, changes: Partial<ToolTarget> = {}): ToolTarget {
  return {
    profileName: 'Relay',
    baseUrl: adapter.baseUrl('https://relay.example.com/sub'),
    key: 'sk-0123456789abcdefghijKLMNOP',
    models: { main: 'model-1' },
    extra: {},
    ...changes,
    options: { ...defaults(adapter), ...changes.options },
  }
}

type Mutable = { [key: string]: ConfigValue }

/** The smallest possible engine: writes settings into plain values. */
export function apply(values: FileValues, settings: readonly ToolSetting[]): FileValues {
  const result = structuredClone(values) as { [file: string]: Mutable }
  for (const setting of settings) {
    const path = [...setting.path]
    const last = path.pop()
    if (last === undefined) throw new Error('a setting needs a path')
    result[setting.file] ??= {}
    let at = result[setting.file] as Mutable
    for (const key of path) {
      at[key] ??= {}
      at = at[key] as Mutable
    }
    if (setting.op === 'set') at[last] = setting.value
    else at[last] = [...new Set([...((at[last] as readonly ConfigValue[]) ?? []), setting.item])]
  }
  return result
}

const bothLanguages = (one: LocalText) => languages.every((language) => one[language].trim() !== '')

export interface ToolSuite {
  readonly adapter: ToolAdapter
  /** Files as a user may have them already, parsed. */
  readonly existing: readonly FileValues[]
  /** Changes of the target worth trying: every option, all models, none. */
  readonly variants: readonly Partial<ToolTarget>[]
  /** Names that `extra` must refuse. */
  readonly owned: readonly string[]
  /** A further setting that is fine. */
  readonly extra: string
}

/** What every tool adapter must keep. */
export function toolSuite({ adapter, existing, variants, owned, extra }: ToolSuite): void {
  const { descriptor } = adapter
  const values: readonly FileValues[] = [{}, ...existing]
  const cases = variants.flatMap((variant) =>
    values.flatMap((before) => Object.values(places).map((place) => ({ target: targetFor(adapter, variant), before, place }))),
  )

  describe('descriptor', () => {
    it('speaks both languages everywhere', () => {
      const texts = [
        descriptor.extraHint,
        ...(adapter.baseUrlNote ? [adapter.baseUrlNote] : []),
        ...descriptor.models.flatMap(({ label, hint }) => [label, hint]),
        ...descriptor.options.flatMap((option) => [
          option.label,
          option.hint,
          ...(option.kind === 'choice' ? option.choices.map(({ label }) => label) : []),
        ]),
      ]
      expect(texts.filter((one) => !bothLanguages(one))).toEqual([])
    })
    it('has unique ids, a main model and an https link', () => {
      const ids = [descriptor.models, descriptor.options].map((list) => list.map(({ id }) => id))
      for (const list of ids) expect(new Set(list).size).toBe(list.length)
      expect(ids[0]?.[0]).toBe('main')
      expect(descriptor.docs).toMatch(/^https:\/\//)
    })
    it('has defaults among its choices', () => {
      for (const option of descriptor.options)
        if (option.kind === 'choice') expect(option.choices.map(({ id }) => id)).toContain(option.default)
    })
  })

  describe('files', () => {
    it.each(Object.values(places))('are absolute in the style of $platform, with unique ids', (place) => {
      const files = adapter.locate(place)
      const { isAbsolute } = place.platform === 'win32' ? win32 : posix
      expect(files.length).toBeGreaterThan(0)
      expect(new Set(files.map(({ id }) => id)).size).toBe(files.length)
      for (const { path } of files) {
        expect(isAbsolute(path)).toBe(true)
        expect(path.startsWith(place.home)).toBe(true)
        expect(path.includes(place.platform === 'win32' ? '/' : '\\')).toBe(false)
      }
    })
  })

  describe('settings', () => {
    it('are read back as base URL, key and models', () => {
      for (const { target, before, place } of cases) {
        const live = adapter.read(apply(before, adapter.settings(target, { place, values: before })))
        expect(live.baseUrl).toBe(target.baseUrl)
        expect(live.key).toBe(target.key)
        expect(live.models).toMatchObject(target.models)
      }
    })
    it('are adopted into a profile that asks for the very same settings', () => {
      for (const { target, before, place } of cases) {
        const after = apply(before, adapter.settings(target, { place, values: before }))
        const live = adapter.read(after)
        const adopted = {
          ...target,
          baseUrl: live.baseUrl ?? '',
          key: live.key ?? '',
          models: live.models,
          options: { ...target.options, ...live.options },
        }
        expect(apply(after, adapter.settings(adopted, { place, values: after }))).toEqual(after)
      }
    })
    it('are the same once they are written', () => {
      for (const { target, before, place } of cases) {
        const first = adapter.settings(target, { place, values: before })
        expect(adapter.settings(target, { place, values: apply(before, first) })).toEqual(first)
      }
    })
    it('name files that the tool has, and no place twice or within another', () => {
      for (const { target, before, place } of cases) {
        const settings = adapter.settings(target, { place, values: before })
        const files = adapter.locate(place).map(({ id }) => id)
        for (const { file } of settings) expect(files).toContain(file)
        const spots = settings.map(({ file, path }) => JSON.stringify([file, ...path]).slice(0, -1))
        for (const [index, spot] of spots.entries())
          expect(spots.filter((other, at) => at !== index && `${other},`.startsWith(`${spot},`))).toEqual([])
      }
    })
    it('flag every value that holds the key or a part of it', () => {
      for (const { target, before, place } of cases) {
        const open = adapter.settings(target, { place, values: before }).filter(({ secret }) => !secret)
        expect(JSON.stringify(open)).not.toContain(target.key.slice(-8))
      }
    })
    it('leave the given values alone', () => {
      for (const { target, before, place } of cases) {
        const copy = structuredClone(before)
        adapter.settings(target, { place, values: before })
        expect(before).toEqual(copy)
      }
    })
  })

  describe('a key from a command', () => {
    const { can, note } = descriptor.keyCommand
    const asked = cases.map((one) => ({
      ...one,
      target: { ...one.target, keyDelivery: 'command' as const, keyCommand: commands[one.place.platform] },
    }))
    it('is told in both languages, also where it cannot be had', () => {
      expect([bothLanguages(note), adapter.asks !== undefined]).toEqual([true, can])
    })
    it(can ? 'leaves no part of the key in any file' : 'is written into the file all the same', () => {
      for (const { target, before, place } of asked) {
        const settings = adapter.settings(target, { place, values: before })
        if (!can) expect(settings).toEqual(adapter.settings({ ...target, keyDelivery: 'file' }, { place, values: before }))
        else {
          expect(JSON.stringify(settings)).not.toContain(target.key.slice(-8))
          const { files = [] } = adapter.launch(target, { place, values: before })
          expect(JSON.stringify(files)).not.toContain(target.key.slice(-8))
        }
      }
    })
    it.runIf(can)('is read back as the command that was asked for, and stays the same once written', () => {
      for (const { target, before, place } of asked) {
        const settings = adapter.settings(target, { place, values: before })
        const after = apply(before, settings)
        const { key, keyCommand, baseUrl, models } = adapter.read(after)
        expect({ key, keyCommand, baseUrl }).toEqual({
          key: undefined,
          keyCommand: adapter.asks?.(target, undefined),
          baseUrl: target.baseUrl,
        })
        expect(models).toMatchObject(target.models)
        expect(adapter.settings(target, { place, values: after })).toEqual(settings)
      }
    })
    it('speaks of it in notices without the key', () => {
      for (const { target, before, place } of asked) {
        const notices = adapter.notices(target, { place, values: before })
        for (const { message, cure } of notices)
          expect([bothLanguages(message), cure !== undefined && bothLanguages(cure)]).toEqual([true, true])
        expect(JSON.stringify(notices)).not.toContain(target.key.slice(-8))
        expect(new Set(notices.map(({ id }) => id)).size).toBe(notices.length)
      }
    })
  })

  describe('notices', () => {
    it('speak both languages, have a cure and never show the key', () => {
      for (const { target, before, place } of cases) {
        const notices = [
          ...adapter.notices(target, { place, values: before }),
          ...(adapter.launch(target, { place, values: before }).notices ?? []),
        ]
        for (const { message, cure } of notices)
          expect([bothLanguages(message), cure !== undefined && bothLanguages(cure)]).toEqual([true, true])
        expect(JSON.stringify(notices)).not.toContain(target.key.slice(-8))
        expect(new Set(notices.map(({ id }) => id)).size).toBe(notices.length)
      }
    })
  })

  describe('launch', () => {
    it('puts the key into the environment, never into an argument', () => {
      for (const { target, before, place } of cases) {
        const { env, args, files = [] } = adapter.launch(target, { place, values: before })
        expect(Object.values(env)).toContain(target.key)
        expect(args.join(' ')).not.toContain(target.key.slice(-8))
        for (const file of files) expect(file.content.includes(target.key)).toBe(file.secret)
      }
    })
  })

  describe('check', () => {
    it('accepts every good target', () => {
      for (const variant of variants) expect(adapter.check(targetFor(adapter, { extra: { [extra]: 'on' }, ...variant }))).toEqual([])
    })
    it.each(owned)('refuses the further setting %s, which Switchyard owns', (name) => {
      expect(adapter.check(targetFor(adapter, { extra: { [name]: 'x' } }))).toMatchObject([{ field: `extra.${name}` }])
    })
    it.each([
      ['key', { key: '' }],
      ['baseUrl', { baseUrl: 'ftp://relay' }],
      ['baseUrl', { baseUrl: '' }],
      ['models.main', { models: { main: 'a\nb' } }],
      ['models.main', { models: { main: ' a' } }],
      ['models.other', { models: { other: 'a' } }],
      ['options.other', { options: { other: 'a' } }],
      [`extra.${extra}`, { extra: { [extra]: 'a\u0007b' } }],
      ['extra.a b\u00e9', { extra: { 'a b\u00e9': 'x' } }],
    ] satisfies [string, Partial<ToolTarget>][])('refuses a bad %s with a cure in both languages', (field, change) => {
      const problems = adapter.check(targetFor(adapter, change))
      expect(problems.map((problem) => problem.field)).toEqual([field])
      for (const { message, hint } of problems) expect([bothLanguages(message), bothLanguages(hint)]).toEqual([true, true])
    })
  })
}
