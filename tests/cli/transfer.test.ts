import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { ccswitchSql, PASSPHRASE, plainText, portable } from '../core/transfer/samples'
import { ensureBuilt, keyOf, openTerminal, type Terminal } from './terminal'

beforeAll(ensureBuilt, 60_000)

/** A home with two profiles. */
async function withProfiles(): Promise<Terminal> {
  const terminal = openTerminal()
  await terminal.add('Work')
  await terminal.add('Other')
  return terminal
}
const names = async (terminal: Terminal) =>
  (await terminal.json<{ profiles: { name: string }[] }>('list')).profiles.map(({ name }) => name).filter((name) => name !== 'Official')

describe('export and import', () => {
  it('carry profiles through a private file that shows nothing', async () => {
    const [from, to] = [await withProfiles(), openTerminal()]
    const file = from.path('relays.json')
    const written = await from.run(['export', '--out', file, '--passphrase-stdin'], { input: `${PASSPHRASE}\n` })
    expect([written.code, written.stderr]).toEqual([0, ''])
    expect(statSync(file).mode & 0o777).toBe(0o600)
    const content = readFileSync(file, 'utf8')
    for (const secret of [keyOf('Work'), 'relay.example.com', PASSPHRASE]) expect(`${content}${written.stdout}`).not.toContain(secret)

    const env = { P: PASSPHRASE }
    const dry = await to.run(['import', file, '--dry-run', '--passphrase-env', 'P'], { env })
    expect(dry.stdout).toContain('Work')
    expect(dry.stdout).not.toContain(keyOf('Work'))
    expect(await names(to)).toEqual([])
    const done = await to.run(['import', file, '--passphrase-env', 'P'], { env })
    expect([done.code, done.stdout]).toEqual([0, 'Added: Work, Other\n'])
    expect((await to.run(['key', 'Other'])).stdout).toBe(`${keyOf('Other')}\n`)

    const again = await to.run(['import', file, '--passphrase-env', 'P'], { env })
    expect(again.stdout).toContain('Skipped')
    expect((await to.run(['import', file, '--passphrase-env', 'P', '--on-conflict', 'rename'], { env })).code).toBe(0)
    expect(await names(to)).toEqual(['Work', 'Other', 'Work (2)', 'Other (2)'])
  }, 60_000)

  it('write plain text only when asked, and say what that does', async () => {
    const terminal = await withProfiles()
    const file = terminal.path('plain.json')
    const refused = await terminal.run(['export', '--out', file])
    expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining('--passphrase-stdin')])
    const plain = await terminal.run(['export', 'Work', '--out', file, '--plain'])
    expect(plain.stdout).toContain('plain text')
    expect(readFileSync(file, 'utf8')).toContain(keyOf('Work'))
    expect(readFileSync(file, 'utf8')).not.toContain(keyOf('Other'))
    expect(statSync(file).mode & 0o777).toBe(0o600)
    const twice = await terminal.run(['export', '--out', file, '--plain'])
    expect([twice.code, twice.stderr]).toEqual([3, expect.stringContaining('--force')])
    expect((await terminal.run(['export', '--out', file, '--plain', '--force'])).code).toBe(0)
    expect((await terminal.run(['export', '--out', file, '--plain', '--passphrase-stdin'], { input: 'x' })).code).toBe(2)
    expect((await terminal.run(['export', '--out', terminal.path('s.json'), '--passphrase-stdin'], { input: 'short' })).code).toBe(2)
    expect((await terminal.run(['export', 'Nobody', '--out', terminal.path('s.json'), '--plain'])).code).toBe(2)
  }, 60_000)

  it("read CC-Switch's export, and want a yes to what is risky", async () => {
    const terminal = openTerminal()
    writeFileSync(terminal.path('cc.sql'), ccswitchSql)
    const risky = await terminal.run(['import', 'cc.sql'])
    expect(risky.code).toBe(2)
    for (const said of ['NODE_OPTIONS', 'apiKeyHelper', 'hooks', '10.0.0.5', '--consent', 'Claude Official'])
      expect(risky.stderr).toContain(said)
    expect(await names(terminal)).toEqual([])
    const { added } = await terminal.json<{ added: string[] }>('import', 'cc.sql', '--consent')
    expect(added).toHaveLength(4)
    expect((await terminal.run(['use', "Bob's relay; VALUES (1)"])).code).toBe(0)
  }, 60_000)

  it.each([
    ['nothing there', undefined, 'does not exist'],
    ['words', 'hello', 'nothing that Switchyard can import'],
    ['a database', 'SQLite format 3\u0000\u0001', '.sql file'],
    ['a broken file', '{"switchyard":"export",', 'not whole'],
    ['a faulty profile', plainText([portable('A', { relay: { url: 'nonsense://x', keys: [{ key: 'k' }] } })]), '"A"'],
  ])('name the file and the cure: %s', async (_, content, said) => {
    const terminal = openTerminal()
    if (content !== undefined) writeFileSync(terminal.path('file'), content)
    const { code, stdout, stderr } = await terminal.run(['import', 'file'])
    expect([code, stdout]).toEqual([3, ''])
    expect(stderr).toContain(terminal.path('file'))
    expect(stderr).toContain(said)
    expect(stderr).toContain('hint:')
  })

  it('tell a wrong choice and a wrong passphrase apart from a wrong file', async () => {
    const terminal = await withProfiles()
    await terminal.run(['export', '--out', 'f.json', '--passphrase-stdin'], { input: PASSPHRASE })
    expect((await terminal.run(['import', 'f.json', '--on-conflict', 'merge'])).code).toBe(2)
    expect((await terminal.run(['import', 'f.json'])).stderr).toContain('A passphrase is needed')
    const wrong = await terminal.run(['import', 'f.json', '--passphrase-stdin'], { input: 'not this one' })
    expect([wrong.code, wrong.stderr]).toEqual([3, expect.stringContaining('does not open')])
  }, 60_000)
})
