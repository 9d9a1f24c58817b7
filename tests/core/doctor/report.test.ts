import { mkdirSync, writeFileSync } from 'node:fs'
import { hostname, userInfo } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { createCore } from '../../../electron/core/core'
import { KEY_A, relayInput } from '../../support/relay-input'
import { tempHome } from '../../support/temp-home'

const USER = 'grace.hopper'
const PROXY = 'proxy.corp-internal.example'
const PASSWORD = 'hunter2hunter2'

/** A home that is named after its user, behind a company's proxy, with both names in every place that the doctor reads. */
async function namedHome() {
  const outer = tempHome()
  const home = outer.path(USER)
  const put = (name: string, content: string) => {
    mkdirSync(path.dirname(path.join(home, name)), { recursive: true })
    writeFileSync(path.join(home, name), content)
  }
  put('.bashrc', `export https_proxy=http://${USER}:${PASSWORD}@${PROXY}:3128\nexport GEMINI_MODEL=of-${USER}\n`)
  const env = { PATH: '', HTTPS_PROXY: `http://${USER}:${PASSWORD}@${PROXY}:3128`, SSL_CERT_FILE: `${home}/${hostname()}.pem` }
  const core = createCore({ ...outer.host, place: { platform: 'linux', home, env } })
  const { id } = await core.api['profiles.add']({ profile: relayInput('Alpha', KEY_A) })
  await core.api['switch.apply']({ profileId: id })
  put('.claude/settings.json', `{"env":{"HTTP_PROXY":"http://old.${PROXY}:1","ANTHROPIC_BASE_URL":"https://relay.example/${hostname()}"},}`)
  put(`work/${USER}-shop/.gemini/.env`, `GOOGLE_GEMINI_BASE_URL='https://elsewhere.example'\n`)
  return { core, home, folder: path.join(home, 'work', `${USER}-shop`) }
}

describe('a report of a whole run', () => {
  it.each(['markdown', 'json'] as const)(
    'as %s names neither user, key, proxy nor machine, unless the last two are wanted',
    async (format) => {
      const { core, home, folder } = await namedHome()
      await core.api['doctor.run']({ network: false, folder })
      const report = async (withHost: boolean) => (await core.api['doctor.report']({ format, withHost })).text
      const plain = await report(false)
      for (const left of [USER, PASSWORD, KEY_A, home, PROXY]) expect(plain).not.toContain(left)
      if (userInfo().username !== 'root') expect(plain).not.toContain(userInfo().username)
      if (hostname().length >= 3) expect(plain).not.toContain(hostname())
      expect(plain).toContain('<proxy>')
      expect(plain).toContain('<user>')
      // What support needs is there: where the tools are led to, and what is wrong.
      expect(plain).toContain('https://elsewhere.example')
      expect(plain).toContain('config-parses')
      const wanted = await report(true)
      expect(wanted).toContain(PROXY)
      for (const left of [USER, PASSWORD, KEY_A, home]) expect(wanted).not.toContain(left)
    },
  )
})
