import * as z from 'zod/mini'
import type { Settings } from './settings'

/** Checks what a page wants changed. Apart from the type, because terminal commands use that and do not load schemas. */
export const settingsPatch = z.partial(
  z.strictObject({
    language: z.enum(['system', 'en', 'zh']),
    theme: z.enum(['system', 'light', 'dark']),
    closeToTray: z.boolean(),
    launchAtLogin: z.boolean(),
    startHidden: z.boolean(),
    historyLimit: z.int().check(z.minimum(10), z.maximum(100_000)),
    trayClick: z.enum(['window', 'menu']),
    globalShortcut: z.string().check(z.maxLength(100)),
    notifications: z.boolean(),
    claimCcswitch: z.boolean(),
    toolFolders: z.record(z.string(), z.string().check(z.maxLength(4096))),
    proxy: z.string().check(z.maxLength(2048)),
    caFile: z.string().check(z.maxLength(4096)),
  }),
) satisfies z.ZodMiniType<Partial<Settings>>
