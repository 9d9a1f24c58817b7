import { text } from '../../../../shared/model/text'
import { relayCheck } from '../relay-check'

export const relayBaseUrl = relayCheck({
  id: 'relay-base-url',
  item: 11,
  title: text('The relay answers at this base URL', '中转站在该基础地址上有响应'),
  why: text('A web page with status 200 is no API: the address is that of the console.', '返回 200 的网页不是 API：该地址是控制台页面。'),
})
