import { type LocalText, text } from '../../../shared/model/text'
import type { ProblemError } from '../../../shared/transport'
import { refused } from '../problem'
import type { TransferFile } from './portable'

type Named = Pick<TransferFile, 'name'>

const where = ({ name }: Named, line?: number) => ({ ...(name !== undefined && { file: name }), ...(line !== undefined && { line }) })
const called = ({ name }: Named): LocalText => (name === undefined ? text('The file', '该文件') : text(name, name))
const unchanged = text('Nothing was changed.', '没有任何内容被更改。')
const also = (hint: LocalText): LocalText => text(`${hint.en} ${unchanged.en}`, `${hint.zh}${unchanged.zh}`)

export const tooLong = (file: Named): ProblemError =>
  refused(
    'import-too-long',
    text(`${called(file).en} is too large for an import.`, `${called(file).zh} 过大，无法导入。`),
    also(text('Export fewer profiles into one file.', '请将较少的配置导出到一个文件。')),
    where(file),
  )

export const notWhole = (file: Named, line?: number): ProblemError =>
  refused(
    'import-damaged',
    text(`${called(file).en} is not whole, or was altered.`, `${called(file).zh} 不完整或已被改动。`),
    also(text('Copy it again, or make a new export.', '请重新复制该文件，或重新导出。')),
    where(file, line),
  )

export const tooDeep = (file: Named): ProblemError =>
  refused(
    'import-damaged',
    text(`${called(file).en} is nested too deep to be an export.`, `${called(file).zh} 嵌套过深，不是导出文件。`),
    also(text('Choose another file.', '请选择其他文件。')),
    where(file),
  )

export const forbiddenName = (file: Named, name: string): ProblemError =>
  refused(
    'import-hostile',
    text(`${called(file).en} uses the name "${name}", which no export has.`, `${called(file).zh} 使用了导出文件不会有的名称“${name}”。`),
    also(text('Do not trust this file.', '请不要信任此文件。')),
    where(file),
  )

export const newer = (file: Named): ProblemError =>
  refused(
    'newer-version',
    text(`${called(file).en} was written by a newer Switchyard.`, `${called(file).zh} 由更新版本的 Switchyard 写入。`),
    also(text('Update Switchyard, then try again.', '请更新 Switchyard 后重试。')),
    where(file),
  )

export const notAnImport = (file: Named): ProblemError =>
  refused(
    'not-an-import',
    text(`${called(file).en} is nothing that Switchyard can import.`, `${called(file).zh} 不是 Switchyard 可导入的文件。`),
    also(
      text(
        'It takes its own exports, the SQL export or config.json of CC-Switch, and files of import links.',
        '可导入：Switchyard 的导出文件、CC-Switch 的 SQL 导出或 config.json，以及含导入链接的文件。',
      ),
    ),
    where(file),
  )

/** Node 20 reads no SQLite without a native module. */
export const isDatabase = (file: Named): ProblemError =>
  refused(
    'import-database',
    text(
      `${called(file).en} is a SQLite database, which Switchyard does not read.`,
      `${called(file).zh} 是 SQLite 数据库，Switchyard 无法读取。`,
    ),
    also(
      text(
        'In CC-Switch, open Settings, export the configuration as a .sql file, and import that.',
        '请在 CC-Switch 的设置中将配置导出为 .sql 文件，再导入该文件。',
      ),
    ),
    where(file),
  )

export const wrongPassphrase = (file: Named): ProblemError =>
  refused(
    'wrong-passphrase',
    text(`This passphrase does not open ${called(file).en}.`, `此口令无法打开 ${called(file).zh}。`),
    text('Enter the passphrase that was chosen for the export.', '请输入导出时设置的口令。'),
    where(file),
  )

/** One profile of the file is not as Switchyard writes it. `which` is its name or number. */
export const badProfile = (file: Named, which: string, message: LocalText, hint?: LocalText): ProblemError =>
  refused(
    'import-invalid',
    text(`${called(file).en}, profile ${which}: ${message.en}`, `${called(file).zh}，配置 ${which}：${message.zh}`),
    also(hint ?? text('Make a new export.', '请重新导出。')),
    where(file),
  )
