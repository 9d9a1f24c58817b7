import type { ProbeFinding } from '../../../../shared/model/probe'
import { text } from '../../../../shared/model/text'
import { proxyFailed } from '../findings/proxy'
import { direct, shownRoute } from '../net/route'
import type { Session } from '../session'
import type { Found } from '../test-connection'
import { tryWay } from './compare'

/** Troubles that a proxy can cause without saying so. */
const perhaps: Readonly<Record<string, 'dropped' | 'silent' | 'refused' | 'not-a-proxy'>> = {
  'tls-broken': 'dropped',
  dropped: 'dropped',
  'no-answer': 'silent',
  'not-http': 'not-a-proxy',
  'odd-status': 'not-a-proxy',
  'upstream-down': 'refused',
  'network-login': 'refused',
}

/**
 * After a failure behind a proxy: whether the relay answers without it. If so the proxy is at fault, whatever it looked like, and the cure says
 * what is enough.
 */
export async function withoutProxy(session: Session, finding: ProbeFinding, found: Found): Promise<ProbeFinding> {
  const kind = perhaps[finding.code]
  if (finding.layer !== 'proxy' && kind === undefined) return finding
  const timeouts = { ...session.timeouts, dns: 3000, connect: 3000, tls: 3000, headers: 5000 }
  const alone = await tryWay({ ...session, timeouts }, direct)
  found.compare = [
    { way: 'proxy', failure: finding.cause },
    { way: 'direct', ...alone },
  ]
  if (alone.timings === undefined) return finding
  const { proxy = '' } = shownRoute(session.route)
  const blamed = kind === undefined ? finding : { ...proxyFailed({ shown: proxy, kind }), evidence: finding.evidence ?? finding.code }
  const { host } = new URL(session.plan.api)
  const cure = text(
    `${blamed.cure.en} Without the proxy the relay answers: NO_PROXY=${host} is enough.`,
    `${blamed.cure.zh}不走代理可以连上中转站：设置 NO_PROXY=${host} 即可。`,
  )
  return { ...blamed, cure }
}
