import { lstatSync, statSync } from 'node:fs'
import path from 'node:path'
import { text } from '../../../shared/model/text'
import { renameFile, settle, settleFolders, unlinkIfThere, writeNew } from '../files/disk'
import { uniqueName } from '../files/unique-name'
import { explainWrite } from '../files/write-problem'
import { refused, systemCode } from '../problem'

/**
 * Writes an export so that it is on the disk when this ends. Mode 0600.
 * @throws {ProblemError} `file-exists` unless `force`; `no-folder`; why it cannot be written. What was there before is then unchanged.
 */
export async function writeExport(file: string, content: string, force: boolean): Promise<void> {
  const folder = path.dirname(file)
  checkExportPath(file, force)
  const temp = force ? path.join(folder, `.${path.basename(file)}.${uniqueName()}.tmp`) : file
  try {
    await settle([writeNew(temp, content, 0o600)])
    if (force) renameFile(temp, file)
    await settleFolders([folder])
  } catch (error) {
    // `writeNew` takes nothing over, so a file that came meanwhile is not ours.
    if (systemCode(error) === 'EEXIST') throw exists(file)
    unlinkIfThere(temp)
    throw explainWrite(error, file, 'refused')
  }
}

/** Refuses a path before a passphrase is asked for. @throws {ProblemError} `file-exists`, `no-folder` */
export function checkExportPath(file: string, force: boolean): void {
  const folder = path.dirname(file)
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) throw noFolder(file, folder)
  const present = lstatSync(file, { throwIfNoEntry: false })
  if (present !== undefined && (!force || present.isDirectory())) throw exists(file)
}

const exists = (file: string) =>
  refused(
    'file-exists',
    text(`${file} exists already.`, `${file} 已存在。`),
    text('Choose another name, or overwrite it with --force.', '请换一个名称，或用 --force 覆盖。'),
    { file },
  )

const noFolder = (file: string, folder: string) =>
  refused(
    'no-folder',
    text(`There is no folder ${folder}.`, `文件夹 ${folder} 不存在。`),
    text('Make it, or choose another path.', '请先创建该文件夹，或选择其他路径。'),
    { file },
  )
