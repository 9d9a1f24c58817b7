import type { ProbeFinding } from '../../../../shared/model/probe'
import { text } from '../../../../shared/model/text'
import { finding } from './finding'

export interface HttpTrouble {
  readonly kind: 'silent' | 'dropped' | 'is-tls' | 'http2' | 'not-http'
  readonly code?: string
  readonly ms?: number
}

/** A request that got no HTTP answer. */
export function httpFailed({ kind, code, ms = 0 }: HttpTrouble): ProbeFinding {
  if (kind === 'silent')
    return finding(
      'http',
      'no-answer',
      text(
        `The relay took the request and did not answer within ${Math.round(ms / 1000)} s.`,
        `中转站收到了请求，但 ${Math.round(ms / 1000)} 秒内没有回应。`,
      ),
      text(
        'Try again in a few minutes, or with another model. If it stays so, tell the relay.',
        '请过几分钟再试，或换一个模型；如果一直这样，请联系中转站。',
      ),
      { guide: 6 },
    )
  if (kind === 'is-tls')
    return finding(
      'http',
      'https-expected',
      text('The server speaks https at this port, and the URL says http.', '该端口使用 https，而 URL 写的是 http。'),
      text('Write https:// in the URL.', '请把 URL 改为 https://。'),
      { guide: 11, evidence: code },
    )
  if (kind === 'http2')
    return finding(
      'http',
      'http2-only',
      text(
        'The server speaks HTTP/2 only. Claude Code and Gemini CLI ask with HTTP/1.1.',
        '服务器只支持 HTTP/2，而 Claude Code 和 Gemini CLI 使用 HTTP/1.1。',
      ),
      text('Tell the relay to allow HTTP/1.1 as well.', '请让中转站同时开启 HTTP/1.1。'),
      { evidence: code },
    )
  if (kind === 'not-http')
    return finding(
      'http',
      'not-http',
      text('What answers there is not a web server.', '该地址的服务不是 HTTP 服务。'),
      text('Check host and port of the URL.', '请检查 URL 的主机和端口。'),
      { guide: 11, evidence: code },
    )
  return finding(
    'http',
    'dropped',
    text('The relay closed the connection without an answer.', '中转站没有回应就断开了连接。'),
    text(
      'Try again. If it stays so: http and https may be mixed up in the URL, or a firewall cuts in.',
      '请重试；如果一直这样，可能是 URL 里 http 与 https 弄混了，或被防火墙截断。',
    ),
    { guide: 6, evidence: code },
  )
}

/** An answer whose body did not come whole. */
export const bodyBroken = (kind: 'cut' | 'idle' | 'limit' | 'encoding'): ProbeFinding => {
  if (kind === 'idle')
    return finding(
      'answer',
      'body-hangs',
      text('The answer began and then stopped coming.', '回答开始后就停住了。'),
      text(
        'Try again. If it stays so, a proxy on the way or the relay itself holds the answer back.',
        '请重试；如果一直这样，说明途中的代理或中转站卡住了回答。',
      ),
      { guide: 6 },
    )
  if (kind === 'limit')
    return finding(
      'answer',
      'body-endless',
      text('The answer is far longer than it can be.', '回答长得不正常。'),
      text('Check the URL: this is not what an API answers.', '请检查 URL：API 不会这样回答。'),
      { guide: 11 },
    )
  if (kind === 'encoding')
    return finding(
      'answer',
      'body-encoding',
      text('The answer is compressed in a way that cannot be read.', '回答的压缩格式无法读取。'),
      text('Tell the relay: its compression is broken.', '请告诉中转站：它的压缩功能有问题。'),
    )
  return finding(
    'answer',
    'body-cut',
    text('The connection ended in the middle of the answer.', '回答到一半连接就断开了。'),
    text('Try again, then try without a proxy. If it stays so, tell the relay.', '请重试，并尝试不走代理；如果一直这样，请联系中转站。'),
    { guide: 10 },
  )
}
