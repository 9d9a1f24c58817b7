import { performance } from 'node:perf_hooks'

/** Milliseconds of a clock that never jumps. */
export const tick = (): number => performance.now()

/** Time since, in milliseconds to a tenth. */
export const since = (start: number, end = tick()): number => Math.round((end - start) * 10) / 10
