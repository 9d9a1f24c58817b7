import { trimTail } from './base-url-plain'

/** Endpoints that people copy along with the relay's address (OpenAI, Anthropic and Gemini wire APIs). */
const endpoint =
  'messages(?:/(?:count_tokens|batches))?|chat(?:/completions)?|completions|responses(?:/[^/]+)*|models(?:/[^/]+)*|embeddings|moderations|rerank|images/\\w+|audio/\\w+|openai(?:/chat/completions)?'
const ending = new RegExp(`/(?:v1(?:(?:beta|alpha)\\d*)?(?:/(?:${endpoint}))?|chat/completions)$`, 'i')

/**
 * A path without the tools' own endings (`/v1`, `/v1/messages`, `/v1beta/models/x:generateContent` and so on), however often they stand there;
 * every other sub-path is the relay's own and stays. No slash at the end, so the root is the empty string.
 */
export function rootPath(path: string): string {
  for (let rest = path; ; ) {
    const shorter = trimTail(rest.replace(/(?:%20|%09|\/)+$/, '')).replace(ending, '')
    if (shorter === rest) return rest
    rest = shorter
  }
}
