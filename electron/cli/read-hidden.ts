import { text } from '../../shared/model/text'
import type { Ui } from './ui'
import { usage } from './usage'

const askForKey = text('Paste the API key (it is not shown), then press Enter:', '请粘贴 API 密钥（不会显示），然后按回车：')

/** Asks for a secret at the terminal without showing it. Enter ends, Ctrl-C gives up. */
export function readHidden(ui: Ui, question = askForKey): Promise<string> {
  ui.note(ui.say(question))
  const { stdin } = process
  stdin.setRawMode(true)
  stdin.setEncoding('utf8')
  return new Promise((resolve, reject) => {
    let typed = ''
    const done = () => {
      stdin.setRawMode(false)
      stdin.pause()
      stdin.off('data', take)
    }
    const take = (piece: string) => {
      for (const char of piece) {
        if (char === '\r' || char === '\n' || char === '\u0004') {
          done()
          return resolve(typed)
        }
        if (char === '\u0003') {
          done()
          return reject(usage(text('Given up; nothing was saved.', '已取消，未保存任何内容。')))
        }
        typed = char === '\u007f' || char === '\b' ? typed.slice(0, -1) : typed + char
      }
    }
    stdin.on('data', take)
  })
}
