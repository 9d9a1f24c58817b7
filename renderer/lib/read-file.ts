import { text } from '../../shared/model/text'
import { LONGEST_IMPORT } from '../../shared/model/transfer'
import { ProblemError } from '../../shared/transport'

/**
 * The text of a chosen file, up to the first NUL: what follows is no text.
 * @throws {ProblemError} `import-too-long`, or when it cannot be read
 */
export async function readFile(file: File): Promise<string> {
  const content = await contentOf(file)
  const end = content.indexOf('\0')
  const readable = end < 0 ? content : content.slice(0, end)
  if (readable.length <= LONGEST_IMPORT) return readable
  throw new ProblemError({
    code: 'import-too-long',
    kind: 'refused',
    file: file.name,
    message: text('The file is too large for an import.', '文件过大，无法导入。'),
    hint: text('Choose an export of fewer profiles.', '请选择包含较少配置的导出文件。'),
  })
}

async function contentOf(file: File): Promise<string> {
  try {
    // Somewhat more than is taken, so that the answer can say that it is too much.
    return await file.slice(0, LONGEST_IMPORT * 3 + 1).text()
  } catch (error) {
    throw new ProblemError({
      code: 'file-unreadable',
      kind: 'refused',
      file: file.name,
      message: text(`The file cannot be read: ${String(error)}`, `无法读取该文件：${String(error)}`),
      hint: text('Choose it again.', '请重新选择。'),
    })
  }
}
