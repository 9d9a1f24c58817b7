import type {
  CurlShell,
  CurlStep,
  LatencyPoint,
  ProbeDepth,
  ProfileConnection,
  StepReport,
  ToolProbeReport,
} from '../../shared/model/probe'
import type { Problem } from '../../shared/model/switch'
import { toProblem } from '../lib/to-problem'
import type { Slice } from './app-state'

/** One profile for one tool: a row of the table. */
export interface TestRow {
  readonly profileId: string
  readonly tool: string
  readonly steps: readonly StepReport[]
  readonly report?: ToolProbeReport
}

/** The test on screen. */
export interface TestRun {
  readonly run: string
  readonly phase: 'running' | 'cancelling' | 'done'
  readonly depth: ProbeDepth
  readonly rows: readonly TestRow[]
  readonly problem?: Problem
}

export interface CurlRequest {
  readonly profileId: string
  readonly tool: string
  readonly step: CurlStep
  readonly shell: CurlShell
  readonly reveal: boolean
}

/** Actions that return something throw a ProblemError, so that the place that asked can show it. */
export interface TestingSlice {
  /** What is remembered of earlier tests, by profile id. */
  readonly results: Readonly<Record<string, ProfileConnection>>
  readonly test: TestRun | null
  loadResults(): Promise<void>
  takeStep(run: string, profileId: string, tool: string, step: StepReport): void
  takeReport(run: string, profileId: string, report: ToolProbeReport): void
  /** Tests every tool of the profiles. */
  startTest(profileIds: readonly string[], depth: ProbeDepth): Promise<void>
  cancelTest(): Promise<void>
  takeModel(profileId: string, tool: string, model: string): Promise<void>
  curl(request: CurlRequest): Promise<string>
}

const kept = 50

const pointOf = ({ at, verdict, timings }: ToolProbeReport): LatencyPoint => ({
  at,
  outcome: verdict.outcome,
  code: verdict.code,
  firstByteMs: timings?.firstByteMs,
  totalMs: timings?.totalMs,
})

const putStep = (steps: readonly StepReport[], step: StepReport): readonly StepReport[] => {
  const at = steps.findIndex((one) => one.id === step.id)
  return at < 0 ? [...steps, step] : steps.with(at, step)
}

const remember = (known: ProfileConnection | undefined, profileId: string, report: ToolProbeReport): ProfileConnection => {
  const history = known?.tools[report.tool]?.history ?? []
  const tool = { last: report, history: [...history, pointOf(report)].slice(-kept) }
  return { profileId, protocols: known?.protocols ?? {}, tools: { ...known?.tools, [report.tool]: tool } }
}

export const testingSlice: Slice<TestingSlice> = (api) => (set, get) => {
  const changeRow = (profileId: string, tool: string, change: (row: TestRow) => TestRow) => {
    const { test } = get()
    if (!test) return
    set({ test: { ...test, rows: test.rows.map((row) => (row.profileId === profileId && row.tool === tool ? change(row) : row)) } })
  }
  const rowsOf = (profileIds: readonly string[]): TestRow[] =>
    get()
      .profiles.filter((profile) => profile.kind === 'relay' && profileIds.includes(profile.id))
      .flatMap((profile) =>
        get()
          .tools.filter(({ descriptor }) => profile.tools[descriptor.id]?.enabled)
          .map(({ descriptor }) => ({ profileId: profile.id, tool: descriptor.id, steps: [] })),
      )
  let runs = 0

  return {
    results: {},
    test: null,
    async loadResults() {
      await get().attempt(async () => {
        const all = await api['connection.results']({})
        set({ results: Object.fromEntries(all.map((one) => [one.profileId, one])) })
      })
    },
    takeStep(run, profileId, tool, step) {
      if (get().test?.run === run) changeRow(profileId, tool, (row) => ({ ...row, steps: putStep(row.steps, step) }))
    },
    takeReport(run, profileId, report) {
      if (report.verdict.outcome !== 'cancelled')
        set({ results: { ...get().results, [profileId]: remember(get().results[profileId], profileId, report) } })
      if (get().test?.run === run) changeRow(profileId, report.tool, (row) => ({ ...row, report, steps: report.steps }))
    },
    async startTest(profileIds, depth) {
      if (get().test && get().test?.phase !== 'done') return
      runs += 1
      const run = `window-${Date.now()}-${runs}`
      set({ test: { run, phase: 'running', depth, rows: rowsOf(profileIds) } })
      const settle = (end: Partial<TestRun>) => {
        const { test } = get()
        if (test?.run === run) set({ test: { ...test, phase: 'done', ...end } })
      }
      try {
        const end = await api['connection.test']({ run, profileIds: [...profileIds], deep: depth === 'deep', free: depth === 'free' })
        for (const profile of end.profiles)
          for (const report of profile.tools) changeRow(profile.profileId, report.tool, (row) => ({ ...row, report, steps: report.steps }))
        settle({})
        await get().loadResults()
      } catch (error) {
        settle({ problem: toProblem(error) })
      }
    },
    async cancelTest() {
      const { test } = get()
      if (test?.phase !== 'running') return
      set({ test: { ...test, phase: 'cancelling' } })
      await get().attempt(() => api['connection.cancel']({ run: test.run }))
    },
    async takeModel(profileId, tool, model) {
      await api['connection.takeModel']({ profileId, tool, model })
    },
    async curl(request) {
      return (await api['connection.curl'](request)).text
    },
  }
}
