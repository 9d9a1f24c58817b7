import { execFileSync, spawn } from 'node:child_process'
import { closeSync, constants, openSync, readSync, writeSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { visibleSpecs } from '../../electron/cli/specs'
import { ensureBuilt, filesIn, openTerminal, program, type Terminal } from './terminal'

beforeAll(ensureBuilt, 60_000)
let terminal: Terminal
beforeEach(() => {
  terminal = openTerminal()
})

describe('help', () => {
  it('lists every command, in the language of the locale', async () => {
    const { code, stdout } = await terminal.run(['--help'])
    expect(code).toBe(0)
    for (const { name } of visibleSpecs) expect(stdout).toMatch(new RegExp(`^  ${name}\\b`, 'm'))
    expect(stdout).not.toMatch(/\p{Script=Han}/u)
    const chinese = await terminal.run(['help'], { env: { LC_ALL: 'zh_CN.UTF-8' } })
    expect(chinese.stdout).toContain('列出所有配置')
    const wished = await terminal.run(['help'], { env: { LC_ALL: 'zh_CN.UTF-8', SWITCHYARD_LANG: 'en' } })
    expect(wished.stdout).toBe(stdout)
  })

  it.each(visibleSpecs.map(({ name }) => name))('of %s shows its usage and examples, and does nothing', async (name) => {
    const { code, stdout, stderr } = await terminal.run([name, '--help'])
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toContain(`switchyard ${name}`)
    expect(stdout).toContain('Examples')
    expect(stdout).toContain('--json')
    expect((await terminal.run(['help', name])).stdout).toBe(stdout)
    expect(filesIn(terminal.home)).toEqual([])
  })

  it('is there as JSON, and so is the version', async () => {
    const { commands } = await terminal.json<{ commands: { name: string }[] }>('help')
    expect(commands.map(({ name }) => name)).toEqual(visibleSpecs.map(({ name }) => name))
    expect(await terminal.json('--version')).toEqual({ version: expect.stringMatching(/^\d+\.\d+\.\d+/) })
    expect((await terminal.run(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\S*\n$/)
  })
})

describe('a wrong command line', () => {
  it.each([
    ['an unknown command', ['lst'], 'list'],
    ['a name of an object', ['__proto__'], 'switchyard --help'],
    ['an unknown option', ['list', '--jsn'], '--json'],
    ['a value for a flag', ['list', '--json=yes'], 'list --help'],
    ['a word too many', ['list', 'all'], 'list --help'],
    ['no command after --', ['run', 'Work', '--'], 'switchyard run'],
    ['an unknown shell', ['env', 'Work', '--shell', 'bsh'], 'bash'],
    ['an unknown completion', ['completion', 'tcsh'], 'bash'],
    ['a port that is none', ['serve', '--port', '70000'], '65535'],
  ])('%s ends with 2 and says what was meant', async (_, args, hint) => {
    const { code, stdout, stderr } = await terminal.run(args)
    expect([code, stderr.includes(hint)]).toEqual([2, true])
    if (!args.includes('--json=yes')) expect(stdout).toBe('')
  })

  it('is told in Chinese to those who read it', async () => {
    const { stderr } = await terminal.run(['lst'], { env: { LANG: 'zh_CN.UTF-8' } })
    expect(stderr).toMatch(/^错误： 没有命令 "lst"/)
  })
})

describe('output', () => {
  it('ends quietly when its reader has gone', async () => {
    const child = terminal.start(['help', '--json'], ['ignore', 'pipe', 'pipe'])
    child.stdout?.destroy()
    const pieces: string[] = []
    child.stderr?.setEncoding('utf8').on('data', (piece: string) => pieces.push(piece))
    const code = await new Promise((resolve) => child.once('close', resolve))
    expect([code, pieces.join('')]).toEqual([0, ''])
  })

  it.skipIf(process.platform === 'win32')('is whole when its reader is slow and its pipe does not wait', async () => {
    const pipe = path.join(terminal.home, 'pipe')
    execFileSync('mkfifo', [pipe])
    const fd = openSync(pipe, constants.O_RDWR | constants.O_NONBLOCK)
    try {
      const filler = Buffer.alloc(4096, ' ')
      while (orFull(() => writeSync(fd, filler)) !== undefined);
      // Node's own spawn would make the three standard ones wait again.
      const child = spawn('sh', ['-c', `exec "$0" "$1" help --json >&3`, process.execPath, program], {
        stdio: ['ignore', 'ignore', 'inherit', fd],
        env: { ...terminal.env },
      })
      let ended: unknown
      child.once('close', (code) => {
        ended = code
      })
      // Now it has met the full pipe.
      await new Promise((resolve) => setTimeout(resolve, 500))
      const buffer = Buffer.alloc(4096)
      let all = ''
      for (const until = Date.now() + 10_000; Date.now() < until; ) {
        const over = ended !== undefined
        const count = orFull(() => readSync(fd, buffer))
        if (count !== undefined) all += buffer.toString('latin1', 0, count)
        else if (over) break
        else await new Promise((resolve) => setTimeout(resolve, 5))
      }
      expect(ended).toBe(0)
      expect(JSON.parse(all).commands.length).toBe(visibleSpecs.length)
    } finally {
      closeSync(fd)
    }
  })

  it('has no colours in a pipe', async () => {
    expect((await terminal.run(['help'])).stdout).not.toContain('\u001b')
  })

  it('cannot be steered by a name', async () => {
    await terminal.run(['add', 'a\u001b[31mb', '--url', 'https://r.example', '--key-stdin'], { input: 'sk-one-0123456789' })
    expect((await terminal.run(['list'])).stdout).not.toContain('\u001b')
  })
})

describe('completion', () => {
  it.each(['bash', 'zsh', 'fish', 'powershell'])('for %s calls the program itself', async (shell) => {
    const { code, stdout } = await terminal.run(['completion', shell])
    expect(code).toBe(0)
    expect(stdout).toContain('switchyard __complete')
  })

  it('knows commands, options, profiles and tools', async () => {
    await terminal.add('Work place')
    const complete = async (...words: string[]) => (await terminal.run(['__complete', '--', ...words])).stdout.trimEnd().split('\n')
    expect(await complete('re')).toEqual(['remove', 'restore'])
    expect(await complete('use', 'w')).toEqual(['Work place'])
    expect(await complete('use', '--d')).toEqual(['--dry-run'])
    expect(await complete('use', '--tools', 'claude,c')).toEqual(['claude,codex'])
    expect(await complete('env', 'Work place', '--shell', 'f')).toEqual(['fish'])
    expect(await complete('run', 'x', '--', 'ls', '')).toEqual([''])
  })
})

/** Undefined where a pipe that does not wait is full, or empty. */
function orFull(action: () => number): number | undefined {
  try {
    return action()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EAGAIN') return undefined
    throw error
  }
}
