import type { ProbeFinding } from '../../../../shared/model/probe'
import { type LocalText, text } from '../../../../shared/model/text'
import { finding } from './finding'

export interface ProxyTrouble {
  /** Host and port, no login. */
  readonly shown: string
  readonly kind: 'login' | 'refused' | 'dropped' | 'silent' | 'not-a-proxy'
  readonly status?: number
  readonly code?: string
  readonly hasLogin?: boolean
}

/** A proxy that answers, but gives no way to the relay. */
export function proxyFailed({ shown, kind, status, code, hasLogin }: ProxyTrouble): ProbeFinding {
  const evidence = status === undefined ? code : `HTTP ${status}`
  const make = (name: string, cause: LocalText, cure: LocalText) => finding('proxy', name, cause, cure, { guide: 6, evidence })
  switch (kind) {
    case 'login':
      return make(
        'proxy-login',
        hasLogin
          ? text(`The proxy ${shown} refused its user name or password.`, `代理 ${shown} 拒绝了用户名或密码。`)
          : text(`The proxy ${shown} wants a login and the setting has none.`, `代理 ${shown} 需要登录，但设置里没有用户名和密码。`),
        text(
          'Write the login into the proxy variable: http://user:password@host:port. Special characters as %XX.',
          '请把登录信息写进代理变量：http://用户名:密码@主机:端口，特殊字符写成 %XX。',
        ),
      )
    case 'refused':
      return make(
        'proxy-refused',
        text(`The proxy ${shown} refused to connect to the relay.`, `代理 ${shown} 拒绝连接中转站。`),
        text("Allow the relay's host in the proxy's rules, or add it to NO_PROXY.", '请在代理规则中放行中转站域名，或把它加入 NO_PROXY。'),
      )
    case 'silent':
      return make(
        'proxy-silent',
        text(`The proxy ${shown} takes connections but never answers.`, `代理 ${shown} 接受连接但一直不回应。`),
        text('Choose another node in the proxy program, or restart it.', '请在代理软件中换一个节点，或重启代理软件。'),
      )
    case 'not-a-proxy':
      return make(
        'proxy-kind',
        text(`${shown} does not speak the protocol of the proxy setting.`, `${shown} 使用的协议与代理设置不符。`),
        text(
          'Check port and kind: http:// for an HTTP proxy, socks5:// for SOCKS5.',
          '请检查端口和类型：HTTP 代理用 http://，SOCKS5 代理用 socks5://。',
        ),
      )
    case 'dropped':
      return make(
        'proxy-dropped',
        text(`The proxy ${shown} closed the connection without an answer.`, `代理 ${shown} 未作回应就断开了连接。`),
        text(
          "The proxy cannot reach the relay: choose another node, or add the relay's host to NO_PROXY.",
          '代理到不了中转站：请换一个节点，或把中转站域名加入 NO_PROXY。',
        ),
      )
  }
}

/** A proxy setting that cannot be used at all. */
export const proxyUnreachable = ({ shown, code }: { readonly shown: string; readonly code: string }): ProbeFinding =>
  code === 'https-proxy'
    ? finding(
        'proxy',
        'proxy-https',
        text(`${shown} is set as an https:// proxy, which Switchyard cannot test.`, `${shown} 设置为 https:// 代理，Switchyard 无法测试。`),
        text('Most proxies want http:// here, also for https addresses.', '大多数代理在这里应写 http://，访问 https 地址时也一样。'),
      )
    : finding(
        'proxy',
        'proxy-setting',
        text(`The proxy variable ${code} holds no usable address.`, `代理变量 ${code} 的值不是可用的地址。`),
        text('Write it as http://host:port, or remove it.', '请写成 http://主机:端口，或删除该变量。'),
        { evidence: shown },
      )

/** A proxy that the tool itself cannot use. */
export const socksUnsupported = (label: string, variable: string): ProbeFinding =>
  finding(
    'proxy',
    'proxy-socks',
    text(
      `${variable} names a SOCKS proxy, and ${label} takes HTTP proxies only.`,
      `${variable} 指定了 SOCKS 代理，而 ${label} 只支持 HTTP 代理。`,
    ),
    text("Use your proxy program's HTTP or mixed port: http://host:port.", '请改用代理软件的 HTTP 端口或混合端口：http://主机:端口。'),
    { guide: 6 },
  )
