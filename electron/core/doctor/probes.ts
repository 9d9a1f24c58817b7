import type { ProbeDepth, ToolProbeReport } from '../../../shared/model/probe'

/** The connection tester as the doctor uses it: each profile and tool is tested once per run, when a check first asks. */
export interface Probes {
  /** Undefined when the tester does not know this profile or tool. */
  of(profileId: string, tool: string): Promise<ToolProbeReport | undefined>
}

/** Tests one profile for one tool. */
export type ProbeTool = (question: {
  readonly profileId: string
  readonly tool: string
  readonly depth: ProbeDepth
  readonly signal: AbortSignal
}) => Promise<ToolProbeReport | undefined>

export function rememberedProbes(test: ProbeTool, depth: ProbeDepth, signal: AbortSignal): Probes {
  const answers = new Map<string, Promise<ToolProbeReport | undefined>>()
  return {
    of(profileId, tool) {
      const key = `${tool}@${profileId}`
      const known = answers.get(key) ?? test({ profileId, tool, depth, signal })
      answers.set(key, known)
      return known
    },
  }
}
