import type { Action } from './action'
import { checkActions } from './check-actions'
import { goActions } from './go-actions'
import { listActions } from './list-actions'
import { lookActions } from './look-actions'
import { switchActions } from './switch-actions'

/** Every action of the app that is not about one profile; those are in profile-actions.ts. */
export const actions: readonly Action[] = [...switchActions, ...listActions, ...checkActions, ...goActions, ...lookActions]
