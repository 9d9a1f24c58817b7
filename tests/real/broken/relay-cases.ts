import { expect } from 'vitest'
import type { RealTool } from '../tools'
import type { BrokenCase, Did } from './case'
import { KEY, type Setup, STALE } from './setup'

type Of<T> = Readonly<Record<RealTool['id'], T>>

/** Where each tool keeps its base URL, and what people write there by mistake. */
const misspelt: Of<(setup: Setup) => void> = {
  claude: ({ change, relay }) => change('.claude/settings.json', (content) => content.replace(relay.url, `${relay.url}/v1`)),
  codex: ({ change, relay }) => change('.codex/config.toml', (content) => content.replace(`${relay.url}/v1`, relay.url)),
  gemini: ({ change, relay }) => change('.gemini/.env', (content) => content.replace(relay.url, `${relay.url}/v1beta/models`)),
}
const wrongPath: Of<RegExp> = {
  claude: /^\/v1\/v1\/messages$/,
  codex: /^\/responses$/,
  gemini: /^\/v1beta\/models\/v1beta\/models\//,
}

const cannotConnect: Of<RegExp> = { claude: /ECONNREFUSED/, codex: /waiting for network/, gemini: /fetch failed/ }
/** Which tools go on for ever or for minutes: where nothing can be reached, and where the relay answers with an error. */
const endless: Of<boolean> = { claude: false, codex: true, gemini: true }
const patient: Of<boolean> = { claude: false, codex: false, gemini: true }

/** A tool that would go on is ended after this. Milliseconds. */
const SHORT = 20_000

const goingOn = (goesOn: boolean, did: Omit<Did, 'code'>): Pick<BrokenCase, 'did' | 'limit'> =>
  goesOn ? { did: { ...did, code: null }, limit: SHORT } : { did: { ...did, code: 1 } }

/** Troubles on the way and at the relay, which all three tools can meet. */
export const relayCases = (id: RealTool['id']): readonly BrokenCase[] => [
  {
    name: 'a revoked key (401)',
    options: { key: STALE },
    finds: { 'relay-key': /key/ },
    did: {
      code: 1,
      says: { claude: /Not logged in/, codex: /unexpected status 401/, gemini: /status: 401|"code": ?401|401/ }[id],
      statuses: [401],
      asked: (prompts) => expect(prompts[0]?.credentials.map(({ key }) => key)).toEqual([STALE]),
    },
    tried: /key/,
    explained: 'relay-key',
  },
  {
    name: 'a plan without the model (403)',
    break: ({ relay }) => relay.setFault({ kind: 'plan-403' }, { method: 'POST' }),
    finds: { 'relay-permission': /model|plan|allowed/i },
    did: {
      code: 1,
      says: { claude: /Failed to authenticate\. API Error: 403/, codex: /unexpected status 403/, gemini: /403/ }[id],
      statuses: [403],
    },
    tried: /plan|permission|model/i,
    explained: 'relay-permission',
  },
  {
    name: 'a model that the relay does not have (404)',
    options: { model: `${id}-reel` },
    finds: { 'relay-model': /reel/ },
    did: {
      code: 1,
      says: { claude: /issue with the selected model/, codex: /reel/, gemini: /ModelNotFoundError/ }[id],
      statuses: [404],
    },
    tried: /404|model/i,
    explained: 'relay-model',
  },
  {
    name: 'a base URL with the wrong path',
    break: misspelt[id],
    finds: { 'base-url-shape': /is told to go to/ },
    did: {
      code: 1,
      says: { claude: /issue with the selected model/, codex: /unexpected status 404/, gemini: /ModelNotFoundError/ }[id],
      statuses: [404],
      asked: (prompts) => expect(prompts[0]?.path).toMatch(wrongPath[id]),
    },
    tried: /base URL|path/i,
    explained: 'base-url-shape',
  },
  {
    name: 'a relay that is down',
    // A port that nothing can take meanwhile, as it could the one of a relay that was closed.
    async break({ lab, switchyard }) {
      const { url } = await lab.refused()
      for (const args of [
        ['edit', 'Real', '--url', url],
        ['use', 'Real'],
      ])
        expect(await switchyard(...args)).toMatchObject({ code: 0 })
    },
    finds: { 'relay-local': /nothing listens/, 'relay-reachable': /./ },
    ...goingOn(endless[id], { says: cannotConnect[id], statuses: [] }),
    tried: /cannot be reached|TLS|proxy/,
    explained: 'relay-reachable',
  },
  {
    name: 'a self-signed certificate',
    options: { tls: 'self-signed' },
    finds: { 'relay-tls': /certificate/ },
    ...goingOn(endless[id], {
      says: { claude: /certificate verification failed/, codex: /waiting for network/, gemini: /fetch failed/ }[id],
      statuses: [],
    }),
    tried: /certificate|TLS/,
    explained: 'relay-tls',
  },
  {
    name: 'a proxy that was closed',
    async break({ env, lab }) {
      const { url } = await lab.refused()
      Object.assign(env, { HTTPS_PROXY: url, HTTP_PROXY: url, NO_PROXY: undefined })
    },
    finds: { 'proxy-dead': /names a proxy that does not answer/, 'relay-reachable': /proxy/i },
    ...goingOn(endless[id], { says: cannotConnect[id], statuses: [] }),
    tried: /proxy/i,
    explained: 'proxy-dead',
  },
  {
    name: 'a web page in place of an API (200)',
    break: ({ relay }) => relay.setFault({ kind: 'html-200' }),
    finds: { 'relay-base-url': /page|HTML/i },
    did: {
      code: 1,
      says: { claude: /HTML page/, codex: /stream disconnected before completion/, gemini: /Incomplete JSON segment/ }[id],
      statuses: [200],
    },
    tried: /web page/,
    explained: 'relay-base-url',
  },
  {
    name: 'an error of the relay (500)',
    break: ({ relay }) => relay.setFault({ kind: 'status', status: 500 }),
    finds: { 'relay-error': /./ },
    ...goingOn(patient[id], {
      says: { claude: /API Error: 500/, codex: /high demand/, gemini: /failed with status 500/ }[id],
      statuses: [500],
    }),
    tried: /error|500/i,
    explained: 'relay-error',
  },
  {
    name: 'a limit that is reached (429)',
    break: ({ relay }) => relay.setFault({ kind: 'rate-limit', retryAfter: 3 }, { method: 'POST' }),
    finds: { 'relay-rate-limit': /no more requests/ },
    ...goingOn(patient[id], {
      says: { claude: /429/, codex: /429/, gemini: /Attempt 1 failed|retry/i }[id],
      statuses: [429],
    }),
    tried: /limit/i,
    explained: 'relay-rate-limit',
  },
]

/** What a healthy setup does, with which every verdict is compared. Codex has a doctor of its own. */
export const healthy = (id: RealTool['id']): BrokenCase => ({
  name: 'a setup that works',
  ok: ['live-matches-profile', 'why-ignored', 'relay-key', 'relay-model', ...(id === 'codex' ? ['own-doctor'] : [])],
  finds: {},
  did: {
    code: 0,
    says: /pong/,
    statuses: [200],
    asked: (prompts) => expect(prompts.flatMap(({ credentials }) => credentials.map(({ key }) => key))).toContain(KEY),
  },
  tried: /^$/,
})
