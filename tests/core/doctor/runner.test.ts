import { describe, expect, it } from 'vitest'
import type { Check } from '../../../electron/core/doctor/check'
import { gatherFacts } from '../../../electron/core/doctor/facts'
import { runChecks } from '../../../electron/core/doctor/runner'
import { fact } from '../../../electron/core/doctor/seen'
import { ok } from '../../../electron/core/doctor/verdict'
import { adapters } from '../../../electron/core/tools/index'
import type { Finding } from '../../../shared/model/finding'
import { text } from '../../../shared/model/text'
import { findingOf, healthyHome, STRAY_KEY } from '../../support/check-suite'
import { KEY_A } from '../../support/relay-input'
import { tempHome } from '../../support/temp-home'

const check = (id: string, run: Check['run']): Check => ({
  id,
  group: 'machine',
  title: text(id, id),
  badTitle: text(`not ${id}`, `not ${id}`),
  why: text('', ''),
  run,
})
const factsOf = async (home = tempHome(), signal = new AbortController().signal) =>
  gatherFacts(home.host, adapters, { of: async () => undefined }, { network: false, signal })

describe('a run', () => {
  it('turns a throw into a finding, tells each as it comes, and keeps the order', async () => {
    const told: string[] = []
    const slow = check('slow', async () => new Promise((resolve) => setTimeout(() => resolve(ok()), 30)))
    const broken = check('broken', async () => {
      throw new TypeError(`secret ${STRAY_KEY}`)
    })
    const findings = await runChecks([slow, broken], await factsOf(), ({ check: id }) => told.push(id))
    expect(told).toEqual(['broken', 'slow'])
    expect(findings.map(({ check: id, severity }) => [id, severity])).toEqual([
      ['slow', 'ok'],
      ['broken', 'fail'],
    ])
    expect(findings[1]).toMatchObject({ title: { en: 'Not known: broken' }, cause: { en: 'The check crashed (TypeError).' } })
  })

  it('leaves out what a cancel cut off', async () => {
    const controller = new AbortController()
    const facts = await factsOf(tempHome(), controller.signal)
    const never = check('never', () => new Promise(() => undefined))
    const run = runChecks([never], facts, () => undefined)
    controller.abort()
    expect(await run).toEqual([])
  })

  it('redacts keys, tokens in addresses, the home and the user in every text', async () => {
    const home = await healthyHome({ MY_API_TOKEN: 'abcdefgh-very-secret' })
    const leaky = check('leaky', async () =>
      ok(
        fact(`${KEY_A} ${STRAY_KEY} https://me:pw123456@host/ Bearer abcdefghijkl abcdefgh-very-secret ${home.home}/x`, {
          file: `${home.home}/y`,
        }),
      ),
    )
    const [finding] = await runChecks([leaky], await factsOf(home), () => undefined)
    const words = JSON.stringify(finding)
    for (const secret of [KEY_A, STRAY_KEY, 'pw123456', 'abcdefghijkl', 'very-secret', home.home]) expect(words).not.toContain(secret)
    expect(finding?.evidence[0]?.file).toBe('~/y')
  })
})

describe('the doctor', () => {
  it('finds nothing wrong on a healthy home, fails nothing, and changes nothing', async () => {
    const home = await healthyHome()
    const before = home.tree()
    const told: Finding[] = []
    home.core.subscribe((name, payload) => {
      if (name === 'doctor-finding') told.push(payload as Finding)
    })
    const report = await home.core.api['doctor.run']({ network: false })
    expect(report.findings.filter(({ severity }) => severity === 'fail')).toEqual([])
    expect(report.findings.filter(({ severity }) => severity === 'warn').map(({ check: id }) => id)).toEqual(
      expect.not.arrayContaining(['env-stale', 'why-ignored', 'base-url-shape']),
    )
    expect(told).toHaveLength(report.findings.length)
    expect(home.tree()).toEqual(before)
  })

  it('shows every layer of a value, the winner first, with keys masked', async () => {
    const home = await healthyHome({ ANTHROPIC_BASE_URL: 'https://shell.example' })
    home.write('work/.claude/settings.json', `{"env":{"ANTHROPIC_AUTH_TOKEN":"${STRAY_KEY}"}}`)
    const finding = await findingOf(home, 'why-ignored', 'work')
    const value = (name: string) => finding.values?.find((one) => one.tool === 'claude' && one.name === name)
    expect(value('key')).toMatchObject({
      asProfile: false,
      layers: [
        { layer: 'project', wins: true, file: '~/work/.claude/settings.json', value: expect.stringContaining('…') },
        { layer: 'settings', wins: false, why: { en: expect.stringContaining("The project's settings") } },
        { layer: 'settings', setting: 'ANTHROPIC_API_KEY', value: '' },
      ],
    })
    expect(value('baseUrl')).toMatchObject({
      asProfile: true,
      layers: [
        { layer: 'settings', wins: true },
        { layer: 'environment', wins: false, value: 'https://shell.example' },
      ],
    })
    expect(JSON.stringify(finding)).not.toContain(STRAY_KEY)
  })

  it('refuses checks, tools and folders that are not there', async () => {
    const { api } = tempHome().core
    await expect(api['doctor.run']({ only: ['nonsense'] })).rejects.toMatchObject({ problem: { code: 'unknown-check' } })
    await expect(api['doctor.run']({ tools: ['nonsense'] })).rejects.toMatchObject({ problem: { code: 'unknown-tool' } })
    await expect(api['doctor.run']({ folder: '/nowhere/at/all' })).rejects.toMatchObject({ problem: { code: 'no-such-folder' } })
    await expect(api['doctor.previewFix']({ id: 'clock' })).rejects.toMatchObject({ problem: { code: 'nothing-to-fix' } })
    await expect(api['doctor.report']({ format: 'json' })).rejects.toMatchObject({ problem: { code: 'no-report' } })
  })

  it('does not carry out a fix other than the one that was seen', async () => {
    const home = await healthyHome()
    home.write('.claude.json', '{}')
    const { token } = await home.core.api['doctor.previewFix']({ id: 'claude-onboarding' })
    home.write('.claude.json', '{"other":1}')
    await expect(home.core.api['doctor.applyFix']({ id: 'claude-onboarding', token })).rejects.toMatchObject({
      problem: { code: 'plan-outdated' },
    })
    expect(home.read('.claude.json')).toBe('{"other":1}')
  })

  it('does not undo a fix over a later change', async () => {
    const home = await healthyHome()
    const { api } = home.core
    home.write('.claude.json', '{}')
    const { token } = await api['doctor.previewFix']({ id: 'claude-onboarding' })
    await api['doctor.applyFix']({ id: 'claude-onboarding', token })
    home.write('.claude.json', '{"later":1}')
    await expect(api['switch.undo']({})).rejects.toMatchObject({ problem: { code: 'undo-conflict' } })
    expect(home.read('.claude.json')).toBe('{"later":1}')
  })

  it('gives a report without key, user and host, in both forms', async () => {
    const home = await healthyHome({ GEMINI_API_KEY: STRAY_KEY })
    const { api } = home.core
    await api['doctor.run']({ network: false })
    for (const format of ['markdown', 'json'] as const) {
      const { text: report } = await api['doctor.report']({ format })
      for (const secret of [KEY_A, STRAY_KEY, home.home]) expect(report).not.toContain(secret)
      expect(report).toContain('GEMINI_API_KEY')
    }
    const json = JSON.parse((await api['doctor.report']({ format: 'json' })).text) as { counts: object }
    expect(Object.keys(json.counts).sort()).toEqual(['fail', 'ok', 'skip', 'warn'])
  })
})
