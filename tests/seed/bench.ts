import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, onTestFinished } from 'vitest'
import type { Severity } from '../../shared/model/finding'
import { openTerminal, type Terminal } from '../cli/terminal'
import { type FakeRelay, startFakeRelay } from '../support/fake-relay'

export const KEY = 'sk-bench-0123456789abcdefghij'
export const MODELS = ['claude-opus-4-5', 'gpt-5-codex', 'gemini-2.5-pro']

/** A finding as `doctor --json` prints it: texts in English. */
export interface Printed {
  readonly check: string
  readonly severity: Severity
  readonly cause?: string
  readonly cure?: string
  readonly fixable: boolean
  readonly evidence: readonly { readonly text: string; readonly file?: string; readonly line?: number }[]
}
export interface PrintedReport {
  readonly findings: readonly Printed[]
  readonly counts: Readonly<Record<Severity, number>>
  readonly ms: number
}

/** A sandbox home, the built terminal program, and a relay of our own. */
export interface Bench {
  readonly terminal: Terminal
  readonly relay: FakeRelay
  read(name: string): string
  /** Writes a file of mode 0600. */
  put(name: string, content: string): void
  change(name: string, edit: (content: string) => string): void
  /** Runs `doctor --json`. The exit code must be 1 exactly when a check failed. */
  doctor(...args: readonly string[]): Promise<PrintedReport>
  finding(id: string, ...args: readonly string[]): Promise<Printed>
}

export async function bench(
  options: {
    readonly relay?: FakeRelay
    readonly gapMs?: number
    readonly url?: string
    readonly key?: string
    readonly models?: Readonly<Record<string, string>>
  } = {},
): Promise<Bench> {
  const terminal = openTerminal()
  const relay =
    options.relay ??
    (await startFakeRelay({
      keys: [KEY],
      models: MODELS,
      gapMs: options.gapMs ?? 1,
      answer: 'one two three four five six seven eight nine ten',
    }))
  onTestFinished(() => relay.close())
  const models = { claude: 'claude-opus-4-5', codex: 'gpt-5-codex', gemini: 'gemini-2.5-pro', ...options.models }
  const args = Object.entries(models).flatMap(([tool, model]) => ['--model', `${tool}=${model}`])
  const added = await terminal.run(['add', 'Bench', '--url', options.url ?? relay.url, '--key-stdin', ...args], {
    input: `${options.key ?? KEY}\n`,
  })
  expect(added.code, added.stderr).toBe(0)
  const used = await terminal.run(['use', 'Bench'])
  expect(used.code, used.stderr).toBe(0)
  const put: Bench['put'] = (name, content) => {
    mkdirSync(path.dirname(terminal.path(name)), { recursive: true })
    writeFileSync(terminal.path(name), content)
    chmodSync(terminal.path(name), 0o600)
  }
  const read: Bench['read'] = (name) => readFileSync(terminal.path(name), 'utf8')
  const doctor: Bench['doctor'] = async (...more) => {
    const { code, stdout, stderr } = await terminal.run(['doctor', '--json', ...more])
    expect(stderr).toBe('')
    for (const secret of [KEY, options.key ?? KEY]) expect(stdout).not.toContain(secret)
    const report = JSON.parse(stdout) as PrintedReport
    expect(code, stdout.slice(0, 2000)).toBe(report.counts.fail > 0 ? 1 : 0)
    return report
  }
  return {
    terminal,
    relay,
    read,
    put,
    change: (name, edit) => put(name, edit(read(name))),
    doctor,
    async finding(id, ...more) {
      const found = (await doctor('--only', id, ...more)).findings[0]
      if (found === undefined) throw new Error(`no finding ${id}`)
      return found
    },
  }
}

/** What a person needs: the cause and the cure, in words. */
export const told = (cause: RegExp, cure: RegExp, severity: Severity = 'fail') => ({
  severity,
  cause: expect.stringMatching(cause),
  cure: expect.stringMatching(cure),
})
