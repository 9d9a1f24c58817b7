import type { ProbeFinding } from '../../../../shared/model/probe'
import { text } from '../../../../shared/model/text'
import type { Session } from '../session'
import type { Found } from '../test-connection'
import { systemWay, tryWay } from './compare'

/** Layers at which a network that lets only its proxy out stops a direct connection. */
const perhaps: readonly ProbeFinding['layer'][] = ['dns', 'tcp', 'tls', 'http']

/**
 * After a failure on the direct way: whether the relay answers through the proxy that the operating system is set to. A browser then works and the
 * tool does not, and the cure says which variable is enough.
 */
export async function withSystemProxy(session: Session, finding: ProbeFinding, found: Found): Promise<ProbeFinding> {
  const way = systemWay(session)
  if (way?.proxy === undefined || session.timings !== undefined || !perhaps.includes(finding.layer)) return finding
  const timeouts = { ...session.timeouts, dns: 3000, connect: 3000, tls: 3000, headers: 5000 }
  const through = await tryWay({ ...session, timeouts }, way)
  found.compare = [
    { way: 'direct', failure: finding.cause },
    { way: 'system', ...through },
  ]
  const canUse = way.kind === 'http-proxy' || session.plan.proxy.socks
  if (through.timings === undefined || !canUse) return finding
  const variable = new URL(session.plan.api).protocol === 'https:' ? 'HTTPS_PROXY' : 'HTTP_PROXY'
  const setting = `${variable}=${way.proxy.origin === 'null' ? way.proxy.href.replace(/\/$/, '') : way.proxy.origin}`
  return {
    ...finding,
    cure: text(
      `Through the system's proxy the relay answers: set ${setting} for the tool. ${finding.cure.en}`,
      `经系统代理可以连上中转站：请为该工具设置 ${setting}。${finding.cure.zh}`,
    ),
  }
}
