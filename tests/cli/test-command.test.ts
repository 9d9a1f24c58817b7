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
