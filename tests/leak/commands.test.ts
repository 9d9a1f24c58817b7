import { execFile } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, expect, it, onTestFinished } from 'vitest'
import { commands } from '../../electron/cli/commands'
import { ensureBuilt, openTerminal, program, type Terminal } from '../cli/terminal'
import { startEchoingRelay } from './echoing-relay'
import { leakingFiles, TOOL_FILES, watchCommandLines } from './search'
import { KEY, leakIn } from './spellings'

const renderer = path.resolve(path.dirname(program), '../renderer')

beforeAll(async () => {
  await ensureBuilt()
  if (existsSync(path.join(renderer, 'index.html'))) return
  mkdirSync(renderer, { recursive: true })
  writeFileSync(path.join(renderer, 'index.html'), '<!doctype html><title>Switchyard</title>')
}, 60_000)

/** One command line; `plain` where the key on standard output is what it is for. */
interface Run {
  readonly args: readonly string[]
  readonly input?: string
  readonly env?: Readonly<Record<string, string>>
  readonly plain?: true
}

const run = (...args: readonly string[]): Run => ({ args })
const plain = (...args: readonly string[]): Run => ({ args, plain: true })
const secret = 'a passphrase of the test'

/** In this order. Every command has its case. */
const cases: Readonly<Record<string, (relay: string) => readonly Run[]>> = {
  add: (relay) => [
    { args: ['add', 'Alpha', '--url', relay, '--key-stdin'], input: `${KEY}\n` },
    { args: ['add', 'Beta', '--url', `${relay}/v1`, '--key-env', 'RELAY_KEY', '--json'], env: { RELAY_KEY: KEY } },
    { args: ['add', 'Alpha', '--url', relay, '--key-stdin'], input: `${KEY}\n` },
    { args: ['add', 'Bad', '--url', 'not a url', '--key-stdin'], input: `${KEY} ${KEY}\n` },
    {
      args: ['add', '--paste', '--accept-risks'],
      input: `ANTHROPIC_BASE_URL=${relay}\nANTHROPIC_AUTH_TOKEN=${KEY}\nNODE_OPTIONS=${KEY}\n`,
    },
  ],
  edit: () => [{ args: ['edit', 'Beta', '--key-stdin'], input: `${KEY}\n` }, run('edit', 'Beta', '--notes', 'a note')],
  list: () => [run('list'), run('list', '--json')],
  show: () => [run('show', 'Alpha'), run('show', 'Alpha', '--json'), plain('show', 'Alpha', '--reveal')],
  use: () => [run('use', 'Alpha', '--dry-run'), run('use', 'Alpha'), run('use', 'Beta', '--json'), run('use', 'None')],
  current: () => [run('current'), run('current', '--json')],
  history: () => [run('history'), run('history', '--json')],
  undo: () => [run('undo'), run('undo', '--json')],
  restore: () => [run('restore', '--dry-run'), run('restore'), run('use', 'Alpha')],
  doctor: () => [
    run('doctor', '--report', 'report.md'),
    run('doctor', '--json', '--report', 'report.json', '--with-host'),
    run('doctor', '--fix', 'all', '--dry-run'),
    run('doctor', '--offline', '--fix', 'all'),
    { args: ['doctor', '--explain'], input: `API Error: 401 Incorrect API key provided: ${KEY}` },
  ],
  test: () => [
    run('test', 'Alpha'),
    run('test', 'Alpha', '--json', '--deep'),
    run('test', 'Alpha', '--endpoints'),
    run('test', 'Alpha', '--curl'),
    plain('test', 'Alpha', '--curl', '--reveal'),
  ],
  key: () => [plain('key', 'Alpha'), run('key', 'None')],
  keys: () => [
    { args: ['keys', 'add', 'Alpha', '--key-stdin', '--label', 'second', '--expires', '2027-01-31'], input: `second-${KEY}\n` },
    run('keys', 'Alpha'),
    run('keys', 'list', 'Alpha', '--json'),
    run('keys', 'label', 'Alpha', 'second', '--label', 'spare'),
    run('keys', 'use', 'Alpha', 'spare', '--json'),
    run('keys', 'remove', 'Alpha', 'spare'),
  ],
  export: () => [
    { args: ['export', '--out', 'sealed.json', '--passphrase-env', 'VAULT_WORD'], env: { VAULT_WORD: secret } },
    run('export', '--out', 'sealed.json', '--plain'),
  ],
  import: () => [
    { args: ['import', 'sealed.json', '--dry-run', '--passphrase-env', 'VAULT_WORD'], env: { VAULT_WORD: secret } },
    { args: ['import', 'sealed.json', '--on-conflict', 'rename', '--passphrase-env', 'VAULT_WORD', '--json'], env: { VAULT_WORD: secret } },
  ],
  env: () => [plain('env', 'Alpha', '--shell', 'bash'), run('env', 'Alpha', '--shell', 'none')],
  run: () => [run('run', 'Alpha', '--', 'claude', '--version'), run('run', 'Beta', '--', 'codex'), run('run', 'Alpha', '--', 'gemini')],
  serve: () => [run('serve', '--port', 'none')],
  completion: () => [run('completion', 'bash')],
  help: () => [run('help'), run('help', 'use')],
  __complete: () => [run('__complete', 'use', '')],
  remove: () => [run('remove', 'Beta', '--yes'), run('remove', 'Beta')],
  vault: () => [
    run('vault', 'status', '--json'),
    run('vault', 'rotate'),
    { args: ['vault', 'protect', 'passphrase', '--passphrase-env', 'VAULT_WORD'], env: { VAULT_WORD: secret } },
    run('use', 'Alpha'),
    { args: ['use', 'Alpha'], env: { SWITCHYARD_PASSPHRASE: secret } },
  ],
}

