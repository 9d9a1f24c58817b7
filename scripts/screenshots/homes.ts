import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Settings } from '../../shared/model/settings'
import { KEY } from './relays'

export const cli = path.resolve(import.meta.dirname, '../../out/cli/switchyard.js')

/** A home of its own. No real key is near it. */
export interface Home {
  readonly env: NodeJS.ProcessEnv
  /** Writes the settings, as another window would. */
  set(settings: Partial<Settings>): void
  remove(): void
}

/** The same name in every run where it is free: it is seen in the pictures. */
function emptyFolder(): string {
  const folder = path.join(tmpdir(), 'ada')
  if (existsSync(folder)) return mkdtempSync(`${folder}-`)
  mkdirSync(folder)
  return folder
}

const packages = {
  claude: { name: '@anthropic-ai/claude-code', version: '2.1.330' },
  codex: { name: '@openai/codex', version: '0.160.0' },
  gemini: { name: '@google/gemini-cli', version: '0.61.0' },
} as const

/** The three tools, as far as a look at the files tells. */
function install(bin: string): void {
  for (const [command, { name, version }] of Object.entries(packages)) {
    const folder = path.join(bin, 'node_modules', name)
    mkdirSync(folder, { recursive: true })
    writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ name, version }))
    writeFileSync(path.join(bin, command), '#!/bin/sh\n', { mode: 0o755 })
  }
}

function makeHome(language: 'en' | 'zh'): Home & { file(name: string): string } {
  const home = emptyFolder()
  const data = path.join(home, '.config/Switchyard')
  mkdirSync(data, { recursive: true, mode: 0o700 })
  for (const folder of ['.codex', '.claude']) mkdirSync(path.join(home, folder))
  const bin = path.join(home, '.local/bin')
  install(bin)
  const made = {
    env: {
      PATH: [bin, process.env.PATH].join(path.delimiter),
      HOME: home,
      SWITCHYARD_HOME: data,
      LANG: language === 'zh' ? 'zh_CN.UTF-8' : 'C',
      DEMO_KEY: KEY,
    },
    file: (name: string) => path.join(home, name),
    set: (settings: Partial<Settings>) =>
      writeFileSync(path.join(data, 'settings.json'), JSON.stringify({ language, ...settings }), { mode: 0o600 }),
    remove: () => rmSync(home, { recursive: true, force: true, maxRetries: 3 }),
  }
  made.set({})
  return made
}

/** A home where one tool uses a relay already, and Switchyard has no profile. */
export function newHome(language: 'en' | 'zh'): Home {
  const home = makeHome(language)
  const used = { env: { ANTHROPIC_BASE_URL: 'https://old-relay.example', ANTHROPIC_AUTH_TOKEN: 'sk-demo-000000000000' } }
  writeFileSync(home.file('.claude/settings.json'), JSON.stringify(used))
  return home
}

/** A home as someone has it after a week: three relays, one value changed by hand, a few switches. */
export function usedHome(language: 'en' | 'zh'): Home {
  const home = makeHome(language)
  const codex = home.file('.codex/config.toml')
  writeFileSync(codex, '# my settings\nmodel = "gpt-5.5"  # mine\napproval_policy = "on-request"\n\n[tui]\ntheme = "dark"\n')
  const run = (...args: readonly string[]) =>
    execFileSync(process.execPath, [cli, ...args], { env: home.env, stdio: ['ignore', 'ignore', 'pipe'] })
  const add = (name: string, url: string, models: readonly string[], ...more: readonly string[]) =>
    run('add', name, '--url', url, '--key-env', 'DEMO_KEY', ...models.flatMap((model) => ['--model', model]), ...more)
  add('3xCoder', 'https://api.3xcoder.com/v1', ['claude=claude-sonnet-4-20250514', 'codex=gpt-4o', 'gemini=gemini-2.5-pro'])
  add(
    'Work relay',
    'https://relay.acme.example/ai',
    ['claude=claude-opus-5-5', 'codex=gpt-6-sol', 'gemini=gemini-3.8-flash'],
    '--tag',
    'work',
  )
  add('Home lab', 'http://192.168.1.20:8080', ['codex=qwen3-coder'], '--tag', 'home')
  run('use', '3xCoder')
  run('use', 'Work relay', '--tools', 'gemini')
  writeFileSync(codex, readFileSync(codex, 'utf8').replace('"gpt-4o"', '"gpt-6-sol"'))
  return home
}
