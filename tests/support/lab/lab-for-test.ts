import { onTestFinished } from 'vitest'
import { startLab } from './lab'
import type { Lab } from './types'

/** A lab that is closed when the present test ends. */
export function labForTest(): Lab {
  const lab = startLab()
  onTestFinished(() => lab.close())
  return lab
}
