import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { english as en } from '../../../renderer/i18n/en/index'
import { resolveLanguage } from '../../../renderer/i18n/i18n'
import { chinese as zh } from '../../../renderer/i18n/zh/index'

type Strings = Readonly<Record<string, Readonly<Record<string, string>>>>

const flat = (strings: Strings): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(strings).flatMap(([area, words]) => Object.entries(words).map(([name, word]) => [`${area}.${name}`, word] as const)),
  )
const base = (key: string) => key.replace(/_(one|other)$/, '')
const placeholders = (word: string) => [...word.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort()

const sources = readdirSync(resolve('renderer'), { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => readFileSync(join('renderer', name), 'utf8'))
  .join('\n')
const used = new Set([...sources.matchAll(/\bt\(\s*'([\w.]+)'/g)].map((match) => match[1] ?? ''))
const english = flat(en)
const chinese = flat(zh)

describe('the strings', () => {
  it('finds the calls in the sources', () => {
    expect(used.size).toBeGreaterThan(100)
  })
  it('has a text for every key that is used', () => {
    const known = new Set([...english.keys()].map(base))
    expect([...used].filter((key) => !known.has(key))).toEqual([])
  })
  it('uses every key that has a text', () => {
    expect([...english.keys()].filter((key) => !used.has(base(key)))).toEqual([])
  })
  it('has every key in both languages', () => {
    expect([...new Set([...chinese.keys()].map(base))].sort()).toEqual([...new Set([...english.keys()].map(base))].sort())
  })
  it('has every plural form that the language needs', () => {
    for (const key of [...english.keys()].filter((key) => key.endsWith('_one'))) expect([...english.keys()]).toContain(`${base(key)}_other`)
    expect([...chinese.keys()].filter((key) => key.endsWith('_one'))).toEqual([])
  })
  it('fills in the same values in both languages', () => {
    for (const [key, word] of chinese) expect(placeholders(word), key).toEqual(placeholders(english.get(key) ?? ''))
  })
  it('leaves no text empty, and no Chinese text in English', () => {
    for (const [key, word] of [...english, ...chinese]) expect(word.trim(), key).not.toBe('')
    const same = [...chinese].filter(([key, word]) => english.get(key) === word && !/^(Base URL|[A-Z]{3,4})$/.test(word))
    expect(same).toEqual([])
  })
  it('has no words outside of the string files', () => {
    const words = [...sources.matchAll(/>\s*([A-Z][a-z]+ [a-z]+[^<>{}]*)</g)].map((match) => match[1])
    expect(words).toEqual([])
  })
})

describe('the language', () => {
  it('follows the system unless the user chose one', () => {
    expect(resolveLanguage('system', 'zh-Hans-CN')).toBe('zh')
    expect(resolveLanguage('system', 'de-DE')).toBe('en')
    expect(resolveLanguage('zh', 'en-US')).toBe('zh')
  })
})
