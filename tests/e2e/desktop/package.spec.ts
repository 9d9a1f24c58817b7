import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from './fixtures'

const project = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..')

/** In the order of the wire: https://github.com/electron/fuses, FuseV1Options. */
const fuseNames = [
  'runAsNode',
  'enableCookieEncryption',
  'enableNodeOptionsEnvironmentVariable',
  'enableNodeCliInspectArguments',
  'enableEmbeddedAsarIntegrityValidation',
  'onlyLoadAppFromAsar',
  'loadBrowserProcessSpecificV8Snapshot',
  'grantFileProtocolExtraPrivileges',
] as const

/** Reads the fuses that stand in a program: behind a sentinel a version, a length, then `0` or `1` each. */
function fusesOf(file: string): Readonly<Record<string, boolean>> {
  const program = readFileSync(file)
  const at = program.indexOf('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX')
  expect(at).toBeGreaterThan(0)
  const wire = program.subarray(at + 34, at + 34 + (program[at + 33] ?? 0)).toString()
  return Object.fromEntries(fuseNames.map((name, index) => [name, wire[index] === '1']))
}

test('a package has its fuses set, and runs the terminal shell and nothing else as a command', async ({ home }) => {
  test.skip(process.platform !== 'linux', 'packages of other systems are made there')
  test.setTimeout(180_000)
  const output = mkdtempSync(path.join(tmpdir(), 'switchyard-package-'))
  try {
    const electron = createRequire(import.meta.url)('electron') as unknown as string
    const builder = path.join(project, 'node_modules/.bin/electron-builder')
    const wishes = [`-c.electronDist=${path.dirname(electron)}`, `-c.directories.output=${output}`]
    execFileSync(builder, ['--linux', 'dir', ...wishes], { cwd: project, stdio: 'pipe' })
    const app = path.join(output, 'linux-unpacked/switchyard-desktop')
    expect(fusesOf(app)).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
    })
    const root = process.getuid?.() === 0 ? ['--no-sandbox'] : []
    const ask = (env: Readonly<Record<string, string>>) =>
      spawnSync(app, [...root, '--cli', 'list', '--json'], { env: { ...home.env, ...env }, encoding: 'utf8' })
    expect(ask({})).toMatchObject({ status: 0, stdout: expect.stringContaining('"official"') })
    // With the fuse in, this variable would make it a Node that runs anything.
    expect(ask({ ELECTRON_RUN_AS_NODE: '1' })).toMatchObject({ status: 0, stdout: expect.stringContaining('"official"') })
    const injected = ask({ NODE_OPTIONS: `--require ${path.join(home.folder, 'nothing.cjs')}` })
    expect(injected).toMatchObject({ status: 0, stdout: expect.stringContaining('"official"') })
  } finally {
    rmSync(output, { recursive: true, force: true })
  }
})
