import { describe, expect, it } from 'vitest'
import type { Finding } from '../../../shared/model/finding'
import { startEchoingRelay } from '../../leak/echoing-relay'
import { findingOf, healthyHome } from '../../support/check-suite'
import { KEY_A, relayInput } from '../../support/relay-input'
import { tempHome } from '../../support/temp-home'

const passphrase = 'correct horse battery'
const bySeverity = (findings: readonly Finding[], severity: Finding['severity']) =>
  findings.filter((finding) => finding.severity === severity)

/** All tools on a relay that answers, with one thing that needs no key broken; then the vault is locked. */
async function lockedHome() {
  const relay = await startEchoingRelay()
  const home = tempHome()
  const { api } = home.core
  const { id } = await api['profiles.add']({ profile: relayInput('Alpha', KEY_A, relay.url) })
  await api['switch.apply']({ profileId: id })
  home.write('.claude/settings.json', home.read('.claude/settings.json').replace(relay.url, 'https://other.example'))
  await api['vault.protect']({ protection: 'passphrase', passphrase })
  await api['vault.lock']({})
  return { home, relay }
}

describe('the doctor with a locked vault', () => {
  it('looks at all that needs no key, names what it left out, and says how to unlock', async () => {
    const { home, relay } = await lockedHome()
    try {
      const { api } = home.core
      const { findings } = await api['doctor.run']({ network: true })
      const vault = findings.find(({ check }) => check === 'vault-open')
      expect(vault).toMatchObject({
        severity: 'warn',
        cause: { en: expect.stringContaining('locked') },
        cure: { en: expect.stringContaining('switchyard vault unlock') },
      })
      const left = bySeverity(findings, 'skip').filter(({ cause }) => cause?.en.startsWith('Left out: it needs your key'))
      expect(left.map(({ check }) => check)).toEqual(expect.arrayContaining(['relay-key', 'relay-reachable']))
      for (const { cause } of left)
        expect([cause?.en, cause?.zh]).toEqual([expect.stringContaining('vault unlock'), expect.stringContaining('vault unlock')])
      // What needs no key is found, and nothing is said to be wrong that is not known.
      expect(bySeverity(findings, 'fail').map(({ check }) => check)).toContain('why-ignored')
      expect(
        findings
          .find(({ check }) => check === 'why-ignored')
          ?.values?.filter(({ name }) => name === 'key')
          .every(({ asProfile }) => asProfile),
      ).toBe(true)
      expect(findings.filter(({ title }) => title.en.startsWith('Not known'))).toEqual([])
      const { text: report } = await api['doctor.report']({ format: 'markdown' })
      expect(report).toContain('Left out: it needs your key')

      await api['vault.unlock']({ passphrase })
      const again = await api['doctor.run']({ network: true })
      expect(again.findings.find(({ check }) => check === 'vault-open')?.severity).toBe('ok')
      expect(again.findings.filter(({ cause }) => cause?.en.startsWith('Left out'))).toEqual([])
      expect(again.findings.find(({ check }) => check === 'relay-key')?.severity).toBe('fail')
    } finally {
      relay.close()
    }
  }, 60_000)

  it('tells the key of the profile from another one by its masked form', async () => {
    const { home, relay } = await lockedHome()
    relay.close()
    const severity = async (key: string) => {
      const { api } = home.another('terminal', { GEMINI_API_KEY: key })
      return (await api['doctor.run']({ only: ['env-overrides'], network: false })).findings[0]?.severity
    }
    expect([await severity(KEY_A), await severity('sk-another-0123456789')]).toEqual(['ok', 'fail'])
  })

  it('says nothing of a vault without keys', async () => {
    expect((await findingOf(tempHome(), 'vault-open')).severity).toBe('skip')
    expect((await findingOf(await healthyHome(), 'vault-open')).severity).toBe('ok')
  })
})
