import { text } from '../../shared/model/text'
import type { ConfigObject, Path } from './files/editor'
import type { Format } from './formats'
import { refused } from './problem'
import { sameValue, valueAt, without } from './same-value'
import type { ToolSetting } from './tools/tool'

interface EditToVerify {
  readonly file: string
  readonly format: Format
  readonly before: string | undefined
  /** What the editor read in the text before. */
  readonly values: ConfigObject | undefined
  readonly after: string | undefined
  readonly touched: readonly Path[]
  readonly settings: readonly ToolSetting[]
}

/**
 * Reads a new text with a second parser: every wanted value is there, and every value that is not ours is what it was.
 * @returns what it read; undefined where there is to be no file
 * @throws {ProblemError} `edit-unverified`; nothing has been written yet
 */
export function verifyEdit({ file, format, before, values, after, touched, settings }: EditToVerify): ConfigObject | undefined {
  if (after === undefined || after === before) return after === undefined ? undefined : values
  const is = readAgain(format, before ?? '', after)
  if (is !== undefined && holds(values ?? {}, is, touched, settings)) return is
  throw refused(
    'edit-unverified',
    text(`The new text of ${file} failed its check, so it was not written.`, `${file} 的新内容未通过校验，因此未写入。`),
    text(
      'Please report this with the shape of the file (without keys). Nothing was changed.',
      '请附上文件结构（不含密钥）报告此问题。没有任何内容被更改。',
    ),
    { file },
  )
}

function holds(was: ConfigObject, is: ConfigObject, touched: readonly Path[], settings: readonly ToolSetting[]): boolean {
  const settled = settings.every((setting) => {
    const found = valueAt(is, setting.path)
    return setting.op === 'set' ? sameValue(found, setting.value) : Array.isArray(found) && found.includes(setting.item)
  })
  return settled && sameValue(without(was, touched), without(is, touched))
}

/** Where the second parser refuses the user's own text already (it is stricter than the tool), the editor's reading has to do. */
function readAgain({ editor, verify }: Format, before: string, after: string): ConfigObject | undefined {
  const is = accepted(() => verify(after))
  if (is !== undefined || accepted(() => verify(before)) !== undefined) return is
  return accepted(() => editor.parse(after))
}

/** A parser's refusal is an answer here, not a failure. */
function accepted(read: () => ConfigObject): ConfigObject | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}
