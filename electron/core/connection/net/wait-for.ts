import { ProbeCancelled } from './failure'

/**
 * Runs something that must be torn down when it takes too long or the user ends the test. `late` makes the error after `ms`; `stop` is called in
 * both cases, before the rejection.
 */
export function waitFor<T>(
  start: (resolve: (value: T) => void, reject: (error: Error) => void) => void,
  limits: { readonly ms: number; readonly signal?: AbortSignal; readonly late: () => Error; readonly stop: () => void },
): Promise<T> {
  const { ms, signal, late, stop } = limits
  return new Promise<T>((resolve, reject) => {
    const finish = () => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', abort)
    }
    const giveUp = (error: Error) => {
      finish()
      stop()
      reject(error)
    }
    const abort = () => giveUp(new ProbeCancelled('cancelled'))
    const timer = setTimeout(() => giveUp(late()), ms)
    if (signal?.aborted) return abort()
    signal?.addEventListener('abort', abort, { once: true })
    start(
      (value) => {
        finish()
        resolve(value)
      },
      (error) => {
        finish()
        reject(error)
      },
    )
  })
}
