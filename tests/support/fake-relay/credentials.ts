import type { Credential, KeyKind, Protocol } from './types'

/** Where each protocol looks for the key, first place first. */
const accepted: Readonly<Record<Protocol, readonly KeyKind[]>> = {
  openai: ['bearer'],
  anthropic: ['x-api-key', 'bearer'],
  gemini: ['x-goog-api-key', 'query', 'bearer'],
}

/** Every key that a request carries, wherever it is. */
export function findCredentials(headers: Readonly<Record<string, string>>, query: Readonly<Record<string, string>>): readonly Credential[] {
  const found: readonly (readonly [KeyKind, string | undefined])[] = [
    ['bearer', bearer(headers.authorization)],
    ['x-api-key', headers['x-api-key']],
    ['x-goog-api-key', headers['x-goog-api-key']],
    ['query', query.key],
  ]
  return found.flatMap(([kind, key]) => (key === undefined ? [] : [{ kind, key }]))
}

/** The one key that a relay judges: the protocol's preferred place, or else any that was sent. */
export function judgedCredential(protocol: Protocol | null, credentials: readonly Credential[]): Credential | null {
  for (const kind of protocol === null ? [] : accepted[protocol]) {
    const match = credentials.find((credential) => credential.kind === kind)
    if (match !== undefined) return match
  }
  return credentials[0] ?? null
}

/** True if the key is known and stands where the protocol looks for it. */
export function isAccepted(protocol: Protocol, credential: Credential | null, keys: readonly string[]): boolean {
  if (credential === null) return false
  return accepted[protocol].includes(credential.kind) && keys.includes(credential.key)
}

function bearer(header: string | undefined): string | undefined {
  const match = /^Bearer\s(.*)$/i.exec(`${header ?? ''}`)
  return match?.[1]?.trim()
}
