import { text } from '../../../../shared/model/text'
import type { Check, Verdict } from '../check'
import { isExempt, isLocalRelay, proxiesIn } from '../proxy'
import { fact } from '../seen'
import { ok, skip, together, warn } from '../verdict'

export const proxyRules: Check = {
  id: 'proxy-rules',
  group: 'machine',
  title: text('The proxy settings fit the relay', '代理设置与中转站相符'),
  badTitle: text('The proxy settings do not fit', '代理设置不合适'),
  why: text(
    'All three tools send requests through HTTPS_PROXY, also those to this machine; Claude Code passes over ALL_PROXY, Codex does not.',
    '三个工具都会通过 HTTPS_PROXY 发送请求，连本机地址也不例外；Claude Code 忽略 ALL_PROXY，而 Codex 会使用它。',
  ),
  remedy: text(
    'Set HTTPS_PROXY for the tools, and NO_PROXY=127.0.0.1,localhost for a relay on this machine.',
    '为工具设置 HTTPS_PROXY；中转站在本机时再设置 NO_PROXY=127.0.0.1,localhost。',
  ),
  seed: [6],
  async run(facts) {
    const env = await facts.terminal()
    const set = proxiesIn(env)
    if (set.length === 0) return skip(text('No proxy is set.', '没有设置代理。'))
    const evidence = set.map(({ name, host, port }) => fact(`${name}: ${host}:${port}`))
    const verdicts: Verdict[] = [ok(...evidence)]
    const broken = set.filter(({ host }) => host === '')
    if (broken.length > 0)
      verdicts.push(
        warn({
          cause: text(
            `${broken.map(({ name }) => name).join(', ')} is no address of a proxy.`,
            `${broken.map(({ name }) => name).join('、')} 不是有效的代理地址。`,
          ),
          cure: text('Write it as http://host:port.', '请写成 http://主机:端口。'),
          evidence: broken.map(({ name }) => fact(name)),
        }),
      )
    const local = facts.tools.filter(({ live }) => isLocalRelay(live.baseUrl) && !isExempt(new URL(live.baseUrl ?? '').hostname, env))
    if (local.length > 0)
      verdicts.push(
        warn({
          cause: text('The relay is on this machine, but requests to it go through the proxy.', '中转站在本机，但请求会经过代理。'),
          cure: text('Set NO_PROXY=127.0.0.1,localhost', '请设置 NO_PROXY=127.0.0.1,localhost'),
          evidence: local.map(({ live, id }) => fact(live.baseUrl ?? '', { tool: id })),
        }),
      )
    if (set.every(({ name }) => name.toLowerCase() === 'all_proxy') && facts.tools.some(({ usesRelay }) => usesRelay))
      verdicts.push(
        warn({
          cause: text(
            'Only ALL_PROXY is set: Codex goes through it, Claude Code does not.',
            '只设置了 ALL_PROXY：Codex 会使用它，Claude Code 不会。',
          ),
          cure: text('Set HTTPS_PROXY as well if the relay needs the proxy.', '如果访问中转站需要代理，请同时设置 HTTPS_PROXY。'),
          evidence,
        }),
      )
    return together(verdicts)
  },
}
