import type { CheckAbout } from '../../../shared/model/finding'
import type { Check } from './check'

/** What the documentation and the window say about a check. Pure. */
export function aboutCheck(check: Check): CheckAbout {
  const cure = check.fix?.about ?? check.remedy
  return {
    id: check.id,
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
