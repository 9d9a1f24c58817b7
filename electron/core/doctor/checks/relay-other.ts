import { text } from '../../../../shared/model/text'
import { relayCheck } from '../relay-check'

export const relayOther = relayCheck({
  id: 'relay-other',
  item: undefined,
  title: text('Nothing else is wrong with the relay', '中转站没有其他问题'),
  badTitle: text('Something else is wrong with the relay', '中转站有其他问题'),
  warnTitle: text('Something about the relay is odd', '中转站有些异常'),
  why: text('Whatever the connection test finds that is none of the usual troubles.', '连接测试发现的、不属于常见问题的其他情况。'),
  remedy: text('Read the finding: it names the step and what to do.', '请看结果：其中指出了步骤和处理办法。'),
})
