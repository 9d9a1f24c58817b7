import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ProfileView } from '../../shared/model/profile'
import { KEY } from '../support/paste-samples'
import { ensureBuilt, openTerminal, type Terminal } from './terminal'

beforeAll(ensureBuilt, 60_000)
let terminal: Terminal
beforeEach(() => {
  terminal = openTerminal()
})
const show = async (name: string) => (await terminal.json<{ profile: ProfileView }>('show', name)).profile

describe('add --paste', () => {
  it('takes a curl command, says what it recognised, and never prints the key', async () => {
    const input = `curl https://relay.example.com/v1/messages -H "x-api-key: ${KEY}" -d '{"model":"claude-sonnet-5"}'\n`
    const { code, stdout, stderr } = await terminal.run(['add', '--paste', 'Work', '--tag', 'asia'], { input })
    expect(code).toBe(0)
    expect(stderr).toContain('curl command')
    expect(stderr).toContain('claude.main=claude-sonnet-5')
    expect(stdout + stderr).not.toContain(KEY)
    const profile = await show('Work')
    expect(profile).toMatchObject({ relay: { url: 'https://relay.example.com' }, tags: ['asia'] })
    expect(
      Object.entries(profile.tools)
        .filter(([, { enabled }]) => enabled)
        .map(([id]) => id),
    ).toEqual(['claude'])
  })

  it('names the profile after its link or its host, and switches nothing although the link asks for it', async () => {
    const input = `ccswitch://v1/import?resource=provider&app=codex&name=Linked&endpoint=https://r.example&apiKey=${KEY}&enabled=true`
    expect((await terminal.run(['add', '--paste'], { input })).code).toBe(0)
    expect((await show('Linked')).relay.url).toBe('https://r.example')
    expect(await terminal.json('current')).toMatchObject({
      tools: expect.arrayContaining([expect.objectContaining({ state: 'official' })]),
    })
    expect((await terminal.run(['add', '--paste'], { input: `https://h.example ${KEY}` })).code).toBe(0)
    expect((await show('h.example')).relay.url).toBe('https://h.example')
  })

  it('refuses risks until they are accepted, and what it cannot use', async () => {
    const input = `export ANTHROPIC_BASE_URL=https://r.example\nexport ANTHROPIC_AUTH_TOKEN=${KEY}\nexport NODE_OPTIONS=--require=/x.js`
    const refused = await terminal.run(['add', '--paste', 'Risky'], { input })
    expect([refused.code, refused.stdout]).toEqual([2, ''])
    expect(refused.stderr).toContain('NODE_OPTIONS')
    expect((await terminal.run(['add', '--paste', 'Risky', '--accept-risks'], { input })).code).toBe(0)
    expect(JSON.stringify(await show('Risky'))).not.toContain('NODE_OPTIONS')
    const none = await terminal.run(['add', '--paste', 'None'], { input: 'hello' })
    expect([none.code, none.stderr]).toEqual([2, expect.stringContaining('no relay URL')])
  })
})
