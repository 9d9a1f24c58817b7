import type { Api } from '../../shared/contract'
import { ProblemError } from '../../shared/transport'

/**
 * The host, with one difference: a call that the locked vault refuses asks for the passphrase and is made again. Safe, for such a refusal comes before
 * anything is changed. When the user gives up, the refusal is the answer.
 * @param ask true once the vault is open
 */
export function unlockFirst(api: Api, ask: () => Promise<boolean>): Api {
  const wrapped = Object.entries(api).map(([name, method]) => {
    const call = method as (input: unknown) => Promise<unknown>
    return [
      name,
      async (input: unknown) => {
        try {
          return await call(input)
        } catch (error) {
          if (!(error instanceof ProblemError) || error.problem.code !== 'vault-locked' || !(await ask())) throw error
          return call(input)
        }
      },
    ]
  })
  return Object.fromEntries(wrapped) as Api
}
