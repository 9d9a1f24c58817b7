import { type LocalText, text } from '../../../../shared/model/text'
import { proxyUnreachable, socksUnsupported } from '../findings/proxy'
import { checkSwitchedOff, trustFileUnreadable } from '../findings/tls'
import { lintPlan } from '../lint'
import { checkSignal, ProbeFailure } from '../net/failure'
import type { Session } from '../session'
import { systemUse } from '../system-proxy/system-proxy'

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
  if (route.kind === 'direct') session.tell('proxy', 'skipped', noProxy(session))
  else session.tell('proxy', socks ? 'warn' : 'unknown', socks?.cause ?? text(`set by ${route.variable}`, `由 ${route.variable} 指定`))
  for (const { variable, file } of trust.unreadable) warnings.push(trustFileUnreadable(variable, file))
  if (env.NODE_TLS_REJECT_UNAUTHORIZED === '0') warnings.push(checkSwitchedOff())
}

function noProxy({ route: { bypass, variable }, system, plan }: Session): LocalText {
  if (bypass !== undefined)
    return text(
      `${variable} is set, but NO_PROXY (${bypass}) leaves this host out`,
      `已设置 ${variable}，但 NO_PROXY（${bypass}）排除了此主机`,
    )
  const { proxy, script } = system ? systemUse(new URL(plan.api), system) : {}
  const shown = proxy ?? script
  return shown === undefined
    ? text('none is set', '未设置代理')
    : text(
        `no variable names one; the system is set to ${shown}, which most tools in a terminal do not follow`,
        `没有环境变量指定代理；系统代理为 ${shown}，终端里的工具大多不会使用它`,
      )
}

const withoutLogin = (written: string): string => written.replace(/\/\/[^/@]*@/, '//…@').slice(0, 100)
