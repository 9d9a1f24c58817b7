import { chmodSync, existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { launchctlOrigins } from '../../../electron/core/doctor/facts/launchctl'
import { findOrigins, startedFrom } from '../../../electron/core/doctor/facts/origins'
import { registryOrigins } from '../../../electron/core/doctor/facts/registry'
import { parseEnvironment, shellViews } from '../../../electron/core/doctor/facts/shells'
import { parseGsettings, parseInternetSettings, parseScutil } from '../../../electron/core/doctor/facts/system-proxy'
import type { Place } from '../../../electron/core/tools/tool'
import { checkSuite, findingOf, healthyHome } from '../../support/check-suite'
import { type TempHome, tempHome } from '../../support/temp-home'

const never = () => new AbortController().signal

/** A program that stands in for one of another system. */
function program(home: TempHome, name: string, script: string): string {
  home.write(name, `#!/bin/sh\n${script}\n`)
  chmodSync(home.path(name), 0o755)
  return home.path(name)
}

describe('where a variable is set', () => {
  it.each<[string, string]>([
    ['.profile', 'export GEMINI_MODEL=x'],
    ['.bash_profile', 'GEMINI_MODEL=x; export GEMINI_MODEL'],
    ['.bashrc', 'if true; then\n export GEMINI_MODEL="x"\nfi'],
    ['.zshenv', 'typeset -x GEMINI_MODEL=x'],
    ['.zshrc', "export GEMINI_MODEL='x'"],
    ['.config/fish/config.fish', 'set -gx GEMINI_MODEL x'],
    ['.config/fish/conf.d/relay.fish', 'set --export GEMINI_MODEL x'],
    ['.config/environment.d/50-relay.conf', 'GEMINI_MODEL=x'],
    ['.pam_environment', 'GEMINI_MODEL DEFAULT=x'],
    ['.config/powershell/Microsoft.PowerShell_profile.ps1', '$env:GEMINI_MODEL = "x"'],
    ['.bash_login', 'export GEMINI_MODEL=x'],
    ['.bash_aliases', 'export GEMINI_MODEL=x'],
    ['.zprofile', 'export GEMINI_MODEL=x'],
    ['.zlogin', 'export GEMINI_MODEL=x'],
    ['.config/fish/fish_variables', 'SETUVAR --export GEMINI_MODEL:x'],
    ['.config/powershell/profile.ps1', "$Env:GEMINI_MODEL='x'"],
    ['.config/Cursor/User/settings.json', '{\n  "terminal.integrated.env.linux": {\n    "GEMINI_MODEL": "x"\n  }\n}'],
    ['.config/Code/User/settings.json', '{\n  "terminal.integrated.env.linux": {\n    "GEMINI_MODEL": "x"\n  }\n}'],
  ])('is found in %s', async (file, content) => {
    const home = tempHome()
    home.write(file, `${content}\n`)
    const found = await findOrigins(home.host.place, ['GEMINI_MODEL'])
    expect(found.map(({ file: at, value }) => [at, value])).toEqual([[home.path(file), 'x']])
    expect(content.split('\n')[(found[0]?.line ?? 0) - 1]).toContain('GEMINI_MODEL')
  })
  it.each<[string, Place, readonly string[]]>([
    [
      'Linux',
      { platform: 'linux', home: '/home/ada', env: {} },
      [
        ...['/etc/environment', '/etc/profile', '/etc/bash.bashrc', '/etc/zsh/zshenv', '/etc/fish/config.fish'],
        ...['/home/ada/.profile', '/home/ada/.zshrc', '/home/ada/.pam_environment', '/home/ada/.config/Code/User/settings.json'],
      ],
    ],
    [
      'macOS',
      { platform: 'darwin', home: '/Users/ada', env: { ZDOTDIR: '/Users/ada/zsh' } },
      ['/etc/zshenv', '/etc/zprofile', '/Users/ada/zsh/.zprofile', '/Users/ada/Library/Application Support/Code/User/settings.json'],
    ],
    [
      'Windows',
      { platform: 'win32', home: 'C:\\Users\\ada', env: { AppData: 'D:\\Roaming', OneDrive: 'D:\\OneDrive' } },
      [
        'C:\\Users\\ada\\Documents\\PowerShell\\Microsoft.PowerShell_profile.ps1',
        'C:\\Users\\ada\\Documents\\WindowsPowerShell\\profile.ps1',
        'D:\\OneDrive\\Documents\\PowerShell\\Microsoft.PowerShell_profile.ps1',
        'C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\profile.ps1',
        'D:\\Roaming\\Code\\User\\settings.json',
      ],
    ],
  ])('is looked for in every place of %s', (_name, place, places) => {
    expect(startedFrom(place).map(({ file }) => file)).toEqual(expect.arrayContaining([...places]))
  })
  it('is found in a file that a start-up file sources', async () => {
    const home = tempHome()
    home.write('.bashrc', '[ -f ~/.secrets ] && . ~/.secrets\n')
    home.write('.secrets', 'export GEMINI_MODEL=x\n')
    const found = await findOrigins(home.host.place, ['GEMINI_MODEL'])
    expect(found.map(({ file }) => file)).toEqual([home.path('.secrets')])
  })
  it('is asked of launchctl on macOS, which may hang or be missing', async () => {
    const home = tempHome()
    const launchctl = program(home, 'launchctl', '[ "$1 $2" = "getenv GEMINI_MODEL" ] && echo x')
    expect(await launchctlOrigins(['GEMINI_MODEL', 'OTHER'], launchctl)).toMatchObject([{ name: 'GEMINI_MODEL', value: 'x', whole: false }])
    expect(await launchctlOrigins(['GEMINI_MODEL'], program(home, 'hangs', 'exec sleep 60'))).toEqual([])
    expect(await launchctlOrigins(['GEMINI_MODEL'], home.path('missing'))).toEqual([])
  })
  it('is asked of the registry on Windows: the user’s and the machine’s', async () => {
    const home = tempHome()
    const listing = 'printf "\\r\\n%s\\r\\n    gemini_model    REG_SZ    x y\\r\\n    Path    REG_EXPAND_SZ    C:\\\\\\\\x\\r\\n" "$2"'
    const found = await registryOrigins(['GEMINI_MODEL'], program(home, 'reg.exe', listing))
    expect(found.map(({ name, value, file }) => [name, value, file])).toEqual([
      ['GEMINI_MODEL', 'x y', 'HKCU\\Environment'],
      ['GEMINI_MODEL', 'x y', expect.stringMatching(/^HKLM\\SYSTEM/)],
    ])
    expect(await registryOrigins(['GEMINI_MODEL'], home.path('missing'))).toEqual([])
  })
})

describe('what a new shell sees', () => {
  const asked = async (home: TempHome, shell: string) => {
    const views = await shellViews({ ...home.host.place, env: { ...home.host.place.env, SHELL: shell } }, never())
    return views.find(({ login }) => login)
  }
  const shells = [
    ['bash', '/bin/bash', '.bashrc', 'export GEMINI_MODEL=x\n'],
    ['bash', '/bin/bash', '.profile', 'GEMINI_MODEL=x; export GEMINI_MODEL\n'],
    ['zsh', '/usr/bin/zsh', '.zprofile', 'export GEMINI_MODEL=x\n'],
    ['zsh', '/usr/bin/zsh', '.zshrc', 'export GEMINI_MODEL=x\n'],
    ['fish', '/usr/bin/fish', '.config/fish/conf.d/a.fish', 'set -gx GEMINI_MODEL x\n'],
  ] as const
  for (const [shell, file, start, content] of shells)
    it.runIf(existsSync(file))(`is asked of ${shell}: ${start}`, async () => {
      const home = tempHome({ GEMINI_MODEL: 'of this process' })
      home.write(start, content)
      expect(await asked(home, file)).toMatchObject({ shell, login: true, env: { GEMINI_MODEL: 'x', HOME: home.home } })
    })
  it('is asked of PowerShell, which is found on the PATH and as the login shell', async () => {
    const home = tempHome()
    const answer = "printf '%s\\r\\n' '<switchyard-begin>' 'GEMINI_MODEL=of pwsh' 'PSModulePath=/x=y' '<switchyard-end>'"
    const pwsh = program(home, 'bin/pwsh', `[ "$1 $2 $3" = "-NoLogo -NonInteractive -Command" ] || exit 9\n${answer}`)
    expect(await asked(home, pwsh)).toEqual({
      shell: 'powershell',
      login: true,
      env: { GEMINI_MODEL: 'of pwsh', PSModulePath: '/x=y' },
    })
  })
  it('keeps values of several lines, and passes over what a start-up file prints', () => {
    const heard = 'welcome A=1\n<switchyard-begin>A=1\n2\0B=x=y\0<switchyard-end>bye'
    expect(parseEnvironment(heard)).toEqual({ A: '1\n2', B: 'x=y' })
    expect(parseEnvironment('no marks')).toBeUndefined()
  })
})

checkSuite({
  id: 'env-other-shell',
  broken: [
    {
      name: 'tells of a variable that stands in a file of zsh while terminals open bash',
      break: (home) => home.write('.zshrc', 'export GEMINI_API_KEY=sk-stray0123456789abcdefstray\n'),
      severity: 'warn',
      cause: /GEMINI_API_KEY is set for zsh only; your terminals open bash/,
    },
  ],
})

describe('the proxy of the system', () => {
  it('is read from scutil, the registry and gsettings', () => {
    expect(parseScutil('<dictionary> {\n  HTTPEnable : 1\n  HTTPPort : 7890\n  HTTPProxy : 127.0.0.1\n  HTTPSEnable : 0\n}\n')).toEqual({
      host: '127.0.0.1',
      port: 7890,
    })
    expect(parseScutil('<dictionary> {\n  HTTPEnable : 0\n}\n')).toBeUndefined()
    const windows = (enabled: string, server: string) =>
      `\r\nHKEY_CURRENT_USER\\x\r\n    ProxyEnable    REG_DWORD    ${enabled}\r\n    ProxyServer    REG_SZ    ${server}\r\n`
    expect(parseInternetSettings(windows('0x1', '10.0.0.1:8080'))).toEqual({ host: '10.0.0.1', port: 8080 })
    expect(parseInternetSettings(windows('0x1', 'ftp=a:1;http=b:2;https=c:3'))).toEqual({ host: 'c', port: 3 })
    expect(parseInternetSettings(windows('0x0', '10.0.0.1:8080'))).toBeUndefined()
    const gnome = (mode: string) =>
      `org.gnome.system.proxy mode '${mode}'\norg.gnome.system.proxy.http host ''\norg.gnome.system.proxy.http port 0\norg.gnome.system.proxy.https host '127.0.0.1'\norg.gnome.system.proxy.https port 7890\n`
    expect(parseGsettings(gnome('manual'))).toEqual({ host: '127.0.0.1', port: 7890 })
    expect(parseGsettings(gnome('none'))).toBeUndefined()
    for (const parse of [parseScutil, parseInternetSettings, parseGsettings]) expect(parse('')).toBeUndefined()
  })
  it('is told when it does not answer, asked of gsettings within a desktop session', async () => {
    const home = await healthyHome()
    program(
      home,
      'bin/gsettings',
      `echo "org.gnome.system.proxy mode 'manual'"; echo "org.gnome.system.proxy.https host '127.0.0.1'"; echo "org.gnome.system.proxy.https port 1"`,
    )
    const desktop = home.another('terminal', { PATH: `${home.path('bin')}:/usr/bin:/bin`, DBUS_SESSION_BUS_ADDRESS: 'unix:path=/x' })
    const { findings } = await desktop.api['doctor.run']({ only: ['proxy-system'], network: false })
    expect(findings[0]).toMatchObject({ severity: 'warn', cause: { en: expect.stringContaining('127.0.0.1:1 does not answer') } })
    expect(await findingOf(home, 'proxy-system')).toMatchObject({ severity: 'skip' })
  })
})
