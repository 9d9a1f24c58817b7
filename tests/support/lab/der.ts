/** DER, as far as a certificate needs it (ITU-T X.690). Every function gives the encoded bytes. */
export type Der = Buffer

const UNIVERSAL = { boolean: 0x01, integer: 0x02, bitString: 0x03, octets: 0x04, oid: 0x06, utf8: 0x0c, sequence: 0x30, set: 0x31 } as const

/** Any tag with its content. */
export function tagged(tag: number, ...content: readonly Uint8Array[]): Der {
  const body = Buffer.concat(content)
  return Buffer.concat([Buffer.from([tag, ...lengthBytes(body.length)]), body])
}

export const sequence = (...content: readonly Uint8Array[]): Der => tagged(UNIVERSAL.sequence, ...content)
export const set = (...content: readonly Uint8Array[]): Der => tagged(UNIVERSAL.set, ...content)
export const octets = (content: Uint8Array): Der => tagged(UNIVERSAL.octets, content)
export const utf8 = (text: string): Der => tagged(UNIVERSAL.utf8, Buffer.from(text))
export const yes: Der = tagged(UNIVERSAL.boolean, Buffer.from([0xff]))

/** A positive integer; its highest bit must be 0, or a zero byte is put in front. */
export function integer(bytes: Uint8Array): Der {
  const sign = (bytes[0] ?? 0) > 0x7f ? [0] : []
  return tagged(UNIVERSAL.integer, Buffer.from([...sign, ...bytes]))
}

/** A bit string; `unused` is the number of bits at its end that do not count. */
export function bitString(bytes: Uint8Array, unused = 0): Der {
  return tagged(UNIVERSAL.bitString, Buffer.from([unused]), bytes)
}

/** An object identifier from its dotted text. */
export function oid(dotted: string): Der {
  const [first = 0, second = 0, ...others] = dotted.split('.').map(Number)
  return tagged(UNIVERSAL.oid, Buffer.from([first * 40 + second, ...others.flatMap(base128)]))
}

/** UTCTime, to the second; good for the years 1950 to 2049. */
export function utcTime(date: Date): Der {
  const digits = date.toISOString().replace(/[-:T]|\.\d+/g, '')
  return tagged(0x17, Buffer.from(digits.slice(2)))
}

function base128(value: number): readonly number[] {
  const low = value & 0x7f
  const higher = Math.floor(value / 128)
  return higher === 0 ? [low] : [...base128(higher).map((byte) => byte | 0x80), low]
}

function lengthBytes(length: number): readonly number[] {
  if (length < 0x80) return [length]
  return length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
}
