import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { stripVTControlCharacters } from 'node:util'
import { expect, type TestContext } from 'vitest'
import type { Severity } from '../../../shared/model/finding'
import type { FakeRelay } from '../../support/fake-relay'
import { type Lab, type LabProxy, startLab, type TlsKind } from '../../support/lab'
import { binFolder, toolCommand } from '../install'
import { type ProcessRun, runProcess } from '../process'
import { createTempHome, type TempHome } from '../temp-home'
import type { RealTool } from '../tools'
import { ownEtc } from './own-etc'

const program = process.env.SWITCHYARD_PROGRAM ?? fileURLToPath(new URL('../../../out/cli/switchyard.js', import.meta.url))

export const KEY = 'sk-real-0123456789abcdef0123'
export const STALE = 'sk-stale-0123456789abcdef999'
export const MODELS = { claude: 'claude-real', codex: 'gpt-real', gemini: 'gemini-real' } as const

/** A finding as `doctor --json` prints it. */
export interface Printed {
  readonly check: string
  readonly title: string
  readonly severity: Severity
  readonly cause?: string
  readonly cure?: string
}

/** For a provider's table of config.toml. */
export const noRetries = 'request_max_retries = 0\nstream_max_retries = 0'

export interface SetupOptions {
  /** The key of the profile; default: the one that the relay takes. */
  readonly key?: string
  readonly model?: string
  /** Another base URL than the relay's. */
  readonly url?: string
  readonly tls?: TlsKind
  /** Files of the machine, by path below /etc, that tool and doctor find there. */
  readonly etc?: Readonly<Record<string, string>>
}

/** One tool in a home of its own, switched by the built command to a relay of its own. */
export interface Setup {
  readonly tool: RealTool
  readonly place: TempHome
  readonly relay: FakeRelay
  readonly lab: Lab
  /** Variables that the next runs of tool and doctor see; undefined takes one away. */
  readonly env: Record<string, string | undefined>
  path(name: string): string
  put(name: string, content: string): void
  change(name: string, edit: (content: string) => string): void
  switchyard(...args: readonly string[]): Promise<ProcessRun>
  /** Every finding of a whole run in the folder that the tool is started in. */
  doctor(...args: readonly string[]): Promise<ReadonlyMap<string, Printed>>
  /** Runs the tool itself with one prompt. Codex never ends when it waits for a network, so that its limit is short. */
  run(timeoutMs?: number): Promise<ProcessRun>
  /** Opens the tool in a terminal of its own for a while; what it draws comes back as words. */
  open(timeoutMs: number): Promise<ProcessRun>
}

/** Takes what would leave the machine: no test may reach a vendor. */
let nowhere: LabProxy | undefined
const outside = startLab()
export const closeOutside = (): Promise<void> => outside.close()

/** @param finished the test's own hook: tests run side by side, so that the common one would belong to another */
export async function setUp(tool: RealTool, finished: TestContext['onTestFinished'], options: SetupOptions = {}): Promise<Setup> {
  nowhere ??= await outside.httpProxy({ fault: 'forbids' })
  const lab = startLab()
  const place = createTempHome()
  const etc = options.etc === undefined ? undefined : ownEtc(options.etc)
  finished(async () => {
    place.remove()
    etc?.remove()
    await lab.close()
  })
  const relayOptions = { keys: [KEY], models: Object.values(MODELS), answer: 'pong' }
  const relay = options.tls === undefined ? await lab.relay(relayOptions) : await lab.tlsRelay(options.tls, relayOptions)
  const env: Record<string, string | undefined> = {
    PATH: [binFolder(tool), dirname(process.execPath), '/usr/bin', '/bin'].join(delimiter),
    HOME: place.home,
    SHELL: '/bin/bash',
    TERM: 'dumb',
    LANG: 'C.UTF-8',
    NO_PROXY: '127.0.0.1,localhost',
    HTTPS_PROXY: nowhere.url,
    HTTP_PROXY: nowhere.url,
    SWITCHYARD_HOME: place.data,
  }
  const run = (program: string, words: readonly string[], more: Record<string, string>, timeoutMs: number) => {
    const [command, ...args] = etc?.wrap(program, words) ?? [program, ...words]
    return runProcess(command, args, { cwd: place.scratch, env: { ...given(env), ...more }, timeoutMs })
  }
  const path = (name: string) => join(place.home, name)
  const put = (name: string, content: string) => {
    mkdirSync(dirname(path(name)), { recursive: true })
    writeFileSync(path(name), content)
    chmodSync(path(name), 0o600)
  }
  const switchyard: Setup['switchyard'] = (...args) => run(process.execPath, [program, ...args], { ADD_KEY: options.key ?? KEY }, 120_000)
  const setup: Setup = {
    tool,
    place,
    relay,
    lab,
    env,
    path,
    put,
    change: (name, edit) => put(name, edit(readFileSync(path(name), 'utf8'))),
    switchyard,
    async doctor(...args) {
      const { stdout, stderr } = await switchyard('doctor', '--json', '--tools', tool.id, '--folder', place.scratch, ...args)
      expect(stderr).toBe('')
      for (const key of [KEY, STALE, options.key ?? KEY]) expect(stdout).not.toContain(key)
      const { findings } = JSON.parse(stdout) as { findings: readonly Printed[] }
      return new Map(findings.map((finding) => [finding.check, finding]))
    },
    run: (timeoutMs = 60_000) => {
      const [command, ...lead] = toolCommand(tool)
      return run(command, [...lead, ...tool.args('Answer with one word.')], { CLAUDE_CODE_MAX_RETRIES: '1' }, timeoutMs)
    },
    async open(timeoutMs) {
      const command = toolCommand(tool).join(' ')
      const drawn = await run('script', ['-qfec', command, '/dev/null'], { TERM: 'xterm-256color', COLUMNS: '120', LINES: '40' }, timeoutMs)
      return { ...drawn, stdout: stripVTControlCharacters(drawn.stdout.replaceAll('\u001b', ' \u001b')).replace(/\s+/g, ' ') }
    },
  }
  const url = options.url ?? relay.url
  const which = ['--tools', tool.id, '--model', `${tool.id}=${options.model ?? MODELS[tool.id]}`]
  for (const args of [
    ['add', 'Real', '--url', url, '--key-env', 'ADD_KEY', ...which],
    ['use', 'Real'],
  ])
    expect(await switchyard(...args), args.join(' ')).toMatchObject({ code: 0 })
  // Codex tries an error up to 30 times; its text is the same after the first.
  if (tool.id === 'codex') setup.change('.codex/config.toml', (content) => content.replace(/^wire_api = .*$/m, `$&\n${noRetries}`))
  // Gemini CLI reads the user's .env only in a trusted folder.
  if (tool.id === 'gemini') put('.gemini/trustedFolders.json', JSON.stringify({ [place.scratch]: 'TRUST_FOLDER' }))
  return setup
}

const given = (env: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined))
