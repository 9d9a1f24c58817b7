import { type LocalText, text } from '../../shared/model/text'

/** Why a text is no usable URL, and what to do. Never quotes the text: people paste keys into the wrong field. */
export interface UrlProblem {
  readonly message: LocalText
  readonly hint: LocalText
}

const example = text('Example: https://relay.example.com', '例如：https://relay.example.com')

export const urlProblem = {
  empty: {
    message: text('There is no address yet.', '还没有填写地址。'),
    hint: text(`Paste the relay's URL. ${example.en}`, `请粘贴中转站地址。${example.zh}`),
  },
  several: {
    message: text('The text holds more than one address.', '这段文字里有不止一个地址。'),
    hint: text('Paste one address only.', '请只粘贴一个地址。'),
  },
  blank: {
    message: text('The address has a blank in it.', '地址中间有空白。'),
    hint: text(`Remove the blank or paste the address alone. ${example.en}`, `请去掉空白，或只粘贴地址本身。${example.zh}`),
  },
  scheme: {
    message: text('The address does not start with http:// or https://.', '地址不是以 http:// 或 https:// 开头。'),
    hint: text("Use the relay's https:// address.", '请使用中转站的 https:// 地址。'),
  },
  key: {
    message: text('This looks like an API key, not like an address.', '这看起来是 API 密钥，不是地址。'),
    hint: text(
      `Put the key into the key field and the relay's URL here. ${example.en}`,
      `请把密钥填到密钥栏，这里填中转站地址。${example.zh}`,
    ),
  },
  noAddress: {
    message: text('This does not look like an address.', '这看起来不像一个地址。'),
    hint: text(
      `${example.en}. For a machine in your own network write http:// before its name.`,
      `${example.zh}。如果是内网机器，请在名称前加上 http://。`,
    ),
  },
  invalid: {
    message: text('The address cannot be understood.', '无法识别这个地址。'),
    hint: text(`Check host and port (1 to 65535). ${example.en}`, `请检查主机名和端口（1 到 65535）。${example.zh}`),
  },
  tooLong: {
    message: text('The text is too long for an address.', '这段文字太长，不像地址。'),
    hint: text(`Paste the address alone. ${example.en}`, `请只粘贴地址本身。${example.zh}`),
  },
  credentials: {
    message: text('The address holds a user name or password.', '地址里含有用户名或密码。'),
    hint: text('Remove everything before “@”. The key has its own field.', '请删掉“@”及其前面的内容，密钥请填在密钥栏。'),
  },
} satisfies Record<string, UrlProblem>
