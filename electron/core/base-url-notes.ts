import { type LocalText, text } from '../../shared/model/text'

/** What a reader of pasted text changed, in words: in order, each once. */
export class Notes {
  readonly #list: LocalText[] = []

  add(note: LocalText): void {
    if (!this.#list.some((known) => known.en === note.en)) this.#list.push(note)
  }

  get list(): readonly LocalText[] {
    return this.#list
  }
}

export const note = {
  hidden: text('Removed invisible characters.', '去掉了看不见的字符。'),
  lookAlike: text('Turned full-width characters into plain ones.', '把全角字符换成了半角字符。'),
  blanks: text('Removed the blanks around the address.', '去掉了地址前后的空白。'),
  wrapping: text('Removed the quotes or punctuation around the address.', '去掉了地址前后的引号或标点。'),
  takenOut: text('Took the address out of the pasted text.', '从粘贴的文字里取出了地址。'),
  backslashes: text('Turned backslashes into slashes.', '把反斜杠换成了斜杠。'),
  schemeSpelling: text('Corrected the spelling of “http(s)://”.', '修正了“http(s)://”的写法。'),
  httpsAdded: text('Added “https://”.', '补上了“https://”。'),
  httpAdded: text(
    'Added “http://”: this address is on your own machine or network, or uses port 80.',
    '补上了“http://”：这是本机或内网地址，或使用 80 端口。',
  ),
  brackets: text(
    'Put the IPv6 address into brackets. A port goes after the closing bracket.',
    '给 IPv6 地址加上了方括号；端口要写在右方括号之后。',
  ),
  credentials: text(
    'Left out the user name and password before “@”: the tools refuse them. The key has its own field.',
    '去掉了“@”前面的用户名和密码：各工具不接受这种写法，密钥请填在密钥栏。',
  ),
  query: text('Left out everything from “?” or “#” on.', '去掉了“?”或“#”及其后面的内容。'),
  lowerCase: text('Wrote scheme and host in lower case.', '把协议和主机名改成了小写。'),
  defaultPort: text('Left out the port, it is the usual one.', '去掉了默认端口。'),
  slashes: text('Removed superfluous slashes.', '去掉了多余的斜杠。'),
  path: text('Wrote the path in its standard form.', '把路径写成了标准形式。'),
  host: (host: string) => text(`Wrote the host in the form that the network uses: ${host}`, `把主机名写成了网络使用的形式：${host}`),
  ending: (ending: string) =>
    text(`Left out “${ending}”: every tool gets the ending that it needs.`, `去掉了“${ending}”：各工具会自动得到自己需要的结尾。`),
}
