import { expect } from 'vitest'
import type { CasesOf } from './case'
import { KEY, MODELS, STALE } from './setup'

/** How a tool asks: what it sends besides or before the request that is answered. The tool works, so that only the doctor tells. */
export const requestCases: CasesOf = {
  claude: [
    {
      name: 'a stale key among the further headers of the shell',
      break: ({ env }) => {
        env.ANTHROPIC_CUSTOM_HEADERS = `X-Team: a\nx-api-key: ${STALE}`
      },
      finds: { 'claude-custom-headers': /holds a key in x-api-key/ },
      did: {
        code: 1,
        says: /Not logged in/,
        statuses: [401],
        asked: (prompts) => expect(prompts[0]?.credentials.map(({ key }) => key).sort()).toEqual([KEY, STALE].sort()),
      },
      explained: 'relay-key',
    },
    {
      name: 'a stale key among further headers that settings.json hides',
      async break({ env, switchyard }) {
        env.ANTHROPIC_CUSTOM_HEADERS = `x-api-key: ${STALE}`
        expect(await switchyard('doctor', '--offline', '--fix', 'claude-custom-headers')).toMatchObject({ code: 0 })
      },
      ok: ['claude-custom-headers'],
      finds: {},
      did: {
        code: 0,
        says: /pong/,
        statuses: [200],
        asked: (prompts) => expect(prompts[0]?.credentials.map(({ key }) => key)).toEqual([KEY]),
      },
    },
  ],
  codex: [
    {
      name: 'a relay in openai_base_url, where Codex tries a WebSocket first',
      async break({ switchyard, put, relay }) {
        await switchyard('restore')
        put('.codex/config.toml', `model = "${MODELS.codex}"\nopenai_base_url = "${relay.url}/v1"\n`)
        put('.codex/auth.json', JSON.stringify({ OPENAI_API_KEY: KEY }))
      },
      finds: { 'codex-websocket': /tries a WebSocket before/ },
      did: {
        code: 0,
        says: /pong/,
        statuses: [200],
        asked: (_prompts, { relay }) => expect(relay.requests.map(({ method, status }) => [method, status])).toContainEqual(['GET', 426]),
      },
    },
    {
      name: 'a relay in a provider of its own, where Codex tries none',
      ok: ['codex-websocket'],
      finds: {},
      did: {
        code: 0,
        says: /pong/,
        statuses: [200],
        asked: (_prompts, { relay }) => expect(relay.requests.map(({ status }) => status)).not.toContain(426),
      },
    },
  ],
  gemini: [
    {
      name: 'a stale key among the further headers',
      break: ({ change }) =>
        change('.gemini/.env', (content) => `${content}GEMINI_CLI_CUSTOM_HEADERS='X-Team: a, x-goog-api-key: ${STALE}'\n`),
      finds: { 'gemini-changed-requests': /send a key of its own in x-goog-api-key/ },
      did: {
        code: 1,
        says: /status: 401/,
        statuses: [401],
        asked: (prompts) => expect(prompts[0]?.credentials.map(({ key }) => key)).toEqual([STALE]),
      },
    },
    {
      name: 'another version of the API',
      break: ({ env }) => {
        env.GOOGLE_GENAI_API_VERSION = 'v1'
      },
      finds: { 'gemini-changed-requests': /\/v1\/models in place of \/v1beta\/models/ },
      did: { code: 1, says: /code: 404|ModelNotFound/, statuses: [404] },
    },
    {
      name: 'the key in a second header',
      break: ({ change }) => change('.gemini/.env', (content) => `${content}GEMINI_API_KEY_AUTH_MECHANISM=bearer\n`),
      finds: { 'gemini-auth-mechanism': /send the key twice/ },
      did: {
        code: 0,
        says: /pong/,
        statuses: [200],
        asked: (prompts) => expect(prompts[0]?.credentials.map(({ kind }) => kind).sort()).toEqual(['bearer', 'x-goog-api-key']),
      },
    },
  ],
}
