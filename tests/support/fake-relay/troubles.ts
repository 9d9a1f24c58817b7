import type { Fault, FaultScope } from './faults'
import { modelsShapes, wafVendors } from './faults'
import type { FakeRelay } from './types'

/** A ready-made fault with the scope in which it is met. */
export interface Trouble {
  readonly fault: Fault
  readonly scope?: FaultScope
  /** True: a client that asks for an answer still gets the right one, so no verdict may call the relay broken. */
  readonly harmless?: true
}

const models: FaultScope = { path: '/models', method: 'GET' }
const streams: FaultScope = { stream: true }

const written = {
  'wrong-key': { fault: { kind: 'wrong-key' } },
  'wrong-key-bearer': { fault: { kind: 'wrong-key' }, scope: { keyKind: 'bearer' } },
  'wrong-key-x-api-key': { fault: { kind: 'wrong-key' }, scope: { keyKind: 'x-api-key' } },
  'wrong-key-x-goog-api-key': { fault: { kind: 'wrong-key' }, scope: { keyKind: 'x-goog-api-key' } },
  'wrong-key-query': { fault: { kind: 'wrong-key' }, scope: { keyKind: 'query' } },
  'plan-403': { fault: { kind: 'plan-403' }, scope: { method: 'POST' } },
  'quota-403': { fault: { kind: 'plan-403', reason: 'quota' }, scope: { method: 'POST' } },
  'group-403': { fault: { kind: 'plan-403', reason: 'group' }, scope: { method: 'POST' } },
  'address-403': { fault: { kind: 'plan-403', reason: 'address' } },
  'model-404': { fault: { kind: 'model-404' } },
  'model-no-channel': { fault: { kind: 'model-404', as: 'no-channel' } },
  'model-400': { fault: { kind: 'model-404', as: 'bad-request' } },
  'path-404': { fault: { kind: 'path-404' } },
  'path-404-html': { fault: { kind: 'path-404', as: 'html' } },
  'path-404-empty': { fault: { kind: 'path-404', as: 'empty' } },
  'rate-limit': { fault: { kind: 'rate-limit' } },
  'rate-limit-retry-after': { fault: { kind: 'rate-limit', retryAfter: 7 } },
  'rate-limit-retry-date': { fault: { kind: 'rate-limit', retryAfter: 'Tue, 01 Jan 2030 00:00:00 GMT' } },
  'rate-limit-openai': { fault: { kind: 'rate-limit', retryAfter: 360, headers: 'openai' } },
  'rate-limit-anthropic': { fault: { kind: 'rate-limit', retryAfter: 20, headers: 'anthropic' } },
  'status-500': { fault: { kind: 'status', status: 500 } },
  'status-502': { fault: { kind: 'status', status: 502 } },
  'status-503': { fault: { kind: 'status', status: 503 } },
  'status-504': { fault: { kind: 'status', status: 504 } },
  'status-529': { fault: { kind: 'status', status: 529, message: 'Overloaded' } },
  'page-500': { fault: { kind: 'gateway-page', status: 500 } },
  'page-502': { fault: { kind: 'gateway-page', status: 502 } },
  'page-503': { fault: { kind: 'gateway-page', status: 503 } },
  'page-504': { fault: { kind: 'gateway-page', status: 504 } },
  'hang-before-headers': { fault: { kind: 'hang-before-headers' } },
  'hang-in-body': { fault: { kind: 'hang-in-body' } },
  'hang-in-stream': { fault: { kind: 'hang-in-body' }, scope: streams },
  'slow-first-byte': { fault: { kind: 'slow-first-byte', ms: 400 }, harmless: true },
  'slow-body': { fault: { kind: 'slow-first-byte', ms: 400, at: 'body' }, harmless: true },
  reset: { fault: { kind: 'reset' } },
  'reset-in-body': { fault: { kind: 'reset', at: 'in-body' } },
  'redirect-loop': { fault: { kind: 'redirect-loop' } },
  'redirect-login': { fault: { kind: 'redirect-login' } },
  'html-200': { fault: { kind: 'html-200' } },
  'empty-body': { fault: { kind: 'empty-body' } },
  'malformed-json': { fault: { kind: 'malformed-json' } },
  'error-200': { fault: { kind: 'error-200' } },
  'error-200-first-event': { fault: { kind: 'error-200', after: 0 }, scope: streams },
  'truncated-body': { fault: { kind: 'truncated-stream', ending: 'cut' } },
  'truncated-stream': { fault: { kind: 'truncated-stream' }, scope: streams },
  'cut-stream': { fault: { kind: 'truncated-stream', ending: 'cut' }, scope: streams },
  'reset-stream': { fault: { kind: 'truncated-stream', ending: 'reset' }, scope: streams },
  'buffered-stream': { fault: { kind: 'buffered-stream', ms: 300 }, scope: streams },
  'wrong-content-type': { fault: { kind: 'wrong-content-type' } },
  'no-content-type': { fault: { kind: 'wrong-content-type', contentType: null } },
  'json-content-type-on-stream': { fault: { kind: 'wrong-content-type', contentType: 'application/json' }, scope: streams },
  'other-model': { fault: { kind: 'other-model', model: 'cheap-model-1b' } },
  'models-404': { fault: { kind: 'path-404' }, scope: models, harmless: true },
  'models-401': { fault: { kind: 'wrong-key' }, scope: models, harmless: true },
  'models-500': { fault: { kind: 'status', status: 500 }, scope: models, harmless: true },
  'models-huge': { fault: { kind: 'models-huge' }, harmless: true },
  gzip: { fault: { kind: 'compressed', encoding: 'gzip' }, harmless: true },
  br: { fault: { kind: 'compressed', encoding: 'br' }, harmless: true },
  deflate: { fault: { kind: 'compressed', encoding: 'deflate' }, harmless: true },
  'gzip-lie': { fault: { kind: 'compressed', encoding: 'gzip', lies: true } },
  'clock-ahead': { fault: { kind: 'skewed-clock', seconds: 86_400 }, harmless: true },
  'clock-behind': { fault: { kind: 'skewed-clock', seconds: -86_400 }, harmless: true },
  'busy-once': { fault: { kind: 'status', status: 503 }, scope: { times: 1 } },
} as const satisfies Record<string, Trouble>

const firewalls = wafVendors.map((vendor) => [`waf-${vendor}`, { fault: { kind: 'waf-page', vendor } }] as const)
const oddLists = modelsShapes.map((shape) => [`models-${shape}`, { fault: { kind: 'models-shape', shape }, harmless: true }] as const)

export type TroubleName = keyof typeof written | `waf-${(typeof wafVendors)[number]}` | `models-${(typeof modelsShapes)[number]}`

/** Every trouble that a running relay can be put into, by name, so that a test can go through all. */
export const troubles = { ...written, ...Object.fromEntries([...firewalls, ...oddLists]) } as Readonly<Record<TroubleName, Trouble>>

/** Puts a relay into one trouble, and out of every other. */
export function provoke(relay: Pick<FakeRelay, 'setFault'>, name: TroubleName): void {
  const { fault, scope } = troubles[name]
  relay.setFault(fault, scope)
}
