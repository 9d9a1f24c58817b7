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
  readonly after: string | undefined
  readonly touched: readonly Path[]
  readonly settings: readonly ToolSetting[]
}

/**
 * Reads a new text with a second parser: every wanted value is there, and every value that is not ours is what it was.
 * @throws {ProblemError} `edit-unverified`; nothing has been written yet
 */
export function verifyEdit({ file, format, before, after, touched, settings }: EditToVerify): void {
  if (after === undefined || after === before) return
  if (holds(readBoth(format, before ?? '', after), touched, settings)) return
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

interface Readings {
  readonly was: ConfigObject
  readonly is: ConfigObject
}

function holds(readings: Readings | undefined, touched: readonly Path[], settings: readonly ToolSetting[]): boolean {
  if (readings === undefined) return false
  const { was, is } = readings
  const settled = settings.every((setting) => {
    const found = valueAt(is, setting.path)
    return setting.op === 'set' ? sameValue(found, setting.value) : Array.isArray(found) && found.includes(setting.item)
  })
  return settled && sameValue(without(was, touched), without(is, touched))
}

/** Where the second parser refuses the user's own text already (it is stricter than the tool), the editor's reading has to do. */
function readBoth({ editor, verify }: Format, before: string, after: string): Readings | undefined {
  const was = accepted(() => verify(before))
  if (was === undefined) return { was: editor.parse(before), is: editor.parse(after) }
  const is = accepted(() => verify(after))
  return is === undefined ? undefined : { was, is }
}

/** A parser's refusal is an answer here, not a failure. */
function accepted(read: () => ConfigObject): ConfigObject | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}
