import {
  type EndpointReport,
  type LatencyPoint,
  type ProbeDepth,
  type ProbeFinding,
  type ProbeStepId,
  type ProbeVerdict,
  probeSteps,
  type StepReport,
  type ToolProbeReport,
  tokenSteps,
} from '../../../shared/model/probe'
import type { Profile } from '../../../shared/model/profile'
import { text } from '../../../shared/model/text'
import { fakeTools } from './descriptors'
import { type FakeState, targetOf } from './state'

const words: Readonly<Record<ProbeStepId, readonly [en: string, zh: string]>> = {
  url: ['The base URL has the right form.', 'Base URL 形式正确。'],
  proxy: ['No proxy: straight to the relay.', '没有代理，直接连接中转站。'],
  dns: ['203.0.113.24', '203.0.113.24'],
  tcp: ['Connected to port 443.', '已连接 443 端口。'],
  tls: ['TLS 1.3, certificate good for 61 days.', 'TLS 1.3，证书还有 61 天有效期。'],
  http: ['HTTP 200 over HTTP/1.1.', 'HTTP/1.1，状态 200。'],
  auth: ['The key is accepted.', '密钥被接受。'],
  models: ['48 models.', '48 个模型。'],
  model: ['The model is in the list.', '列表中有该模型。'],
  answer: ['“pong”', '“pong”'],
  stream: ['12 events in 0.6 s: it streams.', '0.6 秒内 12 个事件：流式正常。'],
  compare: ['IPv4 and IPv6 are equally fast.', 'IPv4 与 IPv6 速度相当。'],
}

const good: ProbeVerdict = {
  outcome: 'works',
  layer: 'answer',
  code: 'works',
  cause: text('The model answered.', '模型已回答。'),
  cure: text('Nothing to do.', '无需操作。'),
}
const reached: ProbeVerdict = {
  ...good,
  outcome: 'reached',
  layer: 'models',
  code: 'reached',
  cause: text('Relay and key are fine; no model was asked.', '中转站和密钥正常；没有向模型提问。'),
  cure: text('Test with one answer to be sure.', '如需确认，请做一次回答测试。'),
}
const noModel: ProbeVerdict = {
  outcome: 'fails',
  layer: 'model',
  code: 'model-unknown',
  guide: 3,
  cause: text('The relay has no model gpt-5.5-codex.', '中转站没有模型 gpt-5.5-codex。'),
  cure: text('Take one of the nearest names.', '请改用名称最接近的模型。'),
  evidence: '404 {"error":{"code":"model_not_found","message":"No available channel for model gpt-5.5-codex"}}',
  suggestions: ['gpt-5-codex', 'gpt-5.5', 'gpt-5.5-mini'],
}
const refusedKey: ProbeVerdict = {
  outcome: 'fails',
  layer: 'auth',
  code: 'key-refused',
  guide: 1,
  cause: text('The relay refuses the key, in either header.', '中转站拒绝该密钥，两种请求头都试过。'),
  cure: text('Copy the key again from the relay’s dashboard, then edit the profile.', '请从中转站后台重新复制密钥，再编辑此配置。'),
  evidence: '401 {"error":{"message":"Invalid token (sk-…5577)"}}',
}
const buffered: ProbeFinding = {
  layer: 'stream',
  code: 'stream-buffered',
  cause: text(
    'The answer arrives in one piece at the end: something on the way holds it back.',
    '回答在最后一次性到达：途中有环节在缓冲。',
  ),
  cure: text('Test once more without the proxy.', '请不经代理再测一次。'),
}

const verdictOf = (profile: string, tool: string, depth: ProbeDepth): ProbeVerdict => {
  if (profile === 'harbor' && tool === 'codex') return noModel
  if (profile === 'long') return refusedKey
  if (depth === 'free') return reached
  return profile === 'yunqiao' && tool === 'claude' ? { ...good, ...buffered, outcome: 'warns' } : good
}

const usual: Readonly<Partial<Record<ProbeStepId, number>>> = { dns: 6.2, tcp: 31.4, tls: 38.9, http: 42.1, auth: 44.8, models: 88.2 }

