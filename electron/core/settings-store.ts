import * as z from 'zod/mini'
import { type Settings, settings } from '../../shared/model/settings'
import type { Problem } from '../../shared/model/switch'
import type { Host } from './host'
import { readOrSetAside } from './profile-store'

/** The settings, complete: fields that are missing or not understood have their defaults. */
export function readSettings(host: Pick<Host, 'settings'>): { readonly settings: Settings; readonly problems: readonly Problem[] } {
  const { value, problems } = readOrSetAside(host.settings)
  const whole = z.safeParse(settings, value ?? {})
  if (whole.success) return { settings: whole.data, problems }
  return { settings: settings.parse(keepValid(value)), problems }
}

/** One wrong field must not cost the others. */
function keepValid(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return {}
  return Object.fromEntries(Object.entries(value).filter(([name, field]) => settings.safeParse({ [name]: field }).success))
}
