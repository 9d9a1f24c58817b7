import type { DoctorReport, Explanation, Finding } from '../../shared/model/finding'
import type { Problem, SwitchPlan } from '../../shared/model/switch'
import { toProblem } from '../lib/to-problem'
import type { Slice } from './app-state'

/** What to look at: an absolute folder of a project, and whether something may leave the machine. */
export interface DoctorScope {
  readonly folder: string
  readonly network: boolean
}

/** The fix on screen; its plan stays visible while it is applied and when that fails. */
export interface FixState {
  readonly check: string
  readonly phase: 'loading' | 'ready' | 'applying'
  readonly plan?: SwitchPlan
  readonly problem?: Problem
}

export interface DoctorSlice {
  readonly doctorPhase: 'idle' | 'running' | 'cancelling' | 'done' | 'failed'
  /** One per check, in the order in which they arrived. */
  readonly findings: readonly Finding[]
  readonly doctorReport?: DoctorReport
  readonly doctorProblem?: Problem
  readonly doctorScope: DoctorScope
  /** Checks that run again on their own. */
  readonly rechecking: readonly string[]
  readonly fix: FixState | null
  setDoctorScope(patch: Partial<DoctorScope>): void
  takeFinding(finding: Finding): void
  runDoctor(): Promise<void>
  cancelDoctor(): Promise<void>
  /** Runs one check again; `network` lets it leave the machine whatever the scope says. */
  recheck(check: string, network?: boolean): Promise<void>
  openFix(check: string): Promise<void>
  applyFix(): Promise<void>
  closeFix(): void
  explain(text: string): Promise<readonly Explanation[]>
  reportText(withHost: boolean): Promise<string>
}

const put = (findings: readonly Finding[], finding: Finding): readonly Finding[] => {
  const at = findings.findIndex((one) => one.check === finding.check)
  return at < 0 ? [...findings, finding] : findings.with(at, finding)
}

export const doctorSlice: Slice<DoctorSlice> = (api) => (set, get) => {
  const folder = () => get().doctorScope.folder.trim() || undefined
  const busy = () => get().doctorPhase === 'running' || get().doctorPhase === 'cancelling'
  return {
    doctorPhase: 'idle',
    findings: [],
    doctorScope: { folder: '', network: true },
    rechecking: [],
    fix: null,
    setDoctorScope: (patch) => set({ doctorScope: { ...get().doctorScope, ...patch } }),
    takeFinding: (finding) => set({ findings: put(get().findings, finding) }),
    async runDoctor() {
      if (busy()) return
      set({ doctorPhase: 'running', findings: [], doctorReport: undefined, doctorProblem: undefined })
      try {
        const report = await api['doctor.run']({ network: get().doctorScope.network, folder: folder() })
        set({ doctorPhase: 'done', doctorReport: report, findings: report.findings })
      } catch (error) {
        set({ doctorPhase: 'failed', doctorProblem: toProblem(error) })
      }
    },
    async cancelDoctor() {
      if (get().doctorPhase !== 'running') return
      set({ doctorPhase: 'cancelling' })
      await get().attempt(() => api['doctor.cancel']({}))
    },
    async recheck(check, network) {
      // The host ends a run when another one starts.
      if (busy() || get().rechecking.length > 0) return
      set({ rechecking: [check] })
      await get().attempt(async () => {
        const report = await api['doctor.run']({ only: [check], network: network ?? get().doctorScope.network, folder: folder() })
        for (const finding of report.findings) get().takeFinding(finding)
      })
      set({ rechecking: [] })
    },
    async openFix(check) {
      set({ fix: { check, phase: 'loading' } })
      const settle = (end: Pick<FixState, 'plan' | 'problem'>) => {
        // The user may have closed the fix, or asked for another one, in the meantime.
        if (get().fix?.check === check) set({ fix: { check, phase: 'ready', ...end } })
      }
      try {
        settle({ plan: await api['doctor.previewFix']({ id: check, folder: folder() }) })
      } catch (error) {
        settle({ problem: toProblem(error) })
      }
    },
    async applyFix() {
      const state = get().fix
      if (!state?.plan || state.phase !== 'ready') return
      set({ fix: { ...state, phase: 'applying', problem: undefined } })
      try {
        const { report, finding } = await api['doctor.applyFix']({ id: state.check, token: state.plan.token, folder: folder() })
        set({ fix: null })
        get().takeFinding(finding)
        get().notify({ kind: 'fixed', report })
      } catch (error) {
        set({ fix: { ...state, phase: 'ready', problem: toProblem(error) } })
      }
    },
    closeFix() {
      if (get().fix?.phase !== 'applying') set({ fix: null })
    },
    explain: (text) => api['doctor.explain']({ text }),
    async reportText(withHost) {
      return (await api['doctor.report']({ format: 'markdown', withHost })).text
    },
  }
}
