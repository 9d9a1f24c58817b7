import { type CurlStep, curlOfStep, type ProbeFinding, type ProbeStepId, type ToolProbeReport } from '../../../shared/model/probe'
import { type LocalText, text } from '../../../shared/model/text'
import type { Check, Verdict } from './check'
import { fact } from './seen'
import { fail, ok, skip, together, warn } from './verdict'

type Description = Pick<Check, 'id' | 'title' | 'badTitle' | 'why' | 'remedy' | 'onRequest'> & {
  /** The title of something that does not stop the tool. */
  readonly warnTitle: LocalText
  /** Trouble of the seed's list that this check answers; undefined: all that no other one does. */
  readonly item: number | undefined
}

/** The request that shows a trouble of a layer, also where the layer has none of its own. */
const byHandOf: Readonly<Partial<Record<ProbeStepId, CurlStep>>> = {
  ...curlOfStep,
  proxy: 'timing',
  tcp: 'timing',
  auth: 'models',
  model: 'answer',
}

/** A check that asks the connection tester about every tool with a profile and picks what belongs to one trouble. */
export function relayCheck({ item, warnTitle, ...description }: Description): Check {
  return {
    ...description,
    group: 'network',
    seed: item === undefined ? [] : [item],
    network: true,
    async run(facts) {
      const managed = facts.tools.filter(({ profile }) => profile !== undefined)
      if (managed.length === 0)
        return skip(
          text('No profile is active. Save the relay as a profile to have it tested.', '没有启用配置。请把中转站保存为配置后再测试。'),
        )
      const verdicts = await Promise.all(
        managed.map(async ({ profile, id }) => {
          const profileId = profile?.id ?? ''
          const report = await facts.probes.of(profileId, id)
          return report && judge(report, item, profileId)
        }),
      )
      const known = verdicts.filter((verdict) => verdict !== undefined)
      if (known.length === 0) return skip(text('The relay could not be tested here.', '此处无法测试中转站。'))
      const verdict = together(known)
      return verdict.severity === 'warn' ? { ...verdict, title: warnTitle } : verdict
    },
  }
}

function judge(report: ToolProbeReport, item: number | undefined, profileId: string): Verdict {
  const { verdict, warnings, tool, baseUrl } = report
  const mine = (finding: ProbeFinding) => finding.guide === item
  const byHand = ({ layer }: ProbeFinding) => {
    const step = byHandOf[layer]
    return step === undefined ? {} : { curl: { profileId, tool, step } }
  }
  const evidence = (finding: ProbeFinding) => [
    fact([baseUrl, finding.code, finding.evidence].filter(Boolean).join(' · '), { tool }),
    ...(finding.suggestions?.length ? [fact(finding.suggestions.join(', '), { tool })] : []),
  ]
  if (verdict.outcome === 'fails')
    return mine(verdict)
      ? fail({ cause: verdict.cause, cure: verdict.cure, evidence: evidence(verdict), ...byHand(verdict) })
      : skip(text('The test stopped before: another finding says where.', '测试在此之前就已停止，原因见其他结果。'))
  const found = [...(verdict.outcome === 'warns' ? [verdict] : []), ...warnings].filter(mine)
  if (found.length > 0)
    return together(
      found.map((finding) => warn({ cause: finding.cause, cure: finding.cure, evidence: evidence(finding), ...byHand(finding) })),
    )
  return ok(fact(`${baseUrl}${report.timings === undefined ? '' : ` · ${Math.round(report.timings.totalMs)} ms`}`, { tool }))
}
