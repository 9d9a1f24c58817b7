import path from 'node:path'
import { text } from '../../../shared/model/text'
import type { Call } from '../call'
import { pickProfile } from '../find-profile'
import { readFilePassphrase } from '../read-file-passphrase'
import { seeHelp, usage } from '../usage'

/** Writes profiles into a file: sealed, unless `--plain` says otherwise. */
export async function exportProfiles(call: Call): Promise<undefined> {
  const { args, ui } = call
  const out = args.value('out')
  if (out === undefined) throw usage(text('"export" needs --out FILE.', '"export" 需要 --out FILE。'), seeHelp('export'))
  const plain = args.flag('plain')
  if (plain && (args.flag('passphrase-stdin') || args.flag('passphrase-env')))
    throw usage(text('--plain takes no passphrase.', '--plain 不使用口令。'), text('Leave one of them out.', '请去掉其中一个。'))
  const { checkExportPath, writeExport } = await import('../../core/transfer/write-export')
  const file = path.resolve(out)
  const force = args.flag('force')
  checkExportPath(file, force)
  const { api } = await call.openCore('terminal')
  const ids = args.positionals.length === 0 ? undefined : await named()
  const exported = await api['transfer.export'](plain ? { ids, plain } : { ids, passphrase: await readFilePassphrase(call, 'new') })
  await writeExport(file, exported.text, force)
  const { count } = exported
  ui.result({ file, count, sealed: !plain }, () =>
    plain
      ? ui.paint.warn(
          ui.say(
            text(
              `Wrote ${count} profiles to ${file}, with their API keys in plain text: whoever reads the file can use them. Delete it after the import.`,
              `已将 ${count} 个配置写入 ${file}，其中 API 密钥为明文：任何读到该文件的人都能使用它们。导入后请删除。`,
            ),
          ),
        )
      : ui.paint.good(
          ui.say(
            text(
              `Wrote ${count} profiles to ${file}, sealed. Without the passphrase nobody can open it, you included.`,
              `已将 ${count} 个配置密封写入 ${file}。没有口令，任何人（包括您）都无法打开。`,
            ),
          ),
        ),
  )
  return undefined

  async function named(): Promise<string[]> {
    const profiles = await api['profiles.list']({})
    return [...new Set(args.positionals.map((name) => pickProfile(profiles, name).id))]
  }
}
