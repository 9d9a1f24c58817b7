import type { Api } from '../../../shared/contract'
import { readEntries, showEntries } from '../history'
import type { Scope } from '../scope'
import { ready } from './ready'

const PAGE = 100

/** Methods about what was written when. */
export function historyMethods(scope: Scope): Pick<Api, 'history.list' | 'history.lastUsed'> {
  const { host } = scope
  return {
    'history.list': async ({ limit = PAGE, before }) => {
      await ready(scope)
      const page = readEntries(host, limit, before)
      const newer = before === undefined ? [] : readEntries(host, PAGE)
      return showEntries(page, [...newer, ...page])
    },
    'history.lastUsed': async () => {
      await ready(scope)
      const { lastUsed } = await import('../last-used')
      return lastUsed(host.dataFolder)
    },
  }
}
