import { expect } from 'vitest'
import type { CasesOf } from './case'
import { KEY, noRetries } from './setup'

/** What an administrator sets for the whole machine, over everything of the user's. */
export const managedCases: CasesOf = {
  claude: [
    {
      name: 'managed settings of the machine, in the part that wins',
      options: {
        etc: {
          'claude-code/managed-settings.json': '{"env":{"ANTHROPIC_MODEL":"of-base"}}',
          'claude-code/managed-settings.d/10-a.json': '{"env":{"ANTHROPIC_MODEL":"of-ten"}}',
          'claude-code/managed-settings.d/9-b.json': '{"env":{"ANTHROPIC_MODEL":"of-nine"}}',
          'claude-code/managed-settings.d/.99.json': '{"env":{"ANTHROPIC_MODEL":"of-hidden"}}',
        },
      },
      finds: { 'why-ignored': /the model comes from managed settings of this machine, added part \(ANTHROPIC_MODEL\)/ },
      did: {
        code: 1,
        says: /issue with the selected model \(of-nine\)/,
        statuses: [404],
        asked: (prompts) => expect(prompts[0]?.model).toBe('of-nine'),
      },
    },
  ],
  codex: [
    {
      name: 'a provider that requirements.toml demands',
      options: { etc: { 'codex/requirements.toml': 'model_provider = "theirs"\nmodel = "not-read"\n' } },
      break: ({ change, relay }) =>
        change(
          '.codex/config.toml',
          (content) =>
            `${content}\n[model_providers.theirs]\nname = "Theirs"\nbase_url = "${relay.url}/theirs/v1"\nexperimental_bearer_token = "${KEY}"\n${noRetries}\n`,
        ),
      finds: { 'why-ignored': /the base URL comes from your config\.toml \(model_providers\.theirs\.base_url\)/ },
      did: {
        code: 1,
        says: /404 Not Found/,
        statuses: [404],
        asked: (prompts) => expect(prompts[0]).toMatchObject({ path: '/theirs/v1/responses', model: 'gpt-real' }),
      },
    },
    {
      name: 'a model in managed_config.toml',
      options: { etc: { 'codex/managed_config.toml': 'model = "of-managed"\n' } },
      finds: { 'why-ignored': /the model comes from managed settings of this machine \(model\)/ },
      did: { code: 1, says: /of-managed/, statuses: [404], asked: (prompts) => expect(prompts[0]?.model).toBe('of-managed') },
    },
  ],
  gemini: [
    {
      name: 'a login that the settings of the machine demand',
      options: { etc: { 'gemini-cli/settings.json': '{"security":{"auth":{"selectedType":"oauth-personal"}}}' } },
      finds: { 'gemini-auth-type': /Settings of this machine: Gemini CLI logs in by “oauth-personal”/ },
      did: { says: /./, statuses: [] },
      limit: 20_000,
    },
    {
      name: 'settings of the machine that others may write, which it skips',
      break({ put, path, env }) {
        put('system.json', '{"security":{"auth":{"selectedType":"oauth-personal"}}}')
        env.GEMINI_CLI_SYSTEM_SETTINGS_PATH = path('system.json')
      },
      ok: ['gemini-auth-type'],
      finds: { 'gemini-system-settings': /does not read .*system\.json/ },
      did: { code: 0, says: /pong/, statuses: [200] },
    },
  ],
}
