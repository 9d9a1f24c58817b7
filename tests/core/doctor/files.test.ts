import { chmodSync } from 'node:fs'
import { checkSuite, STRAY_KEY } from '../../support/check-suite'
import type { TempHome } from '../../support/temp-home'

const claude = '.claude/settings.json'
const change = (home: TempHome, file: string, edit: (content: string) => string) => home.write(file, edit(home.read(file)))

checkSuite({
  id: 'config-folder',
  healthy: 'skip',
  broken: [
    {
      name: 'tells of a CODEX_HOME that is set in new terminals only',
      break: (home) => home.write('.profile', 'export CODEX_HOME=/nowhere/codex\n'),
      severity: 'warn',
      cause: /CODEX_HOME is not the same here and in a new terminal/,
    },
  ],
})

checkSuite({
  id: 'config-misplaced',
  broken: [
    {
      name: 'finds settings of Claude Code where it does not look',
      break: (home) => home.write('.config/claude/settings.json', '{"env":{"ANTHROPIC_BASE_URL":"https://r.example"}}'),
      severity: 'warn',
      cause: /does not read .*\.config\/claude\/settings\.json/,
    },
    {
      name: 'finds settings.local.json in the home, which is read in projects only',
      break: (home) => home.write('.claude/settings.local.json', `{"env":{"ANTHROPIC_AUTH_TOKEN":"${STRAY_KEY}"}}`),
      severity: 'warn',
      cause: /settings\.local\.json/,
    },
  ],
})

checkSuite({
  id: 'config-parses',
  broken: [
    {
      name: 'mends a trailing comma that voids settings.json',
      break: (home) => change(home, claude, (content) => content.replace(/\n\}\s*$/, ',\n}\n')),
      severity: 'fail',
      cause: /Claude Code cannot read .*settings\.json/,
      mends: true,
    },
    {
      name: 'mends a comment in settings.json',
      break: (home) => change(home, claude, (content) => content.replace('{', '{\n  // my relay\n')),
      severity: 'fail',
      cause: /nothing in it is in effect/,
      mends: true,
    },
    {
      name: 'takes a byte order mark off that Gemini CLI does not read',
      break: (home) => home.write('.gemini/settings.json', `\uFEFF${home.read('.gemini/settings.json')}`),
      severity: 'fail',
      cause: /Gemini CLI cannot read/,
      mends: true,
    },
    {
      name: 'leaves a file alone that it cannot mend',
      break: (home) => home.write('.codex/config.toml', 'model = "a\n'),
      severity: 'fail',
      cause: /Codex cannot read/,
    },
  ],
})

checkSuite({
  id: 'config-permissions',
  broken: [
    {
      name: 'tells of a file that its owner may not read',
      break: (home) => chmodSync(home.path('.codex/config.toml'), 0o000),
      severity: 'fail',
      cause: /Codex may not read/,
    },
    {
      name: 'tells of a read-only file',
      break: (home) => chmodSync(home.path('.codex/config.toml'), 0o400),
      severity: 'warn',
      cause: /read-only/,
    },
  ],
})

checkSuite({
  id: 'secrets-private',
  broken: [
    {
      name: 'narrows a file with a key that others can read',
      break: (home) => chmodSync(home.path('.codex/config.toml'), 0o644),
      severity: 'warn',
      cause: /Other users of this machine can read/,
      mends: true,
    },
  ],
})
