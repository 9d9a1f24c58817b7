import type { PasteRisk } from '../../../shared/model/paste'
import { text } from '../../../shared/model/text'
import { isPrivateHost } from '../base-url-host'
import type { Reading } from './reading'

/** Variables that make a program load code, change what it runs, or send its traffic elsewhere. */
const hijacks =
  /^(?:NODE_OPTIONS|NODE_PATH|NODE_EXTRA_CA_CERTS|NODE_TLS_REJECT_UNAUTHORIZED|LD_\w+|DYLD_\w+|PATH|PYTHONPATH|PYTHONSTARTUP|PERL5OPT|RUBYOPT|BASH_ENV|ZDOTDIR|PROMPT_COMMAND|SHELL|EDITOR|GIT_SSH_COMMAND|SSL_CERT_\w+|(?:HTTPS?|ALL|NO)_PROXY)$/i
/** Settings that name a command or a script. */
const commands =
  /^(?:apiKeyHelper|awsAuthRefresh|awsCredentialExport|gcpAuthRefresh|otelHeadersHelper|hooks|statusLine|mcpServers|mcp_servers|notify|usageScript|usage_script|script|command|auth_command)$/

/** How a setting of this name can run foreign code or divert traffic; undefined when it cannot. */
export function dangerOf(name: string): 'env-runs-code' | 'setting-runs-code' | undefined {
  if (hijacks.test(name)) return 'env-runs-code'
  return commands.test(name) ? 'setting-runs-code' : undefined
}

/** Adds the risk of a name that runs code or diverts traffic, once per name. */
export function runsCode(reading: Reading, name: string): void {
  const danger = dangerOf(name)
  if (danger === undefined) return
  if (reading.risks.some(({ evidence }) => evidence === name)) return
  reading.risks.push({
    id: danger,
    message:
      danger === 'env-runs-code'
        ? text(
            `It sets ${name}, which can run foreign code or divert your traffic. Switchyard leaves it out.`,
            `其中设置了 ${name}，可能运行外部代码或改变流量去向。Switchyard 不会写入它。`,
          )
        : text(
            `It carries "${name}", which can run a command. Switchyard leaves it out.`,
            `其中带有“${name}”，可能运行命令。Switchyard 不会写入它。`,
          ),
    evidence: name,
    consent: true,
  })
}

const brands = ['anthropic', 'openai', 'googleapis', 'google', 'claude', 'gemini', '3xcoder']

/** A label as the eye takes it: signs that look alike are one. */
const skeleton = (label: string): string =>
  label
    .toLowerCase()
    .replace(/rn/g, 'm')
    .replace(/vv/g, 'w')
    .replace(/[1il|]/g, 'l')
    .replace(/0/g, 'o')
    .replace(/5/g, 's')

/**
 * What speaks against a host. A relay in one's own network is ordinary when the user copied it by hand, and an attack when a link brings it.
 * @param url as `readRelayUrl` gives it
 */
export function hostRisks(url: string, link: boolean): readonly PasteRisk[] {
  const { protocol, hostname } = new URL(url)
  const labels = hostname.split('.')
  const at = (id: string, consent: boolean, en: string, zh: string): PasteRisk => ({
    id,
    message: text(en, zh),
    evidence: hostname,
    consent,
  })
  const risks: PasteRisk[] = []
  const local = isPrivateHost(hostname)
  if (local) risks.push(at('private-host', link, 'The relay is on this machine or in your own network.', '该中转站位于本机或内网。'))
  if (protocol === 'http:')
    risks.push(
      at(
        'plain-http',
        link || !local,
        'The address is plain http: whoever is on the way can read your key.',
        '该地址是明文 http：途中任何人都能读到密钥。',
      ),
    )
  if (labels.some((label) => label.startsWith('xn--')))
    risks.push(
      at(
        'look-alike',
        true,
        'The host has letters of other alphabets, which can imitate a known name.',
        '主机名含有其他字母表的字符，可能在冒充知名网站。',
      ),
    )
  const twin = labels.map((label) => brands.find((brand) => label !== brand && skeleton(label) === skeleton(brand))).find(Boolean)
  if (twin !== undefined)
    risks.push(at('look-alike', true, `The host looks like "${twin}" but is another one.`, `主机名看起来像“${twin}”，但并不是。`))
  return risks
}
