import { existsSync, mkdirSync, readFileSync, readlinkSync, symlinkSync, writeFileSync } from 'node:fs'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { HistoryEntry, SwitchPlan, SwitchReport, ToolStatus } from '../../shared/model/switch'
import { ensureBuilt, filesIn, keyOf, openTerminal, type Terminal } from './terminal'

beforeAll(ensureBuilt, 60_000)
let terminal: Terminal
beforeEach(() => {
  terminal = openTerminal()
})

const codexFile = '.codex/config.toml'
const claudeFile = '.claude/settings.json'
const codexBefore = '# mine\nmodel = "o9"   # keep\n\n[tui]\ntheme = "dark"\n'
const read = (name: string) => readFileSync(terminal.path(name), 'utf8')
const states = async () => {
  const { tools } = await terminal.json<{ tools: ToolStatus[] }>('current')
  return Object.fromEntries(tools.map(({ tool, state }) => [tool, state]))
}

describe('use', () => {
  it('writes the tools files, and undo gives back the very bytes', async () => {
    terminal.write(codexFile, codexBefore)
    const before = filesIn(terminal.home)
    await terminal.add('Work')
    const used = await terminal.run(['use', 'Work'])
    expect([used.code, used.stdout.split('\n')[0]]).toEqual([0, 'Switched to "Work".'])
    expect(used.stdout + used.stderr).not.toContain(keyOf('Work'))
    expect(read(codexFile)).toContain(keyOf('Work'))
    expect(read(codexFile)).toContain('# keep')
    expect(await states()).toEqual({ claude: 'in-sync', codex: 'in-sync', gemini: 'in-sync' })
    expect((await terminal.run(['undo'])).code).toBe(0)
    expect(read(codexFile)).toBe(codexBefore)
    expect(filesIn(terminal.home)).toEqual(before)
  })

  it('changes only the tools that are named', async () => {
    await terminal.add('Work')
    expect((await terminal.run(['use', 'Work', '--tools', 'claude'])).code).toBe(0)
    expect(filesIn(terminal.home).filter((name) => /codex|gemini/.test(name))).toEqual([])
    expect(await states()).toMatchObject({ claude: 'in-sync', codex: 'official' })
  })

  it('says that there is nothing to change the second time', async () => {
    await terminal.add('Work')
    await terminal.run(['use', 'Work'])
    const again = await terminal.json<SwitchReport>('use', 'Work')
    expect(again.files).toEqual([])
    expect((await terminal.run(['use', 'Work'])).stdout).toContain('nothing to change')
  })

  it('with --dry-run prints the diff with keys masked and changes nothing', async () => {
    terminal.write(codexFile, codexBefore)
    const before = filesIn(terminal.home)
    await terminal.add('Work')
    const { code, stdout } = await terminal.run(['use', 'Work', '--dry-run'])
    expect(code).toBe(0)
    expect(stdout).toContain(`+++ ${terminal.path(codexFile)}`)
    expect(stdout).toMatch(/^\+.*sk-…6789/m)
    expect(stdout).not.toContain(keyOf('Work'))
    const plan = await terminal.json<SwitchPlan>('use', 'Work', '--dry-run', '--tools', 'codex')
    expect(plan.tools.map(({ tool }) => tool)).toEqual(['codex'])
    expect([read(codexFile), filesIn(terminal.home)]).toEqual([codexBefore, before])
  })

  it('refuses to overwrite what was changed by hand, unless forced', async () => {
    await terminal.add('One')
    await terminal.add('Two', '--replace')
    await terminal.run(['use', 'One'])
    writeFileSync(terminal.path(codexFile), read(codexFile).replace(keyOf('One'), 'sk-by-hand-987654321'))
    const byHand = read(codexFile)
    expect(await states()).toMatchObject({ codex: 'changed', claude: 'in-sync' })
    const refused = await terminal.run(['use', 'Two'])
    expect(refused.code).toBe(3)
    expect(read(codexFile)).toBe(byHand)
    expect(read(claudeFile)).toContain(keyOf('One'))
    expect((await terminal.run(['current'])).stdout).toContain('changed by hand')
    expect((await terminal.run(['use', 'Two', '--force'])).code).toBe(0)
    expect(read(codexFile)).toContain(keyOf('Two'))
  })

  it('back to official takes out what was added', async () => {
    terminal.write(codexFile, codexBefore)
    await terminal.add('Work')
    await terminal.run(['use', 'Work'])
    expect((await terminal.run(['use', 'official'])).code).toBe(0)
    expect(read(codexFile)).toBe(codexBefore)
    expect(await states()).toEqual({ claude: 'official', codex: 'official', gemini: 'official' })
  })
})

