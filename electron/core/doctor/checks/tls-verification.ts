import { text } from '../../../../shared/model/text'
import { valueAt } from '../../same-value'
import type { Check } from '../check'
import type { Facts } from '../facts'
import { findOrigins } from '../facts/origins'
import { canComment, commentedOut, edited, fileOf, files, setValue } from '../mend'
import { fact } from '../seen'
import { ok, warn } from '../verdict'

const name = 'NODE_TLS_REJECT_UNAUTHORIZED'

export const tlsVerification: Check = {
  id: 'tls-verification',
  group: 'machine',
  title: text('Certificates are checked', '证书校验已开启'),
  badTitle: text('Certificates are not checked', '证书校验被关闭'),
  why: text(
    'NODE_TLS_REJECT_UNAUTHORIZED=0 lets anyone on the way read your key. Codex does not heed it at all. A missing CA is cured by adding it.',
    'NODE_TLS_REJECT_UNAUTHORIZED=0 会让途中的任何人读到您的密钥，而且 Codex 完全不理会它。缺少 CA 应通过添加 CA 来解决。',
  ),
  seed: [13],
  async run(facts) {
    const inFile = inSettings(facts)
    const inShell = (await facts.terminal())[name] === '0' || facts.place.env[name] === '0'
    const origins = (await findOrigins(facts.place, [name])).filter(({ value }) => value === '0')
    if (!inFile && !inShell && origins.length === 0) return ok()
    const file = facts.tools.map((tool) => fileOf(tool, 'settings')?.file.path)[0]
    return warn({
      cause: text(
        `${name}=0 switches the check of certificates off: others can read the key on its way.`,
        `${name}=0 关闭了证书校验：密钥可能在途中被他人读取。`,
      ),
      cure: text(
        'Take it out. If the relay has a certificate of its own, save its CA and name it in NODE_EXTRA_CA_CERTS (Claude Code, Gemini CLI) and SSL_CERT_FILE (Codex).',
        '请去掉它。如果中转站使用自有证书，请保存其 CA，并在 NODE_EXTRA_CA_CERTS（Claude Code、Gemini CLI）和 SSL_CERT_FILE（Codex）中指定。',
      ),
      evidence: [
        ...(inFile ? [fact(`env.${name}`, { file })] : []),
        ...origins.map(({ file: place, line }) => fact(`${name}=0`, { file: place, line })),
        ...(inShell && origins.length === 0 ? [fact(`${name}=0`)] : []),
      ],
      fixable: inFile || origins.some((origin) => canComment(origin, facts.place.home)),
    })
  },
  fix: {
    about: text(
      'Comments the variable out in your start-up files and blanks it in settings.json.',
      '在启动文件中注释掉该变量，并在 settings.json 中置空。',
    ),
    async plan(facts) {
      const origins = (await findOrigins(facts.place, [name])).filter(({ value }) => value === '0')
      const day = facts.now.toISOString().slice(0, 10)
      const lines = commentedOut(
        origins,
        facts.place.home,
        `Switchyard ${day}: commented out, because it switches the check of certificates off.`,
      )
      const tool = facts.tools.find((one) => valueAt(one.values.settings, ['env', name]) !== undefined)
      const blank = tool === undefined ? undefined : await edited(fileOf(tool, 'settings'), [setValue(['env', name], '1')])
      return files(blank, ...(lines?.kind === 'files' ? lines.files : []))
    },
  },
}

const inSettings = ({ tools }: Facts): boolean => tools.some(({ values }) => String(valueAt(values.settings, ['env', name]) ?? '') === '0')
