import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

const ALGORITHM = 'aes-256-gcm'
const NONCE = 12
const TAG = 16
const HEAD = 'switchyard-sealed:1:'
const TOKEN = /^switchyard-sealed:1:([0-9a-f]{16}):([\w-]{38,})$/

/** A data key of 32 bytes and the name of its generation. */
export interface DataKey {
  readonly id: string
  readonly bytes: Buffer
}

export const newDataKey = (): DataKey => ({ id: randomBytes(8).toString('hex'), bytes: randomBytes(32) })

/** True for what {@link seal} makes. */
export const isSealed = (value: string): boolean => value.startsWith(HEAD) && TOKEN.test(value)

/** Id of the data key under which a text was sealed; undefined for any other text. */
export const dataKeyOf = (sealed: string): string | undefined => TOKEN.exec(sealed)?.[1]

/** Seals a text with AES-256-GCM. `purpose` says what it is and whose: it can be opened for that purpose only. One line of ASCII. */
export function seal({ id, bytes }: DataKey, purpose: string, plain: string): string {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv(ALGORITHM, bytes, nonce).setAAD(bound(id, purpose))
  const body = Buffer.concat([nonce, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()])
  return `${HEAD}${id}:${body.toString('base64url')}`
}

/** The text that was sealed; undefined when it was altered, or sealed for another purpose or with another key. */
export function unseal({ id, bytes }: DataKey, purpose: string, sealed: string): string | undefined {
  const [, name, body] = TOKEN.exec(sealed) ?? []
  if (name !== id || body === undefined) return undefined
  const raw = Buffer.from(body, 'base64url')
  const decipher = createDecipheriv(ALGORITHM, bytes, raw.subarray(0, NONCE), { authTagLength: TAG })
  decipher.setAAD(bound(id, purpose)).setAuthTag(raw.subarray(-TAG))
  const text = decipher.update(raw.subarray(NONCE, -TAG))
  try {
    return Buffer.concat([text, decipher.final()]).toString('utf8')
  } catch {
    // The one thing that `final` throws for: the tag does not fit.
    return undefined
  }
}

const bound = (id: string, purpose: string): Buffer => Buffer.from(JSON.stringify([id, purpose]))
