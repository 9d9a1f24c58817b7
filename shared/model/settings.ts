import * as z from 'zod/mini'

/** The user's preferences. Every field has a default, so that an older file is complete. */
export const settings = z.object({
  language: z._default(z.enum(['system', 'en', 'zh']), 'system'),
  theme: z._default(z.enum(['system', 'light', 'dark']), 'system'),
  closeToTray: z._default(z.boolean(), true),
  launchAtLogin: z._default(z.boolean(), false),
  startHidden: z._default(z.boolean(), false),
  /** Entries kept; older ones are dropped. */
  historyLimit: z._default(z.int().check(z.minimum(10), z.maximum(100_000)), 1000),
})
export type Settings = z.infer<typeof settings>

export const settingsPatch = z.partial(
  z.object({
    language: z.enum(['system', 'en', 'zh']),
    theme: z.enum(['system', 'light', 'dark']),
    closeToTray: z.boolean(),
    launchAtLogin: z.boolean(),
    startHidden: z.boolean(),
    historyLimit: z.int().check(z.minimum(10), z.maximum(100_000)),
  }),
)
