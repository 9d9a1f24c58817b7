import { chmodSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Finding } from '../../../shared/model/finding'
import { healthyHome } from '../../support/check-suite'
import { KEY_A } from '../../support/relay-input'

/** A program of the tool's name that prints this and ends. */
async function tried(script: string): Promise<Finding | undefined> {
  const home = await healthyHome()
  home.write('.local/bin/claude', `#!/bin/sh\n${script}\n`)
  chmodSync(home.path('.local/bin/claude'), 0o755)
  const { findings } = await home.core.api['doctor.run']({ only: ['try-it'], tools: ['claude'], network: true })
  return findings[0]
}

describe('try-it', () => {
  it('turns the misleading words of a tool into the real cause', async () => {
    const finding = await tried('echo "Not logged in · Please run /login"; exit 1')
    expect(finding).toMatchObject({ severity: 'fail', cause: { en: expect.stringContaining('the relay answered 401') } })
  })
  it('is content with an answer', async () => {
    expect(await tried('echo pong')).toMatchObject({ severity: 'ok' })
  })
  it('tells the code of an end that it does not know, and shows no key', async () => {
    const finding = await tried(`echo "strange ${KEY_A}"; exit 7`)
    expect(finding).toMatchObject({ severity: 'fail', cause: { en: expect.stringContaining('code 7') } })
    expect(JSON.stringify(finding)).not.toContain(KEY_A)
  })
  it('lets Claude Code try again only once, with one prompt, in a folder of its own', async () => {
    const finding = await tried('echo "$CLAUDE_CODE_MAX_RETRIES $# $(basename "$PWD" | cut -c1-15)"')
    expect(finding?.evidence[0]?.text.en).toBe('1 2 switchyard-try-')
  })
  it('does not run unless it is asked for', async () => {
    const home = await healthyHome()
    const { findings } = await home.core.api['doctor.run']({ network: false })
    expect(findings.map(({ check }) => check)).not.toContain('try-it')
  })
})

describe('own-doctor', () => {
  it("sums up what Codex's own doctor says", async () => {
    const home = await healthyHome()
    const run = async (json: string) => {
      home.write('.local/bin/codex', `#!/bin/sh\necho '${json}'\n`)
      chmodSync(home.path('.local/bin/codex'), 0o755)
      const { findings } = await home.core.api['doctor.run']({ only: ['own-doctor'], tools: ['codex'], network: true })
      return findings[0]
    }
    expect(await run('{"checks":[{"name":"auth","status":"ok"}]}')).toMatchObject({ severity: 'ok' })
    expect(await run('{"checks":[{"name":"auth","status":"fail","message":"no token"}]}')).toMatchObject({
      severity: 'warn',
      cause: { en: expect.stringContaining('auth') },
    })
    expect(await run('error: unrecognized subcommand')).toMatchObject({ severity: 'skip' })
  })
})
