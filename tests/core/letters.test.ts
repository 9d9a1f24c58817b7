import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plain } from '../../electron/cli/paint'
import { linesOf } from '../../electron/core/files/hunks'
import { maskKey } from '../../electron/core/mask-key'
import { isKeyLike, maskShapes } from '../../electron/core/redact/shapes'
import { isLikelySecret, isNoKey, isSecretName, isVariableName } from '../../shared/model/key-in-setting'

/** Texts of which many are near to what is asked for. */
const texts = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'sk-',
        'SK-',
        'AIza',
        'ghp_',
        'ghx_',
        'xoxb-',
        'eyJ',
        'key',
        'Token',
        'bearer',
        'Basic',
        'your',
        'XXX',
        'https',
        '://',
      ),
      fc.constantFrom(
        '…',
        '…ab12',
        '~',
        '.',
        '/',
        '\\',
        'c:',
        ':',
        '-',
        '_',
        '$',
        '{',
        '=',
        ' ',
        '\n',
        '\r\n',
        '\u00a0',
        '7',
        'MY_',
        'KEY',
        'RELAY',
      ),
      fc.string({ maxLength: 9 }),
      fc.constantFrom('\0', '\u001b', '\u007f', '\u0085', '\t'),
      fc.constantFrom('q7Zr2Lm9Xw4Tb8Kc', 'abcdefgh', 'ABCDEFGH', '0123456789'),
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(''))

const beginning = 'sk-|AIza|gh[pousr]_|github_pat_|glpat-|xox[abprs]-|hf_|gsk_|xai-|eyJ'
const noKey = /…|^[$%{[<(*\\]|^(?:your|xxx|bearer$|basic$)|^[a-z]+:\/\/|^(?:[~.]*|[a-z]:)[\\/]/i
const variable = /^[A-Z]{2,}(?:_[A-Z]{2,})+$/

/** What each question asks, as a regular expression says it. */
const questions: readonly [string, (text: string) => unknown, (text: string) => unknown][] = [
  ['a name for keys', isSecretName, (text) => /key|token|secret|password|passwd|credential|authorization|bearer/i.test(text)],
  ['the name of a variable', isVariableName, (text) => variable.test(text)],
  ['no key', isNoKey, (text) => noKey.test(text) || variable.test(text)],
  [
    'a likely secret',
    isLikelySecret,
    (text) => /^\S{8,}$/.test(text) && /\d|.{24}/.test(text) && !noKey.test(text) && !variable.test(text),
  ],
  ['a key by its beginning', isKeyLike, (text) => new RegExp(`^(?:${beginning})[\\w.-]{8,}`).test(text)],
  [
    'a masked key',
    maskKey,
    (text) => {
      const prefix = /^[A-Za-z]{1,6}[-_]/.exec(text)?.[0] ?? ''
      return text === '' ? '' : text.length - prefix.length < 12 ? '…' : `${prefix}…${text.slice(-4)}`
    },
  ],
  ['a text without control characters', plain, (text) => text.replace(/(?![\n\t])\p{Cc}/gu, '')],
  ['lines', linesOf, (text) => text.match(/[^\n]*\n|[^\n]+$/g) ?? []],
]

describe('what is asked of texts without regular expressions', () => {
  it.each(questions)('%s: the same answer for any text', (_, asked, told) => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(asked(text)).toEqual(told(text))
      }),
      { numRuns: 3000 },
    )
  })

  it('a text with a mask beside a key still loses the key', () => {
    expect(maskShapes('sk-…ab12 sk-q7Zr2Lm9Xw4Tb8Kc')).toBe('sk-…ab12 sk-…b8Kc')
  })
})
