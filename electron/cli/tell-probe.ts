import type { ProbeFinding, ProbeTimings, ProbeVerdict, RouteComparison, ToolProbeReport } from '../../shared/model/probe'
import { type LocalText, text } from '../../shared/model/text'
import { columns } from './columns'
import { plain } from './paint'
import type { Ui } from './ui'

const words: Readonly<Record<ProbeVerdict['outcome'], LocalText>> = {
  works: text('works', '正常'),
  warns: text('works, but', '可用，但'),
  reached: text('reached', '已到达'),
  fails: text('fails', '失败'),
  cancelled: text('cancelled', '已取消'),
}

/** One tool's test, as people read it: the verdict, what to do, and where the time went. */
export function tellProbe(ui: Ui, profile: string, report: ToolProbeReport): string {
  const { verdict, tool, warnings, steps } = report
  const paint = verdict.outcome === 'works' ? ui.paint.good : verdict.outcome === 'fails' ? ui.paint.bad : ui.paint.warn
  const where = verdict.outcome === 'fails' ? ` (${verdict.layer})` : ''
  const rows = steps.map(({ id, state, ms, detail }) => [
    `  ${mark[state]} ${id}`,
    ms === undefined ? '' : `${ms} ms`,
    plain(ui.say(detail)),
  ])
  return [
    `${ui.paint.bold(plain(profile))} ${tool}: ${paint(ui.say(words[verdict.outcome]))}${where}${time(report.timings)}`,
    columns(rows, (cell, _, at) => (at === 1 ? ui.paint.dim(cell) : cell)),
    ...ways(ui, report),
    ...(verdict.outcome === 'works' ? [] : told(ui, verdict)),
    ...warnings.flatMap((warning) => told(ui, warning)),
  ].join('\n')
}

const mark = { ok: '✓', warn: '!', fail: '✗', skipped: '-', unknown: '?' } as const

const time = (timings: ProbeTimings | undefined): string => (timings ? `  ${Math.round(timings.totalMs)} ms` : '')

const wayWords: Readonly<Record<RouteComparison['way'], LocalText>> = {
  direct: text('direct', '直连'),
  proxy: text('proxy', '代理'),
  system: text("system's proxy", '系统代理'),
  ipv4: text('IPv4', 'IPv4'),
  ipv6: text('IPv6', 'IPv6'),
}

/** The proxies there are, and the same request on each way side by side, phase by phase. */
function ways(ui: Ui, { route, systemProxy, compare = [] }: ToolProbeReport): string[] {
  const own = route.proxy === undefined ? [] : [[text('the tool uses', '工具使用'), `${route.proxy} (${route.variable})`] as const]
  const set = systemProxy?.proxy ?? systemProxy?.script
  const system = set === undefined ? [] : [[text('the system is set to', '系统设置为'), `${set} (${systemProxy?.source})`] as const]
  const proxies = [...own, ...system].map(([label, value]) => [`  ${ui.say(label)}`, plain(value)])
  const rows = compare.map(({ way, timings, failure }) => [
    `  ${ui.say(wayWords[way])}`,
    timings ? `${Math.round(timings.totalMs)} ms` : '–',
    timings ? phases(timings) : failure ? ui.say(failure) : '',
  ])
  return [proxies, rows].filter((each) => each.length > 0).map((each) => columns(each))
}

const phases = ({ proxyMs, dnsMs, tcpMs, tlsMs, firstByteMs }: ProbeTimings): string =>
  Object.entries({ proxy: proxyMs, dns: dnsMs, tcp: tcpMs, tls: tlsMs, 'first byte': firstByteMs })
    .flatMap(([name, ms]) => (ms === undefined ? [] : [`${name} ${ms}`]))
    .join(', ')

function told(ui: Ui, { cause, cure, evidence }: ProbeFinding): string[] {
  return [
    `  ${ui.say(cause)}`,
    `  ${ui.paint.accent(ui.say(text('hint:', '提示：')))} ${ui.say(cure)}`,
    ...(evidence ? [`  ${ui.paint.dim(plain(evidence))}`] : []),
  ]
}
