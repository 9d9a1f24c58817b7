import type { Settings } from '../../../shared/model/settings'
import type { Place } from '../tools/tool'
import { ownCaFile } from './net/trust'

const proxyVariables = ['http_proxy', 'https_proxy', 'all_proxy', 'no_proxy']

/**
 * The surroundings of our own tests: the user's proxy instead of the environment's, and one more file of certificates. The tools themselves
 * still go by their environment. Pure.
 */
export function ownWay(place: Place, { proxy, caFile }: Pick<Settings, 'proxy' | 'caFile'>): Place {
  if (proxy === '' && caFile === '') return place
  const kept =
    proxy === ''
      ? place.env
      : Object.fromEntries(Object.entries(place.env).filter(([name]) => !proxyVariables.includes(name.toLowerCase())))
  const way = proxy === '' || proxy === 'direct' ? {} : { HTTP_PROXY: proxy, HTTPS_PROXY: proxy }
  return { ...place, env: { ...kept, ...way, ...(caFile !== '' && { [ownCaFile]: caFile }) } }
}
