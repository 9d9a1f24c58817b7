import type { CommandSpec } from '../spec'
import { profileSpecs } from './profiles'
import { switchingSpecs } from './switching'
import { usingSpecs } from './using'

/** Every command, in the order of the help. */
export const specs: readonly CommandSpec[] = [...profileSpecs, ...switchingSpecs, ...usingSpecs]
export const visibleSpecs: readonly CommandSpec[] = specs.filter((spec) => !spec.hidden)
