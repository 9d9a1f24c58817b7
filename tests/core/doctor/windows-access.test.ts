import { chmodSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { geminiSystemSettings } from '../../../electron/core/doctor/checks/gemini-system-settings'
import type { Facts } from '../../../electron/core/doctor/facts'
import { effectiveValues, readLayers } from '../../../electron/core/doctor/facts/layers'
import type { Machine } from '../../../electron/core/doctor/facts/root-only'
import type { ToolFacts } from '../../../electron/core/doctor/facts/tools'
import { accessOf, accessScript, isTrusted, parseAccess, powershellOf, writersOf } from '../../../electron/core/doctor/facts/windows-access'
import { adapters } from '../../../electron/core/tools/index'
import type { Place } from '../../../electron/core/tools/tool'
import { tempHome } from '../../support/temp-home'

const windows: Place = { platform: 'win32', home: 'C:\\Users\\ada', env: { SYSTEMROOT: 'C:\\WINDOWS' } }

const admins = 'S-1-5-32-544\tBUILTIN\\Administrators'
const system = 'S-1-5-18\tNT AUTHORITY\\SYSTEM'
const users = 'S-1-5-32-545\tBUILTIN\\Users'
const installer = 'S-1-5-80-956008885-3418522649\tNT SERVICE\\TrustedInstaller'
const ada = 'S-1-5-21-1-2-3-1001\tPC\\ada'
const FULL = 2_032_127
const READ = 1_179_817
/** Create files and folders, write attributes: what C:\ProgramData gives to every user. */
const CREATE = 278

const owner = (who: string) => `owner\t${who}`
const allow = (who: string, rights: number) => `rule\tAllow\t${rights}\t${who}`
/** A folder as administrators keep it, with more rules. */
const kept = (...more: readonly string[]) => [owner(admins), allow(system, FULL), allow(admins, FULL), allow(users, READ), ...more]
/** What PowerShell prints for paths in their order. */
const listing = (...answers: readonly (readonly string[])[]) => answers.flatMap((lines, at) => [`path\t${at}`, ...lines, '']).join('\r\n')
const access = (...lines: readonly string[]) => parseAccess(listing(lines), 1)[0]
const writers = (...lines: readonly string[]) => {
  const found = access(...lines)
  return found === undefined ? undefined : writersOf(found).map(({ name }) => name)
}

describe('who may write to a file of Windows', () => {
  it('is nobody else where administrators, the system and its services alone may, whatever others read', () => {
    expect(writers(...kept(allow(installer, FULL), allow('S-1-3-0\tCREATOR OWNER', FULL), `rule\tDeny\t${FULL}\t${ada}`))).toEqual([])
  })
  it.each([
    ['full control', FULL],
    ['create and append, as in C:\\ProgramData', CREATE],
    ['modify', 197_055],
    ['attributes', 0x100],
    ['delete', 0x10000],
    ['change permissions', 0x40000],
    ['take ownership', 0x80000],
  ])('is who has the right: %s', (_name, rights) => {
    expect(writers(...kept(allow(users, rights)))).toEqual(['BUILTIN\\Users'])
  })
  it.each([
    ['read and execute', READ],
    ['all of the generic kind, which only passes on to what is below', 0x1000_0000],
    ['read and execute of the generic kind', -0x6000_0000],
  ])('is not who has: %s', (_name, rights) => {
    expect(writers(...kept(allow(ada, rights)))).toEqual([])
  })
  it('goes by the name where Windows has no number', () => {
    for (const name of ['BUILTIN\\Administrators', 'SYSTEM', 'NT SERVICE\\TrustedInstaller', 'CREATOR OWNER'])
      expect(isTrusted({ sid: '', name })).toBe(true)
    for (const name of ['BUILTIN\\Users', 'PC\\NotAdministrators', '']) expect(isTrusted({ sid: '', name })).toBe(false)
    // A localised name, and a number that only looks like one of them.
    expect(isTrusted({ sid: 'S-1-5-32-544', name: 'VORDEFINIERT\\Administratoren' })).toBe(true)
    expect(isTrusted({ sid: 'S-1-5-32-5440', name: 'PC\\Administrators' })).toBe(false)
  })
  it('is told for each path by its place, and not told where PowerShell fails', () => {
    expect(parseAccess(listing(kept(), [], [owner(ada)]), 4).map((one) => one?.owner.name)).toEqual([
      'BUILTIN\\Administrators',
      undefined,
      'PC\\ada',
      undefined,
    ])
    expect(parseAccess('', 1)).toEqual([undefined])
  })
  it('is asked of the PowerShell of Windows itself, once for all paths', async () => {
    expect(powershellOf(windows)).toBe('C:\\WINDOWS\\System32\\WindowsPowerShell\\v1.0\\powershell.exe')
    expect(powershellOf({ ...windows, env: { SystemRoot: '\\\\evil\\share' } })).toMatch(/^C:\\Windows\\System32/)
    const home = tempHome()
    // Keeps what it is told.
    home.write(
      'powershell',
      `#!/bin/sh\nfor last; do :; done\necho "$last" | base64 -d > "${home.path('script')}"\nprintf 'path\\t0\\r\\nowner\\t${admins.replaceAll('\\', '\\\\').replace('\t', '\\t')}\\r\\n'\n`,
    )
    chmodSync(home.path('powershell'), 0o755)
    expect(await accessOf(['c:\\it’s', 'c:\\b'], home.path('powershell'))).toMatchObject([
      { owner: { sid: 'S-1-5-32-544', name: 'BUILTIN\\Administrators' } },
      undefined,
    ])
    expect(readFileSync(home.path('script'), 'utf16le')).toBe(accessScript(['c:\\it’s', 'c:\\b']))
    expect(accessScript(['c:\\it’s', "c:\\o'x"])).toContain("@('c:\\it’’s', 'c:\\o''x')")
    expect(await accessOf(['c:\\a'], home.path('missing'))).toEqual([undefined])
  })
})

const adapter = adapters.find(({ descriptor }) => descriptor.id === 'gemini')
const doctor = await adapter?.doctor()

describe("Gemini CLI's settings of the machine on Windows", () => {
  const file = 'C:\\ProgramData\\gemini-cli\\settings.json'
  const tool = { id: 'gemini', adapter, doctor, installation: { version: '0.61.0' } } as unknown as ToolFacts

  /** A Windows with these answers by path in lower case; what it does not name is kept by administrators. */
  const machine = (answers: Readonly<Record<string, readonly string[]>>, real = file): Machine & { asked: string[][] } => {
    const asked: string[][] = []
    return {
      asked,
      real: (one) => (one === file ? real : undefined),
      async access(paths) {
        asked.push([...paths])
        return parseAccess(listing(...paths.map((one) => answers[one] ?? kept())), paths.length)
      },
    }
  }
  const layersOn = (of: Machine) => readLayers(tool, windows, undefined, {}, [], of)
  const findingOn = async (of: Machine) => {
    const layers = await layersOn(of)
    return geminiSystemSettings.run({ place: windows, tool: () => tool, layers: async () => layers } as unknown as Facts)
  }

  it('count where administrators alone may write, and are asked about up to the root of the drive', async () => {
    const of = machine({})
    expect(await findingOn(of)).toMatchObject({ severity: 'ok' })
    expect(of.asked).toEqual([['c:\\programdata\\gemini-cli\\settings.json', 'c:\\programdata\\gemini-cli', 'c:\\programdata']])
  })
  it('are passed over in the usual place, where Windows lets users create files; the cure leaves that folder as it is', async () => {
    const of = machine({ 'c:\\programdata': kept(allow(users, CREATE)) })
    const finding = await findingOn(of)
    expect(finding).toMatchObject({
      severity: 'warn',
      cause: { en: `Gemini CLI does not read ${file}.` },
      evidence: [{ text: { en: 'c:\\programdata can be written by BUILTIN\\Users' } }],
    })
    expect(finding.cure?.en).toContain('move the file to C:\\Program Files\\gemini-cli\\settings.json')
    expect(finding.cure?.en).toContain('setx /M GEMINI_CLI_SYSTEM_SETTINGS_PATH')
    expect(finding.cure?.en).not.toContain('icacls')
  })
  it('are passed over when the file is a user’s own, or Windows does not tell', async () => {
    const owned = await findingOn(machine({ [file.toLowerCase()]: [owner(ada)] }))
    expect(owned.evidence[0]?.text.en).toMatch(/settings\.json belongs to PC\\ada/)
    const untold = await findingOn(machine({ [file.toLowerCase()]: [] }))
    expect(untold.evidence[0]?.text.en).toMatch(/does not tell who may write/)
  })
  it('are judged by where a link leads to as well', async () => {
    const of = machine({ 'd:\\shared': kept(allow(users, FULL)) }, '\\\\?\\D:\\Shared\\settings.json')
    expect(await findingOn(of)).toMatchObject({ severity: 'warn', evidence: [{ text: { en: expect.stringMatching(/^d:\\shared can/) } }] })
  })
  it('do not count among the layers when they are passed over, which says why', async () => {
    const layers = await layersOn(machine({ 'c:\\programdata': kept(allow(users, CREATE)) }))
    const values = { 'refused:system': { model: { name: 'theirs' } }, settings: { model: { name: 'mine' } } }
    const model = effectiveValues(tool, { ...layers, values }).find(({ name }) => name === 'model')
    expect(model?.value).toBe('mine')
    expect(model?.layers.find(({ value }) => value === 'theirs')).toMatchObject({
      wins: false,
      why: { en: expect.stringMatching(/Others than administrators may write/) },
    })
  })
  it('are not asked about where there are none, or by a version that reads them all', async () => {
    const none: Machine = { real: () => undefined, access: () => Promise.reject(new Error('asked')) }
    expect(await findingOn(none)).toMatchObject({ severity: 'ok' })
    const old = { ...tool, installation: { version: '0.59.0' } } as unknown as ToolFacts
    const of = machine({ 'c:\\programdata': kept(allow(users, CREATE)) })
    expect((await readLayers(old, windows, undefined, {}, [], of)).refusals).toEqual([])
    expect(of.asked).toEqual([])
  })
})
