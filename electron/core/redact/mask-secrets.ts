import { maskKey } from '../mask-key'

/** Texts that must not be shown. */
export type Secrets = readonly string[]

/** Replaces every secret in a text by its masked form. Secrets of fewer than four characters would mask ordinary text and are left out. */
export const maskSecrets = (content: string, secrets: Secrets): string => masker(secrets)(content)

/** As `maskSecrets`, for many texts. */
export function masker(secrets: Secrets): (content: string) => string {
  const masks = masksOf(secrets)
  return (content) => masks.reduce((text, [secret, masked]) => (text.includes(secret) ? text.replaceAll(secret, masked) : text), content)
}

/** Each secret as it is and, where that differs, as JSON spells it; longest first. */
const masksOf = (secrets: Secrets): readonly (readonly [secret: string, masked: string])[] =>
  secrets
    .filter(({ length }) => length >= 4)
    .toSorted((a, b) => b.length - a.length)
    .flatMap((secret) => {
      const masked = maskKey(secret)
      return [...new Set([secret, JSON.stringify(secret).slice(1, -1)])].map((spelled) => [spelled, masked] as const)
    })
