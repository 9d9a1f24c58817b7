import { execFileSync } from 'node:child_process'
import { chmodSync, readFileSync } from 'node:fs'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ensureBuilt, filesIn, keyOf, openTerminal, type Terminal } from './terminal'

beforeAll(ensureBuilt, 60_000)
let terminal: Terminal
beforeEach(async () => {
  terminal = openTerminal()
  await terminal.add('Work')
})

const node = (...lines: string[]) => ['run', 'Work', '--', process.execPath, '-e', lines.join(';'), '--']

describe('env', () => {
  it.each(['bash', 'zsh', 'fish', 'powershell', 'cmd', 'dotenv'])('prints lines for %s and nothing else', async (shell) => {
    const { code, stdout, stderr } = await terminal.run(['env', 'Work', '--shell', shell])
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toContain(keyOf('Work'))
    expect(stdout).toContain('OPENAI_BASE_URL')
    expect(filesIn(terminal.home)).toEqual([])
  })

  it('can be evaluated by a shell', async () => {
    const { stdout } = await terminal.run(['env', 'Work', '--shell', 'bash'])
    const seen = execFileSync('/bin/sh', ['-c', `eval "$1"; env`, 'sh', stdout], { encoding: 'utf8', env: {} })
    expect(seen).toContain('OPENAI_BASE_URL=https://relay.example.com/v1\n')
    expect(seen).toContain(`ANTHROPIC_AUTH_TOKEN=${keyOf('Work')}\n`)
  })

  it('takes the shell that is in use', async () => {
    expect((await terminal.run(['env', 'Work'], { env: { SHELL: '/usr/bin/fish' } })).stdout).toMatch(/^set -gx /m)
    expect((await terminal.run(['env', 'Work'], { env: { SHELL: '/bin/exotic' } })).stdout).toMatch(/^export /m)
  })

  it('of the built-in profile is a usage error', async () => {
    expect((await terminal.run(['env', 'official', '--shell', 'bash'])).code).toBe(2)
  })
})

describe('run', () => {
  it('gives one command the profile, and changes no file', async () => {
    const { code, stdout } = await terminal.run(node('console.log(process.env.ANTHROPIC_BASE_URL, process.env.OPENAI_API_KEY)'))
    expect([code, stdout]).toEqual([0, `https://relay.example.com ${keyOf('Work')}\n`])
    expect(filesIn(terminal.home)).toEqual([])
  })

  it('passes arguments, input, output and exit code through', async () => {
    const script =
      'process.stdin.on("data",(d)=>{console.log(String(d)+process.argv.slice(1).join(" "));console.error("e");process.exitCode=42})'
    const ended = await terminal.run([...node(script), 'x', '--json'], { input: 'in ' })
    expect(ended).toMatchObject({ code: 42, stdout: 'in x --json\n', stderr: 'e\n' })
  })

  it('gives 128 and the number of the signal that ended the command', async () => {
    expect((await terminal.run(node('process.kill(process.pid, "SIGKILL")'))).code).toBe(137)
  })

  it('passes signals on and waits for the command', async () => {
    const script = 'process.on("SIGTERM",()=>{console.log("bye");process.exit(7)});setInterval(()=>{},1000);console.log("up")'
    const child = terminal.start(node(script), ['ignore', 'pipe', 'inherit'])
    const pieces: string[] = []
    child.stdout?.setEncoding('utf8').on('data', (piece: string) => {
      pieces.push(piece)
      if (piece.includes('up')) child.kill('SIGTERM')
    })
    expect(await new Promise((resolve) => child.once('close', resolve))).toBe(7)
    expect(pieces.join('')).toBe('up\nbye\n')
  })

  it('of a command that does not exist is refused', async () => {
    const { code, stderr } = await terminal.run(['run', 'Work', '--', 'no-such-command-here'])
    expect([code, stderr.includes('no-such-command-here')]).toEqual([3, true])
  })

  it('starts a tool by its name with what that tool needs, its own arguments last', async () => {
    terminal.write('bin/codex', `#!${process.execPath}\nconsole.log(JSON.stringify({ args: process.argv.slice(2), env: process.env }))\n`)
    chmodSync(terminal.path('bin/codex'), 0o755)
    const { stdout, code } = await terminal.run(['run', 'Work', '--', 'codex', 'exec', 'hello'], { env: { PATH: terminal.path('bin') } })
    const { args } = JSON.parse(stdout) as { args: string[] }
    expect([code, args.slice(-2)]).toEqual([0, ['exec', 'hello']])
    expect(args.join(' ')).toContain('https://relay.example.com/v1')
    expect(args.join(' ')).not.toContain(keyOf('Work'))
    expect(filesIn(terminal.home)).toEqual(['bin/codex'])
  })
})

describe('documentation', () => {
  it('names every command and every option', async () => {
    const { visibleSpecs } = await import('../../electron/cli/specs')
    const text = readFileSync(new URL('../../docs/cli.md', import.meta.url), 'utf8')
    for (const { name, options } of visibleSpecs) {
      expect(text).toContain(`switchyard ${name}`)
      for (const option of options) expect(text).toContain(`--${option.name}`)
    }
  })
})
