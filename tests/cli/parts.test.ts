import { describe, expect, it } from 'vitest'
import { parseArguments } from '../../electron/cli/arguments'
import { extraValue } from '../../electron/cli/assignments'
import { columns, displayWidth } from '../../electron/cli/columns'
import { envShells as known } from '../../electron/cli/commands/env'
import { languageOf } from '../../electron/cli/language'
import { nearest } from '../../electron/cli/nearest'
import { plain } from '../../electron/cli/paint'
import { exitCodes } from '../../electron/cli/problems'
import type { CommandSpec } from '../../electron/cli/spec'
import { specs } from '../../electron/cli/specs'
import { localise } from '../../electron/cli/ui'
import { systemLocale } from '../../electron/core/system-locale'
import { windowsCommand } from '../../electron/core/windows-command'
import { envShells } from '../../shared/contract'
import { text } from '../../shared/model/text'

const spec: CommandSpec = {
  name: 'try',
  about: text('', ''),
  positionals: [{ name: 'name' }],
  rest: true,
  options: [
    { name: 'url', value: 'URL', about: text('', '') },
    { name: 'model', value: 'M', many: true, about: text('', '') },
    { name: 'dry', short: 'd', about: text('', '') },
  ],
  examples: [],
}

describe('arguments', () => {
  it('come in any order, with values after a blank or an equals sign', () => {
    const args = parseArguments(spec, ['--model', 'a', 'Work', '--url=x=y', '-d', '--model=', '--', '--url', '-d'])
    expect([args.positionals, args.rest]).toEqual([['Work'], ['--url', '-d']])
    expect([args.value('url'), args.values('model'), args.flag('dry'), args.flag('json')]).toEqual(['x=y', ['a', ''], true, false])
  })

  it('may be a single dash or start with one as a value', () => {
    expect(parseArguments(spec, ['-', '--url', '-x']).value('url')).toBe('-x')
  })

  it.each([[['a', '--url']], [['a', '--url', '--dry']], [['a', '--dry=1']], [['a', '--dry', '--dry']], [['a', '-x']], [[]], [['a', 'b']]])(
    '%j is refused',
    (argv) => {
      expect(() => parseArguments(spec, argv)).toThrow()
    },
  )

  it('need nothing where only help is wanted', () => {
    expect(parseArguments(spec, ['-h']).flag('help')).toBe(true)
  })

  it.each([
    ['1', 1],
    ['-2.5', -2.5],
    ['true', true],
    ['"1"', '1'],
    ['007', '007'],
    ['1e3', '1e3'],
    ['12345678901234567890', '12345678901234567890'],
    ['', undefined],
  ])('further setting %j becomes %j', (written, value) => {
    expect(extraValue(written)).toBe(value)
  })
})

describe('the table of commands', () => {
  it('has both languages for everything and no option twice', () => {
    for (const { name, about, options } of specs.filter(({ hidden }) => !hidden)) {
      for (const words of [about, ...options.map((option) => option.about)])
        expect([name, words.en !== '', /\p{Script=Han}/u.test(words.zh)]).toEqual([name, true, true])
      expect(new Set(options.map((option) => option.name)).size).toBe(options.length)
    }
  })

  it('knows the shells of the contract', () => {
    expect(known).toEqual(envShells)
  })

  it('gives every kind of problem its exit code', () => {
    expect(exitCodes).toEqual({ usage: 2, refused: 3, 'rolled-back': 4, internal: 1 })
  })
})

describe('text', () => {
  it('is as wide as a terminal shows it', () => {
    expect(['abc', '中文', 'é', 'e\u0301', '🚂', '，'].map(displayWidth)).toEqual([3, 4, 1, 1, 2, 2])
    expect(
      columns([
        ['中文', 'x'],
        ['abcdef', 'y'],
      ]),
    ).toBe('中文    x\nabcdef  y')
  })

  it('loses control characters, but no line ends', () => {
    expect(plain('a\u001b[2J\u0007b\r\n\tc\u009bd')).toBe('a[2Jb\n\tcd')
  })

  it('for JSON is of one language', () => {
    expect(localise({ a: [text('x', '甲')], b: { en: 'x', zh: '甲', more: 1 }, c: null }, 'zh')).toEqual({
      a: ['甲'],
      b: { en: 'x', zh: '甲', more: 1 },
      c: null,
    })
  })

  it('suggests what is near, best first', () => {
    expect(nearest('lsit', ['list', 'edit', 'use'])).toEqual(['list', 'edit'].slice(0, nearest('lsit', ['list']).length))
    expect(nearest('hist', ['history', 'list', 'help'])).toContain('history')
    expect(nearest('zzz', ['list', 'use'])).toEqual([])
  })
})

describe('the language', () => {
  it.each([
    [{ LANG: 'zh_CN.UTF-8' }, 'zh'],
    [{ LANG: 'zh' }, 'zh'],
    [{ LANG: 'zha_CN' }, 'en'],
    [{ LC_ALL: 'en_US.UTF-8', LANG: 'zh_CN.UTF-8' }, 'en'],
    [{ LC_ALL: '', LC_MESSAGES: 'zh_TW', LANG: 'en_US' }, 'zh'],
    [{ SWITCHYARD_LANG: 'zh', LC_ALL: 'C' }, 'zh'],
    [{}, 'en'],
  ])('of %j is %s', (env, language) => {
    expect(languageOf(env, 'linux')).toBe(language)
  })

  it('is that of the system where no variable says it', () => {
    const { locale } = Intl.DateTimeFormat().resolvedOptions()
    expect(systemLocale()).toBe(locale)
    expect(languageOf({}, 'darwin')).toBe(locale.startsWith('zh') ? 'zh' : 'en')
  })
})

describe('commands on Windows', () => {
  const env = { Path: 'C:\\npm;C:\\Program Files\\x', PATHEXT: '.EXE;.CMD', ComSpec: 'C:\\Windows\\cmd.exe' }
  const has =
    (...files: string[]) =>
    (file: string) =>
      files.includes(file)

  it('that are programs start directly', () => {
    expect(windowsCommand('git', ['a b'], env, has('C:\\npm\\git.EXE'))).toEqual({
      file: 'C:\\npm\\git.EXE',
      args: ['a b'],
      verbatim: false,
    })
  })

  it('that npm installed go through cmd.exe, with nothing left for it to interpret', () => {
    const real = windowsCommand('codex', ['say "hi" & del %PATH%', 'a\\'], env, has('C:\\Program Files\\x\\codex.CMD'))
    expect([real.file, real.verbatim, real.args.slice(0, 3)]).toEqual(['C:\\Windows\\cmd.exe', true, ['/d', '/s', '/c']])
    expect(real.args[3]).toBe(
      '"C:\\Program^ Files\\x\\codex.CMD ^^^"say^^^ \\^^^"hi\\^^^"^^^ ^^^&^^^ del^^^ ^^^%PATH^^^%^^^" ^^^"a\\\\^^^""',
    )
  })
})
