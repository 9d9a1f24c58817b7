import type { CurlSource, Evidence, Severity } from '../../../shared/model/finding'
import { type LocalText, text } from '../../../shared/model/text'
import type { Verdict } from './check'
import type { Facts } from './facts'
import type { ToolFacts } from './facts/tools'

interface Trouble {
  readonly cause: LocalText
  readonly cure: LocalText
  readonly evidence?: readonly Evidence[]
  readonly fixable?: boolean
  readonly curl?: CurlSource
}

export const ok = (...evidence: readonly Evidence[]): Verdict => ({ severity: 'ok', evidence })
export const skip = (cause: LocalText): Verdict => ({ severity: 'skip', evidence: [], cause })
export const warn = (trouble: Trouble): Verdict => ({ severity: 'warn', evidence: [], ...trouble })
export const fail = (trouble: Trouble): Verdict => ({ severity: 'fail', evidence: [], ...trouble })

const order: readonly Severity[] = ['fail', 'warn', 'ok', 'skip']

/** One verdict of several: the worst decides, the evidence of all that are as bad is kept. */
export function together(verdicts: readonly Verdict[]): Verdict {
  const severity = order.find((known) => verdicts.some((one) => one.severity === known)) ?? 'skip'
  const same = verdicts.filter((one) => one.severity === severity)
  const bad = verdicts.filter((one) => one.severity === 'fail' || one.severity === 'warn')
  const causes = [...new Map(bad.map((one) => [one.cause?.en, one])).values()]
  return {
    severity,
    evidence: (bad.length > 0 ? bad : same).flatMap(({ evidence }) => evidence),
    ...(causes.length === 0
      ? severity === 'skip' && same[0]?.cause !== undefined
        ? { cause: same[0].cause }
        : {}
      : { cause: joined(causes.map(({ cause }) => cause)), cure: joined([...new Set(causes.map(({ cure }) => cure))]) }),
    ...(bad.length > 0 && bad.every(({ fixable }) => fixable === false) ? { fixable: false } : {}),
    ...pick(bad),
    values: verdicts.flatMap(({ values }) => values ?? []),
  }
}

/** The worst decides what is tried by hand. */
function pick(bad: readonly Verdict[]): Pick<Verdict, 'curl'> {
  const { curl } = bad.toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity)).find((one) => one.curl !== undefined) ?? {}
  return curl === undefined ? {} : { curl }
}

function joined(texts: readonly (LocalText | undefined)[]): LocalText {
  const given = texts.filter((one): one is LocalText => one !== undefined)
  const unique = [...new Map(given.map((one) => [one.en, one])).values()]
  return text(unique.map(({ en }) => en).join(' '), unique.map(({ zh }) => zh).join(''))
}

/** Looks at every tool; `undefined` means that it has nothing to say about that tool. */
export function perTool(facts: Facts, look: (tool: ToolFacts) => Verdict | undefined): Verdict {
  const verdicts = facts.tools.flatMap((tool) => look(tool) ?? [])
  return verdicts.length === 0 ? skip(text('There is nothing to look at.', '没有可检查的内容。')) : together(verdicts)
}

/** Looks at one tool; skipped when it is not among those looked at or has no relay. */
export function onTool(facts: Facts, id: string, look: (tool: ToolFacts) => Verdict): Verdict {
  const tool = facts.tool(id)
  if (tool === undefined) return skip(notAsked)
  return look(tool)
}

export const notAsked = text('This tool was not asked about.', '未要求检查此工具。')
export const noRelay = text('No tool uses a relay.', '没有工具在使用中转站。')
export const notUsed = text('The tool does not use a relay.', '该工具没有使用中转站。')
