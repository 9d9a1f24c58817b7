import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { otherApps, readOverride, readRelayUrl } from '../../electron/core/base-url'
import { adapters } from '../../electron/core/tools/index'

const H = 'https://api.example.com'

/** Pasted text, the root it means, and a part of every note in order. */
const spellings: readonly (readonly [pasted: string, root: string, notes?: readonly string[]])[] = [
  [H, H],
  ['http://api.example.com', 'http://api.example.com'],
  ['https://api.example.com/', H, ['slashes']],
  ['https://api.example.com///', H, ['slashes']],
  ['https://api.example.com/v1', H, ['“/v1”']],
  ['https://api.example.com/v1/', H, ['“/v1”']],
  ['https://api.example.com/V1', H, ['“/V1”']],
  ['https://api.example.com/v1/v1', H, ['“/v1/v1”']],
  ['https://api.example.com//v1//messages', H, ['slashes', '“/v1/messages”']],
  ['https://api.example.com/v1/messages', H, ['“/v1/messages”']],
  ['https://api.example.com/v1/messages/count_tokens', H, ['“/v1/messages/count_tokens”']],
  ['https://api.example.com/v1/chat/completions', H, ['“/v1/chat/completions”']],
  ['https://api.example.com/chat/completions', H, ['“/chat/completions”']],
  ['https://api.example.com/v1/completions', H, ['“/v1/completions”']],
  ['https://api.example.com/v1/responses', H, ['“/v1/responses”']],
  ['https://api.example.com/v1/models', H, ['“/v1/models”']],
  ['https://api.example.com/v1/models/gpt-4o', H, ['“/v1/models/gpt-4o”']],
  ['https://api.example.com/v1/embeddings', H, ['“/v1/embeddings”']],
  ['https://api.example.com/v1/images/generations', H, ['“/v1/images/generations”']],
  ['https://api.example.com/v1beta', H, ['“/v1beta”']],
  ['https://api.example.com/v1beta/models', H, ['“/v1beta/models”']],
  ['https://api.example.com/v1beta/models/', H, ['“/v1beta/models”']],
  ['https://api.example.com/v1beta/openai/', H, ['“/v1beta/openai”']],
  ['https://api.example.com/v1beta/models/gemini-2.5-pro:generateContent', H, [':generateContent”']],
  ['https://api.example.com/v1beta/models/v1beta/models/m:streamGenerateContent?alt=sse', H, ['“?”', ':streamGenerateContent”']],
  ['https://api.example.com/relay', `${H}/relay`],
  ['https://api.example.com/Relay/a/v1/messages', `${H}/Relay/a`, ['“/v1/messages”']],
  ['https://api.example.com/v1/relay', `${H}/v1/relay`],
  ['https://api.example.com/v1%20', H, ['“/v1%20”']],
  ['https://api.example.com/v10', `${H}/v10`],
  ['https://api.example.com/a/../b', `${H}/b`, ['standard form']],
  ['https://api.example.com/a b', `${H}/a`, ['Took']],
  ['https://api=example.com', 'problem'],
  ['https://api.example.com:8443/v1', 'https://api.example.com:8443', ['“/v1”']],
  ['https://api.example.com:443', H, ['usual']],
  ['http://api.example.com:80/v1', 'http://api.example.com', ['usual', '“/v1”']],
  ['https://api.example.com:99999', 'problem'],
  ['api.example.com', H, ['“https://”']],
  ['api.example.com/v1', H, ['“https://”', '“/v1”']],
  ['//api.example.com', H, ['“https://”']],
  ['api.example.com:80', 'http://api.example.com', ['“http://”', 'usual']],
  ['api.example.com:3000', 'https://api.example.com:3000', ['“https://”']],
  ['localhost:3000/v1', 'http://localhost:3000', ['own machine', '“/v1”']],
  ['127.0.0.1:3000', 'http://127.0.0.1:3000', ['own machine']],
  ['192.168.1.20', 'http://192.168.1.20', ['own machine']],
  ['10.0.0.2:443', 'https://10.0.0.2', ['“https://”', 'usual']],
  ['172.20.0.1', 'http://172.20.0.1', ['own machine']],
  ['172.32.0.1', 'https://172.32.0.1', ['“https://”']],
  ['100.100.1.1', 'http://100.100.1.1', ['own machine']],
  ['box.local', 'http://box.local', ['own machine']],
  ['nas:3000', 'http://nas:3000', ['own machine']],
  ['http://nas', 'http://nas'],
  ['nas', 'problem'],
  ['http://[::1]:8080/v1', 'http://[::1]:8080', ['“/v1”']],
  ['[::1]:8080', 'http://[::1]:8080', ['own machine']],
  ['::1', 'http://[::1]', ['brackets', 'own machine']],
  ['2001:db8::1', 'https://[2001:db8::1]', ['brackets', '“https://”']],
  ['https://2001:db8::1/v1', 'https://[2001:db8::1]', ['brackets', '“/v1”']],
  ['2001:db8:0:1:1:1:1:1:8443', 'https://[2001:db8:0:1:1:1:1:1]:8443', ['brackets', '“https://”']],
  ['[2001:DB8:0:0::1]', 'https://[2001:db8::1]', ['“https://”', 'lower case', 'form that the network uses']],
  ['fd00::1', 'http://[fd00::1]', ['brackets', 'own machine']],
  ['fe80::1%eth0', 'problem'],
  ['  https://api.example.com\t\n', H, ['blanks']],
  ['\u00a0https://api.example.com\u3000', H, ['blanks']],
  ['\ufeffhttps://api.\u200bexample.com\u200d', H, ['invisible']],
  ['\u0000https://api.example.com\u0007', H, ['invisible']],
  ['"https://api.example.com"', H, ['quotes']],
  ["'https://api.example.com/v1',", H, ['quotes', '“/v1”']],
  ['“https://api.example.com”', H, ['quotes']],
  ['‘https://api.example.com’', H, ['quotes']],
  ['「https://api.example.com」', H, ['quotes']],
  ['`https://api.example.com`', H, ['quotes']],
  ['<https://api.example.com/v1>', H, ['quotes', '“/v1”']],
  ['(https://api.example.com)', H, ['quotes']],
  ['**https://api.example.com**', H, ['quotes']],
  ['https://api.example.com。', H, ['punctuation']],
  ['https://api.example.com/v1.', H, ['punctuation', '“/v1”']],
  ['https://api.example.com，', H, ['full-width', 'punctuation']],
  ['https://api.example.com/v1！？', H, ['full-width', 'punctuation', '“/v1”']],
  ['ｈｔｔｐｓ：／／ａｐｉ．ｅｘａｍｐｌｅ．ｃｏｍ／ｖ１', H, ['full-width', '“/v1”']],
  ['https：//api.example.com：8443', 'https://api.example.com:8443', ['full-width']],
  ['https://api。example。com', H, ['form that the network uses']],
  ['[relay](https://api.example.com/v1)', H, ['punctuation', 'Took', '“/v1”']],
  ['地址：https://api.example.com/v1', H, ['full-width', 'Took', '“/v1”']],
  ['Base URL: https://api.example.com', H, ['Took']],
  ['https://api.example.com sk-0123456789', H, ['Took']],
  ['export ANTHROPIC_BASE_URL=https://api.example.com/v1', H, ['Took', '“/v1”']],
  ['OPENAI_BASE_URL=api.example.com', H, ['Took', '“https://”']],
  ['set OPENAI_BASE_URL="api.example.com"', H, ['punctuation', 'Took', '“https://”']],
  ['setx OPENAI_BASE_URL api.example.com', H, ['Took', '“https://”']],
  ['$env:OPENAI_BASE_URL = "https://api.example.com"', H, ['punctuation', 'Took']],
  ['"ANTHROPIC_BASE_URL": "https://api.example.com",', H, ['punctuation', 'Took']],
  ['https:\\\\api.example.com\\v1', H, ['backslashes', '“/v1”']],
  ['https:/api.example.com', H, ['spelling']],
  ['https//api.example.com', H, ['spelling']],
  ['http;//api.example.com', 'http://api.example.com', ['spelling']],
  ['https://https://api.example.com', H, ['spelling']],
  ['HTTPS://API.Example.COM/v1', H, ['lower case', '“/v1”']],
  ['https://api.example.com./v1', H, ['form that the network uses', '“/v1”']],
  ['https://中转.example.com', 'https://xn--fiqq40n.example.com', ['form that the network uses: xn--fiqq40n.example.com']],
  ['https://api.example.com/v1?key=sk-secret#top', H, ['“?”', '“/v1”']],
  ['https://user:hunter2@api.example.com/v1', H, ['user name and password', '“/v1”']],
  ['https://sk-secret@api.example.com', H, ['user name and password']],
  ['', 'problem'],
  [' \n', 'problem'],
  ['“”', 'problem'],
  ['https://', 'problem'],
  ['https://.', 'problem'],
  ['https://a..b', 'problem'],
  ['ftp://api.example.com', 'problem'],
  ['ws://api.example.com', 'problem'],
  ['file:///etc/passwd', 'problem'],
  ['javascript:alert(1)', 'problem'],
  ['mailto:a@example.com', 'problem'],
  ['hello world', 'problem'],
  ['https://api. example.com', 'problem'],
  ['https://a.example.com,https://b.example.com', 'problem'],
  ['https://a.example.com https://b.example.com', 'problem'],
  ['sk-0123456789abcdef', 'problem'],
  ['https://api.example.com:v1', 'problem'],
  [`https://api.example.com/${'a'.repeat(2000)}`, 'problem'],
]

