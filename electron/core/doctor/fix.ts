import type { SwitchPlan } from '../../../shared/model/switch'
import { text } from '../../../shared/model/text'
import type { Host } from '../host'
import { planGoal } from '../plan-goal'
import { type Planned, showPlan } from '../planned'
import { refused } from '../problem'
import { type Intent, type Outcome, transact } from '../transact'
import { type PlannedFiles, planFiles, showFiles, transactFiles } from '../transact-files'
import type { Check } from './check'
import type { Facts } from './facts'
import { secretsInText } from './redact'

type Decided =
  | { readonly kind: 'files'; readonly planned: PlannedFiles }
  | { readonly kind: 'reapply'; readonly planned: Planned; readonly profileId: string }

/**
 * Decides what the fix of a check would change now, from fresh facts.
 * @throws {ProblemError} `nothing-to-fix`; what the planning of a switch throws
 */
async function decide(check: Check, facts: Facts): Promise<Decided> {
  const plan = await check.fix?.plan(facts)
  if (plan === undefined) throw nothingToFix(check)
  if (plan.kind === 'files') {
    const planned = planFiles(plan.files, [])
    const texts = planned.changes.flatMap(({ before, after }) => [before.content?.text ?? '', after ?? ''])
    return { kind: 'files', planned: { ...planned, secrets: [...new Set([...facts.redactor.secrets, ...texts.flatMap(secretsInText)])] } }
  }
  // Tools of one profile make one transaction; those of another come with the next fix.
  const profile = facts.tools.find(({ id }) => plan.tools.includes(id))?.profile
  if (profile === undefined) throw nothingToFix(check)
  const adapters = facts.tools
    .filter((tool) => plan.tools.includes(tool.id) && tool.profile?.id === profile.id)
    .map(({ adapter }) => adapter)
  return { kind: 'reapply', planned: await planGoal(facts.host, { kind: 'relay', profile }, adapters), profileId: profile.id }
}

/** The diff of a fix, keys masked, and the token that stands for it. */
export async function previewFix(check: Check, facts: Facts): Promise<SwitchPlan> {
  const decided = await decide(check, facts)
  return decided.kind === 'files' ? showFiles(decided.planned) : showPlan(decided.planned, decided.profileId)
}

/**
 * Carries a fix out: one transaction of the same engine as a switch, an entry of the history.
 * @param fresh gathers facts anew: a plan is made again when a tool wrote its file meanwhile
 * @throws {ProblemError} `plan-outdated` when the plan is no longer the one that was seen
 */
export async function applyFix(
  host: Host,
  check: Check,
  fresh: () => Promise<Facts>,
  token: string,
  historyLimit: number,
): Promise<Outcome> {
  const intent: Intent = {
    action: 'fix',
    title: text(`Fixed: ${check.badTitle.en}`, `已修复：${check.badTitle.zh}`),
    overwriteChanged: true,
    token,
    historyLimit,
  }
  const first = await decide(check, await fresh())
  if (first.kind === 'files')
    return transactFiles(host, intent, async () => {
      const again = await decide(check, await fresh())
      if (again.kind !== 'files') throw nothingToFix(check)
      return again.planned
    })
  return transact(host, { ...intent, profileId: first.profileId }, async () => {
    const again = await decide(check, await fresh())
    if (again.kind !== 'reapply') throw nothingToFix(check)
    return again.planned
  })
}

const nothingToFix = (check: Check) =>
  refused(
    'nothing-to-fix',
    text(`There is nothing that Switchyard can mend for “${check.title.en}”.`, `“${check.title.zh}”没有 Switchyard 可以自动修复的内容。`),
    text('Follow the cure that the finding names.', '请按诊断结果给出的方法处理。'),
  )
