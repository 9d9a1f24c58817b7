import { text } from '../../../../shared/model/text'
import type { Edit } from '../../files/editor'
import { stringAt, valueAt } from '../../tools/values'
import type { Check, Verdict } from '../check'
import { usesAuthFile } from '../codex-config'
import type { ToolFacts } from '../facts/tools'
import { edited, fileOf, files, setValue } from '../mend'
import { repaired } from '../repair'
import { fact } from '../seen'
import { fail, ok, onTool, skip } from '../verdict'

export const codexAuthFile: Check = {
  id: 'codex-auth-file',
  group: 'settings',
  tool: 'codex',
  title: text('Codex can read its auth.json', 'Codex 能读取 auth.json'),
  badTitle: text('Codex cannot use its auth.json', 'Codex 无法使用 auth.json'),
  why: text(
    'A byte order mark, a comma too many, an unknown auth_mode, a line break in the key or a login kept in the keyring: Codex says nothing and sends no key at all (401).',
    'BOM、多余的逗号、未知的 auth_mode、密钥中的换行，或登录保存在钥匙串：Codex 不作提示，也完全不发送密钥（401）。',
  ),
  seed: [1, 8],
  run: async (facts) =>
    onTool(facts, 'codex', (tool) => {
      if (!usesAuthFile(tool)) return skip(text('The key does not come from auth.json.', '密钥不是来自 auth.json。'))
      return judge(tool)
    }),
  fix: {
    about: text(
      'Writes auth.json so that Codex reads it, and makes Codex keep its login there.',
      '把 auth.json 改成 Codex 能读取的形式，并让 Codex 使用它。',
    ),
    async plan(facts) {
      const tool = facts.tool('codex')
      if (tool === undefined || !usesAuthFile(tool)) return undefined
      const auth = fileOf(tool, 'auth')
      if (auth === undefined) return undefined
      if (auth.syntax !== undefined) return files(repaired(auth))
      const bare = auth.text?.startsWith('\uFEFF') ? { ...auth, text: auth.text.slice(1) } : auth
      const change = await edited(bare, authEdits(tool))
      const store = storeIsKeyring(tool)
        ? await edited(fileOf(tool, 'config'), [setValue(['cli_auth_credentials_store'], 'file')])
        : undefined
      return files(change ?? (bare === auth ? undefined : { path: auth.file.path, after: bare.text, secret: true }), store)
    },
  },
}

const storeIsKeyring = ({ values }: ToolFacts): boolean => stringAt(values.config, ['cli_auth_credentials_store']) === 'keyring'

/** Known ones of 0.169; in this spelling only. */
const modes = ['apikey', 'chatgpt']

function authEdits({ values }: ToolFacts): Edit[] {
  const mode = valueAt(values.auth, ['auth_mode'])
  const key = stringAt(values.auth, ['OPENAI_API_KEY'])
  return [
    ...(mode !== undefined && mode !== 'apikey' && key !== undefined ? [setValue(['auth_mode'], 'apikey')] : []),
    ...(key !== undefined && /\s/.test(key) ? [setValue(['OPENAI_API_KEY'], key.replace(/\s+/g, ''))] : []),
  ]
}

function judge(tool: ToolFacts): Verdict {
  const auth = fileOf(tool, 'auth')
  const file = auth?.file.path
  const mode = valueAt(tool.values.auth, ['auth_mode'])
  const key = stringAt(tool.values.auth, ['OPENAI_API_KEY'])
  const bad = (en: string, zh: string, what: string, fixable = true): Verdict =>
    fail({
      cause: text(`${en}, so Codex sends no key and the relay answers 401.`, `${zh}，因此 Codex 不会发送密钥，中转站返回 401。`),
      cure: text(
        'Mend the file, or keep the key in config.toml (an option of the profile).',
        '请修复该文件，或把密钥放在 config.toml（配置中的选项）。',
      ),
      evidence: [fact(what, { tool: 'codex', file })],
      fixable,
    })
  if (storeIsKeyring(tool))
    return bad(
      'config.toml says that logins are in the keyring',
      'config.toml 指定登录保存在钥匙串',
      'cli_auth_credentials_store = "keyring"',
    )
  if (auth?.exists !== true) return bad('There is no auth.json', '没有 auth.json', 'auth.json', false)
  if (auth.text?.startsWith('\uFEFF')) return bad('auth.json starts with a byte order mark', 'auth.json 以 BOM 开头', 'BOM')
  if (auth.syntax !== undefined)
    return bad('auth.json is not valid JSON', 'auth.json 不是有效的 JSON', auth.syntax.reason.en, repaired(auth) !== undefined)
  if (mode !== undefined && !modes.includes(String(mode)))
    return bad('auth.json has an unknown auth_mode', 'auth.json 的 auth_mode 未知', `auth_mode: ${JSON.stringify(mode)}`)
  if (mode === 'chatgpt' && key !== undefined)
    return bad(
      'auth.json says that the ChatGPT login is used, not the key',
      'auth.json 指定使用 ChatGPT 登录而不是密钥',
      'auth_mode: "chatgpt"',
    )
  if (key === undefined) return bad('auth.json has no key', 'auth.json 中没有密钥', 'OPENAI_API_KEY', false)
  if (/\s/.test(key))
    return bad('The key in auth.json has a blank or line break in it', 'auth.json 里的密钥含有空白或换行', 'OPENAI_API_KEY')
  return ok(fact('OPENAI_API_KEY', { tool: 'codex', file }))
}
