import { text } from '../../../../shared/model/text'
import { relayCheck } from '../relay-check'

export const relayBaseUrl = relayCheck({
  id: 'relay-base-url',
  item: 11,
  title: text('The relay answers at this base URL', '中转站在该基础地址上有响应'),
  badTitle: text('The relay has no API at this base URL', '该基础地址上没有中转站的 API'),
  warnTitle: text('The base URL is not written as it should be', '基础地址写法欠妥'),
  why: text('A web page with status 200 is no API: the address is that of the console.', '返回 200 的网页不是 API：该地址是控制台页面。'),
  remedy: text(
    "Take the API's address from the relay's documentation, not the one of its console.",
    '请使用中转站文档中的 API 地址，而不是控制台地址。',
  ),
})
