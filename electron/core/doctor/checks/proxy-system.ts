import { text } from '../../../../shared/model/text'
import type { Check } from '../check'
import type { Facts } from '../facts'
import { isLoopback } from '../facts/ports'
import { proxiesIn } from '../proxy'
import { fact } from '../seen'
import { ok, skip, warn } from '../verdict'

export const proxySystem: Check = {
  id: 'proxy-system',
  group: 'machine',
  title: text("The system's proxy does not make a difference", '系统代理没有造成差别'),
  badTitle: text("The tools do not use the system's proxy", '工具没有使用系统代理'),
  why: text(
    'A browser goes through the proxy of the system settings, the tools only through HTTPS_PROXY: a relay then opens in the browser and not in the tool.',
    '浏览器使用系统设置中的代理，而工具只认 HTTPS_PROXY：于是浏览器能打开中转站，工具却不能。',
  ),
  remedy: text(
    "Set HTTPS_PROXY to the address of the system's proxy, in your start-up file.",
    '请在启动文件中把 HTTPS_PROXY 设为系统代理的地址。',
  ),
  seed: [6],
  async run(facts) {
    const proxy = await facts.systemProxy()
    if (proxy === undefined) return skip(text('The system has no proxy, or does not tell.', '系统没有设置代理，或未提供该信息。'))
    const address = `${proxy.host}:${proxy.port}`
    const evidence = [fact(`${address}`)]
    if (isLoopback(proxy.host) && !(await facts.isOpen(proxy.host, proxy.port)))
      return warn({
        cause: text(
          `The system's proxy ${address} does not answer: browsers are cut off, the tools go straight to the relay.`,
          `系统代理 ${address} 没有响应：浏览器无法上网，而工具会直接连接中转站。`,
        ),
        cure: text('Start the proxy program, or switch the proxy off in the system settings.', '请启动代理程序，或在系统设置中关闭代理。'),
        evidence,
      })
    if (proxiesIn(await facts.terminal()).length > 0 || !(await isCutOff(facts))) return ok(...evidence)
    return warn({
      cause: text(
        `A tool cannot reach its relay, and it does not use the system's proxy ${address} as your browser does.`,
        `工具无法连接中转站，而且它不像浏览器那样使用系统代理 ${address}。`,
      ),
      cure: text(
        `Set HTTPS_PROXY=http://${address} (and NO_PROXY=127.0.0.1,localhost) in your start-up file, then open a new terminal.`,
        `请在启动文件中设置 HTTPS_PROXY=http://${address}（以及 NO_PROXY=127.0.0.1,localhost），然后打开新终端。`,
      ),
      evidence,
    })
  },
}

/** True when a tool with a profile was tested and got no connection. */
async function isCutOff(facts: Facts): Promise<boolean> {
  if (!facts.network) return false
  const managed = facts.tools.filter(({ profile }) => profile !== undefined)
  const reports = await Promise.all(managed.map(({ profile, id }) => facts.probes.of(profile?.id ?? '', id)))
  return reports.some((report) => report?.verdict.outcome === 'fails' && report.verdict.guide === 6)
}
