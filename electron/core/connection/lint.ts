import type { ProbeFinding } from '../../../shared/model/probe'
import { text } from '../../../shared/model/text'
import { readKey } from '../api-key'
import { finding } from './findings/finding'
import { bareHost } from './net/bare-host'
import type { ProbePlan } from './plan'

const rewrite = text(
  "Write it as https://host, with the relay's own path if it has one.",
  '请写成 https://主机名；如果中转站有自己的路径，请一并写上。',
)

/** What is wrong with address and key before anything is sent: `failure` makes sending senseless. Pure. */
export function lintPlan(plan: Pick<ProbePlan, 'baseUrl' | 'api' | 'key' | 'label' | 'lint'>): {
  readonly failure?: ProbeFinding
  readonly warnings: readonly ProbeFinding[]
} {
  const failure = urlFailure(plan.baseUrl) ?? keyFailure(plan.key)
  if (failure) return { failure, warnings: [] }
  const url = new URL(plan.api)
  const ending = plan.lint.find((rule) => rule.ending.test(plan.baseUrl.trim()))
  return {
    warnings: [
      ...(ending
        ? [
            finding(
              'url',
              'url-ending',
              ending.cause,
              text(`Take the ending off, so that the tool can add its own.`, '请去掉这个结尾，工具会自己补上。'),
              { guide: 11, evidence: plan.baseUrl },
            ),
          ]
        : []),
      ...(/\/v1(?:beta)?\/v1(?:beta)?(?:\/|$)/.test(url.pathname) && !ending ? [doubled(plan.baseUrl)] : []),
      ...(url.protocol === 'http:' && !isLocal(url) ? [unprotected()] : []),
    ],
  }
}

function urlFailure(baseUrl: string): ProbeFinding | undefined {
  const bad = (code: string, cause: ReturnType<typeof text>) =>
    finding('url', code, cause, rewrite, { guide: 11, evidence: baseUrl.slice(0, 200) })
  const trimmed = baseUrl.trim()
  if (trimmed === '') return bad('url-missing', text('There is no base URL.', '没有基础地址。'))
  if (!/^https?:\/\//i.test(trimmed))
    return bad('url-scheme', text('The base URL does not begin with https://.', '基础地址不是以 https:// 开头。'))
  if (/\s/.test(trimmed)) return bad('url-blank', text('The base URL has a blank in it.', '基础地址中有空白。'))
  if (!URL.canParse(trimmed)) return bad('url-invalid', text('The base URL is no valid address.', '基础地址不是有效的网址。'))
  const { username, password, search, hash } = new URL(trimmed)
  if (username || password)
    return finding('url', 'url-login', text('The base URL has a user name or password in it.', '基础地址里含有用户名或密码。'), rewrite, {
      guide: 11,
    })
  return search || hash
    ? bad(
        'url-query',
        text('The base URL has a "?" or "#" part, after which no path can follow.', '基础地址带有“?”或“#”，后面无法再接路径。'),
      )
    : undefined
}

function keyFailure(key: string): ProbeFinding | undefined {
  const read = readKey(key)
  if ('problem' in read) return finding('url', 'key-format', read.problem.message, read.problem.hint, { guide: 1 })
  const [note] = read.notes
  if (note === undefined) return undefined
  return finding(
    'url',
    'key-format',
    text(
      'The key has something around it that does not belong to it: blanks, quotes or "Bearer".',
      '密钥前后有多余内容：空白、引号或“Bearer”。',
    ),
    text('Enter the key alone.', '请只填写密钥本身。'),
    { guide: 1 },
  )
}

const doubled = (baseUrl: string): ProbeFinding =>
  finding(
    'url',
    'url-doubled',
    text('The address gets /v1 twice.', '地址里会出现两次 /v1。'),
    text('Take one of them off.', '请去掉其中一个。'),
    { guide: 11, evidence: baseUrl },
  )

const unprotected = (): ProbeFinding =>
  finding(
    'url',
    'url-http',
    text('The URL says http: everybody on the way can read your key.', 'URL 使用 http：途中的任何人都能读取您的密钥。'),
    text('Write https:// if the relay has it.', '如果中转站支持，请改用 https://。'),
    { guide: 11 },
  )

/** This machine and private networks. */
function isLocal(url: URL): boolean {
  const host = bareHost(url.hostname)
  return /^(?:localhost|.*\.(?:localhost|local|lan|internal|home|test)|127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|::1|f[cd]|fe80)/i.test(
    host,
  )
}
