import { chmodSync, mkdirSync, readFileSync, statSync } from 'node:fs'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ProfileView } from '../../shared/model/profile'
import { ensureBuilt, filesIn, openTerminal, type Terminal } from './terminal'

interface Shown {
  readonly profile: ProfileView
  readonly key?: string
}
interface Failed {
  readonly error: {
    readonly code: string
    readonly message: string
    readonly hint?: string
    readonly file?: string
    readonly line?: number
  }
}

beforeAll(ensureBuilt, 60_000)
let terminal: Terminal
beforeEach(() => {
  terminal = openTerminal()
})

const key = 'sk-one-0123456789'

describe('add', () => {
  it('saves a profile for every tool, says what it made of the URL, and never prints the key', async () => {
    const { code, stdout, stderr } = await terminal.run(['add', 'Work', '--url', ' relay.example.com/v1/ ', '--key-stdin'], {
      input: `${key}\n`,
    })
    expect([code, stderr]).toEqual([0, expect.stringMatching(/^Your keys are sealed, but protected by a file/)])
    expect(stdout).toMatch(/https:\/\/relay\.example\.com\n/)
    expect(stdout).toMatch(/codex +https:\/\/relay\.example\.com\/v1/)
    expect(stdout).not.toContain(key)
    const { profile } = await terminal.json<Shown>('show', 'Work')
    expect(profile.relay).toMatchObject({ url: 'https://relay.example.com', keyMasked: 'sk-…6789' })
    expect(Object.entries(profile.tools).map(([id, tool]) => [id, tool.enabled])).toEqual([
      ['claude', true],
      ['codex', true],
      ['gemini', true],
    ])
    expect(filesIn(terminal.home)).toEqual([])
  })

  it.each([
    ['standard input', ['--key-stdin'], `${key}\n`, {}],
    ['standard input with a Windows line end', ['--key-stdin'], `${key}\r\n`, {}],
    ['standard input without a line end', ['--key-stdin'], key, {}],
    ['a variable', ['--key-env', 'RELAY_KEY'], undefined, { RELAY_KEY: key }],
    ['the command line', ['--key', key], undefined, {}],
  ])('takes the key from %s', async (_, args, input, env) => {
    expect((await terminal.run(['add', 'Work', '--url', 'https://r.example', ...args], { input, env })).code).toBe(0)
    expect((await terminal.json<Shown>('show', 'Work', '--reveal')).key).toBe(key)
  })

  it('warns that a key on the command line can be seen, and does not repeat it', async () => {
    const { stderr } = await terminal.run(['add', 'Work', '--url', 'https://r.example', '--key', key])
    expect(stderr).toContain('--key-stdin')
    expect(stderr).not.toContain(key)
  })

  it('takes models, options, base URLs and further settings', async () => {
    const more = [
      '--tools',
      'claude,codex',
      '--model',
      'claude=opus-x',
      '--model',
      'codex=gpt-x',
      '--base-url',
      'codex=https://other.example/codex',
    ]
    await terminal.add(
      'Work',
      ...more,
      '--extra',
      'codex.model_context_window=200000',
      '--website',
      'https://relay.example.com/keys',
      '--notes',
      'mine',
    )
    const { profile } = await terminal.json<Shown>('show', 'Work')
    expect(profile.tools.claude).toMatchObject({ enabled: true })
    expect(Object.values(profile.tools.claude?.models ?? {})).toEqual(['opus-x'])
    expect(profile.tools.codex).toMatchObject({
      enabled: true,
      baseUrl: 'https://other.example/codex',
      extra: { model_context_window: 200_000 },
    })
    expect(profile.tools.gemini).toMatchObject({ enabled: false })
    expect(profile.relay).toMatchObject({ website: 'https://relay.example.com/keys', notes: 'mine' })
  })

  it('takes names in any script', async () => {
    await terminal.add('工作 – café 🚂')
    expect((await terminal.json<Shown>('show', '工作 – café 🚂')).profile.name).toBe('工作 – café 🚂')
  })

  it('replaces a profile of the same name only when told to', async () => {
    await terminal.add('Work')
    const again = ['add', 'Work', '--url', 'https://new.example', '--key-stdin']
    const refused = await terminal.run(again, { input: 'sk-new-0123456789' })
    expect(refused.code).toBeGreaterThan(1)
    expect((await terminal.json<Shown>('show', 'Work')).profile.relay.url).toBe('https://relay.example.com')
    expect((await terminal.run([...again, '--replace'], { input: 'sk-new-0123456789' })).code).toBe(0)
    expect((await terminal.json<Shown>('show', 'Work')).profile.relay.url).toBe('https://new.example')
  })
})

