import { text } from '../../../../shared/model/text'
import { relayCheck } from '../relay-check'

export const relayReachable = relayCheck({
  id: 'relay-reachable',
  item: 6,
  title: text('The relay can be reached', '可以连接到中转站'),
  badTitle: text('The relay cannot be reached', '无法连接到中转站'),
  warnTitle: text('The way to the relay is not as it should be', '到中转站的连接有异常'),
  why: text(
    'Name, network, proxy or the relay itself may stand in the way; the tools do not tell which.',
    '域名、网络、代理或中转站本身都可能有问题，而工具不会告诉您是哪一个。',
  ),
  remedy: text(
    'Go by the layer that the finding names: name, network, proxy, time limit.',
    '按结果指出的层级处理：域名、网络、代理或超时。',
  ),
})
