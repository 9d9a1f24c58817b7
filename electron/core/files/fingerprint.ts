// As 32-bit integers, one by one: larger numbers, or those of a list, are boxed anew at each use while the code is cold.
const A = 0x85ebca6b | 0
const B = 0xc2b2ae35 | 0
const C = 0x27d4eb2f | 0
const D = 0x165667b1 | 0

/**
 * Tells one text from another: 128 bits, as hex. Four multiply-and-rotate lanes over the UTF-16 units, mixed at the end as in MurmurHash3.
 * Not for secrets and not against malice: whoever can write these files needs no collision. `node:crypto` would do, but loading it is a tenth of a
 * terminal command.
 */
export function fingerprint(content: string): string {
  let [a, b, c, d] = [content.length ^ 0x9e3779b9, content.length ^ 0x7f4a7c15, content.length ^ 0x94d049bb, content.length ^ 0xbf58476d]
  for (let at = 0; at < content.length; at++) {
    const unit = content.charCodeAt(at)
    a = Math.imul(a ^ unit, A)
    b = Math.imul(((b << 13) | (b >>> 19)) ^ unit, B)
    c = Math.imul((((c << 7) | (c >>> 25)) + unit) | 0, C)
    d = Math.imul((((d << 19) | (d >>> 13)) + unit) | 0, D)
    a ^= d >>> 15
  }
  a += b + c + d
  b += a
  c += a
  d += a
  return [a, b, c, d].map((lane) => mixed(lane).toString(16).padStart(8, '0')).join('')
}

function mixed(lane: number): number {
  let x = lane
  x = Math.imul(x ^ (x >>> 16), A)
  x = Math.imul(x ^ (x >>> 13), B)
  return (x ^ (x >>> 16)) >>> 0
}
