import * as z from 'zod/mini'
import { profileInput } from '../../../shared/model/profile-input'
import type { PortableProfile } from './portable'

const short = z.string().check(z.maxLength(200))
const key = z.object({
  key: z.string().check(z.minLength(1), z.maxLength(4096)),
  label: z.optional(short),
  expiresAt: z.optional(short),
  active: z.optional(z.boolean()),
})
const relay = z.extend(z.omit(profileInput.shape.relay, { key: true }), {
  notes: z.optional(z.string().check(z.maxLength(20_000))),
  website: z.optional(z.string().check(z.maxLength(2000))),
  keys: z.readonly(z.array(key).check(z.minLength(1), z.maxLength(100))),
})

/** A profile as an export holds it. Fields of later versions are left out. */
export const portableProfile = z.extend(profileInput, {
  color: z.optional(short),
  icon: z.optional(short),
  relay,
}) satisfies z.ZodMiniType<PortableProfile>

const base64 = z.string().check(z.regex(/^[\w+/=-]+$/), z.maxLength(200))
const cost = (most: number) => z.int().check(z.minimum(1), z.maximum(most))

/** Head of a sealed export. Costs beyond some times ours are an attack on memory. */
export const sealedPart = z.object({
  id: z.string().check(z.regex(/^[0-9a-f]{16}$/)),
  stretch: z
    .object({ salt: base64, N: cost(2 ** 20), r: cost(16), p: cost(4) })
    .check(z.refine(({ N, r }) => N > 1 && Number.isInteger(Math.log2(N)) && N * r <= 2 ** 21)),
  wrapped: z.string().check(z.maxLength(1000)),
  sealed: z.string(),
})

export const plainPart = z.object({ profiles: z.array(z.unknown()).check(z.maxLength(20_000)) })