/** The steps that a test would take, one after the other. */
export function stepsOf(profile: string, tool: string, depth: ProbeDepth): readonly StepReport[] {
  const verdict = verdictOf(profile, tool, depth)
  const wanted = probeSteps.filter((id) => (id === 'compare' ? depth === 'deep' : depth !== 'free' || !tokenSteps.includes(id)))
  const end = verdict.outcome === 'fails' ? wanted.indexOf(verdict.layer) + 1 : wanted.length
  return wanted.slice(0, end).map((id) => {
    const state =
      verdict.layer === id && verdict.outcome === 'fails'
        ? 'fail'
        : verdict.layer === id && verdict.outcome === 'warns'
          ? 'warn'
          : id === 'proxy'
            ? 'skipped'
            : 'ok'
    const ms = id === 'answer' || id === 'stream' ? 640 + profile.length * 40 : usual[id]
    const detail = state === 'ok' || state === 'skipped' ? text(...words[id]) : verdict.cause
    return { id, state, detail, costsTokens: tokenSteps.includes(id), ...(ms !== undefined && { ms }) }
  })
}

export function reportOf(profile: Profile, tool: string, depth: ProbeDepth, at: string): ToolProbeReport {
  const verdict = verdictOf(profile.id, tool, depth)
  const { baseUrl, model } = targetOf(profile, tool)
  const slow = profile.id.length * 40
  return {
    tool,
    protocol: fakeTools.find(({ descriptor }) => descriptor.id === tool)?.descriptor.protocol ?? 'openai-chat',
    baseUrl,
    model,
    depth,
    at,
    route: { kind: 'direct' },
    ...(depth === 'deep' && { systemProxy: { source: 'gnome', proxy: '127.0.0.1:7890' } as const }),
    verdict,
    warnings: verdict.outcome === 'warns' ? [buffered] : [],
    steps: stepsOf(profile.id, tool, depth),
    timings: { dnsMs: 6.2, tcpMs: 31.4, tlsMs: 38.9, firstByteMs: 210 + slow, totalMs: 640 + slow },
    rateLimit: { limits: [{ name: 'requests', limit: '60', remaining: '58', reset: '1 s' }] },
    models: { count: 48, names: ['gpt-5.5', 'gpt-5-codex'] },
    ...(depth === 'deep' && {
      stream: { kind: 'streaming', events: 12, firstEventMs: 310, spanMs: 620, gaps: [40, 52, 61, 48, 50, 70, 44, 51, 58, 49, 97] },
      compare: [
        { way: 'direct', timings: { dnsMs: 6.2, tcpMs: 31.4, tlsMs: 38.9, firstByteMs: 210, totalMs: 640 } },
        { way: 'system', timings: { proxyMs: 44.8, tlsMs: 61.2, firstByteMs: 230, totalMs: 702 } },
        { way: 'ipv4', timings: { dnsMs: 6.2, tcpMs: 31.4, tlsMs: 38.9, firstByteMs: 210, totalMs: 640 } },
        { way: 'ipv6', failure: text('The relay has no IPv6 address.', '中转站没有 IPv6 地址。') },
      ],
    }),
  }
}

/** What is remembered of 24 earlier tests. */
export function historyOf(profile: Profile, tool: string): readonly LatencyPoint[] {
  const { verdict, timings } = reportOf(profile, tool, 'answer', '')
  const works = verdict.outcome !== 'fails'
  return Array.from({ length: 24 }, (_, n) => {
    const wave = Math.round((timings?.totalMs ?? 600) * (1 + 0.25 * Math.sin(n * 1.7) + (n % 11 === 5 ? 0.8 : 0)))
    const lost = n === 17 || (!works && n > 20)
    return {
      at: new Date(Date.UTC(2026, 10, 20, n)).toISOString(),
      outcome: lost ? 'fails' : 'works',
      code: lost ? 'timeout' : 'works',
      ...(!lost && { firstByteMs: Math.round(wave / 3), totalMs: wave }),
    }
  })
}

export const enabledTools = (state: FakeState, id: string): readonly string[] => {
  const profile = state.profiles.find((one) => one.id === id)
  return fakeTools.map(({ descriptor }) => descriptor.id).filter((tool) => profile?.tools[tool]?.enabled)
}

/** Every second endpoint is faster than the first; the fourth cannot be reached. */
export const endpointOf = (url: string, n: number): EndpointReport =>
  n === 3
    ? { url, verdict: { ...refusedKey, layer: 'tcp', code: 'connect-timeout', cause: text('Nothing answers there.', '没有应答。') } }
    : {
        url,
        verdict: reached,
        latencyMs: n === 0 ? 286.4 : 90 + n * 31,
        timings: { dnsMs: 6.2, tcpMs: 31.4, tlsMs: 38.9, firstByteMs: n === 0 ? 210 : 14 + n * 31, totalMs: 310 },
      }
