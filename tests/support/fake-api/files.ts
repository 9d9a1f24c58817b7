import { createTwoFilesPatch } from 'diff'
import type { FileDiff } from '../../../shared/model/switch'
import { maskKey } from './derive'

/** What a tool's files hold, as far as the fake cares: undefined means no relay. */
export interface Live {
  readonly baseUrl: string
  readonly key: string
  readonly model?: string
}

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`

const renderers: Readonly<Record<string, (live?: Live) => Readonly<Record<string, string>>>> = {
  claude: (live) => ({
    '/home/ada/.claude/settings.json': json({
      theme: 'dark',
      permissions: { allow: ['Bash(npm test:*)'] },
      ...(live && {
        env: {
          ANTHROPIC_BASE_URL: live.baseUrl,
          ANTHROPIC_AUTH_TOKEN: maskKey(live.key),
          ANTHROPIC_API_KEY: '',
          ...(live.model && { ANTHROPIC_MODEL: live.model }),
        },
      }),
    }),
  }),
  codex: (live) => ({
    '/home/ada/.codex/config.toml': [
      ...(live ? [...(live.model ? [`model = "${live.model}"`] : []), 'model_provider = "switchyard"'] : []),
      '# my own notes stay',
      'approval_policy = "on-request"',
      '',
      '[tui]',
      'theme = "dark"',
      ...(live
        ? [
            '',
            '[model_providers.switchyard]',
            'name = "Switchyard"',
            `base_url = "${live.baseUrl}"`,
            'wire_api = "responses"',
            `experimental_bearer_token = "${maskKey(live.key)}"`,
          ]
        : []),
      '',
    ].join('\n'),
  }),
  gemini: (live) => ({
    '/home/ada/.gemini/.env': live
      ? [
          `GEMINI_API_KEY='${maskKey(live.key)}'`,
          `GOOGLE_GEMINI_BASE_URL='${live.baseUrl}'`,
          ...(live.model ? [`GEMINI_MODEL='${live.model}'`] : []),
          '',
        ].join('\n')
      : '',
    '/home/ada/.gemini/settings.json': json({
      ui: { theme: 'GitHub' },
      ...(live && { security: { auth: { selectedType: 'gemini-api-key' } } }),
    }),
  }),
}

/** The diffs that lead from one state of a tool's files to another. */
export function fakeDiffs(tool: string, from: Live | undefined, to: Live | undefined): FileDiff[] {
  const render = renderers[tool]
  if (!render) return []
  const before = render(from)
  return Object.entries(render(to)).flatMap(([path, after]) => {
    const old = before[path] ?? ''
    if (old === after) return []
    const change = old === '' ? 'create' : after === '' ? 'delete' : 'modify'
    const patch = createTwoFilesPatch(path, path, old, after, undefined, undefined, { context: 3 })
    return [{ path, change, diff: patch.slice(patch.indexOf('---')) }]
  })
}