describe('bad input to add', () => {
  const url = ['--url', 'https://r.example']
  it.each<[string, string[], string | undefined]>([
    ['no name', ['add', ...url, '--key-stdin'], key],
    ['a blank name', ['add', ' ', ...url, '--key-stdin'], key],
    ['no URL', ['add', 'Work', '--key-stdin'], key],
    ['a URL that is not http', ['add', 'Work', '--url', 'ftp://r.example', '--key-stdin'], key],
    ['a URL that is none', ['add', 'Work', '--url', 'http://', '--key-stdin'], key],
    ['no key', ['add', 'Work', ...url], undefined],
    ['an empty key', ['add', 'Work', ...url, '--key-stdin'], ''],
    ['a blank key', ['add', 'Work', ...url, '--key-stdin'], '  \n'],
    ['a key with a line break', ['add', 'Work', ...url, '--key-stdin'], 'sk-one\nsk-two\n'],
    ['an endless key', ['add', 'Work', ...url, '--key-stdin'], 'x'.repeat(100_000)],
    ['an unset variable', ['add', 'Work', ...url, '--key-env', 'NOT_SET'], undefined],
    ['two sources of the key', ['add', 'Work', ...url, '--key-stdin', '--key', 'x'], key],
    ['an unknown tool', ['add', 'Work', ...url, '--key-stdin', '--tools', 'claude,copilot'], key],
    ['no tool', ['add', 'Work', ...url, '--key-stdin', '--tools', ','], key],
    ['a model without a tool', ['add', 'Work', ...url, '--key-stdin', '--model', 'gpt-x'], key],
    ['a model of an unknown tool', ['add', 'Work', ...url, '--key-stdin', '--model', 'copilot=gpt-x'], key],
    ['an unknown model slot', ['add', 'Work', ...url, '--key-stdin', '--model', 'codex.tiny=gpt-x'], key],
    ['an unknown option of a tool', ['add', 'Work', ...url, '--key-stdin', '--option', 'claude.speed=fast'], key],
    ['a base URL that is none', ['add', 'Work', ...url, '--key-stdin', '--base-url', 'codex=nonsense:'], key],
    ['an unknown option', ['add', 'Work', ...url, '--key-stdin', '--urll', 'x'], key],
    ['an option twice', ['add', 'Work', ...url, ...url, '--key-stdin'], key],
    ['an option without its value', ['add', 'Work', '--url', '--key-stdin'], key],
    ['a word too many', ['add', 'My', 'Work', ...url, '--key-stdin'], key],
  ])('%s is a usage error with a cure, and nothing is saved', async (_, args, input) => {
    const { code, stdout, stderr } = await terminal.run(args, { input })
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(/^error: \S/)
    expect(stderr).not.toContain(key)
    expect((await terminal.json<{ profiles: ProfileView[] }>('list')).profiles.map(({ kind }) => kind)).toEqual(['official'])
  })

  it('is told as JSON where JSON is asked for', async () => {
    const { code, stdout, stderr } = await terminal.run(['add', 'Work', '--url', 'ftp://x', '--key-stdin', '--json'], { input: key })
    expect([code, stderr]).toEqual([2, ''])
    expect((JSON.parse(stdout) as Failed).error).toMatchObject({ code: expect.any(String), message: expect.any(String), kind: 'usage' })
  })
})

