import type { ProbeFinding } from '../../../../shared/model/probe'
import { httpFailed } from '../findings/http'
import { ProbeFailure } from '../net/failure'
import { openWay } from '../net/open'
import { TlsTrouble } from '../net/secure'
import { openOptions, type Session } from '../session'

/** An http request that was dropped: perhaps the port speaks https, which says nothing to plain http. Nothing is sent to find out. */
export async function explainDropped(session: Session, finding: ProbeFinding): Promise<ProbeFinding> {
  if (finding.code !== 'dropped') return finding
  const url = new URL(session.plan.api)
  if (url.protocol !== 'http:') return finding
  const port = url.port || '80'
  try {
    const opened = await openWay(new URL(`https://${url.hostname}:${port}/`), {
      ...openOptions(session),
      verify: false,
      onPhase: undefined,
    })
    opened.socket.destroy()
    return httpFailed({ kind: 'is-tls' })
  } catch (error) {
    if (error instanceof ProbeFailure || error instanceof TlsTrouble) return finding
    throw error
  }
}
