import { text } from '../../../../shared/model/text'
import type { Path } from '../../files/editor'
import { valueAt } from '../../same-value'
import type { Check } from '../check'
import type { Facts } from '../facts'
import { findOrigins, type Origin } from '../facts/origins'
import { isLoopback } from '../facts/ports'
import type { FileFacts, ToolFacts } from '../facts/tools'
import { canComment, commentedOut, edited, fileOf, files, setValue } from '../mend'
import { type ProxyVariable, proxiesIn, proxyNames } from '../proxy'
import { fact } from '../seen'
import { fail, ok, skip } from '../verdict'

export const proxyDead: Check = {
  id: 'proxy-dead',
  group: 'machine',
  title: text('The proxy on this machine is running', '本机代理正在运行'),
  badTitle: text('A proxy on this machine does not run', '本机代理没有运行'),
  why: text(
    'When the proxy program is closed but its variable stays, every request fails: Codex waits for network for ever, Gemini CLI says “fetch failed”.',
    '代理程序已关闭而变量还在时，所有请求都会失败：Codex 会一直“waiting for network”，Gemini CLI 提示“fetch failed”。',
  ),
  seed: [6],
  async run(facts) {
    const all = await proxies(facts)
    if (all.length === 0) return skip(text('No proxy is set.', '没有设置代理。'))
    const dead = await deadOnes(facts)
    if (dead.length === 0) return ok(...all.map(({ name, host, port }) => fact(`${name}: ${host}:${port}`)))
    const origins = await originsOf(facts, dead)
    const inFiles = dead.filter(({ place }) => place !== undefined)
    return fail({
      cause: text(
        `${dead.map(({ name, host, port }) => `${name} (${host}:${port})`).join(', ')} names a proxy that does not answer.`,
        `${dead.map(({ name, host, port }) => `${name}（${host}:${port}）`).join('、')} 指定的代理没有响应。`,
      ),
      cure: text(
        'Start the proxy program, or take the variable out and open a new terminal.',
        '请启动代理程序，或去掉该变量并打开新终端。',
      ),
      evidence: dead.flatMap(({ name, host, port, place }) => {
        if (place !== undefined) return [fact(`${name}: ${host}:${port}`, { tool: place.tool.id, file: place.file.file.path })]
        const places = origins.filter((origin) => origin.name === name)
        return places.length === 0
          ? [fact(`${name}: ${host}:${port}`)]
          : places.map(({ file, line }) => fact(`${name}: ${host}:${port}`, { file, line }))
      }),
      fixable: inFiles.length > 0 || origins.some((origin) => canComment(origin, facts.place.home)),
    })
  },
  fix: {
    about: text(
      "Comments the lines out in your start-up files, with a note, and blanks the variable in the tools' own files.",
      '在启动文件中注释掉这些行并加上说明，并在工具自己的文件中把变量置空。',
    ),
    async plan(facts) {
      const dead = await deadOnes(facts)
      const origins = await originsOf(facts, dead)
      const day = facts.now.toISOString().slice(0, 10)
      const lines = commentedOut(origins, facts.place.home, `Switchyard ${day}: commented out, because this proxy does not answer.`)
      const places = dead.flatMap(({ place }) => place ?? [])
      const own = await Promise.all(
        [...new Set(places.map(({ file }) => file))].map((file) =>
          edited(
            file,
            places.filter((one) => one.file === file).map(({ path }) => setValue(path, '')),
          ),
        ),
      )
      return files(...(lines?.kind === 'files' ? lines.files : []), ...own)
    },
  },
}

/** A proxy, and where it stands when that is a file of a tool's. */
interface FoundProxy extends ProxyVariable {
  readonly place?: { readonly tool: ToolFacts; readonly file: FileFacts; readonly path: Path }
}

/** Those of this process, of a new terminal, and of the tools' own files. */
async function proxies(facts: Facts): Promise<readonly FoundProxy[]> {
  const both = [...proxiesIn(facts.place.env), ...proxiesIn(await facts.terminal())]
  return [...new Map(both.map((one) => [`${one.name}=${one.value}`, one])).values(), ...facts.tools.flatMap(inFilesOf)]
}

/** Claude Code takes them from `env` of settings.json, Gemini CLI from .env (2.1.330, 0.61). */
function inFilesOf(tool: ToolFacts): readonly FoundProxy[] {
  const holders = [
    ['settings', ['env']],
    ['env', []],
  ] as const
  return holders.flatMap(([id, above]) => {
    const file = fileOf(tool, id)
    if (file === undefined) return []
    const said = proxyNames.map((name) => [name, valueAt(file.values, [...above, name])] as const)
    const env = Object.fromEntries(said.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])))
    return proxiesIn(env).map((proxy) => ({ ...proxy, place: { tool, file, path: [...above, proxy.name] } }))
  })
}

async function deadOnes(facts: Facts): Promise<readonly FoundProxy[]> {
  const local = (await proxies(facts)).filter(({ host }) => isLoopback(host))
  const open = await Promise.all(local.map(({ host, port }) => facts.isOpen(host, port)))
  return local.filter((_, index) => open[index] === false)
}

async function originsOf(facts: Facts, dead: readonly FoundProxy[]): Promise<readonly Origin[]> {
  const ofShell = dead.filter(({ place }) => place === undefined)
  const found = ofShell.length === 0 ? [] : await findOrigins(facts.place, proxyNames)
  return found.filter(({ name }) => ofShell.some((one) => one.name === name))
}
