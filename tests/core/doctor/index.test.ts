import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { explain, explanations } from '../../../electron/core/doctor/explain'
import { checks, checkWithId } from '../../../electron/core/doctor/index'
import { diagnosticsDocument } from '../../../scripts/make-docs'
import { checkOfGuide } from '../../../shared/model/probe'
import { languages, text } from '../../../shared/model/text'
import { tempHome } from '../../support/temp-home'

const modules = import.meta.glob<Record<string, unknown>>('../../../electron/core/doctor/checks/*.ts', { eager: true })
const isCheck = (value: unknown): boolean => typeof value === 'object' && value !== null && 'run' in value && 'why' in value

describe('the list of checks', () => {
  it('holds every check of the folder, each in a file of its name', () => {
    const found = Object.entries(modules).flatMap(([file, module]) =>
      Object.values(module)
        .filter(isCheck)
        .map((check) => [path.basename(file, '.ts'), check]),
    )
    expect(new Set(checks)).toEqual(new Set(found.map(([, check]) => check)))
    for (const [file, check] of found) expect(check).toMatchObject({ id: file })
  })
  it('has unique ids, and finds them', () => {
    expect(new Set(checks.map(({ id }) => id)).size).toBe(checks.length)
    expect(checkWithId('clock')?.id).toBe('clock')
    expect(checkWithId('constructor')).toBeUndefined()
  })
  it('says of each why it matters and what to do, in both languages', () => {
    const texts = checks.flatMap(({ title, badTitle, why, fix, remedy }) => [title, badTitle, why, fix?.about ?? remedy ?? text('', '')])
    expect(texts.filter((one) => !languages.every((language) => one[language].trim() !== '') || !/\p{Script=Han}/u.test(one.zh))).toEqual(
      [],
    )
  })
  it('says of each something else when it is wrong, so that no failure stands under the title of what is well', () => {
    for (const language of languages) {
      const titles = checks.flatMap(({ title, badTitle }) => [title[language], badTitle[language]])
      expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([])
    }
  })
  it('answers every trouble of the usual list', () => {
    const answered = new Set(checks.flatMap(({ seed = [] }) => seed))
    expect([...answered].sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13])
  })
})

describe('docs/diagnostics.md', () => {
  const page = () => readFileSync(path.resolve(import.meta.dirname, '../../../docs/diagnostics.md'), 'utf8')
  it('is what the checks make of it, with an anchor for each', () => {
    expect(page()).toBe(diagnosticsDocument())
    for (const { id } of checks) expect(page()).toContain(`<a id="${id}"></a>`)
  })
  it('can be read in the app, where each section has the same anchor', async () => {
    const { checks: sections, sayings } = await tempHome().core.api['doctor.about']({})
    expect(sections.map(({ id }) => id).sort()).toEqual(checks.map(({ id }) => id).sort())
    expect(sections.map(({ id }) => id)).toEqual([...page().matchAll(/<a id="([\w-]+)">/g)].map(([, id]) => id))
    for (const { title, cause, why, cure } of sections)
      for (const words of [title.en, `${cause.en}. ${why.en}`, cure?.en, cure?.zh]) expect(page()).toContain(words)
    for (const { cause } of sayings) expect(page()).toContain(cause.en)
  })
})

it('what a connection test found leads to the check that answers the same trouble', () => {
  const relay = checks.filter(({ group }) => group === 'network')
  for (const { id, seed = [] } of relay) for (const guide of seed) if (id.startsWith('relay-')) expect(checkOfGuide(guide)).toBe(id)
  for (let guide = 1; guide <= 13; guide++) expect(checkWithId(checkOfGuide(guide))).toBeDefined()
  expect(checkOfGuide(undefined)).toBe('relay-other')
})

describe('a pasted error text', () => {
  it.each([
    ['Not logged in · Please run /login', 'claude-not-logged-in', 'relay-key'],
    ["There's an issue with the selected model (x). It may not exist", 'claude-model-or-path', 'base-url-shape'],
    ['API Error: Request rejected (429) · slow down', 'claude-rate-limit', 'relay-rate-limit'],
    ['\u001b[31mERROR: Reconnecting... waiting for network\u001b[0m', 'codex-waiting', 'proxy-dead'],
    ['ERROR: We’re currently experiencing high demand, which may cause temporary errors.', 'codex-high-demand', 'relay-error'],
    ['Error loading config.toml: `wire_api = "chat"` is no longer supported.', 'codex-wire-api', 'codex-wire-api'],
    ['ERROR: The model `gpt-x` does not exist or you do not have access to it.', 'codex-model', 'relay-model'],
    ['Error: legacy `profile = "p"` config is no longer supported; use `--profile p`', 'codex-profiles', 'codex-legacy-profiles'],
    ['ERROR: Reconnecting... 2/5', 'codex-reconnecting', 'relay-rate-limit'],
    ['unexpected status 404 Not Found: Invalid URL (POST /responses), url: https://r', 'codex-path', 'base-url-shape'],
    ['When using Gemini API, you must specify the GEMINI_API_KEY environment variable.', 'gemini-no-key', 'gemini-trust'],
    ['Error: exception TypeError: fetch failed sending request', 'gemini-fetch', 'relay-tls'],
    ['Attempt 1 failed with status 429. Retrying with backoff...', 'gemini-rate-limit', 'relay-rate-limit'],
    [
      'Error in /home/ada/.gemini/settings.json: Expected double-quoted property name in JSON at position 174',
      'gemini-settings',
      'config-parses',
    ],
    ['Invalid auth method selected.', 'gemini-auth-type', 'gemini-auth-type'],
    ['ModelNotFoundError: not found', 'gemini-model', 'base-url-shape'],
    ['Self-signed certificate detected (DEPTH_ZERO_SELF_SIGNED_CERT)', 'claude-tls', 'ca-file'],
  ])('%j is %s', (pasted, id, check) => {
    const [first] = explain(pasted)
    expect(first).toMatchObject({ id })
    expect(first?.checks).toContain(check)
  })
  it('names only checks that exist, in both languages, and says nothing of unknown words', () => {
    for (const { checks: ids, cause } of explanations()) {
      for (const id of ids) expect(checkWithId(id), id).toBeDefined()
      expect(languages.every((language) => cause[language] !== '')).toBe(true)
    }
    expect(explain('all is well')).toEqual([])
  })
  it('gives no key of the text back', () => {
    expect(JSON.stringify(explain('Not logged in sk-0123456789abcdef'))).not.toContain('0123456789abcdef')
  })
})
