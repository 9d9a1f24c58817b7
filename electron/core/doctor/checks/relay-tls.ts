import { text } from '../../../../shared/model/text'
import { relayCheck } from '../relay-check'

export const relayTls = relayCheck({
  id: 'relay-tls',
  item: 13,
  title: text('The certificate of the relay is good', '中转站的证书有效'),
  badTitle: text('The certificate of the relay is not accepted', '中转站的证书不被接受'),
  warnTitle: text("Something about the relay's certificate needs a look", '中转站的证书需要留意'),
  why: text(
    'A wrong clock, a company proxy or a missing CA: each needs another cure, and the tools name none.',
    '系统时间错误、公司代理或缺少 CA：解决方法各不相同，而工具不会说明。',
  ),
  remedy: text(
    "Set the clock, or name the company's CA where the finding says; never switch verification off.",
    '校正时钟，或按结果指出的位置指定公司的 CA；不要关闭证书验证。',
  ),
})
