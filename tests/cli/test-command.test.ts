import { rmSync, writeFileSync } from 'node:fs'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ConnectionReport } from '../../shared/model/probe'
import { labForTest } from '../support/lab/index'
import { ensureBuilt, openTerminal, type Terminal } from './terminal'

beforeAll(ensureBuilt, 60_000)
let terminal: Terminal
beforeEach(() => {
  terminal = openTerminal()
})

const KEY = 'sk-test-0123456789abcdef'
const models = ['--model', 'claude=claude-x', '--model', 'codex=gpt-x', '--model', 'gemini=gemini-x']

async function add(name: string, url: string): Promise<void> {
  const { code, stderr } = await terminal.run(['add', name, '--url', url, '--key-stdin', ...models], { input: KEY })
  if (code !== 0) throw new Error(stderr)
}

describe('test', () => {
  it('says that it costs tokens, then what works', async () => {
    await add('Work', (await labForTest().relay({ keys: [KEY] })).url)
    const { code, stdout, stderr } = await terminal.run(['test', 'Work'])
    expect([code, stdout.match(/^Work \w+: works/gm)?.length]).toEqual([0, 3])
    expect(stderr).toContain('tokens')
    expect(stdout + stderr).not.toContain(KEY)
  })

  it('ends with 1 when something fails, and says layer and cure', async () => {
    const relay = await labForTest().relay({ keys: ['sk-other-key'] })
    await add('Work', relay.url)
    const { code, stdout } = await terminal.run(['test', 'Work', '--tools', 'claude'])
    expect(code).toBe(1)
    expect(stdout).toMatch(/Work claude: fails \(auth\)/)
    expect(stdout).toContain('Copy the key again')
  })

  it('gives one JSON document with no key in it', async () => {
    await add('Work', (await labForTest().relay({ keys: [KEY] })).url)
    const { code, stdout } = await terminal.run(['test', '--all', '--free', '--json'])
    const report = JSON.parse(stdout) as ConnectionReport
    expect(code).toBe(0)
    expect(report.profiles[0]?.tools.map(({ tool, verdict }) => [tool, verdict.outcome])).toEqual([
      ['claude', 'reached'],
      ['codex', 'reached'],
      ['gemini', 'reached'],
    ])
    expect(stdout).not.toContain(KEY)
  })

  it('compares the endpoints of a profile, and takes the fastest when told to', async () => {
    const lab = labForTest()
    const [slow, fast] = [await lab.relay({ keys: [KEY] }), await lab.relay({ keys: [KEY] })]
    slow.setFault({ kind: 'slow-first-byte', ms: 300 })
    await add('Work', slow.url)
    await terminal.run(['edit', 'Work', '--endpoint', `${fast.url}/v1`])
    const compared = await terminal.run(['test', 'Work', '--endpoints'])
    expect([compared.code, compared.stdout]).toEqual([0, expect.stringMatching(new RegExp(`✓ ${fast.url} +\\d+ ms`))])
    expect(compared.stdout).toContain('--endpoints --fastest')
    expect((await terminal.run(['show', 'Work'])).stdout).toMatch(new RegExp(`url +${slow.url}\\s+endpoint +${fast.url}`))
    const taken = await terminal.json<{ profiles: { fastest: string; taken: boolean }[] }>('test', 'Work', '--endpoints', '--fastest')
    expect(taken.profiles).toMatchObject([{ fastest: fast.url, taken: true }])
    expect((await terminal.run(['show', 'Work'])).stdout).toMatch(new RegExp(`url +${fast.url}\\s+endpoint +${slow.url}`))
    expect((await terminal.run(['test', 'Work', '--fastest'])).code).toBe(2)
  })

  it('tells which protocols the relay speaks, remembers them with the date, and warns before a switch', async () => {
    await add('Work', (await labForTest().relay({ keys: [KEY], speaks: ['anthropic-messages'] })).url)
    const { stdout } = await terminal.run(['test', 'Work', '--free'])
    expect(stdout).toMatch(/✓ Anthropic Messages: spoken \(tested \d{4}-/)
    expect((await terminal.run(['show', 'Work'])).stdout).toMatch(/✗ OpenAI Responses: not spoken \(tested \d{4}-/)
    const warning = 'did not speak the protocol that Codex needs'
    expect((await terminal.run(['use', 'Work', '--dry-run'])).stderr).toContain(warning)
    // A write that is refused shows that the warning comes before it.
    const folder = terminal.path('.codex')
    writeFileSync(folder, 'a file where the folder should be')
    const refused = await terminal.run(['use', 'Work'])
    expect([refused.code === 0, refused.stderr.includes(warning)]).toEqual([false, true])
    rmSync(folder)
    const switched = await terminal.run(['use', 'Work'])
    expect([switched.code, switched.stderr.split(warning).length - 1, switched.stdout.includes(warning)]).toEqual([0, 1, false])
    expect((await terminal.run(['use', 'Work', '--tools', 'claude'])).stderr).not.toContain('protocol')
    const { notices } = await terminal.json<{ notices: { id: string }[] }>('use', 'Work', '--tools', 'codex')
    expect(notices.map(({ id }) => id)).toContain('codex-protocol-missing')
    await terminal.run(['edit', 'Work', '--url', 'https://another.example'])
    expect((await terminal.run(['use', 'Work'])).stderr).not.toContain(warning)
  })

  it('with --deep compares the ways to the relay and reads a whole stream, and says beforehand that it costs more', async () => {
    await add('Work', (await labForTest().relay({ keys: [KEY], answer: 'one two three four five six seven eight nine', gapMs: 25 })).url)
    const { code, stderr } = await terminal.run(['test', 'Work', '--deep', '--tools', 'claude'])
    expect([code, stderr]).toEqual([0, expect.stringContaining('about 30 words')])
    const steps = async (...flags: readonly string[]) => {
      const report = await terminal.json<ConnectionReport>('test', 'Work', '--tools', 'claude', ...flags)
      return report.profiles[0]?.tools[0]?.steps.flatMap(({ id, state }) => (state === 'ok' ? [id] : []))
    }
    expect(await steps('--deep')).toContain('stream')
    expect(await steps('--free')).not.toContain('answer')
  })

  it('without names tests what is in use, with --all every profile', async () => {
    const { url } = await labForTest().relay({ keys: [KEY] })
    await add('One', url)
    await add('Two', url)
    await terminal.run(['use', 'Two'])
    const names = async (...flags: readonly string[]) =>
      (await terminal.json<ConnectionReport>('test', '--free', ...flags)).profiles.map(({ name }) => name)
    expect(await names()).toEqual(['Two'])
    expect(await names('--all')).toEqual(['One', 'Two'])
  })

  it('takes several names, and refuses what excludes each other', async () => {
    const { url } = await labForTest().relay({ keys: [KEY] })
    await add('One', url)
    await add('Two', url)
    const report = await terminal.json<ConnectionReport>('test', 'One', 'two', '--free')
    expect(report.profiles.map(({ name }) => name)).toEqual(['One', 'Two'])
    expect((await terminal.run(['test', 'One', '--free', '--deep'])).code).toBe(2)
    expect((await terminal.run(['test', 'Three'])).code).toBe(2)
  })

  it('is ended by Ctrl-C with what is known', async () => {
    const relay = await labForTest().relay({ keys: [KEY] })
    relay.setFault({ kind: 'hang-before-headers' })
    await add('Work', relay.url)
    const child = terminal.start(['test', 'Work', '--tools', 'claude', '--json'], ['ignore', 'pipe', 'ignore'])
    let out = ''
    child.stdout?.setEncoding('utf8').on('data', (piece: string) => (out += piece))
    await expect.poll(() => relay.requests.length, { timeout: 10_000 }).toBeGreaterThan(0)
    child.kill('SIGINT')
    const code = await new Promise((resolve) => child.once('close', resolve))
    expect(code).toBe(1)
    expect(JSON.parse(out).profiles[0].tools[0].verdict.outcome).toBe('cancelled')
  })

  it('--curl prints commands, the key masked or not', async () => {
    await add('Work', 'https://relay.example.com')
    const masked = await terminal.run(['test', 'Work', '--tools', 'claude', '--curl'])
    expect(masked.stdout).toContain("curl -sS -i 'https://relay.example.com/v1/models?limit=1000'")
    expect(masked.stdout).not.toContain(KEY)
    expect((await terminal.run(['test', 'Work', '--curl', '--reveal', '--powershell'])).stdout).toContain(KEY)
  })
})
