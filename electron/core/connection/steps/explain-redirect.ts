import type { ProbeFinding } from '../../../../shared/model/probe'
import { redirectFinding } from '../judge/redirect'
import { ProbeFailure } from '../net/failure'
import { modelsRequest } from '../requests'
import { openOptions, type Session, sendSafely } from '../session'

const MOST_HOPS = 5

/** Follows a redirect without the key, on the same host only, to tell a circle from a moved address. */
export async function explainRedirect(session: Session, finding: ProbeFinding): Promise<ProbeFinding> {
  if (finding.code !== 'redirect') return finding
  const { plan } = session
  const seen = new Set<string>()
  let url = modelsRequest(plan).url
  const { host } = new URL(url)
  try {
    for (let hop = 0; hop < MOST_HOPS; hop += 1) {
      if (seen.has(url)) return redirectFinding({ status: 310, headers: { location: url } }, { url, key: plan.key })
      seen.add(url)
      const way = { ...openOptions(session), onPhase: undefined }
      const answer = await sendSafely(session, { method: 'GET', url, headers: {} }, {}, way)
      const to = answer.headers.location
      if (answer.status < 300 || answer.status >= 400 || !to || !URL.canParse(to, url)) return finding
      const next = new URL(to, url)
      if (next.host !== host) return finding
      url = next.href
    }
  } catch (error) {
    if (error instanceof ProbeFailure) return finding
    throw error
  }
  return redirectFinding({ status: 310, headers: { location: url } }, { url, key: plan.key })
}
