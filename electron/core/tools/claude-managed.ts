import { text } from '../../../shared/model/text'
import type { LayerSource, LayerValues } from './layers'
import { managedPreferences, policyLayer } from './managed-preferences'
import { pathsOf } from './paths'
import type { Place } from './tool'

const FILE = 'managed'
const DROP_INS = 'managed.d'
const isFile = (id: string): boolean => id === FILE || id.startsWith(`${DROP_INS}/`)

/** Strongest first; only the first that is there counts: https://code.claude.com/docs/en/managed-settings */
const places: readonly ((id: string) => boolean)[] = [
  (id) => id === 'policy:user',
  (id) => id === 'policy:machine',
  isFile,
  (id) => id === 'policy:fallback',
]

/** The managed layers that Claude Code reads, strongest first. Drop-ins win over the file, later names over earlier ones (2.1.330). */
export function managedInForce(all: LayerValues): readonly string[] {
  const here = Object.keys(all).filter((id) => all[id] !== undefined)
  const first = places.map((isOne) => here.filter(isOne)).find((ids) => ids.length > 0) ?? []
  return first.toSorted((a, b) => Number(a === FILE) - Number(b === FILE) || (a < b ? 1 : -1))
}

function passedOver(all: LayerValues, isOne: (id: string) => boolean) {
  const first = managedInForce(all)[0]
  return first === undefined || isOne(first)
    ? undefined
    : text(
        'Claude Code takes its managed settings from one place only, and another one stands before this.',
        'Claude Code 只采用一处托管设置，而另一处排在它前面。',
      )
}

/**
 * What an organisation sets for Claude Code. Settings that claude.ai delivers are left out: they need a login and Anthropic's own server.
 * @param read what a file of settings says
 */
export function claudeManaged(place: Place, read: LayerSource['read']): readonly LayerSource[] {
  const { join } = pathsOf(place)
  const folder = {
    linux: '/etc/claude-code',
    darwin: '/Library/Application Support/ClaudeCode',
    win32: 'C:\\Program Files\\ClaudeCode',
  }[place.platform]
  const files = { kind: 'managed', read, passedOver: (all: LayerValues) => passedOver(all, isFile) } as const
  const only = (id: string) => ({ read, passedOver: (all: LayerValues) => passedOver(all, (one) => one === id) })
  const registry = (id: string, root: string): readonly LayerSource[] =>
    place.platform === 'win32'
      ? [
          policyLayer(
            id,
            { kind: 'registry', path: `${root}\\SOFTWARE\\Policies\\ClaudeCode`, value: 'Settings', format: 'json' },
            only(id),
          ),
        ]
      : []
  return [
    ...managedPreferences(place, 'com.anthropic.claudecode').map(({ of, path }) =>
      policyLayer(`policy:${of}`, { kind: 'plist', path, format: 'json' }, only(`policy:${of}`)),
    ),
    ...registry('policy:machine', 'HKLM'),
    {
      ...files,
      id: DROP_INS,
      label: text('Managed settings of this machine, added part', '本机的托管设置（附加部分）'),
      dropIns: { folder: join(folder, 'managed-settings.d'), ending: '.json', format: 'json' },
    },
    {
      ...files,
      id: FILE,
      label: text('Managed settings of this machine', '本机的托管设置'),
      file: { path: join(folder, 'managed-settings.json'), format: 'json' },
    },
    ...registry('policy:fallback', 'HKCU'),
  ]
}
