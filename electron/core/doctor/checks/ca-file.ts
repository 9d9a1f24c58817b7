import { existsSync } from 'node:fs'
import { text } from '../../../../shared/model/text'
import type { ConfigValue } from '../../files/editor'
import { valueAt } from '../../same-value'
import type { Check, Verdict } from '../check'
import { fact, seen } from '../seen'
import { fail, ok, skip, together, warn } from '../verdict'

const names = ['NODE_EXTRA_CA_CERTS', 'SSL_CERT_FILE', 'CODEX_CA_CERTIFICATE', 'SSL_CERT_DIR'] as const

export const caFile: Check = {
  id: 'ca-file',
  group: 'machine',
  title: text('Extra certificates are where the tools look', '额外的证书文件可用'),
  badTitle: text('Extra certificates are not found by the tools', '工具找不到额外的证书文件'),
  why: text(
    'A CA file that is not there is passed over with a warning that nobody sees. Codex reads SSL_CERT_FILE or CODEX_CA_CERTIFICATE only, Gemini CLI reads NODE_EXTRA_CA_CERTS from the shell only.',
    '不存在的 CA 文件会被忽略，而警告没人看得到。Codex 只读取 SSL_CERT_FILE 或 CODEX_CA_CERTIFICATE，Gemini CLI 只从终端读取 NODE_EXTRA_CA_CERTS。',
  ),
  remedy: text(
    'Name the CA file where each tool reads it; never switch verification off.',
    '请在各工具读取的位置指定 CA 文件；不要关闭证书验证。',
  ),
  seed: [13],
  async run(facts) {
    const env = { ...facts.place.env, ...(await facts.terminal()) }
    const inShell = names.map((name) => [name, env[name] as ConfigValue | undefined] as const)
    const inFiles = facts.tools.flatMap(({ values }) => names.map((name) => [name, valueAt(values.settings, ['env', name])] as const))
    // Codex is a Rust program: no variable of Node's reaches it (0.169).
    const codexIsUsed = facts.tool('codex')?.usesRelay === true
    const isCovered = inShell.some(([name, value]) => name !== 'NODE_EXTRA_CA_CERTS' && typeof value === 'string' && value !== '')
    const forCodex = (name: string) =>
      name === 'NODE_EXTRA_CA_CERTS' && codexIsUsed && !isCovered
        ? [
            seen(
              'Codex does not read it: for a CA of your own set SSL_CERT_FILE too.',
              'Codex 不读取它：如使用自有 CA，请同时设置 SSL_CERT_FILE。',
              { tool: 'codex' },
            ),
          ]
        : []
    const set = [...inShell, ...inFiles].filter(
      (entry): entry is readonly [(typeof names)[number], string] => typeof entry[1] === 'string' && entry[1] !== '',
    )
    const tooLate = facts.tools.find(({ values }) => valueAt(values.env, ['NODE_EXTRA_CA_CERTS']) !== undefined)
    const verdicts = set.map(
      ([name, path]): Verdict =>
        existsSync(path)
          ? ok(fact(`${name}=${path}`), ...forCodex(name))
          : fail({
              cause: text(
                `${name} names a file that is not there, so its certificates are not trusted.`,
                `${name} 指定的文件不存在，其中的证书不会被信任。`,
              ),
              cure: text('Correct the path, or save the CA there.', '请修正路径，或把 CA 保存到那里。'),
              evidence: [fact(`${name}=${path}`)],
            }),
    )
    if (tooLate !== undefined)
      verdicts.push(
        warn({
          cause: text(
            'NODE_EXTRA_CA_CERTS in .env comes too late: Node reads it only from the shell.',
            '写在 .env 里的 NODE_EXTRA_CA_CERTS 为时已晚：Node 只从终端读取它。',
          ),
          cure: text("Set it in your shell's start-up file.", '请写到 shell 的启动文件中。'),
          evidence: [fact('NODE_EXTRA_CA_CERTS', { tool: tooLate.id })],
        }),
      )
    return verdicts.length === 0 ? skip(text('None is set.', '没有设置。')) : together(verdicts)
  },
}
