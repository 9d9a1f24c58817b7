import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { serializeStore } from '../../electron/core/store-format'
import type { Profile } from '../../shared/model/profile'

/** A home with ordinary settings of all three tools and a number of profiles, the first two named `first` and `second`. */
export interface BenchHome {
  readonly home: string
  readonly env: NodeJS.ProcessEnv
  remove(): void
}

const profile = (name: string, index: number): Profile => ({
  id: `${name}-${String(index).padStart(6, '0')}`,
  name,
  relay: {
    url: `https://${name}.example`,
    key: `sk-${name}-${'k'.repeat(32)}${index}`,
    website: 'https://relay.example',
    notes: 'A note of ordinary length.',
  },
  tools: Object.fromEntries(
    ['claude', 'codex', 'gemini'].map((tool) => [tool, { enabled: true, models: { main: `${name}-${tool}` }, options: {}, extra: {} }]),
  ),
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
})

const CLAUDE = JSON.stringify(
  { model: 'opus', permissions: { allow: ['Bash(ls:*)'], deny: [] }, env: { EDITOR: 'vi' }, theme: 'dark' },
  null,
  2,
)
const CODEX = `# my settings\nmodel = "gpt-5.5"  # mine\napproval_policy = "on-request"\n\n[projects."/home/me/one"]\ntrust_level = "trusted"\n\n[tui]\ntheme = "dark"\n`
const GEMINI = '{\n  // my theme\n  "ui": { "theme": "GitHub" }\n}\n'

export function benchHome(profiles: number, settings: string = CLAUDE): BenchHome {
  const home = mkdtempSync(path.join(tmpdir(), 'sy-bench-'))
  const data = path.join(home, 'data')
  for (const folder of [data, ...['.claude', '.codex', '.gemini'].map((name) => path.join(home, name))]) mkdirSync(folder, { mode: 0o700 })
  const write = (name: string, content: string) => writeFileSync(path.join(home, name), content, { mode: 0o600 })
  write('.claude/settings.json', settings)
  write('.claude.json', '{"hasCompletedOnboarding":true,"numStartups":4}')
  write('.codex/config.toml', CODEX)
  write('.gemini/settings.json', GEMINI)
  const names = Array.from({ length: profiles }, (_, index) =>
    index === profiles - 2 ? 'first' : index === profiles - 1 ? 'second' : `relay${index}`,
  )
  write('data/profiles.json', serializeStore({ version: 1, profiles: names.map(profile) }))
  const { NODE_EXTRA_CA_CERTS: _, ...clean } = process.env
  return {
    home,
    env: { ...clean, HOME: home, USERPROFILE: home, SWITCHYARD_HOME: data, LANG: 'C' },
    remove: () => rmSync(home, { recursive: true, force: true }),
  }
}

/** A settings file of about this many bytes, as a tool with many projects has it. */
export function largeSettings(bytes: number): string {
  const projects: Record<string, unknown> = {}
  for (let index = 0; JSON.stringify(projects).length < bytes * 0.72; index += 50) {
    for (let at = index; at < index + 50; at++)
      projects[`/home/me/project-${at}`] = {
        allowedTools: ['Bash', 'Edit'],
        history: [`prompt ${at}`, 'x'.repeat(120)],
        trusted: at % 2 === 0,
      }
  }
  return JSON.stringify({ env: { EDITOR: 'vi' }, projects }, null, 2)
}
