import { text } from '../../shared/model/text'
import { misused } from './problem'

const longest = 40
const most = 20

/**
 * Tags as they are stored: without blanks around them, each once, whatever its case.
 * @throws {ProblemError} kind `usage` with the cure
 */
export function cleanTags(tags: readonly string[]): readonly string[] {
  const clean = new Map<string, string>()
  for (const tag of tags.map((each) => each.normalize('NFC').trim()).filter(Boolean)) {
    if (tag.length > longest || /\p{Cc}|,/u.test(tag))
      throw misused(
        'bad-tag',
        text('A tag is too long, or holds a comma or control characters.', '标签过长，或含有逗号或控制字符。'),
        text(`Use up to ${longest} ordinary characters for each tag.`, `每个标签请使用不超过 ${longest} 个普通字符。`),
      )
    if (!clean.has(tag.toLowerCase())) clean.set(tag.toLowerCase(), tag)
  }
  if (clean.size > most)
    throw misused('bad-tag', text('There are too many tags.', '标签太多。'), text(`Use up to ${most}.`, `最多 ${most} 个。`))
  return [...clean.values()]
}
