import { spawn } from 'node:child_process'
import { chmodSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Check } from '../../../electron/core/doctor/check'
import { diskSpace } from '../../../electron/core/doctor/checks/disk-space'
import { networkHome } from '../../../electron/core/doctor/checks/network-home'
import type { Facts } from '../../../electron/core/doctor/facts'
import { type DiskFacts, networkMount, readDisk } from '../../../electron/core/doctor/facts/disk'
import { parseProcesses } from '../../../electron/core/doctor/facts/processes'
import { parseRegistry } from '../../../electron/core/doctor/facts/registry'
import { readOwnDoctor } from '../../../electron/core/doctor/own-doctor-report'
import { adapters } from '../../../electron/core/tools/index'
import { checkSuite, findingOf, healthyHome } from '../../support/check-suite'
import type { TempHome } from '../../support/temp-home'

/** A program of a tool's name with an npm package of this version. */
function install(home: TempHome, folder: string, name: string, npm: string, version: string): void {
  const root = home.path(path.join(folder, 'node_modules', npm))
  mkdirSync(root, { recursive: true })
  writeFileSync(path.join(root, 'package.json'), JSON.stringify({ name: npm, version }))
  writeFileSync(home.path(path.join(folder, name)), '#!/bin/sh\nexit 0\n')
  chmodSync(home.path(path.join(folder, name)), 0o755)
}
const all = [
  ['claude', '@anthropic-ai/claude-code', '2.1.330'],
  ['codex', '@openai/codex', '0.169.0'],
  ['gemini', '@google/gemini-cli', '0.61.0'],
] as const
const everything = (home: TempHome) => {
  for (const [name, npm, version] of all) install(home, '.local/bin', name, npm, version)
}

checkSuite({
  id: 'tool-installed',
  ok: everything,
  broken: [{ name: 'tells of tools that are not there', break: () => undefined, severity: 'warn', cause: /was not found on this machine/ }],
})

checkSuite({
  id: 'tool-too-old',
  ok: everything,
  broken: [
    {
      name: 'tells of a Codex that does not read what is written',
      break: (home) => install(home, '.local/bin', 'codex', '@openai/codex', '0.40.0'),
      severity: 'fail',
      cause: /Codex 0\.40\.0 is older than 0\.63/,
    },
  ],
})

describe('tool-several', () => {
  it('tells which of several versions starts', async () => {
    const home = await healthyHome({ PATH: '/tmp' })
    install(home, 'a', 'codex', '@openai/codex', '0.40.0')
    install(home, 'b', 'codex', '@openai/codex', '0.169.0')
    const another = home.another('terminal', { PATH: `${home.path('a')}:${home.path('b')}` })
    const { findings } = await another.api['doctor.run']({ only: ['tool-several'] })
    expect(findings[0]).toMatchObject({ severity: 'warn', cause: { en: expect.stringContaining('installed several times') } })
    expect(findings[0]?.evidence.map(({ text }) => text.en)).toEqual(['~/a/codex 0.40.0', '~/b/codex 0.169.0'])
  })
})

describe('clock', () => {
  it('tells of a clock that stands before the last switch', async () => {
    const home = await healthyHome()
    expect((await findingOf(home, 'clock')).severity).toBe('ok')
    const host = { ...home.host, now: () => new Date('2020-01-01T00:00:00Z') }
    const { createCore } = await import('../../../electron/core/core')
    const { findings } = await createCore(host).api['doctor.run']({ only: ['clock'] })
    expect(findings[0]).toMatchObject({ severity: 'fail', cause: { en: expect.stringContaining('2020-01-01') } })
  })
})

