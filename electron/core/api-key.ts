import { type LocalText, text } from '../../shared/model/text'

const note = {
  around: text('Removed blanks or invisible characters around the key.', '去掉了密钥前后的空白或看不见的字符。'),
  quotes: text('Removed the quotes around the key.', '去掉了密钥两端的引号。'),
  prefix: text('Left out what stood before the key, such as “Bearer”.', '去掉了密钥前面的内容，例如“Bearer”。'),
}

const again = text("Copy the key again from the relay's website.", '请到中转站网站重新复制密钥。')
const problem = {
  empty: {
    message: text('There is no key yet.', '还没有填写密钥。'),
    hint: text("Paste the key from the relay's website.", '请从中转站网站复制密钥并粘贴。'),
  },
  lines: {
    message: text('The key has a line break in it.', '密钥中间有换行。'),
    hint: text('Paste one key on one line.', '请只粘贴一行、一个密钥。'),
  },
  blank: {
    message: text('The key has a blank in it.', '密钥中间有空白。'),
    hint: text('Remove the blank, or paste the key alone.', '请去掉空白，或只粘贴密钥本身。'),
  },
  url: {
    message: text('This is an address, not a key.', '这是一个地址，不是密钥。'),
    hint: text('Put the address into the URL field and the key here.', '请把地址填到地址栏，这里填密钥。'),
  },
  masked: { message: text('Part of this key is hidden.', '这个密钥有一部分被隐藏了。'), hint: again },
  characters: {
    message: text('The key has characters that no key can have.', '密钥里有不该出现的字符。'),
    hint: text(`Only plain letters, digits and signs can be sent. ${again.en}`, `密钥只能包含英文字母、数字和半角符号。${again.zh}`),
  },
  tooLong: { message: text('The text is too long for a key.', '这段文字太长，不像密钥。'), hint: again },
} satisfies Record<string, KeyProblem>

export interface KeyProblem {
  readonly message: LocalText
  readonly hint: LocalText
}

const quotePairs = /^(?:"(.*)"|'(.*)'|`(.*)`|“(.*)”|‘(.*)’|「(.*)」|『(.*)』)[,;]?$/s
/** A header or variable name before the key: `Authorization: Bearer`, `x-api-key:`, `export OPENAI_API_KEY=`, `$env:X_TOKEN =`. */
const before =
  /^(?:bearer\s+|(?:authorization|x-api-key|x-goog-api-key)\s*:\s*(?:bearer\s+)?|(?:export\s+|set\s+|\$env:)?[A-Z][A-Z0-9_]*(?:KEY|TOKEN)\s*=\s*)/i
const around = /^[\s\p{Cf}]+|[\s\p{Cf}]+$/gu

/**
 * Reads a pasted API key: takes away what people copy along, refuses what no HTTP header can carry. Never throws; no text quotes the key.
 */
export function readKey(pasted: string): { readonly key: string; readonly notes: readonly LocalText[] } | { readonly problem: KeyProblem } {
  const notes = new Set<LocalText>()
  let key = pasted
  for (let last: string | undefined; last !== key; ) {
    last = key
    key = key.replace(around, '')
    if (key !== last) notes.add(note.around)
    const [, ...inner] = quotePairs.exec(key) ?? []
    const unquoted = inner.find((part) => part !== undefined)
    if (unquoted !== undefined) {
      key = unquoted
      notes.add(note.quotes)
    }
    const bare = key.replace(before, '')
    if (bare !== key) {
      key = bare
      notes.add(note.prefix)
    }
  }
  const refused = refusal(key)
  return refused ? { problem: refused } : { key, notes: [...notes] }
}

function refusal(key: string): KeyProblem | undefined {
  if (key === '' || /^bearer$/i.test(key)) return problem.empty
  if (key.length > 4096) return problem.tooLong
  if (/[\r\n\u2028\u2029]/.test(key)) return problem.lines
  if (/\s/.test(key)) return problem.blank
  if (/^https?:\/\//i.test(key)) return problem.url
  if (/…|•|●|\*{3}|\.{3}/.test(key)) return problem.masked
  return /^[\x21-\x7e]+$/.test(key) ? undefined : problem.characters
}
