import { OFFICIAL_ID, type ProfileView } from '../../../shared/model/profile'
import type { ToolStatus } from '../../../shared/model/switch'
import { hostOf } from '../../lib/host-of'

/** Where a tool's line can end. */
export type Station =
  | { readonly kind: 'profile'; readonly id: string; readonly profile: ProfileView }
  | { readonly kind: 'foreign'; readonly id: string; readonly host: string }
  | { readonly kind: 'official'; readonly id: string }

/** `lit`: runs over a relay of ours. `warn`: it runs, but needs a decision. `plain`: no relay. `broken`: unknown. */
export type LineLook = 'lit' | 'warn' | 'plain' | 'broken'

/** A tool's line; positions are rows, counted from 0, and may be halves. Without `to` the line goes nowhere. */
export interface Line {
  readonly tool: string
  readonly look: LineLook
  readonly from: number
  readonly to?: number
}

export interface Board {
  readonly stations: readonly (Station & { readonly row: number; readonly inUse: boolean })[]
  readonly lines: readonly Line[]
  readonly rows: number
}

const looks: Readonly<Record<ToolStatus['state'], LineLook>> = {
  'in-sync': 'lit',
  outdated: 'lit',
  changed: 'warn',
  foreign: 'warn',
  official: 'plain',
  unreadable: 'broken',
}

/** Id of the station that a tool runs to. */
export function stationId(status: ToolStatus): string | undefined {
  if (status.state === 'unreadable') return undefined
  if (status.state === 'official') return OFFICIAL_ID
  if (status.state === 'foreign') return `foreign:${hostOf(status.baseUrl ?? '')}`
  return status.profileId
}

/** The drawing of who runs where: profiles in the order of the list, then foreign relays, "official" always last. */
export function drawBoard(tools: readonly string[], status: readonly ToolStatus[], profiles: readonly ProfileView[]): Board {
  const byTool = new Map(status.map((one) => [one.tool, one]))
  const used = new Set(status.map(stationId))
  const ours: Station[] = profiles
    .filter((profile) => profile.kind === 'relay' && used.has(profile.id))
    .map((profile) => ({ kind: 'profile', id: profile.id, profile }))
  const foreign: Station[] = [...used]
    .filter((id) => id?.startsWith('foreign:'))
    .map((id) => ({ kind: 'foreign', id: id ?? '', host: id?.slice('foreign:'.length) ?? '' }))
  const stations: Station[] = [...ours, ...foreign, { kind: 'official', id: OFFICIAL_ID }]

  const rows = Math.max(tools.length, stations.length)
  const spread = (index: number, count: number) => ((index + 0.5) * rows) / count
  const placed = stations.map((station, index) => ({ ...station, row: spread(index, stations.length), inUse: used.has(station.id) }))
  const lines = tools.map((tool, index): Line => {
    const one = byTool.get(tool)
    const end = one && placed.find((station) => station.id === stationId(one))
    return { tool, look: one ? looks[one.state] : 'broken', from: spread(index, tools.length), to: end?.row }
  })
  return { stations: placed, lines, rows }
}
