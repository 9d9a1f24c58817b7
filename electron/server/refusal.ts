import type { Problem } from '../../shared/model/switch'
import { type LocalText, text } from '../../shared/model/text'

/** A request that does not reach the core: the HTTP status, and the same in words. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly problem: Problem,
  ) {
    super(problem.message.en)
    this.name = 'Refusal'
  }
}

const refusal = (status: number, code: string, message: LocalText, hint?: LocalText): Refusal =>
  new Refusal(status, { code, kind: 'refused', message, hint })

export const wrongHost = (): Refusal =>
  refusal(
    421,
    'wrong-host',
    text('This server does not answer to that host name.', '本服务不接受该主机名。'),
    text('Use the address that "switchyard serve" printed.', '请使用 "switchyard serve" 输出的地址。'),
  )
export const wrongOrigin = (): Refusal =>
  refusal(403, 'wrong-origin', text('Other websites may not use this server.', '其他网站不能使用本服务。'))
export const wrongMethod = (): Refusal =>
  refusal(405, 'wrong-http-method', text('This address does not take that method.', '该地址不支持此请求方法。'))
export const wrongType = (): Refusal =>
  refusal(415, 'wrong-content-type', text('Only application/json is taken.', '只接受 application/json。'))
export const notFound = (): Refusal => refusal(404, 'not-found', text('There is nothing at this address.', '该地址不存在。'))
export const badRequest = (): Refusal => refusal(400, 'bad-request', text('The request cannot be understood.', '无法理解该请求。'))
export const tooLarge = (): Refusal => refusal(413, 'too-large', text('The request is too large.', '请求过大。'))
export const tooDeep = (): Refusal => refusal(400, 'too-deep', text('The JSON is nested too deep.', 'JSON 嵌套过深。'))
export const tooManyTabs = (): Refusal =>
  refusal(503, 'too-many-tabs', text('Too many tabs are open.', '打开的标签页过多。'), text('Close some of them.', '请关闭其中一些。'))
export const badJson = (): Refusal => refusal(400, 'bad-json', text('The request is not valid JSON.', '请求不是有效的 JSON。'))
export const signedOut = (): Refusal =>
  refusal(
    401,
    'signed-out',
    text('This browser is not signed in.', '此浏览器尚未登录。'),
    text(
      'Open the link that "switchyard serve" prints; press Enter there for a new one.',
      '请打开 "switchyard serve" 输出的链接；在终端按回车可获取新链接。',
    ),
  )
export const usedLink = (): Refusal =>
  refusal(
    401,
    'link-used',
    text('This link is not valid, or it was used already.', '此链接无效或已被使用。'),
    text(
      'Press Enter in the terminal that runs "switchyard serve" for a new link.',
      '请在运行 "switchyard serve" 的终端按回车获取新链接。',
    ),
  )
