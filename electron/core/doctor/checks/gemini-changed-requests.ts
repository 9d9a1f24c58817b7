import { text } from '../../../../shared/model/text'
import type { Check, FixFile } from '../check'
import { credentialHeaders, type HeaderList, withoutCredentials } from '../credential-headers'
import type { Facts } from '../facts'
import type { ToolFacts } from '../facts/tools'
import { canMend, type InForce, inForce, wantedBy } from '../gemini-variable'
import { commentedOut, edited, fileOf, files, setValue } from '../mend'
import { seen } from '../seen'
import { fail, notAsked, notUsed, ok, skip, together } from '../verdict'

const VERSION = 'GOOGLE_GENAI_API_VERSION'
const HEADERS = 'GEMINI_CLI_CUSTOM_HEADERS'
const USUAL = 'v1beta'

/** A comma begins an entry only before a name (0.61). */
const list: HeaderList = { split: /,(?=\s*[^,:]+:)/, join: ',' }

export const geminiChangedRequests: Check = {
  id: 'gemini-changed-requests',
  group: 'settings',
  tool: 'gemini',
  title: text('No variable changes what Gemini CLI sends', '没有变量改变 Gemini CLI 发送的请求'),
  badTitle: text('A variable changes what Gemini CLI sends', '有变量改变了 Gemini CLI 发送的请求'),
  why: text(
    `${HEADERS} can put another key in place of the right one (401), and ${VERSION} leads to another path than /v1beta (404). Neither shows in the settings, and the test of the connection sends neither.`,
    `${HEADERS} 可能用别的密钥替换正确的密钥（401），${VERSION} 会改用 /v1beta 以外的路径（404）。设置里看不出来，连接测试也不会发送它们。`,
  ),
  seed: [1, 3, 9],
  async run(facts) {
    const tool = facts.tool('gemini')
    if (tool === undefined) return skip(notAsked)
    if (!tool.usesRelay) return skip(notUsed)
    const troubles = await troublesOf(facts, tool)
    if (troubles.length === 0) return ok()
    return together(
      troubles.map(({ name, found, says }) =>
        fail({
          ...says,
          evidence: [seen(name, name, { tool: 'gemini', file: found.file })],
          fixable: canMend(facts, found),
        }),
      ),
    )
  },
  fix: {
    about: text(
      'Comments the variable out in your start-up files. In .gemini/.env: sets the version back to v1beta, and takes the headers with a key out.',
      '在启动文件中注释掉该变量；在 .gemini/.env 中把版本改回 v1beta，并去掉带密钥的请求头。',
    ),
    async plan(facts) {
      const tool = facts.tool('gemini')
      const troubles = tool === undefined ? [] : await troublesOf(facts, tool)
      const day = facts.now.toISOString().slice(0, 10)
      const origins = troubles.flatMap(({ found }) => found.origins)
      const inShell = commentedOut(
        origins,
        facts.place.home,
        `Switchyard ${day}: commented out, because it changes what is sent to the relay.`,
      )
      const own = troubles.filter(({ found }) => found.layer === 'env').map(({ name, instead }) => setValue([name], instead))
      const inEnv = own.length === 0 || tool === undefined ? undefined : await edited(fileOf(tool, 'env'), own)
      return files(...filesOf(inShell), inEnv)
    },
  },
}

const filesOf = (plan: ReturnType<typeof commentedOut>): readonly FixFile[] => (plan?.kind === 'files' ? plan.files : [])

interface Trouble {
  readonly name: string
  readonly found: InForce
  readonly says: Pick<Parameters<typeof fail>[0], 'cause' | 'cure'>
  /** What does no harm in its place. */
  readonly instead: string
}

/** What a profile asks for is not its trouble. */
async function troublesOf(facts: Facts, tool: ToolFacts): Promise<readonly Trouble[]> {
  const [version, headers] = await Promise.all([VERSION, HEADERS].map((name) => inForce(facts, tool, name)))
  const named = headers === undefined ? [] : credentialHeaders(headers.value, list)
  const cure = text(
    'Take the variable away, or put it among the further settings of the profile if the relay needs it.',
    '请去掉该变量；如果中转站需要它，请写进配置的其他设置。',
  )
  return [
    ...(version === undefined || version.value.trim() === '' || [USUAL, wantedBy(tool, VERSION)].includes(version.value)
      ? []
      : [
          {
            name: VERSION,
            found: version,
            instead: USUAL,
            says: {
              cause: text(
                `${VERSION}=${version.value} makes Gemini CLI ask for /${version.value}/models in place of /${USUAL}/models.`,
                `${VERSION}=${version.value} 让 Gemini CLI 请求 /${version.value}/models，而不是 /${USUAL}/models。`,
              ),
              cure,
            },
          },
        ]),
    ...(headers === undefined || named.length === 0 || wantedBy(tool, HEADERS) === headers.value
      ? []
      : [
          {
            name: HEADERS,
            found: headers,
            instead: withoutCredentials(headers.value, list),
            says: {
              cause: text(
                `${HEADERS} makes Gemini CLI send a key of its own in ${named.join(', ')}, which the relay takes in place of yours.`,
                `${HEADERS} 让 Gemini CLI 在 ${named.join('、')} 中发送另一个密钥，中转站会以它为准。`,
              ),
              cure,
            },
          },
        ]),
  ]
}