it('every command has a case here', () => {
  expect(Object.keys(cases).sort()).toEqual(Object.keys(commands).sort())
})

it.skipIf(process.platform !== 'linux')('what these tests look with does see a key in a file and in a command line', async () => {
  const terminal = openTerminal()
  for (const [name, words] of Object.entries({
    plain: `a ${KEY} b`,
    'in/base64': btoa(`user:${KEY}!`),
    'in/url': `?k=${encodeURIComponent(KEY)}`,
    none: 'Zq4',
  }))
    terminal.write(name, words)
  expect(leakingFiles(terminal.home, []).sort()).toEqual(['in/base64', 'in/url', 'plain'])
  const commandLines = watchCommandLines()
  await promisify(execFile)(process.execPath, ['-e', 'setTimeout(() => {}, 500)', KEY])
  expect(commandLines.stop()).toHaveLength(1)
})

/** Tools that write down the command lines they were started with. */
function installTools({ home }: Terminal): string {
  const bin = path.join(home, 'bin')
  mkdirSync(bin)
  for (const name of ['claude', 'codex', 'gemini']) {
    writeFileSync(path.join(bin, name), `#!/bin/sh\nprintf '%s ' "$0" "$@" >> '${home}/started.txt'\nsleep 0.1\necho 1.0.0\n`)
    chmodSync(path.join(bin, name), 0o755)
  }
  return bin
}

it.skipIf(process.platform === 'win32')(
  'no command leaves the key in a file, an output or a command line',
  async () => {
    const terminal = openTerminal()
    const { url: relay, close } = await startEchoingRelay()
    onTestFinished(close)
    const bin = installTools(terminal)
    for (const folder of ['.claude', '.codex', '.gemini', 'tmp']) mkdirSync(terminal.path(folder))
    terminal.write('.bashrc', `export GEMINI_API_KEY='x${KEY}'\n`)
    const around = { PATH: `${bin}:${terminal.env.PATH}:/usr/bin:/bin`, TMPDIR: terminal.path('tmp'), SHELL: '/bin/bash' }
    const commandLines = watchCommandLines()
    const leaks: string[] = []
    for (const [name, runs] of Object.entries(cases))
      for (const { args, input, env, plain: isPlain } of runs(relay)) {
        const { stdout, stderr } = await terminal.run(args, { input, env: { ...around, ...env } })
        const line = args.join(' ')
        const found = leakIn(stdout)
        // A command that is for the key must give it: else this test sees nothing.
        if (isPlain ? !found : found) leaks.push(`${line}: ${found ?? `the key is not there: ${stderr}`}`)
        if (leakIn(stderr)) leaks.push(`${line}, standard error: ${leakIn(stderr)}`)
        for (const file of leakingFiles(terminal.home, [...TOOL_FILES, '.bashrc'])) leaks.push(`after ${name} (${line}): ${file}`)
      }
    expect(leaks).toEqual([])
    expect(commandLines.stop()).toEqual([])
    expect(readFileSync(terminal.path('started.txt'), 'utf8')).toContain('bin/claude')
    expect(existsSync(terminal.path('report.md')) && existsSync(terminal.path('report.json'))).toBe(true)
    expect(readFileSync(terminal.path('.claude/settings.json'), 'utf8')).toContain(KEY)
  },
  240_000,
)

it('what serve prints and what it answers hold no key', async () => {
  const terminal = openTerminal()
  await terminal.run(['add', 'Alpha', '--url', 'http://127.0.0.1:9', '--key-stdin'], { input: `${KEY}\n` })
  const child = terminal.start(['serve', '--port', '0'], ['ignore', 'pipe', 'pipe'])
  onTestFinished(() => void child.kill('SIGKILL'))
  const said: string[] = []
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (piece: string) => said.push(piece))
  const link = () => /http:\/\/[^\s"]+#token=[\w-]+/.exec(said.join(''))?.[0]
  await expect.poll(link, { timeout: 15_000 }).toBeTruthy()
  const url = new URL(link() ?? '')
  const post = async (target: string, body: unknown, Cookie = '') =>
    fetch(url.origin + target, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { Origin: url.origin, 'Content-Type': 'application/json', Cookie },
    })
  const login = await post('/api/login', { token: url.hash.slice('#token='.length) })
  const cookie = login.headers.get('set-cookie')?.split(';')[0] ?? ''
  const answers: string[] = []
  const call = async (method: string, input: unknown) => answers.push(await (await post('/api/call', { method, input }, cookie)).text())
  await call('profiles.list', {})
  await call('profiles.list', { key: KEY })
  await call(KEY, {})
  answers.push(
    await (await fetch(`${url.origin}/${encodeURIComponent(KEY)}?key=${encodeURIComponent(KEY)}`, { headers: { Cookie: cookie } })).text(),
  )
  expect(answers[0]).toContain('Alpha')
  expect(answers.filter((answer) => !answer.includes('There is no method')).flatMap((answer) => leakIn(answer) ?? [])).toEqual([])
  child.kill('SIGINT')
  await new Promise((resolve) => child.once('close', resolve))
  expect(leakIn(said.join(''))).toBeUndefined()
}, 60_000)