/** What each target takes, from the root: the real tools' forms and the seed's table for applications that are set up by hand. */
const targets: Readonly<Record<string, (root: string) => string>> = {
  claude: (root) => root,
  codex: (root) => `${root}/v1`,
  gemini: (root) => root,
  'openai-sdk': (root) => `${root}/v1`,
  'cherry-anthropic': (root) => `${root}/v1/messages`,
  'cherry-gemini': (root) => `${root}/v1beta/models`,
}
const formsOf = (root: string) => ({
  ...Object.fromEntries(adapters.map((adapter) => [adapter.descriptor.id, adapter.baseUrl(root)])),
  ...Object.fromEntries(otherApps(root).map(({ id, baseUrl }) => [id, baseUrl])),
})

describe('a pasted relay URL', () => {
  it.each(spellings.map(([pasted, root, notes = []]) => ({ pasted, root, notes })))('$pasted means $root', ({ pasted, root, notes }) => {
    const read = readRelayUrl(pasted)
    if (root === 'problem') {
      expect(read).toHaveProperty('problem')
      return
    }
    expect(read).toMatchObject({ root })
    if ('problem' in read) return
    expect(read.notes).toHaveLength(notes.length)
    for (const [index, part] of notes.entries()) expect(read.notes[index]?.en).toContain(part)
    for (const one of read.notes) expect(one.zh).toMatch(/\p{Script=Han}/u)
    expect(formsOf(read.root)).toEqual(Object.fromEntries(Object.entries(targets).map(([id, form]) => [id, form(root)])))
  })

  it.each(spellings.map(([pasted]) => ({ pasted })))('$pasted gives a root that reads as itself, with nothing to say', ({ pasted }) => {
    const read = readRelayUrl(pasted)
    if ('root' in read) expect(readRelayUrl(read.root)).toEqual({ root: read.root, notes: [] })
  })

  it('gives the same root when any tool form of it is pasted', () => {
    for (const form of Object.values(formsOf(`${H}/sub`))) expect(readRelayUrl(form)).toMatchObject({ root: `${H}/sub` })
  })

  it.each([
    'https://user:hunter2@api.example.com',
    'https://api.example.com/?key=hunter2',
    'sk-hunter2hunter2',
    'hunter2://x',
    'hunter2 hunter2',
  ])('never shows a secret again: %s', (pasted) => expect(JSON.stringify(readRelayUrl(pasted))).not.toContain('hunter2'))

  it('has a cure in both languages for every problem', () => {
    for (const [pasted] of spellings) {
      const read = readRelayUrl(pasted)
      if ('problem' in read)
        for (const one of [read.problem.message, read.problem.hint])
          expect([one.en !== '', /\p{Script=Han}/u.test(one.zh)]).toEqual([true, true])
    }
  })
})

