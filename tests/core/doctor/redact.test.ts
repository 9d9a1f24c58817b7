import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import type { Check, Verdict } from '../../../electron/core/doctor/check'
import type { Facts } from '../../../electron/core/doctor/facts'
import type { effectiveValues } from '../../../electron/core/doctor/facts/layers'
import { createRedactor } from '../../../electron/core/doctor/redact'
import { reportText } from '../../../electron/core/doctor/report'
import { runCheck } from '../../../electron/core/doctor/runner'
import { shellPath } from '../../../electron/core/doctor/shell-path'
import type { Profile } from '../../../shared/model/profile'
import { text } from '../../../shared/model/text'
import { tempHome } from '../../support/temp-home'

const KEY = 'Zx9+secret/key==with odd%signs"quoted'
const FOREIGN = 'sk-ant-api03-0123456789abcdefghij'
const HOST = 'ada-laptop.corp.example'

const redactorOn = (platform: 'linux' | 'win32', home: string, userName = 'ada.l') =>
  createRedactor({
    place: { platform, home, env: { COMPANY_TOKEN: 'hunter2-hunter2', PATH: '/usr/bin' } },
    hostName: HOST,
    userName,
    profiles: [{ relay: { key: KEY } } as Profile],
    tools: [],
  })

/** One secret or name in many guises, each with what must not be left of it. */
const linux: readonly (readonly [words: string, left: string])[] = [
  [`plain ${KEY} here`, 'secret'],
  [`in JSON ${JSON.stringify({ key: KEY })}`, 'secret'],
  [`in a query ?key=${encodeURIComponent(KEY)}&x=1`, 'secret'],
  [`another's ${FOREIGN}.`, '0123456789'],
  [`Authorization: Bearer abc.def-ghi_jkl`, 'ghi_jkl'],
  ['https://login:pass%40word@proxy.corp:8080/', 'pass'],
  ['https://onlytoken0123@proxy.corp/', 'onlytoken'],
  ['export MY_API_KEY="short1234"', 'short1234'],
  ['COMPANY_TOKEN is hunter2-hunter2', 'hunter2'],
  ['/home/ada/.claude/settings.json', 'ada'],
  ['"/home/ada"', 'ada'],
  ['file:///home/ada/x', 'ada'],
  ['%2Fhome%2Fada%2Fx', 'ada'],
  ['backup-ada.json, ada_2, (ADA), ada@machine, ~ada', 'ada'],
  ['uid of ada.l', 'ada'],
]

describe('the redactor', () => {
  const { text: redact } = redactorOn('linux', '/home/ada')
  it.each(linux)('%j', (words, left) => {
    expect(redact(words).toLowerCase()).not.toContain(left.toLowerCase())
  })
  it('knows the ways in which Windows writes a home', () => {
    const windows = redactorOn('win32', 'C:\\Users\\Ada').text
    for (const words of ['C:\\Users\\Ada\\x', '"C:\\\\Users\\\\Ada\\\\x"', 'c:/users/ada/x', 'file:///C:/Users/Ada/x'])
      expect(windows(words).toLowerCase()).not.toMatch(/ada|users/)
  })
  it('leaves words alone that only look like the user, and users whose name is a tool’s', () => {
    expect(redact('Canada adapter /home/adamant /homes')).toBe('Canada adapter /home/adamant /homes')
    expect(redactorOn('linux', '/home/codex', 'codex').text('codex-auth-file: Codex')).toBe('codex-auth-file: Codex')
  })
  it('takes the name of the machine out, long and short', () => {
    const { withoutHost, text: words } = redactorOn('linux', '/home/ada')
    expect(withoutHost(`on ${HOST}, ADA-LAPTOP and ada-laptop2`)).toBe('on <host>, <host> and ada-laptop2')
    expect(withoutHost(words(`on ${HOST} and ada-laptop`))).toBe('on <host> and <host>')
  })
})

describe('a report', () => {
  const words = `${linux.map(([said]) => said).join('\n')} ${HOST}`
  const both = text(words, words)
  const verdict: Verdict = {
    severity: 'fail',
    title: both,
    cause: both,
    cure: both,
    evidence: [{ text: both, file: `/home/ada/${FOREIGN}` }],
    values: [
      {
        tool: 'claude',
        name: 'baseUrl',
        value: words,
        expected: words,
        asProfile: false,
        layers: [{ layer: 'x', kind: 'user', label: both, setting: words, file: words, value: words, wins: true, why: both }],
      } satisfies ReturnType<typeof effectiveValues>[number],
    ],
  }
  const check: Check = {
    id: 'leaky',
    group: 'machine',
    title: text('a', 'b'),
    badTitle: text('c', 'd'),
    why: text('e', 'f'),
    run: async () => verdict,
  }

  it.each(['markdown', 'json'] as const)('as %s holds none of it, wherever a check puts it', async (format) => {
    const redactor = redactorOn('linux', '/home/ada')
    const facts = { redactor, network: false, cancelled: new Promise<void>(() => undefined) } as unknown as Facts
    const finding = await runCheck(check, facts)
    for (const [, left] of linux) expect(JSON.stringify(finding).toLowerCase()).not.toContain(left.toLowerCase())
    const report = {
      at: '2026-01-01T00:00:00Z',
      version: '1',
      system: 'Linux',
      ms: 1,
      findings: [finding],
      counts: { fail: 1, warn: 0, ok: 0, skip: 0 },
      cancelled: false,
    }
    const plain = reportText(report, format, redactor, false)
    expect(plain).not.toMatch(/laptop|corp\.example/i)
    expect(plain).not.toMatch(/\bada\b/i)
    expect(plain.toLowerCase()).not.toContain('secret')
    // Names that do not stand alone for the machine stay when they are wanted.
    expect(reportText(report, format, redactor, true)).toMatch(/laptop/i)
    if (format === 'json') expect(JSON.parse(plain)).toMatchObject({ findings: [{ check: 'leaky', severity: 'fail' }] })
  })
  it('stays JSON when the user is named like one of its fields', async () => {
    const redactor = redactorOn('linux', '/home/title', 'severity')
    const report = {
      at: '',
      version: '1',
      system: 'Linux',
      ms: 1,
      findings: [],
      counts: { fail: 0, warn: 0, ok: 0, skip: 0 },
      cancelled: false,
    }
    expect(JSON.parse(reportText(report, 'json', redactor, false))).toEqual(report)
  })
})

it('a command of a cure still works where the home folder is written as ~', () => {
  const home = tempHome()
  home.write('plain.txt', '')
  home.write("with blank/it's.txt", '')
  const redact = createRedactor({ place: home.host.place, hostName: 'x', userName: 'x', profiles: [], tools: [] }).text
  for (const name of ['plain.txt', "with blank/it's.txt"]) {
    const command = redact(`cat ${shellPath(home.path(name))}`)
    expect(command).toMatch(/^cat ~\//)
    expect(() => execFileSync('/bin/sh', ['-c', command], { env: { HOME: home.home, PATH: '/usr/bin:/bin' } })).not.toThrow()
  }
})
