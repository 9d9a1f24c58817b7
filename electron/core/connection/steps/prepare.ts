import { text } from '../../../../shared/model/text'
import { proxyUnreachable, socksUnsupported } from '../findings/proxy'
import { checkSwitchedOff, trustFileUnreadable } from '../findings/tls'
import { lintPlan } from '../lint'
import { checkSignal, ProbeFailure } from '../net/failure'
import type { Session } from '../session'

/** What can be told before anything is sent: address, key, proxy setting, certificate files. @throws {ProbeFailure | ProbeCancelled} */
export function prepare(session: Session): void {
  const { plan, route, env, trust, warnings, signal } = session
  checkSignal(signal)
  const { failure, warnings: found } = lintPlan(plan)
  if (failure) throw new ProbeFailure(failure)
  warnings.push(...found)
  session.tell('url', found.length > 0 ? 'warn' : 'ok', found[0]?.cause ?? text(plan.baseUrl, plan.baseUrl))
  if (route.broken !== undefined)
    throw new ProbeFailure(proxyUnreachable({ shown: withoutLogin(route.broken), code: route.variable ?? '' }))
  const socks = route.kind === 'socks-proxy' && !plan.proxy.socks ? socksUnsupported(plan.label, route.variable ?? '') : undefined
  if (socks) warnings.push(socks)
  if (route.kind === 'direct') session.tell('proxy', 'skipped', noProxy(route))
  else session.tell('proxy', socks ? 'warn' : 'unknown', socks?.cause ?? text(`set by ${route.variable}`, `由 ${route.variable} 指定`))
  for (const { variable, file } of trust.unreadable) warnings.push(trustFileUnreadable(variable, file))
  if (env.NODE_TLS_REJECT_UNAUTHORIZED === '0') warnings.push(checkSwitchedOff())
}

const noProxy = ({ bypass, variable }: { readonly bypass?: string; readonly variable?: string }) =>
  bypass === undefined
    ? text('none is set', '未设置代理')
    : text(`${variable} is set, but NO_PROXY (${bypass}) leaves this host out`, `已设置 ${variable}，但 NO_PROXY（${bypass}）排除了此主机`)

const withoutLogin = (written: string): string => written.replace(/\/\/[^/@]*@/, '//…@').slice(0, 100)