describe('any text', () => {
  const piece = fc.constantFrom(
    ...[
      'https://',
      'HTTP://',
      'api.example.com',
      '/v1',
      '/v1beta/models',
      '/',
      '//',
      ':8080',
      '@',
      '?',
      '#',
      '[::1]',
      '::1',
      ' ',
      '.',
      ',',
      ')',
      '(',
      ']',
      '[',
      '"',
      '“',
      '\\',
      '%20',
      '=',
      'a',
      'é',
      '。',
      '：',
      '/chat/completions',
      'X=',
      '\u200b',
      '%',
      "'",
      ';',
      '|',
      '..',
      '*',
    ],
  )
  const messy = fc.oneof(
    fc.array(piece, { maxLength: 8 }).map((parts) => parts.join('')),
    fc.array(piece, { maxLength: 6 }).map((parts) => `https://h.example/${parts.join('')}`),
    fc.webUrl({ withFragments: true, withQueryParameters: true }),
    fc.string({ unit: 'grapheme' }),
  )

  it('is a problem, or a root that reads as itself', () => {
    fc.assert(
      fc.property(messy, (pasted) => {
        const read = readRelayUrl(pasted)
        if ('problem' in read) return
        expect(readRelayUrl(read.root)).toEqual({ root: read.root, notes: [] })
        expect(new URL(read.root).href.replace(/\/$/, '')).toBe(read.root)
        expect(read.root).toMatch(/^https?:\/\/[^/]+(?:\/.*[^/])?$/)
      }),
      { numRuns: 3000 },
    )
  })
  it('never changes without a word', () => {
    fc.assert(
      fc.property(messy, (pasted) => {
        const read = readRelayUrl(pasted)
        if ('root' in read && read.root !== pasted) expect(read.notes.length).toBeGreaterThan(0)
      }),
      { numRuns: 3000 },
    )
  })
})

describe("a user's own base URL", () => {
  it('stays as typed but for blanks and invisible characters', () => {
    expect(readOverride('https://A.example.com/v1/messages/?x=1')).toEqual({ baseUrl: 'https://A.example.com/v1/messages/?x=1', notes: [] })
    expect(readOverride(' \u200bhttp://a.example.com/ ')).toMatchObject({ baseUrl: 'http://a.example.com/', notes: [{}, {}] })
  })
  it.each([
    '',
    ' ',
    'api.example.com',
    'ftp://a.example.com',
    'https://',
    'https://a b',
    'https://u:p@a.example.com',
    'https:\\\\a.example.com',
    'https://a.example.com:99999',
  ])('%j is refused with a cure', (typed) => expect(readOverride(typed)).toHaveProperty('problem.hint.zh'))
})