describe('restore, undo and history', () => {
  it('restore puts back what stood before the first switch', async () => {
    terminal.write(codexFile, codexBefore)
    await terminal.add('One')
    await terminal.add('Two')
    await terminal.run(['use', 'One'])
    await terminal.run(['use', 'Two'])
    expect((await terminal.run(['restore', '--dry-run'])).stdout).toContain('experimental_bearer_token')
    expect((await terminal.run(['restore', '--tools', 'codex'])).code).toBe(0)
    expect(read(codexFile)).toBe(codexBefore)
    expect(await states()).toMatchObject({ codex: 'official', claude: 'in-sync' })
    expect((await terminal.run(['restore'])).code).toBe(0)
    expect((await terminal.run(['restore'])).stdout).toContain('nothing to restore')
  })

  it('history lists what happened, newest first, and undo takes an id', async () => {
    await terminal.add('One')
    await terminal.run(['use', 'One', '--tools', 'claude'])
    await terminal.run(['use', 'One', '--tools', 'codex'])
    const { entries } = await terminal.json<{ entries: HistoryEntry[] }>('history')
    expect(entries.map(({ tools }) => tools)).toEqual([['codex'], ['claude']])
    expect((await terminal.run(['history', '--limit', '1'])).stdout.trimEnd().split('\n')).toHaveLength(2)
    expect((await terminal.run(['undo', entries[1]?.id ?? ''])).code).toBe(0)
    expect(await states()).toMatchObject({ claude: 'official', codex: 'in-sync' })
    const shown = await terminal.run(['history'])
    expect(shown.stdout).toContain('undone')
    expect(JSON.stringify(await terminal.json('history'))).not.toContain(keyOf('One'))
  })

  it('with nothing to undo is refused, and an unknown id is a usage error', async () => {
    expect((await terminal.run(['undo'])).code).toBe(3)
    expect((await terminal.run(['undo', 'nope'])).code).toBe(2)
  })

  it.each(['0', '-1', '1001', 'many', '1.5'])('history --limit %s is a usage error', async (limit) => {
    expect((await terminal.run(['history', `--limit=${limit}`])).code).toBe(2)
  })
})

describe('files that cannot be changed', () => {
  const claudeBefore = '{\n  "theme": "dark"\n}\n'
  const broken: [string, string, () => void][] = [
    ['invalid TOML', codexFile, () => terminal.write(codexFile, 'model = "a"\nmodel = = 1\n')],
    ['a key twice in TOML', codexFile, () => terminal.write(codexFile, 'model = "a"\nmodel = "b"\n')],
    ['invalid JSON', '.gemini/settings.json', () => terminal.write('.gemini/settings.json', '{\n  "a": ,\n}')],
    ['a folder in its place', codexFile, () => void mkdirSync(terminal.path(codexFile), { recursive: true })],
    ['a link to itself', codexFile, () => symlinkTo(codexFile, terminal.path(codexFile))],
  ]
  const symlinkTo = (name: string, target: string) => {
    mkdirSync(terminal.path('.codex'), { recursive: true })
    symlinkSync(target, terminal.path(name))
  }

  it.each(broken)('%s: refused with file and cure, and no other file is touched', async (_, name, prepare) => {
    terminal.write(claudeFile, claudeBefore)
    prepare()
    await terminal.add('Work')
    const before = filesIn(terminal.home)
    const { code, stderr } = await terminal.run(['use', 'Work'])
    expect(code).toBe(3)
    expect(stderr).toContain(terminal.path(name))
    expect(stderr).toContain('hint:')
    expect([read(claudeFile), filesIn(terminal.home)]).toEqual([claudeBefore, before])
  })

  it('a syntax error is told with its line, also as JSON, and current says 1', async () => {
    terminal.write(codexFile, 'a = 1\nb = = 2\n')
    await terminal.add('Work')
    expect((await terminal.run(['use', 'Work'])).stderr).toContain(`${terminal.path(codexFile)}:2`)
    expect(await terminal.json('use', 'Work')).toMatchObject({ error: { kind: 'refused', file: terminal.path(codexFile), line: 2 } })
    const current = await terminal.run(['current'])
    expect(current.code).toBe(1)
    expect(current.stderr).toContain(`${terminal.path(codexFile)}:2`)
  })

  it('a link whose target is missing is refused, and its target is not made', async () => {
    symlinkTo(codexFile, terminal.path('dotfiles.toml'))
    await terminal.add('Work')
    const { code, stderr } = await terminal.run(['use', 'Work', '--tools', 'codex'])
    expect(code).toBe(3)
    expect(stderr).toContain('which is not there')
    expect([existsSync(terminal.path('dotfiles.toml')), readlinkSync(terminal.path(codexFile))]).toEqual([
      false,
      terminal.path('dotfiles.toml'),
    ])
  })

  it('an empty file is fine', async () => {
    terminal.write(codexFile, '')
    await terminal.add('Work')
    expect((await terminal.run(['use', 'Work'])).code).toBe(0)
    await terminal.run(['restore'])
    expect(existsSync(terminal.path(codexFile)) && read(codexFile)).toBe('')
  })

  it.each([
    ['an unknown tool', ['use', 'Work', '--tools', 'copilot']],
    ['an unknown profile', ['use', 'Home']],
    ['no profile', ['use']],
  ])('%s is a usage error', async (_, args) => {
    await terminal.add('Work')
    const { code, stderr } = await terminal.run(args)
    expect([code, stderr.startsWith('error: ')]).toEqual([2, true])
    expect(filesIn(terminal.home)).toEqual([])
  })
})
