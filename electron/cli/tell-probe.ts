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

/** The proxies there are, and the same request on each way side by side. */
function ways(ui: Ui, { route, systemProxy, compare = [] }: ToolProbeReport): string[] {
  const own =
    route.proxy === undefined ? [] : [[`  ${ui.say(text("the tool's proxy", '工具使用的代理'))}`, `${route.proxy} (${route.variable})`]]
  const system = systemProxy?.proxy ?? systemProxy?.script
  const others = system === undefined ? [] : [[`  ${ui.say(wayWords.system)}`, `${system} (${systemProxy?.source})`]]
  const rows = compare.map(({ way, timings, failure }) => [
    `  ${ui.say(wayWords[way])}`,
    timings ? `${Math.round(timings.totalMs)} ms` : failure ? ui.say(failure) : '–',
  ])
  const all = [...own, ...others, ...rows]
  return all.length === 0 ? [] : [columns(all.map((row) => row.map(plain)))]
}

function told(ui: Ui, { cause, cure, evidence }: ProbeFinding): string[] {
  return [
    `  ${ui.say(cause)}`,
    `  ${ui.paint.accent(ui.say(text('hint:', '提示：')))} ${ui.say(cure)}`,
    ...(evidence ? [`  ${ui.paint.dim(plain(evidence))}`] : []),
  ]
}
