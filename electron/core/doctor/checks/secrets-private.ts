import { text } from '../../../../shared/model/text'
import { secretsIn } from '../../secrets'
import type { Check, FixFile } from '../check'
import type { Facts } from '../facts'
import type { FileFacts } from '../facts/tools'
import { files } from '../mend'
import { fact } from '../seen'
import { ok, skip, warn } from '../verdict'

export const secretsPrivate: Check = {
  id: 'secrets-private',
  group: 'files',
  title: text('Keys are readable by you alone', '密钥只有您能读取'),
  badTitle: text('Others can read your keys', '其他人可以读取您的密钥'),
  why: text('Whoever can read the file can use your key.', '能读到文件的人就能使用您的密钥。'),
  seed: [8],
  async run(facts) {
    if (facts.place.platform === 'win32') return skip(text('Windows keeps the home folder private.', 'Windows 的用户文件夹默认私有。'))
    const open = openFiles(facts)
    if (open.length === 0) return ok()
    return warn({
      cause: text('Other users of this machine can read files that hold keys.', '本机其他用户可以读取含有密钥的文件。'),
      cure: text('Narrow their permissions to 600.', '请把权限收紧为 600。'),
      evidence: open.map(({ file, mode }) => fact(`${file.path} ${mode?.toString(8)}`, { file: file.path })),
    })
  },
  fix: {
    about: text('Sets the permissions of these files to 600 (read and write for you alone).', '将这些文件的权限设为 600（仅您可读写）。'),
    plan: async (facts) =>
      files(
        ...openFiles(facts).map(({ file, text: content }): FixFile => ({ path: file.path, after: content, mode: 0o600, secret: true })),
      ),
  },
}

const openFiles = ({ tools }: Facts): FileFacts[] =>
  tools.flatMap(({ files: all }) =>
    all.filter(({ mode, values }) => mode !== undefined && (mode & 0o077) !== 0 && secretsIn(values).length > 0),
  )
