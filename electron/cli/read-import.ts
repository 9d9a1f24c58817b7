import { createReadStream } from 'node:fs'
import { text } from '../../shared/model/text'
import { LONGEST_IMPORT } from '../../shared/model/transfer'
import { refused, systemCode } from '../core/problem'

/** More bytes than any text of the allowed length has. */
const MOST_BYTES = LONGEST_IMPORT * 3

/**
 * The text of a file to import. What follows a NUL is no text, so it is not read on.
 * @throws {ProblemError} why it cannot be read, naming the file
 */
export async function readImport(file: string): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
      const end = chunk.indexOf(0)
      chunks.push(end < 0 ? chunk : chunk.subarray(0, end))
      size += chunk.length
      if (end >= 0) break
      if (size > MOST_BYTES) throw tooLarge(file)
    }
  } catch (error) {
    throw unreadable(error, file)
  }
  const content = Buffer.concat(chunks).toString('utf8')
  if (content.length > LONGEST_IMPORT) throw tooLarge(file)
  return content
}

const tooLarge = (file: string) =>
  refused(
    'import-too-long',
    text(`${file} is too large for an import.`, `${file} 过大，无法导入。`),
    text('Choose an export of fewer profiles. Nothing was changed.', '请选择包含较少配置的导出文件。没有任何内容被更改。'),
    { file },
  )

function unreadable(error: unknown, file: string): unknown {
  const code = systemCode(error)
  if (code === undefined) return error
  const reasons: Readonly<Record<string, readonly [string, string]>> = {
    ENOENT: ['it does not exist', '文件不存在'],
    EACCES: ['permission denied', '权限不足'],
    EISDIR: ['it is a folder', '这是一个文件夹'],
  }
  const [en, zh] = reasons[code] ?? [code, code]
  return refused(
    'file-unreadable',
    text(`${file} cannot be read: ${en}.`, `无法读取 ${file}：${zh}。`),
    text('Check the path. Nothing was changed.', '请检查路径。没有任何内容被更改。'),
    { file },
  )
}
