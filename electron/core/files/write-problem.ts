import type { Problem } from '../../../shared/model/switch'
import { type LocalText, text } from '../../../shared/model/text'
import { ProblemError } from '../../../shared/transport'
import { systemCode } from '../problem'

interface Explained {
  readonly code: string
  readonly message: (file: string) => LocalText
  readonly hint: LocalText
}

const denied: Explained = {
  code: 'file-unwritable',
  message: (file) => text(`${file} cannot be written: permission denied.`, `无法写入 ${file}：权限不足。`),
  hint: text(
    'Give your user access to the file and its folder (chmod u+rw), then try again.',
    '请为当前用户授予该文件及其文件夹的写入权限（chmod u+rw），然后重试。',
  ),
}
const locked: Explained = {
  code: 'file-locked',
  message: (file) => text(`${file} is held by another program.`, `${file} 正被其他程序占用。`),
  hint: text('Close the program that has it open, then try again.', '请关闭占用该文件的程序，然后重试。'),
}
const full: Explained = {
  code: 'disk-full',
  message: (file) => text(`No space is left on the disk of ${file}.`, `${file} 所在磁盘空间不足。`),
  hint: text('Free some space, then try again.', '请释放一些空间，然后重试。'),
}
const gone: Explained = {
  code: 'folder-gone',
  message: (file) => text(`The folder of ${file} is gone.`, `${file} 所在的文件夹已不存在。`),
  hint: text('Someone removed it meanwhile. Try again.', '该文件夹在操作期间被删除。请重试。'),
}
const known: Readonly<Record<string, Explained>> = {
  EACCES: denied,
  EPERM: denied,
  EBUSY: locked,
  ETXTBSY: locked,
  ENOSPC: full,
  EDQUOT: full,
  ENOENT: gone,
  ENOTDIR: gone,
  EROFS: {
    code: 'read-only',
    message: (file) => text(`${file} is on a read-only file system.`, `${file} 位于只读文件系统上。`),
    hint: text('Mount it writable, or move the folder, then try again.', '请以可写方式挂载，或移动该文件夹，然后重试。'),
  },
}
const other = (code: string): Explained => ({
  code: 'write-failed',
  message: (file) => text(`Writing ${file} failed (${code}).`, `写入 ${file} 失败（${code}）。`),
  hint: text('Check the disk, then try again.', '请检查磁盘，然后重试。'),
})

/** Puts a failed write into words. `kind` tells whether anything had been changed and was taken back. Other errors pass unchanged. */
export function explainWrite(error: unknown, file: string, kind: Problem['kind']): unknown {
  if (error instanceof ProblemError) return error
  const code = systemCode(error)
  if (code === undefined) return error
  const explained = known[code] ?? other(code)
  return new ProblemError({ code: explained.code, kind, message: explained.message(file), hint: explained.hint, file })
}
