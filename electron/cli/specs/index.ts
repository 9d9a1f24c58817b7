import type { CommandSpec } from '../spec'
import { doctorSpecs } from './doctor'
import { keysSpec } from './keys'
import { profileSpecs } from './profiles'
import { switchingSpecs } from './switching'
import { testSpec } from './test'
import { transferSpecs } from './transfer'
import { usingSpecs } from './using'
import { keySpec, vaultSpec } from './vault'

/** Every command, in the order of the help. */
export const specs: readonly CommandSpec[] = [
  ...profileSpecs,
  ...switchingSpecs,
  testSpec,
  ...doctorSpecs,
  vaultSpec,
  keySpec,
  keysSpec,
  ...transferSpecs,
  ...usingSpecs,
]
export const visibleSpecs: readonly CommandSpec[] = specs.filter((spec) => !spec.hidden)
