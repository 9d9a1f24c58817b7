import { expect } from 'vitest'
import type { CasesOf } from './case'
import { KEY, MODELS } from './setup'

/** How a tool asks: what it sends besides or before the request that is answered. The tool works, so that only the doctor tells. */
export const requestCases: CasesOf = {
  claude: [],
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
