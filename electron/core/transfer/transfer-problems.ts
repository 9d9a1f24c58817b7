import { text } from '../../../shared/model/text'
import { SHORTEST_PASSPHRASE } from '../../../shared/model/transfer'
import { misused, refused } from '../problem'

export const protectionNeeded = () =>
  misused(
    'passphrase-needed',
    text(
      'An export is sealed with a passphrase, or plain when that is asked for: one of both.',
      '导出需用口令密封，或明确选择明文：二者之一。',
    ),
    text('Give a passphrase.', '请提供口令。'),
  )
export const tooShort = () =>
  misused(
    'passphrase-short',
    text(`A passphrase has at least ${SHORTEST_PASSPHRASE} characters.`, `口令至少需要 ${SHORTEST_PASSPHRASE} 个字符。`),
    text('Use several words.', '建议使用多个单词。'),
  )
export const nothingToExport = () =>
  misused('nothing-to-export', text('There is no profile to export.', '没有可导出的配置。'), text('Add one first.', '请先添加一个。'))
export const draftGone = () =>
  refused('draft-gone', text('The file is no longer kept open.', '文件内容已不再保留。'), text('Open it again.', '请重新打开该文件。'))
export const twice = () =>
  misused(
    'unknown-item',
    text('A profile of the file was named twice.', '文件中的某个配置被重复选择。'),
    text('Name each once.', '每个只选一次。'),
  )
export const consentNeeded = () =>
  misused(
    'consent-needed',
    text('What would be imported holds risks that nobody has agreed to.', '要导入的内容含有尚未确认的风险。'),
    text('Read the risks and agree to them, or leave those profiles out.', '请先阅读并确认这些风险，或不导入这些配置。'),
  )
