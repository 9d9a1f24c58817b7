import type { FileDiff, Problem } from '../../../shared/model/switch'
import { text } from '../../../shared/model/text'

/** A name that no design has room for. */
export const longName = 'A very long profile name that somebody typed to see whether anything at all breaks when it does not fit'
export const longPath = `/home/ada/${'a-folder-with-a-long-name/'.repeat(6)}settings.json`

export const problem: Problem = {
  code: 'file-syntax',
  kind: 'refused',
  message: text('settings.json is not valid JSON.', 'settings.json 不是有效的 JSON。'),
  hint: text('Remove the comma before the closing brace, then try again.', '请删除右花括号前的逗号，然后重试。'),
  file: '/home/ada/.claude/settings.json',
  line: 12,
  column: 3,
}

const lines = [
  ' {',
  '   "env": {',
  '-    "ANTHROPIC_BASE_URL": "https://api.northline.example",',
  '-    "ANTHROPIC_AUTH_TOKEN": "sk-…5577",',
  '+    "ANTHROPIC_BASE_URL": "https://relay.harbor.example/openai",',
  '+    "ANTHROPIC_AUTH_TOKEN": "sk-…93be",',
  '+    "ANTHROPIC_MODEL": "claude-opus-5-5",',
  ...Array.from({ length: 20 }, (_, at) => `     "OTHER_${at}": ${at},`),
  '-    "注释": true',
  '+    "注释": false',
  '   }',
]
export const json: FileDiff = {
  path: '/home/ada/.claude/settings.json',
  change: 'modify',
  diff: ['--- a', '+++ b', '@@ -1,27 +1,28 @@', ...lines, '@@ -80,2 +81,2 @@', '-  "x": 1', '+  "x": 2', ' }', ''].join('\n'),
}
export const toml: FileDiff = {
  path: longPath.replace('.json', '.toml'),
  change: 'create',
  diff: [
    '--- /dev/null',
    '+++ b',
    '@@ -0,0 +1,4 @@',
    '+# my own notes stay',
    '+[model_providers.switchyard]',
    '+name = "Switchyard"',
    '+retries = 4',
    '',
  ].join('\n'),
}
export const dotenv: FileDiff = {
  path: '/home/ada/.gemini/.env',
  change: 'delete',
  diff: ['--- a', '+++ /dev/null', '@@ -1,2 +0,0 @@', '-# of an older relay', "-GEMINI_API_KEY='sk-…0001'", ''].join('\n'),
}
