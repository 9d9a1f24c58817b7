import { countMessageTokens } from './anthropic/count-tokens'
import { messages } from './anthropic/messages'
import { anthropicModels } from './anthropic/models'
import type { Handler } from './exchange'
import { geminiAction } from './gemini/generate'
import { geminiModels } from './gemini/models'
import { chatCompletions } from './openai/chat'
import { openaiModels } from './openai/models'
import { responses } from './openai/responses'
import type { Protocol, WireApi } from './types'

type Headers = Readonly<Record<string, string>>

interface Route {
  readonly method: 'GET' | 'POST'
  readonly protocol: Protocol
  /** Any of these opens the route. */
  readonly wire: readonly WireApi[]
  readonly path: RegExp
  readonly handle: Handler
  /** Tells two protocols apart that share a path. */
  readonly when?: (headers: Headers) => boolean
}

export interface RouteMatch {
  readonly route: Route
  /** From the path, decoded; null where the model stands in the body. */
  readonly model: string | null
  readonly action: string
}

const asksAnthropic = (headers: Headers) => headers['anthropic-version'] !== undefined || headers['x-api-key'] !== undefined

const chat: readonly WireApi[] = ['openai-chat']
const newer: readonly WireApi[] = ['openai-responses']
const anthropic: readonly WireApi[] = ['anthropic-messages']
const gemini: readonly WireApi[] = ['gemini']

const routes: readonly Route[] = [
  { method: 'GET', protocol: 'anthropic', wire: anthropic, path: /^\/v1\/models$/, handle: anthropicModels, when: asksAnthropic },
  { method: 'GET', protocol: 'openai', wire: [...chat, ...newer], path: /^\/v1\/models$/, handle: openaiModels },
  { method: 'POST', protocol: 'openai', wire: chat, path: /^\/v1\/chat\/completions$/, handle: chatCompletions },
  { method: 'POST', protocol: 'openai', wire: newer, path: /^\/v1\/responses$/, handle: responses },
  { method: 'POST', protocol: 'anthropic', wire: anthropic, path: /^\/v1\/messages$/, handle: messages },
  { method: 'POST', protocol: 'anthropic', wire: anthropic, path: /^\/v1\/messages\/count_tokens$/, handle: countMessageTokens },
  { method: 'GET', protocol: 'gemini', wire: gemini, path: /^\/v1beta\/models$/, handle: geminiModels },
  { method: 'POST', protocol: 'gemini', wire: gemini, path: /^\/v1beta\/models\/(?<model>[^/]+):(?<action>\w+)$/, handle: geminiAction },
]

/** The route of a path (without the prefix), whatever the method; null if there is none, or none of a wire API that is spoken. */
export function matchRoute(path: string, headers: Headers, speaks?: readonly WireApi[]): RouteMatch | null {
  for (const route of routes) {
    if (speaks !== undefined && !route.wire.some((wire) => speaks.includes(wire))) continue
    const match = route.path.exec(path)
    if (match === null || route.when?.(headers) === false) continue
    const model = match.groups?.model
    return {
      route,
      model: model === undefined ? null : decode(model),
      action: match.groups?.action ?? '',
    }
  }
  return null
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
