import type { HttpAnswer } from '../net/send'

export type BodyKind = 'html' | 'sse' | 'json' | 'empty' | 'other'

/** What an answer is, by its content type and by a look at it: neither can be trusted alone. */
export function bodyKind({ headers, body }: Pick<HttpAnswer, 'headers' | 'body'>): BodyKind {
  const start = body.slice(0, 400).trimStart().toLowerCase()
  if (start === '') return 'empty'
  if (/^<(?:!doctype|html|head|body|script|\?xml|!--)/.test(start)) return 'html'
  const type = headers['content-type'] ?? ''
  if (/^text\/event-stream/i.test(type)) return 'sse'
  if (start.startsWith('{') || start.startsWith('[')) return 'json'
  if (/^(?:event|data|id|retry) ?:/.test(start)) return 'other'
  return /json/i.test(type) ? 'json' : 'other'
}

/** The body as JSON; undefined when it is none. */
export function parsed(body: string): unknown {
  try {
    return JSON.parse(body.replace(/^\uFEFF/, ''))
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/** Signs of a page that a protection puts before a site. */
const wall =
  /just a moment|attention required|cf-chl|cf_chl|challenge-platform|cf-error|captcha|access denied|request blocked|web application firewall|\bwaf\b|incapsula|sucuri|akamai|ddos-guard|checking your browser|ddos protection|安全验证|人机验证|访问被(?:拦截|阻断)|(?:请求|设置|已被).{0,12}拦截|防火墙/i

/** Whether an answer comes from a protection (Cloudflare, a WAF) and not from the relay. */
export function isWall({ status, headers, body }: Pick<HttpAnswer, 'status' | 'headers' | 'body'>): boolean {
  if (headers['cf-mitigated'] !== undefined) return true
  return status !== 404 && bodyKind({ headers, body }) === 'html' && wall.test(body.slice(0, 20_000))
}
