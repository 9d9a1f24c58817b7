import { randomBytes, scrypt } from 'node:crypto'
import type { DataKey } from './seal'
import { seal, unseal } from './seal'
import type { Generation, Stretch } from './vault-file'

/** OWASP's advice for scrypt (N = 2^17, r = 8, p = 1): 128 MiB and some 0.3 s. */
const COST = { N: 2 ** 17, r: 8, p: 1 } as const
const PURPOSE = 'data-key'

/** Wraps a data key with a key made of a passphrase. */
export async function wrapWith(passphrase: string, key: DataKey): Promise<NonNullable<Generation['passphrase']>> {
  const stretch = { salt: randomBytes(16).toString('base64'), ...COST }
  const wrapping = { id: key.id, bytes: await stretched(passphrase, stretch) }
  return { stretch, wrapped: seal(wrapping, PURPOSE, key.bytes.toString('base64')) }
}

/** The data key, or undefined when the passphrase is wrong. */
export async function unwrapWith(passphrase: string, { id, passphrase: wrap }: Generation): Promise<DataKey | undefined> {
  if (wrap === undefined) return undefined
  const plain = unseal({ id, bytes: await stretched(passphrase, wrap.stretch) }, PURPOSE, wrap.wrapped)
  return plain === undefined ? undefined : { id, bytes: Buffer.from(plain, 'base64') }
}

/** Composed in the one way that every keyboard's spelling comes to. */
const stretched = (passphrase: string, { salt, N, r, p }: Stretch): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const options = { N, r, p, maxmem: 256 * N * r }
    scrypt(passphrase.normalize('NFKC'), Buffer.from(salt, 'base64'), 32, options, (error, key) => (error ? reject(error) : resolve(key)))
  })
