import { describe, expect, it } from 'vitest'
import { checkWithId } from '../../electron/core/doctor/index'
import type { Finding, Severity } from '../../shared/model/finding'
import { languages } from '../../shared/model/text'
import { KEY_A, relayInput } from './relay-input'
import { type TempHome, tempHome } from './temp-home'

/** A home in which a check must speak up. */
export interface BrokenCase {
  readonly name: string
  /** Environment of the process. */
  readonly env?: Readonly<Record<string, string>>
  /** Breaks a healthy home: all three tools switched to a relay. */
  break(home: TempHome): Promise<void> | void
  readonly severity: Severity
  /** What the cause must say, in English. */
  readonly cause: RegExp
  /** Below the home; the folder that the tools are started in. */
  readonly folder?: string
  /** True when the fix makes it ok. Absent: there is no fix for it. */
  readonly mends?: boolean
}

export interface CheckSuite {
  readonly id: string
  /** Makes a healthy home one in which the check has something to look at and says ok; absent: it is so already. */
  ok?(home: TempHome): Promise<void> | void
  readonly okEnv?: Readonly<Record<string, string>>
  readonly okFolder?: string
  /** What the check says of a healthy home, where it is not ok. */
  readonly healthy?: Severity
  readonly broken: readonly BrokenCase[]
}

/** All three tools on a relay, through the same door as a user's switch. */
export async function healthyHome(env: Readonly<Record<string, string>> = {}): Promise<TempHome> {
  const home = tempHome(env)
  const { id } = await home.core.api['profiles.add']({ profile: relayInput('Alpha', KEY_A) })
  await home.core.api['switch.apply']({ profileId: id })
  return home
}

export async function findingOf(home: TempHome, id: string, folder?: string): Promise<Finding> {
  const input = { only: [id], network: false, ...(folder === undefined ? {} : { folder: home.path(folder) }) }
  const { findings } = await home.core.api['doctor.run'](input)
  const [finding] = findings
  if (finding === undefined) throw new Error(`no finding for ${id}`)
  return finding
}

const short = (finding: Finding) => ({ severity: finding.severity, cause: finding.cause?.en })

/** What every check must keep: an ok case, failing cases with cause and cure in both languages, a fix that mends, no secret in any text. */
export function checkSuite({ id, ok, okEnv, okFolder, healthy = 'ok', broken }: CheckSuite): void {
  describe(id, () => {
    it(`says ${healthy} where all is well`, async () => {
      const home = await healthyHome(okEnv)
      await ok?.(home)
      const finding = await findingOf(home, id, okFolder)
      expect(short(finding)).toMatchObject({ severity: healthy })
      expect(finding.title).toEqual(checkWithId(id)?.title)
    })
    it.each(broken)('$name', async (one) => {
      const home = await healthyHome(one.env)
      await one.break(home)
      const finding = await findingOf(home, id, one.folder)
      expect(short(finding)).toEqual({ severity: one.severity, cause: expect.stringMatching(one.cause) })
      expect(languages.every((language) => finding.cause?.[language] && finding.cure?.[language])).toBe(true)
      expect(finding.cause?.zh).toMatch(/\p{Script=Han}/u)
      for (const language of languages) expect(finding.title[language]).not.toBe(checkWithId(id)?.title[language])
      const words = JSON.stringify(finding)
      for (const secret of [KEY_A, STRAY_KEY]) expect(words).not.toContain(secret)
      expect(words).not.toContain(home.home)
      expect(finding.fixable).toBe(one.mends === true)
      if (one.mends === true) await mends(home, id, one.folder)
    })
  })
}

/** A key that is no profile's: tests put it where it must not be shown either. */
export const STRAY_KEY = 'sk-stray0123456789abcdefstray'

async function mends(home: TempHome, id: string, folder: string | undefined): Promise<void> {
  const { api } = home.core
  expect(checkWithId(id)?.fix).toBeDefined()
  const where = folder === undefined ? {} : { folder: home.path(folder) }
  const before = home.tree()
  const plan = await api['doctor.previewFix']({ id, ...where })
  expect(home.tree()).toEqual(before)
  expect(plan.tools.flatMap(({ files }) => files).length).toBeGreaterThan(0)
  for (const secret of [KEY_A, STRAY_KEY]) expect(JSON.stringify(plan)).not.toContain(secret)
  const { report, finding } = await api['doctor.applyFix']({ id, token: plan.token, ...where })
  expect(['ok', 'skip']).toContain(short(finding).severity)
  const [entry] = await api['history.list']({ limit: 1 })
  expect(entry).toMatchObject({ id: report.historyId, action: 'fix' })
  await api['switch.undo']({})
  expect(home.tree()).toEqual(before)
}
