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

  it('tells of a profile that has the relay, and gives it the key with --into', async () => {
    const first = `https://relay.example.com ${KEY}`
    const second = 'https://relay.example.com/v1 sk-second-0123456789abcdef'
    await terminal.run(['add', '--paste', 'My work'], { input: first })
    const again = await terminal.run(['add', '--paste', 'Other'], { input: first })
    expect(again.stderr).toContain('"My work" has this very key already')
    expect(again.stderr).toContain('switchyard use "My work"')
    await terminal.run(['remove', 'Other'])
    const beside = await terminal.run(['add', '--paste', 'Other'], { input: second })
    expect(beside.stderr).toContain('switchyard add --paste --into "My work"')
    await terminal.run(['remove', 'Other'])

    const given = await terminal.run(['add', '--paste', '--into', 'my work', '--label', 'team'], { input: second })
    expect([given.code, given.stdout]).toEqual([0, expect.stringContaining('switchyard keys use "My work" team')])
    expect(given.stdout + given.stderr).not.toContain('sk-second-0123456789abcdef')
    expect((await show('My work')).relay.keys).toMatchObject([{ active: true }, { label: 'team', active: false }])
    const known = await terminal.run(['add', '--paste', '--into', 'My work'], { input: second })
    expect(known.code).not.toBe(0)
    expect(known.stderr).toContain('switchyard keys use "My work" team')
    expect(known.stderr).toContain('has this key already: team')
  })

  it('gives a key to no profile of another host, and takes nothing else along with --into', async () => {
    await terminal.run(['add', '--paste', 'Work'], { input: `https://relay.example.com ${KEY}` })
    const other = await terminal.run(['add', '--paste', '--into', 'Work'], { input: 'https://other.example sk-second-0123456789abcdef' })
    expect(other.code).not.toBe(0)
    expect(other.stderr).toContain('came with other.example')
    expect((await show('Work')).relay.keys).toHaveLength(1)
    expect((await terminal.run(['add', '--paste', '--into', 'Work'], { input: 'sk-alone-0123456789abcdef' })).code).toBe(0)
    for (const wrong of [
      ['--into', 'Work', '--url', 'https://x.example'],
      ['Name', '--into', 'Work'],
      ['--label', 'team'],
    ])
      expect((await terminal.run(['add', '--paste', ...wrong], { input: '' })).code).toBe(2)
  })
})
