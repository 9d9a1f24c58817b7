import type { CheckAbout, CheckGroup, DiagnosticsPage } from '../../../shared/model/finding'
import type { Check } from './check'
import { explanations } from './explain'
import { checks } from './index'

/** The groups of the page, in its order. */
export const groups: readonly CheckGroup[] = ['tools', 'files', 'settings', 'environment', 'machine', 'network', 'trial']

/** What the documentation and the window say about the checks and the error texts of the tools. */
export const diagnosticsPage = (): DiagnosticsPage => ({
  checks: groups.flatMap((group) => checks.filter((check) => check.group === group).map(aboutCheck)),
  sayings: explanations().map(({ id, tool, cause, checks: ids }) => ({ id, tool, cause, checks: ids })),
})

function aboutCheck(check: Check): CheckAbout {
  const cure = check.fix?.about ?? check.remedy
  return {
    id: check.id,
    group: check.group,
    title: check.title,
    cause: check.badTitle,
    why: check.why,
    ...(cure === undefined ? {} : { cure }),
    mends: check.fix !== undefined,
    seed: check.seed ?? [],
    asksRelay: check.network === true,
    onRequest: check.onRequest === true,
  }
}
