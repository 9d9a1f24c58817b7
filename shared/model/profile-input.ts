import * as z from 'zod/mini'
import type { ProfileInput } from './profile'

const toolProfile = z.object({
  enabled: z.boolean(),
  baseUrl: z.optional(z.string()),
  models: z.record(z.string(), z.string()),
  options: z.record(z.string(), z.union([z.string(), z.boolean()])),
  extra: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
})

/** Checks what a page hands in. Apart from the types, because terminal commands use those and do not load schemas. */
export const profileInput = z.object({
  name: z.string(),
  color: z.optional(z.string()),
  icon: z.optional(z.string()),
  tags: z.optional(z.readonly(z.array(z.string()))),
  keyDelivery: z.optional(z.enum(['file', 'command'])),
  relay: z.object({
    url: z.string(),
    key: z.optional(z.string()),
    website: z.optional(z.string()),
    notes: z.optional(z.string()),
    endpoints: z.optional(z.readonly(z.array(z.string()))),
  }),
  tools: z.record(z.string(), toolProfile),
}) satisfies z.ZodMiniType<ProfileInput>
