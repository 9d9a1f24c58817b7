import { countMessageTokens } from './anthropic/count-tokens'
import { messages } from './anthropic/messages'
import { anthropicModels } from './anthropic/models'
import type { Handler } from './exchange'
import { geminiAction } from './gemini/generate'
import { geminiModels } from './gemini/models'
import { chatCompletions } from './openai/chat'
import { openaiModels } from './openai/models'
import { responses } from './openai/responses'
import type { Protocol } from './types'

type Headers = Readonly<Record<string, string>>

interface Route {
  readonly method: 'GET' | 'POST'
  readonly protocol: Protocol
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

const routes: readonly Route[] = [
  { method: 'GET', protocol: 'anthropic', path: /^\/v1\/models$/, handle: anthropicModels, when: asksAnthropic },
  { method: 'GET', protocol: 'openai', path: /^\/v1\/models$/, handle: openaiModels },
  { method: 'POST', protocol: 'openai', path: /^\/v1\/chat\/completions$/, handle: chatCompletions },
  { method: 'POST', protocol: 'openai', path: /^\/v1\/responses$/, handle: responses },
  { method: 'POST', protocol: 'anthropic', path: /^\/v1\/messages$/, handle: messages },
  { method: 'POST', protocol: 'anthropic', path: /^\/v1\/messages\/count_tokens$/, handle: countMessageTokens },
  { method: 'GET', protocol: 'gemini', path: /^\/v1beta\/models$/, handle: geminiModels },
  { method: 'POST', protocol: 'gemini', path: /^\/v1beta\/models\/(?<model>[^/]+):(?<action>\w+)$/, handle: geminiAction },
]

/** The route of a path (without the prefix), whatever the method; null if there is none. */
export function matchRoute(path: string, headers: Headers): RouteMatch | null {
  for (const route of routes) {
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
