import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, type Home, test } from './fixtures'

const project = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..')

const hasKeyring =
  process.env.SWITCHYARD_TEST_KEYRING === '1' ||
  ['dbus-run-session', 'gnome-keyring-daemon'].every((program) => spawnSync('which', [program]).status === 0)

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

/** What protects the keys once the packaged program was asked to use a real keychain; an error's text where it could not. */
function keychainOf(app: string, root: readonly string[], home: Home): string {
  const quoted = [app, ...root, '--cli', 'vault', 'protect', 'keychain', '--json'].map((word) => `'${word}'`).join(' ')
  const line = `printf pass | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1; ${quoted}`
  const { stdout, stderr } = spawnSync('dbus-run-session', ['--', 'sh', '-c', line], { env: { ...home.env }, encoding: 'utf8' })
  try {
    return (JSON.parse(stdout) as { protection: string }).protection
  } catch {
    return `${stdout}${stderr}`
  }
}

test('a package has its fuses set, and runs the terminal shell and nothing else as a command, with the keychain', async ({ home }) => {
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
    const natives = readdirSync(path.join(output, 'linux-unpacked/resources/app.asar.unpacked'), { recursive: true, encoding: 'utf8' })
    expect(natives.filter((name) => /@napi-rs\/keyring-linux-[^/]+\/[^/]+\.node$/.test(name))).not.toEqual([])
    if (hasKeyring) expect(keychainOf(app, root, home)).toBe('keychain')
  } finally {
    rmSync(output, { recursive: true, force: true })
  }
})
