/**
 * The words of a command as a shell would cut them: POSIX quotes, and the line continuations of bash (`\`), cmd (`^`) and PowerShell (backtick).
 * `;`, `&&`, `|` and line ends come out as the word `;`. Never throws; an open quote ends with the text. Expands nothing.
 */
export function shellWords(text: string): readonly string[] {
  const words: string[] = []
  let word: string | undefined
  const end = () => {
    if (word !== undefined) words.push(word)
    word = undefined
  }
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] ?? ''
    const continued = /^[\\^`][ \t]*\r?\n/.exec(text.slice(at, at + 80))
    if (continued !== null) {
      at += continued[0].length - 1
    } else if (sign === "'" || sign === '"') {
      const [value, last] = quoted(text, at, sign)
      word = (word ?? '') + value
      at = last
    } else if (sign === '\\' && /["'\\ $&;|#]/.test(text[at + 1] ?? '')) {
      word = (word ?? '') + text[++at]
    } else if (sign === '#' && word === undefined) {
      while (at + 1 < text.length && text[at + 1] !== '\n') at++
    } else if (sign === '\n' || sign === ';' || sign === '|' || text.startsWith('&&', at)) {
      end()
      words.push(';')
    } else if (/\s/.test(sign)) end()
    else word = (word ?? '') + sign
  }
  end()
  return words
}

function quoted(text: string, from: number, quote: string): readonly [string, number] {
  let value = ''
  for (let at = from + 1; at < text.length; at++) {
    const sign = text[at]
    if (sign === quote) return [value, at]
    if (sign === '\\' && quote === '"' && /["\\$`]/.test(text[at + 1] ?? '')) value += text[++at]
    else value += sign
  }
  return [value, text.length]
}