describe('disk-space, network-home and running-sessions', () => {
  it.each(['disk-space', 'network-home', 'running-sessions'])('%s answers on a healthy home', async (id) => {
    expect(['ok', 'warn']).toContain((await findingOf(await healthyHome(), id)).severity)
  })
  const onDisk = (check: Check, disk: DiskFacts) => check.run({ disk: async () => disk } as unknown as Facts)
  it('tells of a disk that is full, or soon will be, and of one that does not tell', async () => {
    const left = (free: number | undefined) => onDisk(diskSpace, { free, network: undefined })
    const megabyte = 1024 * 1024
    expect(await left(0)).toMatchObject({ severity: 'fail', cause: { en: 'Only 0 MB are left where your home is.' } })
    expect(await left(100 * megabyte)).toMatchObject({ severity: 'warn', cause: { en: expect.stringContaining('100 MB') } })
    expect(await left(4096 * megabyte)).toMatchObject({ severity: 'ok' })
    expect(await left(undefined)).toMatchObject({ severity: 'skip' })
  })
  it('tells of a home on a network share, with a cure', async () => {
    expect(await onDisk(networkHome, { free: 1, network: 'nfs4' })).toMatchObject({
      severity: 'warn',
      cause: { en: expect.stringContaining('network share (nfs4)') },
      cure: { en: expect.stringContaining('CODEX_HOME') },
    })
    expect((await readDisk({ platform: 'win32', home: '\\\\server\\home\\ada', env: {} }, 'C:\\data')).network).toBe('SMB')
    expect((await readDisk({ platform: 'win32', home: 'C:\\Users\\ada', env: {} }, 'C:\\data')).network).toBeUndefined()
  })
  it('tells of a session of a tool that was started before its settings were changed', async () => {
    const home = await healthyHome()
    home.write('bin/gemini', 'setTimeout(() => {}, 60_000)\n')
    const session = spawn(process.execPath, [home.path('bin/gemini')], { stdio: 'ignore' })
    onTestFinished(() => void session.kill())
    await new Promise((resolve) => session.once('spawn', resolve))
    expect(await findingOf(home, 'running-sessions')).toMatchObject({ severity: 'ok' })
    const later = new Date(Date.now() + 60_000)
    utimesSync(home.path('.gemini/.env'), later, later)
    const found = await findingOf(home, 'running-sessions')
    expect(found).toMatchObject({ severity: 'warn', cause: { en: expect.stringMatching(/Gemini CLI was started before/) } })
    expect(found.evidence.map(({ text }) => text.en)).toContain(`Gemini CLI: pid ${session.pid}`)
  })
  it('reads the table of mounts', () => {
    const table =
      '/dev/sda / ext4 rw 0 0\nsrv:/home /home nfs4 rw 0 0\n//srv/x /my\\040disk cifs rw 0 0\n/dev/sdb /home/ada/local ext4 rw 0 0\n'
    expect(networkMount(table, ['/root'])).toBeUndefined()
    expect(networkMount(table, ['/homes/ada'])).toBeUndefined()
    expect(networkMount(table, ['/home/ada'])).toBe('nfs4')
    expect(networkMount(table, ['/home/ada/local/x'])).toBeUndefined()
    expect(networkMount(table, ['/root', '/my disk/switchyard'])).toBe('cifs')
  })
  it('tells tools from other programs by their arguments, and keeps none of them', () => {
    const listing = [
      ' 10    01:00 claude -p secret',
      ' 11 1-00:00:00 node /usr/lib/node_modules/@google/gemini-cli/dist/index.js',
      ' 12 02:00:00 /usr/bin/codex app-server --listen',
      ' 13 00:05 vim claude.md',
    ].join('\n')
    const found = parseProcesses(listing, 1_000_000_000, adapters)
    expect(found).toEqual([
      { pid: 10, tool: 'claude', started: 1_000_000_000 - 60_000, daemon: false },
      { pid: 11, tool: 'gemini', started: 1_000_000_000 - 86_400_000, daemon: false },
      { pid: 12, tool: 'codex', started: 1_000_000_000 - 7_200_000, daemon: true },
    ])
  })
  it('reads variables from the Windows registry', () => {
    const listing = '\r\nHKEY_CURRENT_USER\\Environment\r\n    Path    REG_EXPAND_SZ    C:\\x\r\n    Gemini_Api_Key    REG_SZ    abc\r\n'
    expect(parseRegistry(listing, 'HKCU\\Environment', ['GEMINI_API_KEY'])).toMatchObject([
      { name: 'GEMINI_API_KEY', value: 'abc', whole: false },
    ])
  })
})

describe("a tool's own doctor", () => {
  it('is read whatever the shape of its JSON', () => {
    const output =
      'notice\n{"checks":[{"name":"auth","status":"ok"},{"id":"network","status":"fail","message":"no route"}],"overallStatus":"fail"}'
    expect(readOwnDoctor(output)).toEqual([{ title: 'network', detail: 'no route' }])
    const codex = (category: string) =>
      `WARNING: proceeding [/tmp]\n{"checks":{"a.b":{"id":"a.b","category":"${category}","status":"warning","summary":"s","remediation":"do it"}}}`
    expect(readOwnDoctor(codex('auth'), ['updates'])).toEqual([{ title: 'a.b', detail: 's → do it' }])
    expect(readOwnDoctor(codex('updates'), ['updates'])).toEqual([])
    expect(readOwnDoctor('no json')).toBeUndefined()
    expect(readOwnDoctor('{"checks":[]}')).toEqual([])
  })
})