describe('edit', () => {
  it('changes only what it is told, and keeps the key', async () => {
    await terminal.add('Work', '--model', 'codex=gpt-x')
    expect((await terminal.run(['edit', 'work', '--name', 'Home', '--url', 'https://new.example', '--notes', 'n'])).code).toBe(0)
    const { profile, key: kept } = await terminal.json<Shown>('show', 'Home', '--reveal')
    expect(profile.relay).toMatchObject({ url: 'https://new.example', notes: 'n' })
    expect(profile.tools.codex?.models).toEqual({ main: 'gpt-x' })
    expect(kept).toBe('sk-Work-0123456789')
  })

  it('takes an entry out with an empty value, and chooses tools anew', async () => {
    await terminal.add('Work', '--model', 'codex=gpt-x', '--notes', 'n')
    expect((await terminal.run(['edit', 'Work', '--model', 'codex=', '--notes', '', '--tools', 'gemini'])).code).toBe(0)
    const { profile } = await terminal.json<Shown>('show', 'Work')
    expect(profile.tools.codex).toMatchObject({ enabled: false, models: {} })
    expect(profile.tools.gemini?.enabled).toBe(true)
    expect(profile.relay.notes ?? '').toBe('')
  })

  it('changes the key', async () => {
    await terminal.add('Work')
    expect((await terminal.run(['edit', 'Work', '--key-stdin'], { input: 'sk-new-0123456789' })).code).toBe(0)
    expect((await terminal.json<Shown>('show', 'Work', '--reveal')).key).toBe('sk-new-0123456789')
  })

  it('needs to be told something', async () => {
    await terminal.add('Work')
    expect((await terminal.run(['edit', 'Work'])).code).toBe(2)
  })
})

describe('finding a profile', () => {
  it('goes by the exact name, then any case, then the id', async () => {
    await terminal.add('work')
    await terminal.add('Home')
    const home = await terminal.json<Shown>('show', 'HOME')
    expect(home.profile.name).toBe('Home')
    expect((await terminal.json<Shown>('show', home.profile.id)).profile.name).toBe('Home')
  })

  it('tells the nearest names where there is none', async () => {
    await terminal.add('Workshop')
    const { code, stderr } = await terminal.run(['show', 'Worksop'])
    expect(code).toBe(2)
    expect(stderr).toContain('Workshop')
  })
})

describe('list, show and remove', () => {
  it('line up, also with wide characters', async () => {
    await terminal.add('工作')
    await terminal.add('Home')
    const { stdout } = await terminal.run(['list'])
    const lines = stdout.trimEnd().split('\n')
    expect(lines).toHaveLength(4)
    expect(lines.find((line) => line.startsWith('工作'))).toMatch(/^工作 {6}https/)
    expect(lines.find((line) => line.startsWith('Home'))).toMatch(/^Home {6}https/)
  })

  it('show reveals the key only when told to', async () => {
    await terminal.add('Work')
    expect((await terminal.run(['show', 'Work'])).stdout).not.toContain('sk-Work-0123456789')
    expect((await terminal.run(['show', 'Work', '--json'])).stdout).not.toContain('sk-Work-0123456789')
    expect((await terminal.run(['show', 'Work', '--reveal'])).stdout).toContain('sk-Work-0123456789')
  })

  it('remove deletes one profile; the built-in one stays', async () => {
    await terminal.add('Work')
    expect((await terminal.run(['remove', 'Work'])).code).toBe(0)
    expect((await terminal.run(['show', 'Work'])).code).toBe(2)
    expect((await terminal.run(['remove', 'official'])).code).toBeGreaterThan(1)
  })
})

describe('the store', () => {
  it('is private, and SWITCHYARD_HOME moves it', async () => {
    const data = terminal.path('elsewhere')
    const env = { SWITCHYARD_HOME: data }
    await terminal.run(['add', 'Work', '--url', 'https://r.example', '--key-stdin'], { input: key, env })
    expect(statSync(`${data}/profiles.json`).mode & 0o777).toBe(0o600)
    expect(statSync(data).mode & 0o777).toBe(0o700)
    expect((await terminal.run(['list'], { env })).stdout).toContain('Work')
    expect((await terminal.run(['list'])).stdout).not.toContain('Work')
  })

  it('of a newer version is refused and stays as it is', async () => {
    const store = '{"version":999,"profiles":[]}'
    terminal.write('.config/Switchyard/profiles.json', store)
    const { code, stderr } = await terminal.run(['add', 'Work', '--url', 'https://r.example', '--key-stdin'], { input: key })
    expect(code).toBe(3)
    expect(stderr).toContain('profiles.json')
    expect(readFileSync(terminal.path('.config/Switchyard/profiles.json'), 'utf8')).toBe(store)
  })

  it('that cannot be written is told with its place', async () => {
    if (process.getuid?.() === 0) return
    mkdirSync(terminal.path('.config/Switchyard'), { recursive: true })
    chmodSync(terminal.path('.config/Switchyard'), 0o500)
    const { code, stderr } = await terminal.run(['add', 'Work', '--url', 'https://r.example', '--key-stdin'], { input: key })
    expect(code).toBeGreaterThan(0)
    expect(stderr).toContain('Switchyard')
  })
})
