import type { Problem, SwitchPlan, SwitchReport } from '../../shared/model/switch'
import { toProblem } from '../lib/to-problem'
import type { Slice } from './app-state'

/** What the user asked to be previewed. Without tools: all tools of the profile. */
export type PlanRequest = { readonly tools?: readonly string[] } & (
  | { readonly kind: 'switch'; readonly profileId: string }
  | { readonly kind: 'restore' }
)

/** The preview on screen; the plan stays visible while it is applied and when that fails. */
export interface PlanState {
  readonly request: PlanRequest
  readonly phase: 'loading' | 'ready' | 'applying'
  readonly plan?: SwitchPlan
  readonly problem?: Problem
}

export interface SwitchingSlice {
  readonly plan: PlanState | null
  /** Id of the profile that is being switched to without a preview. */
  readonly switchingTo: string | null
  openPlan(request: PlanRequest): Promise<void>
  applyPlan(overwriteChanged: boolean): Promise<void>
  closePlan(): void
  /** Switches without a preview. Values changed by hand are never overwritten here: they open the preview instead. */
  switchNow(profileId: string, tools?: readonly string[]): Promise<void>
  /** Without an id: the newest switch that is not undone. */
  undo(historyId?: string): Promise<void>
}

const mutable = (tools?: readonly string[]) => (tools ? [...tools] : undefined)

export const switchingSlice: Slice<SwitchingSlice> = (api) => (set, get) => {
  const preview = ({ tools, ...request }: PlanRequest) =>
    request.kind === 'switch'
      ? api['switch.preview']({ profileId: request.profileId, tools: mutable(tools) })
      : api['switch.restorePreview']({ tools: mutable(tools) })

  const apply = ({ tools, ...request }: PlanRequest, overwriteChanged: boolean, token?: string): Promise<SwitchReport> =>
    request.kind === 'switch'
      ? api['switch.apply']({ profileId: request.profileId, tools: mutable(tools), token, overwriteChanged })
      : api['switch.restore']({ tools: mutable(tools), overwriteChanged })

  const nameOf = (id: string) => get().profiles.find((profile) => profile.id === id)?.name ?? id
  const announce = (request: PlanRequest, report: SwitchReport) =>
    request.kind === 'switch'
      ? get().notify({ kind: 'switched', profile: nameOf(request.profileId), report })
      : get().notify({ kind: 'restored', report })

  return {
    plan: null,
    switchingTo: null,
    async openPlan(request) {
      set({ plan: { request, phase: 'loading' } })
      const settle = (end: Pick<PlanState, 'plan' | 'problem'>) => {
        // The user may have closed the preview, or asked for another one, in the meantime.
        if (get().plan?.request === request) set({ plan: { request, phase: 'ready', ...end } })
      }
      try {
        settle({ plan: await preview(request) })
      } catch (error) {
        settle({ problem: toProblem(error) })
      }
    },
    async applyPlan(overwriteChanged) {
      const state = get().plan
      if (!state?.plan || state.phase !== 'ready') return
      set({ plan: { ...state, phase: 'applying', problem: undefined } })
      try {
        const report = await apply(state.request, overwriteChanged, state.plan.token)
        set({ plan: null })
        announce(state.request, report)
      } catch (error) {
        set({ plan: { ...state, phase: 'ready', problem: toProblem(error) } })
      }
    },
    closePlan() {
      if (get().plan?.phase !== 'applying') set({ plan: null })
    },
    async switchNow(profileId, tools) {
      const request: PlanRequest = { kind: 'switch', profileId, tools }
      set({ switchingTo: profileId })
      try {
        const plan = await api['switch.preview']({ profileId, tools: mutable(tools) })
        if (plan.tools.some((tool) => tool.conflicts.length > 0)) set({ plan: { request, phase: 'ready', plan } })
        else announce(request, await apply(request, false, plan.token))
      } catch (error) {
        get().notify({ kind: 'problem', problem: toProblem(error) })
      } finally {
        set({ switchingTo: null })
      }
    },
    async undo(historyId) {
      await get().attempt(async () => {
        const report = await api['switch.undo']({ historyId })
        get().notify({ kind: 'undone', report })
      })
    },
  }
}
